"""From a complete form to the letters, edited where the writer edited them; nothing here knows the web."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from letters.campaign import Campaign
from letters.forms import N_, UNPRINTABLE, Answers, has_unprintable, visible
from letters.letter import Choices, Letter, Writer, compose, split_paragraphs
from letters.outputs import email
from representatives import Constituency, Delegation, Match, Representative
from representatives.countries import LETTER_COUNTRIES, LetterCountry

LONGEST_TEXT = 20_000
LONGEST_SUBJECT = 200
"""Characters of an edited letter: no letter is longer."""


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
    is_edited: bool
    problem: str = ""
    """What the writer must mend in the edited text, a sentence marked for translation."""

    @property
    def mailto(self) -> str:
        """A link that opens the whole letter, or where it is too long one that says to paste it."""
        return email.mailto(self.letter) if self.fits_mailto else email.mailto_short(self.letter)

    @property
    def fits_mailto(self) -> bool:
        """Whether the link holds the whole letter."""
        return email.fits_mailto(self.letter)


def sheets(
    campaign: Campaign,
    place: Place,
    answers: Answers,
    typed: Mapping[str, str],
    language: str,
    day: date,
) -> Sequence[Sheet]:
    """One letter to each person chosen, in the order in which they are listed.

    Args:
        answers: from a valid form.
        typed: "text-ID" and "subject-ID" hold what the writer edited, "written_in-ID" that letter's language.
        language: the letters' language; a letter that was edited stays in the language it was written in.
        day: the letters' date.
    """
    writer = Writer(answers.name, _address(place, answers.address))
    made = []
    for person in place.delegation.people:
        if person.id in answers.to:
            written_in = typed.get(f"written_in-{person.id}", language)
            letters = {
                each: compose(campaign, person, writer, _choices(place, answers, each), day)
                for each in {written_in, language} & set(place.country.languages)
            }
            made.append(_sheet(person, letters[language], letters.get(written_in, letters[language]), typed))
    return made


def _address(place: Place, address: str) -> tuple[str, ...]:
    """The address as lines, the postcode added where it was left out."""
    lines = tuple(" ".join(line.split()) for line in address.split("\n") if line.strip())
    return place.country.with_postcode(lines, place.match.postcode)


def _choices(place: Place, answers: Answers, language: str) -> Choices:
    return Choices(language, place.constituency, answers.requests, answers.own_words)


def _sheet(person: Representative, letter: Letter, shown: Letter, typed: Mapping[str, str]) -> Sheet:
    """The letter as composed, or as edited where what came back is not what was shown."""
    raw_text = typed.get(f"text-{person.id}", shown.text)
    raw_subject = typed.get(f"subject-{person.id}", shown.subject)
    text, subject = visible(raw_text), _one_line(visible(raw_subject))
    same = split_paragraphs(text) == split_paragraphs(shown.text) and subject == _one_line(shown.subject)
    if same and not has_unprintable(raw_text + raw_subject):
        return Sheet(letter, person, is_edited=False)
    edited = shown.edited(subject[:LONGEST_SUBJECT] or shown.subject, text[:LONGEST_TEXT])
    return Sheet(edited, person, is_edited=True, problem=_problem(raw_text, raw_subject, text, subject))


def _problem(raw_text: str, raw_subject: str, text: str, subject: str) -> str:
    if has_unprintable(raw_text + raw_subject):
        return UNPRINTABLE
    if not text.strip():
        return N_("Type the text of this letter.")
    if len(text) > LONGEST_TEXT or len(subject) > LONGEST_SUBJECT:
        return N_("This letter is too long: shorten its text and keep its subject on one line.")
    return ""


def _one_line(text: str) -> str:
    """The text with single spaces; non-breaking ones stay."""
    return re.sub(r"[ \n]+", " ", text).strip(" \n")
