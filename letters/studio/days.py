"""Dates as people type them, in English and French."""

import re
import unicodedata
from contextlib import suppress
from datetime import date
from functools import cache

from babel import Locale

from representatives.languages import LANGUAGES


def day_of(text: str) -> date | str:
    """2025-12-05, 5 December 2025, December 5, 2025, 5 déc. 2025; a month as 2025-12; any other text as it is.

    12/03/2024 stays, too: people mean two days by it.
    """
    text = text.strip()
    numbers, words = re.findall(r"\d+", text), re.findall(r"[^\W\d_]{3,}", text)
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
        if len(words) == 1 and 0 < len(numbers) < 3 and len(numbers[-1]) == 4:
            month, year = _month(words[0]), int(numbers[-1])
            return date(year, month, int(numbers[0])) if len(numbers) > 1 else f"{year}-{month:02}"
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
