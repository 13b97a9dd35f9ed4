"""From a complete form to the letters, edited where the writer edited them; nothing here knows the web."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.feedback.ownwords import Measure, measure
from letters.feedback.tone import Hint, hints
from letters.journey.edits import Edit, edited
from letters.journey.form import Answers
from letters.letter import Letter, chosen_office, compose
from letters.outputs.links import Links, links_to, paste_line
from representatives import Constituency, Delegation, Match, Office, Representative
from representatives.countries import LETTER_COUNTRIES, LetterCountry

OTHERS = 8
"""With how many letters of others a letter is compared."""


@dataclass(frozen=True, slots=True)
class Place:
    """The constituency that the visitor confirmed, and who speaks for it."""

    match: Match
    constituency: Constituency
    delegation: Delegation

    @property
    def country(self) -> LetterCountry:
        """The country's rules."""
        return LETTER_COUNTRIES[self.constituency.country]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter and what its page says of it."""

    letter: Letter
    person: Representative
    written: Letter
    """The letter as it was written before any edit: what an edit is compared with."""
    unedited: str
    """The text of the same letter by somebody who added nothing."""
    others: tuple[str, ...]
    """The texts of letters by others who added nothing, in the wordings that they draw."""
    offices: tuple[Office, ...]
    """Where it can be posted, the best first."""
    office: Office
    reading: Letter | None = None
    """The same letter in the country's other language, for the writer to read."""
    problem: str = ""
    """What the writer must mend in the edited text, a sentence marked for translation."""
    is_behind: bool = False
    """Whether a change made since the edit is left out of it."""

    @property
    def is_edited(self) -> bool:
        """Whether the writer changed what was written for them."""
        return (self.letter.subject, self.letter.text) != (self.written.subject, self.written.text)

    @property
    def measure(self) -> Measure:
        """How much of the letter is the writer's own."""
        return measure(self.letter.text, self.unedited, self.others)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """What the writer may want to say otherwise."""
        return hints(self.letter.text, self.letter.language)

    @property
    def links(self) -> Links:
        """What opens it in the writer's mail program or in a mailbox on the web."""
        return links_to(self.letter)

    @property
    def paste(self) -> str:
        """What a short draft says in the letter's place."""
        return paste_line(self.letter)


def sheets(
    campaign: Campaign, place: Place, answers: Answers, typed: Mapping[str, str], language: str, day: date
) -> Sequence[Sheet]:
    """One letter to each person chosen, in the order in which they are listed.

    Args:
        campaign: the issue.
        place: the constituency confirmed.
        answers: from a valid form.
        typed: by field name what belongs to letters: "text-ID" and "subject-ID" hold what the writer edited,
            "base-ID" and "base_subject-ID" what it was before, "written_in-ID" its language, "office-ID" an office.
        language: the letters' language; a letter that was edited stays in the language it was written in.
        day: the letters' date.
    """
    offices = {name.removeprefix("office-"): id for name, id in typed.items() if name.startswith("office-")}
    desk = _Desk(
        campaign, place, answers, Writer(answers.name, _address(place, answers.address)), offices, day
    )
    chosen = [person for person in place.delegation.people if person.id in answers.to]
    return [desk.sheet(person, typed, language) for person in chosen]


@dataclass(frozen=True, slots=True)
class _Desk:
    """Everything that the letters of one form have in common."""

    campaign: Campaign
    place: Place
    answers: Answers
    writer: Writer
    offices: Mapping[str, str]
    day: date

    def sheet(self, person: Representative, typed: Mapping[str, str], wanted: str) -> Sheet:
        """The person's letter, in the language wanted unless it was edited in another."""
        known = self.place.country.languages
        language = wanted if wanted in known else known[0]
        written_in = typed.get(f"written_in-{person.id}", language)
        edit = edited(self._write(person, written_in if written_in in known else language), person.id, typed)
        if edit.letter is edit.written and edit.letter.language != language:
            edit = Edit(letter := self._write(person, language), letter)
        shown = edit.letter.language
        choices = self._choices(shown, shown)
        other = next((each for each in known if each != shown), None)
        return Sheet(
            letter=edit.letter,
            person=person,
            written=edit.written,
            unedited=self._write(person, shown, alone=True).text,
            others=tuple(
                self._write(person, shown, alone=True, writer=Writer(str(number), ())).text
                for number in range(OTHERS)
            ),
            offices=self.place.country.offices(person, choices.near, shown),
            office=chosen_office(person, choices, shown),
            reading=self._write(person, other, begun_in=shown) if other else None,
            problem=edit.problem,
            is_behind=edit.is_behind,
        )

    def _write(
        self,
        person: Representative,
        language: str,
        *,
        begun_in: str = "",
        alone: bool = False,
        writer: Writer | None = None,
    ) -> Letter:
        choices = self._choices(language, begun_in or language)
        choices = choices.without_own_words() if alone else choices
        return compose(self.campaign, person, writer or self.writer, choices, self.day)

    def _choices(self, language: str, begun_in: str) -> Choices:
        """For a letter in a language; the beginnings of the writer's sentences may be in another, as they are theirs."""
        prompts = self.campaign.words_in(self.place.country.id, begun_in).prompts
        said = self.answers.begun(prompts)
        return Choices(
            language=language,
            constituency=self.place.constituency,
            requests=self.answers.requests,
            own_words=said["own_words"],
            learned=said["learned"],
            wish=said["wish"],
            near=self.place.match.point,
            offices=self.offices,
        )


def _address(place: Place, address: str) -> tuple[str, ...]:
    """The address as lines, the postcode added where it was left out."""
    lines = tuple(" ".join(line.split()) for line in address.split("\n") if line.strip())
    return place.country.with_postcode(lines, place.match.postcode)
