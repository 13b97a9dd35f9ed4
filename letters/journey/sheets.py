"""From a complete form to the letters, edited where the writer edited them; nothing here knows the web."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from letters.body import split_paragraphs
from letters.call import Call, call
from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.deal import Deal, derived
from letters.feedback.others import letters_of_others
from letters.feedback.own_marks import Recipient, meant_for_another, own_marks
from letters.feedback.ownwords import Measure, measure
from letters.feedback.tone import Hint, hints
from letters.journey.edits import Edit, edited
from letters.journey.form import FormValues
from letters.journey.place import Place
from letters.letter import Letter, body_of, chosen_office, compose
from letters.outputs.links import Links, links_to
from letters.outputs.paper import printed_as
from representatives import Office, Representative


@dataclass(frozen=True)
class Sheet:
    """A letter and what its page says of it; what takes time is worked out when it is first asked for."""

    letter: Letter
    person: Representative
    written: Letter
    """The letter as it was written before any edit: what an edit is compared with."""
    composer: "Composer"
    offices: tuple[Office, ...]
    """Where it can be posted, the best first."""
    office: Office
    problem: str = ""
    """What the writer must mend in the edited text, a sentence marked for translation."""
    is_behind: bool = False
    """Whether a change made since the edit is left out of it."""

    @property
    def printed_as(self) -> str:
        """The classes of its place on paper, where it is printed from the page."""
        return printed_as(self.letter)

    @property
    def is_edited(self) -> bool:
        """Whether the writer changed what was written for them."""
        return (self.letter.subject, self.letter.text) != (self.written.subject, self.written.text)

    @cached_property
    def reading(self) -> Letter | None:
        """The same letter in the country's other language, for the writer to read."""
        return self.composer.in_the_other_language(self.person, self.letter.language)

    @cached_property
    def unedited(self) -> str:
        """The text of the same letter by somebody who added nothing."""
        return self.composer.write(self.person, self.letter.language, bare=True).text

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The texts of letters by others who added nothing, in the wordings that fall to them."""
        return self.composer.by_others(self.person, self.letter.language)

    @cached_property
    def measure(self) -> Measure:
        """How much of the letter is the writer's own."""
        return measure(self.letter.text, self.unedited, self.others)

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        """What the writer may want to say otherwise: in the whole letter, and in their own words."""
        own, language = "\n\n".join(text for text, is_own in self.paragraphs if is_own), self.letter.language
        return (
            *hints(self.letter.text, language),
            *own_marks(own, language),
            *meant_for_another(own, language, _recipient(self.person), self.composer.recipients),
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


def sheets(
    campaign: Campaign, place: Place, written: FormValues, letter_fields: Mapping[str, str], day: date
) -> Sequence[Sheet]:
    """One letter to each person chosen, in the order in which they are listed.

    Args:
        campaign: the issue.
        place: the constituency confirmed.
        written: what a valid form says. A letter that was edited stays in the language it was written in.
        letter_fields: by field name what belongs to letters: "text-ID" and "subject-ID" hold what the writer edited,
            "base-ID" and "base_subject-ID" what it was before, "written_in-ID" its language, "office-ID" an office.
        day: the letters' date.
    """
    composer = Composer(campaign, place, written, letter_fields, day)
    chosen = [person for person in place.delegation.people if person.id in written.to]
    # In this order their wordings are dealt.
    return [composer.sheet(person) for person in chosen]


def _recipient(person: Representative) -> Recipient:
    return Recipient(person.family_name or person.name, person.chamber)


@dataclass(frozen=True)
class Composer:
    """Writes the letters of one form: everything that they have in common."""

    campaign: Campaign
    place: Place
    written: FormValues
    letter_fields: Mapping[str, str]
    day: date

    def sheet(self, person: Representative) -> Sheet:
        """The person's letter, in the language wanted unless it was edited in another."""
        language = self._known(self.written.language)
        written_in = self._known(self.letter_fields.get(f"written_in-{person.id}", language), language)
        edit = edited(self.write(person, written_in), person.id, self.letter_fields)
        if edit.letter is edit.written and edit.letter.language != language:
            edit = Edit(letter := self.write(person, language), letter)
        choices = self._choices(edit.letter.language)
        return Sheet(
            letter=edit.letter,
            person=person,
            written=edit.written,
            composer=self,
            offices=self.place.country.offices(person, choices.near, choices.language),
            office=chosen_office(person, choices, choices.language),
            problem=edit.problem,
            is_behind=edit.is_behind,
        )

    def write(self, person: Representative, language: str, *, bare: bool = False) -> Letter:
        """The person's letter before any edit; bare, as somebody who added nothing would send it."""
        choices = self._choices(language)
        choices = choices.without_own_words() if bare else choices
        pick = self._deal.to(person.id) if self._deal else None
        return compose(self.campaign, person, self._writer, choices, self.day, pick)

    def call(self, person: Representative, language: str) -> Call | None:
        """A call to the person, for when post comes too late."""
        choices = self._choices(language)
        pick = self._deal.to(person.id) if self._deal else derived(self.campaign.slug, person.id)
        said = body_of(self.campaign, person, choices, self.day, pick)
        offices = self.place.country.offices(person, choices.near, language)
        return call(person, offices, said, self.written.name, choices.constituency.name[language], self.day)

    @cached_property
    def recipients(self) -> tuple[Recipient, ...]:
        """Everybody that the writer's words go to."""
        return tuple(_recipient(person) for person in self.place.people if person.id in self.written.to)

    def topic(self, language: str) -> str:
        """What the letters ask for first, in words that name no place and no person of the writer's."""
        words = self.campaign.words_in(self.place.country.id, language)
        topics = {request.id: request.topic for request in words.requests_on(self.day)}
        topic = topics[self.written.requests[0]]
        return topic[:1].upper() + topic[1:]

    def in_the_other_language(self, person: Representative, language: str) -> Letter | None:
        """The person's letter in the country's other language; None where it has only one."""
        other = next((each for each in self.place.languages if each != language), None)
        return self.write(person, other) if other else None

    def by_others(self, person: Representative, language: str) -> tuple[str, ...]:
        """The texts of letters to the person about the same requests by others who added nothing."""
        choices = self._choices(language).without_own_words()
        return letters_of_others(self.campaign, person, choices, self.day)

    def _known(self, language: str, otherwise: str = "") -> str:
        languages = self.place.languages
        return language if language in languages else otherwise or languages[0]

    @cached_property
    def _deal(self) -> Deal | None:
        return Deal(self.written.draw) if self.written.draw else None

    @cached_property
    def _writer(self) -> Writer:
        """Who signs, the postcode added to the address where it was left out."""
        lines = [" ".join(line.split()) for line in self.written.address.split("\n") if line.strip()]
        address = self.place.country.with_postcode(tuple(lines), self.place.match.postcode)
        return Writer(self.written.name, address)

    def _choices(self, language: str) -> Choices:
        offices = {
            name.removeprefix("office-"): id
            for name, id in self.letter_fields.items()
            if name.startswith("office-")
        }
        own = self.written.own_words
        return Choices(
            language=language,
            constituency=self.place.constituency,
            requests=self.written.requests,
            own_words=own["own_words"],
            learned=own["learned"],
            wish=own["wish"],
            subject=self.written.subject,
            near=self.place.match.point,
            offices=offices,
        )
