"""The letters of a complete form, each with what its page says of it; nothing here knows the web."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from letters.body import split_paragraphs
from letters.call import Call
from letters.feedback.others import letters_of_others
from letters.feedback.own_marks import meant_for_another, own_marks
from letters.feedback.ownwords import Measure, measure
from letters.feedback.tone import Hint, hints
from letters.journey.composer import Composer
from letters.journey.edits import Edit
from letters.letter import Letter, chosen_office
from letters.outputs.links import Links, links_to
from letters.outputs.typesetting.paper import printed_as
from representatives import Office, Representative


@dataclass(frozen=True)
class Sheet:
    """A letter and what its page says of it; what takes time is worked out when it is first asked for."""

    composer: Composer
    person: Representative
    edit: Edit

    @property
    def letter(self) -> Letter:
        """The letter as it is sent."""
        return self.edit.letter

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Where it can be posted, the best first."""
        place = self.composer.place
        return place.country.offices(self.person, place.match.point, self.letter.language)

    @cached_property
    def office(self) -> Office:
        """Where it is posted."""
        language = self.letter.language
        return chosen_office(self.person, self.composer.choices_in(language), language)

    @property
    def printed_as(self) -> str:
        """The classes of its place on paper, where it is printed from the page."""
        return printed_as(self.letter)

    @property
    def is_edited(self) -> bool:
        """Whether the writer changed what was written for them."""
        return (self.letter.subject, self.letter.text) != (self.edit.written.subject, self.edit.written.text)

    @cached_property
    def reading(self) -> Letter | None:
        """The same letter in the country's other language, for the writer to read; None where it has only one."""
        others = [each for each in self.composer.place.languages if each != self.letter.language]
        return self.composer.write(self.person, others[0]) if others else None

    @cached_property
    def unedited(self) -> str:
        """The text of the same letter by somebody who added nothing."""
        return self.composer.write(self.person, self.letter.language, bare=True).text

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The texts of letters by others who added nothing, in the wordings that fall to them."""
        choices = self.composer.choices_in(self.letter.language).without_own_words()
        return letters_of_others(self.composer.campaign, self.person, choices, self.composer.day)

    @cached_property
    def measure(self) -> Measure:
        """How much of the letter is the writer's own."""
        return measure(self.letter.text, self.unedited, self.others)

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        """What the writer may want to say otherwise: in the whole letter, and in their own words."""
        own, language = "\n\n".join(text for text, is_own in self.paragraphs if is_own), self.letter.language
        everybody = [each for each in self.composer.place.people if each.id in self.composer.to]
        return (
            *hints(self.letter.text, language),
            *own_marks(own, language),
            *meant_for_another(own, language, self.person, everybody),
        )

    def links(self, longest: int) -> Links:
        """What opens a draft of it; `longest` is how long a link the visitor's system takes."""
        return links_to(self.letter, longest, self.composer.topic(self.letter.language))

    @cached_property
    def call(self) -> Call | None:
        """A call in place of the letter, where that is the better way today."""
        return self.composer.call(self.person, self.letter.language)

    @property
    def best_way(self) -> str:
        """How it best reaches this person: "email", "form" (of theirs on the web) or "post"."""
        return "email" if self.letter.email else "form" if self.letter.contact_form else "post"

    @cached_property
    def paragraphs(self) -> tuple[tuple[str, bool], ...]:
        """Every paragraph of the letter after the greeting, and whether it is the writer's own."""
        given = split_paragraphs(self.unedited)
        return tuple((text, text not in given) for text in self.letter.paragraphs)


def sheets(composer: Composer) -> Sequence[Sheet]:
    """One letter to each person chosen, in the order in which they are listed."""
    chosen = [person for person in composer.place.delegation.people if person.id in composer.to]
    # In this order their wordings are dealt.
    return [Sheet(composer, person, composer.edit(person)) for person in chosen]
