"""The spaces that a language sets by rule, so that authors need not type characters they cannot see."""

import re
from datetime import date

from babel.dates import format_date

from representatives.countries import COUNTRIES

NO_BREAK_SPACE = "\u00a0"
# Before : ; ! ? % and », and after «: https://vitrinelinguistique.oqlf.gouv.qc.ca/22064
_BEFORE = re.compile(r"(?<=\S) (?=[:;!?%»])")
_AFTER = re.compile(r"(?<=«) ")


def set_spaces(text: str, language: str) -> str:
    """The text with its language's non-breaking spaces; only French has any."""
    if language != "fr":
        return text
    return _AFTER.sub(NO_BREAK_SPACE, _BEFORE.sub(NO_BREAK_SPACE, text))


def word_count(text: str) -> int:
    """Words as a reader counts them: runs of characters between spaces that hold a letter or a digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def day_in_words(day: date, language: str, pattern: str = "long") -> str:
    """A date as the language writes it; in French the first of a month is an ordinal, which CLDR does not say.

    Args:
        day: the date.
        language: "en" or "fr".
        pattern: Babel's name or pattern for it. English differs between countries: each says its own.
    """
    text = str(format_date(day, pattern, locale=language))
    return re.sub(r"^(Le |)1 ", r"\g<1>1er ", text) if language == "fr" else text


def partial_date(iso: date | str, language: str, country: str = "") -> str:
    """A day, or an ISO day, month or year in words, as the country writes it: "14 June 2021", "June 2021", "2021"."""
    year, *rest = (int(part) for part in str(iso).split("-"))
    if not rest:
        return str(year)
    day = date(year, rest[0], rest[1] if len(rest) > 1 else 1)
    if len(rest) == 1:
        return day_in_words(day, language, "LLLL y")
    known = COUNTRIES.get(country)
    pattern = known.date_patterns["en"] if known and language == "en" else "long"
    return day_in_words(day, language, pattern)
