"""Anything a person types -> Postcode; the shape decides the country."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from itertools import product

from representatives.countries import COUNTRIES, Country, examples
from representatives.languages import FIRST, N_
from representatives.match import Postcode

MOST_TYPED = 40
"""More characters than any postcode with any spacing; longer input is refused unread."""

_LOOKALIKES = {"O": "O0", "0": "0O", "I": "I1", "1": "1I", "L": "L1"}
_SEPARATORS = frozenset("-.,_'\"()/:;+")
_MEANINGLESS = {"Zs", "Cf", "Cc", "Mn", "Pd", "Pi", "Pf"}


class Problem(StrEnum):
    """Why something typed is not a postcode."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    INCOMPLETE = "incomplete"
    AMBIGUOUS = "ambiguous"
    UNRECOGNISED = "unrecognised"


_SENTENCES = {
    Problem.EMPTY: N_("Type your postal code, for example %(example)s."),
    Problem.TOO_LONG: N_("Type only your postal code, for example %(example)s."),
    Problem.INCOMPLETE: N_(
        "Type your whole postal code, for example %(example)s: this is only a part of one."
    ),
    Problem.AMBIGUOUS: N_(
        "Check the letters O and I and the digits 0 and 1: this could be two different postal codes."
    ),
    Problem.UNRECOGNISED: N_("That does not look like a postal code. These do: %(examples)s."),
}


class InvalidPostcode(ValueError):
    """What was typed has no country's shape; `problem` says why, str() is a sentence for the visitor in English."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.sentence = _SENTENCES[problem]
        """For translation; examples() fills it."""
        super().__init__(self.sentence % self.examples(FIRST))

    @staticmethod
    def examples(language: str) -> Mapping[str, str]:
        """What the sentence's places stand for in a language."""
        first = next(iter(COUNTRIES.values()))
        return {"example": first.printed(first.example), "examples": examples(language)}


def parse(text: str) -> Postcode:
    """Read a postcode of any of the four countries from what a person typed.

    Spaces, hyphens and other separators, letter case, full-width forms and invisible characters do not
    matter. O and 0, and I, L and 1, are taken for each other where exactly one reading is possible.

    Raises:
        InvalidPostcode: nothing, too much, a part of a code, or no country's shape.
    """
    if len(text) > MOST_TYPED:
        raise InvalidPostcode(Problem.EMPTY if not text.strip() else Problem.TOO_LONG)
    bare = _bare(text)
    if not bare:
        raise InvalidPostcode(Problem.EMPTY)
    if found := _readings((bare,)):
        return found[0]
    if len(bare) > max(country.postcode_length for country in COUNTRIES.values()):
        raise InvalidPostcode(Problem.UNRECOGNISED)
    found = _readings(tuple(map("".join, product(*(_LOOKALIKES.get(c, c) for c in bare)))))
    if len(found) == 1:
        return found[0]
    raise InvalidPostcode(_problem(bare, found))


def _bare(text: str) -> str:
    """Upper case, without what carries no meaning: spaces, separators, quotes, invisible and combining marks."""
    return "".join(
        char
        for char in unicodedata.normalize("NFKC", text).upper()
        if char not in _SEPARATORS and unicodedata.category(char) not in _MEANINGLESS
    )


def _readings(spellings: tuple[str, ...]) -> list[Postcode]:
    return [
        _postcode(country, spelling)
        for spelling in spellings
        for country in COUNTRIES.values()
        if spelling.isascii() and country.postcode_shape.fullmatch(spelling)
    ]


def _postcode(country: Country, spelling: str) -> Postcode:
    code = country.significant(spelling)
    return Postcode(country=country.id, code=code, printed=country.printed(code))


def _problem(bare: str, found: list[Postcode]) -> Problem:
    if found:
        return Problem.AMBIGUOUS
    if any(country.is_beginning(bare) for country in COUNTRIES.values()):
        return Problem.INCOMPLETE
    return Problem.UNRECOGNISED
