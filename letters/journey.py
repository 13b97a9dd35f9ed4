"""From a complete form to the letters, edited where the writer edited them; nothing here knows the web."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from letters.campaign import Campaign
from letters.forms import Answers, address_lines, visible
from letters.letter import Choices, Letter, Writer, compose, split_paragraphs
from letters.outputs import email
from representatives import Constituency, Delegation, Match, Representative
from representatives.countries import LETTER_COUNTRIES, LetterCountry

LONGEST_TEXT = 20_000
"""Characters of an edited letter; beyond it the rest is left out, as no letter is that long."""


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

    @property
    def is_empty(self) -> bool:
        """Whether the writer deleted everything."""
        return not self.letter.salutation

    @property
    def mailto(self) -> str:
        """A link that opens the whole letter, or where it is too long only recipient and subject."""
        return email.mailto(self.letter) if self.fits_mailto else email.mailto_start(self.letter)

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
        typed: the fields "text-ID" and "subject-ID" hold what the writer edited, and "written_in" its language.
        language: the letters' language.
        day: the letters' date.
    """
    writer = Writer(answers.name, address_lines(answers.address, place.match.postcode.printed))
    written_in = typed.get("written_in", language)
    if written_in not in place.country.languages:
        written_in = language
    made = []
    for person in place.delegation.people:
        if person.id in answers.to:
            letters = {
                each: compose(campaign, person, writer, _choices(place, answers, each), day)
                for each in dict.fromkeys((written_in, language))
            }
            made.append(_sheet(person, letters[language], letters[written_in], typed))
    return made


def _choices(place: Place, answers: Answers, language: str) -> Choices:
    return Choices(language, place.constituency, answers.requests, answers.own_words)


def _sheet(person: Representative, letter: Letter, shown: Letter, typed: Mapping[str, str]) -> Sheet:
    """The letter as composed, or as edited where what came back is not what was shown."""
    text = visible(typed.get(f"text-{letter.recipient_id}", shown.text))[:LONGEST_TEXT]
    subject = _one_line(visible(typed.get(f"subject-{letter.recipient_id}", shown.subject)))[:200]
    is_edited = split_paragraphs(text) != split_paragraphs(shown.text) or subject != _one_line(shown.subject)
    return Sheet(letter.edited(subject or letter.subject, text) if is_edited else letter, person, is_edited)


def _one_line(text: str) -> str:
    """The text with single spaces; non-breaking ones stay."""
    return re.sub(r"[ \n]+", " ", text).strip(" \n")
