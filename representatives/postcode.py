"""Anything a person types -> Postcode; the shape decides the country."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import product

from representatives.additions import without_additions
from representatives.countries import COUNTRIES, Country, examples
from representatives.languages import FIRST, N_, Text
from representatives.match import Postcode

MOST_TYPED = 40
"""More characters than any postcode with any spacing; longer input is refused unread."""

_LOOKALIKES = {"O": "O0", "0": "0O", "I": "I1", "1": "1I", "L": "L1"}
"""Taken for each other without asking, where one reading is possible."""
_PAIRS = (("S", "5"), ("B", "8"), ("Z", "2"), ("G", "6"), ("T", "7"), ("U", "V"), ("D", "0"), ("Q", "0"))
_SLIPS = {**dict(_PAIRS), **{other: one for one, other in _PAIRS}}
"""Only offered."""
_LONGEST = max(country.postcode_length for country in COUNTRIES.values())
_SEPARATORS = frozenset("-.,_'\"()/:;+")
_MEANINGLESS = {"Zs", "Cf", "Cc", "Mn", "Pd", "Pi", "Pf"}


class PostcodeProblem(StrEnum):
    """Why something typed is not a postcode."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    INCOMPLETE = "incomplete"
    AMBIGUOUS = "ambiguous"
    UNRECOGNISED = "unrecognised"


_SENTENCES = {
    PostcodeProblem.EMPTY: N_("Type your postal code, for example %(example)s."),
    PostcodeProblem.TOO_LONG: N_("Type only your postal code, for example %(example)s."),
    PostcodeProblem.INCOMPLETE: N_(
        "Type your whole postal code, for example %(example)s: this is only a part of one."
    ),
    PostcodeProblem.AMBIGUOUS: N_(
        "Check the letters O and I and the digits 0 and 1: this could be two different postal codes."
    ),
    PostcodeProblem.UNRECOGNISED: N_("That does not look like a postal code. These do: %(examples)s."),
}


class InvalidPostcode(ValueError):
    """What was typed has no country's shape; `problem` says why, str() is a sentence for the visitor in English."""

    def __init__(self, problem: PostcodeProblem, readings: Sequence[Postcode] = ()) -> None:
        self.problem = problem
        self.readings = readings
        """What may have been meant, if one character looks like another."""
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

    Spaces, hyphens and other separators, letter case, full-width forms and invisible characters do not matter, nor does a
    region or a country before or after it. O and 0, and I, L and 1, are taken for each other where exactly one reading is
    possible.

    Raises:
        InvalidPostcode: nothing, too much, a part of a code, or no country's shape.
    """
    if len(text) > MOST_TYPED:
        raise InvalidPostcode(PostcodeProblem.EMPTY if not text.strip() else PostcodeProblem.TOO_LONG)
    bare = bare_code(text)
    if not bare:
        raise InvalidPostcode(PostcodeProblem.EMPTY)
    if found := _readings((bare,)) or _beside_additions(text):
        return found[0]
    if len(bare) > _LONGEST:
        raise InvalidPostcode(PostcodeProblem.UNRECOGNISED)
    found = _readings(_spellings(bare))
    if len(found) == 1:
        return found[0]
    raise InvalidPostcode(_problem(bare, found), found or slips(bare))


def slips(bare: str) -> list[Postcode]:
    """The postcodes that a code may stand for if one of its characters was taken for another that looks like it."""
    spellings = {
        bare[:place] + other + bare[place + 1 :]
        for place, char in enumerate(bare)
        for other in _SLIPS.get(char, "")
        if len(bare) <= _LONGEST
    }
    return _readings(tuple(sorted(spellings)))


def elsewhere(text: str) -> Text:
    """Of a code of a country's post that is no postcode: why no constituency belongs to it, and which to give instead.

    It is read as parse() reads a postcode; {} where it is nothing of the kind.
    """
    rest = without_additions(unicodedata.normalize("NFKC", text))
    codes = (bare_code(each) for each in (text, rest.text if rest else "") if len(each) <= MOST_TYPED)
    spellings = [each for bare in codes if len(bare) <= _LONGEST for each in _spellings(bare)]
    for country in COUNTRIES.values():
        if code := next(filter(country.is_elsewhere, spellings), ""):
            return country.without_constituency(code)
    return {}


def _spellings(bare: str) -> tuple[str, ...]:
    """The code as typed and with every character that is taken for another one."""
    return tuple(map("".join, product(*(_LOOKALIKES.get(char, char) for char in bare))))


def _beside_additions(text: str) -> list[Postcode]:
    """The postcode beside which its region or its country is written, where there is exactly one."""
    rest = without_additions(unicodedata.normalize("NFKC", text))
    if rest is None:
        return []
    bare = bare_code(rest.text)
    countries = [COUNTRIES[id] for id in rest.places]
    restored = [(each, each.restored(bare, rest.places[each.id])) for each in countries]
    found = _readings((bare,), countries) or [_postcode(each, code) for each, code in restored if code]
    if not found and len(bare) <= _LONGEST:
        found = _readings(_spellings(bare), countries)
    return found if len(found) == 1 else []


def bare_code(text: str) -> str:
    """Upper case, without what carries no meaning: spaces, separators, quotes, invisible and combining marks."""
    return "".join(
        char
        for char in unicodedata.normalize("NFKC", text).upper()
        if char not in _SEPARATORS and unicodedata.category(char) not in _MEANINGLESS
    )


def _readings(
    spellings: tuple[str, ...], countries: Iterable[Country] = COUNTRIES.values()
) -> list[Postcode]:
    return [
        _postcode(country, spelling)
        for spelling in spellings
        for country in countries
        if spelling.isascii() and country.postcode_shape.fullmatch(spelling)
    ]


def _postcode(country: Country, spelling: str) -> Postcode:
    code = country.significant(spelling)
    return Postcode(country=country.id, code=code, printed=country.printed(code))


def _problem(bare: str, found: list[Postcode]) -> PostcodeProblem:
    if found:
        return PostcodeProblem.AMBIGUOUS
    if any(country.is_beginning(bare) for country in COUNTRIES.values()):
        return PostcodeProblem.INCOMPLETE
    return PostcodeProblem.UNRECOGNISED
