"""What people type as a campaign's files have it: dates, marks of sources, topics."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date
from functools import cache

from babel import Locale

from letters.typography import partial_date
from representatives.languages import LANGUAGES

_ISO = re.compile(r"[12]\d{3}-\d\d(-\d\d)?")
CITING = re.compile(r"Summary/\d+/text|Letter/[^/]+/Core/.+|editor/Text")
"""Fields in which a mark names a source."""
_ROUND = re.compile(r"(?:(?<=\D[\s.!?”»])|(?<=\d{4}\s))\(\d{1,2}\)(?:[\s,]*\(\d{1,2}\))*")
"""One or several after a sentence or a space; "section 4 (1)" is a law's, but what follows a year is a source."""
_AT_END = re.compile(r"\(\d{1,2}\)[.!?]?\s*$")
_TOPIC = re.compile(r"Request/[^/]+/Topic")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PROSE = ("title", "teaser", "Summary/", "Request/", "Letter/")
"""How the fields begin that hold sentences: an address has names in small letters."""
_MARKS = ".,;:!?()[]“”«»\"'’*–—"


def day_of(text: str) -> date | str:
    """2025-12-05, 5 December 2025, December 5, 2025, 5 déc. 2025; a month as 2025-12; any other text as it is.

    12/03/2024 stays, too: people mean two days by it.
    """
    text = text.strip()
    numbers, words = re.findall(r"\d+", text), re.findall(r"[^\W\d_]{3,}", text)
    with suppress(ValueError, OverflowError):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
        if len(words) == 1 and 0 < len(numbers) < 3 and len(numbers[-1]) == 4:
            month, year = _month(words[0]), int(numbers[-1])
            return date(year, month, int(numbers[0])) if len(numbers) > 1 else f"{year}-{month:02}"
    return text


def in_words(text: str, language: str, country: str) -> str:
    """A day or month of campaign.toml as people write it; any other text as it is."""
    with suppress(ValueError):
        return partial_date(text, language, country) if _ISO.fullmatch(text) else text
    return text


def _month(word: str) -> int:
    """The number of a month, of which the beginning is enough: Nov, Sept, janv.

    Raises:
        ValueError: no month begins so, or several do.
    """
    begins = _plain(word)
    (number,) = {number for name, number in _months() if name.startswith(begins)}
    return number


@cache
def _months() -> tuple[tuple[str, int], ...]:
    months = [Locale(language).months["format"]["wide"] for language in LANGUAGES]
    return tuple((_plain(name), number) for names in months for number, name in names.items())


def _plain(word: str) -> str:
    """In small letters, without accents."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()


def with_square_brackets(fields: Mapping[str, str], sources: Collection[str]) -> dict[str, str]:
    """The fields with the marks of these sources as the check knows them."""
    return {name: _marked(text, sources) if CITING.fullmatch(name) else text for name, text in fields.items()}


def _marked(text: str, sources: Collection[str]) -> str:
    """Only in lines that end in such a number: in "(1) the first, (2) the second" it counts what follows."""

    def mark(found: re.Match[str]) -> str:
        ids = re.findall(r"\d+", found[0])
        return "".join(f" [{id}]" for id in ids).lstrip() if set(ids) <= set(sources) else found[0]

    return "\n".join(_ROUND.sub(mark, line) if _AT_END.search(line) else line for line in text.split("\n"))


def one_line(text: str) -> str:
    """The text with one space in the place of each gap and line break."""
    return " ".join(text.split())


def with_small_topics(fields: Mapping[str, str]) -> Mapping[str, str]:
    """The fields with each Topic as it stands within a sentence: "The last buses" as "the last buses".

    A first word that stands in small letters elsewhere in the campaign is no name.
    """
    texts = " ".join(text for name, text in fields.items() if name.startswith(_PROSE))
    small = {word for each in texts.split() if _WORD.fullmatch(word := each.strip(_MARKS))}
    topics = {name: one_line(text) for name, text in fields.items() if _TOPIC.fullmatch(name)}
    made = {}
    for name, text in topics.items():
        first = _WORD.match(text)
        if first and first[0][1:] == first[0][1:].lower() and first[0].lower() in small:
            made[name] = text[0].lower() + text[1:]
    return {**fields, **made}
