"""Days in words, as far as they are known: a day, a month, a season or a year, ISO 8601 (seasons: ISO 8601-2, 4.8)."""

from collections.abc import Mapping, Sequence
from datetime import date

from representatives.languages import FIRST

_MONTHS: Mapping[str, Sequence[str]] = {
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin",
           "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
}  # fmt: skip
_SEASONS: Mapping[str, Sequence[str]] = {
    "en": ("spring", "summer", "autumn", "winter"),
    "fr": ("au printemps", "à l’été", "à l’automne", "à l’hiver"),
}
_FIRST_SEASON = 21
_BEGINS = (3, 6, 9, 12)
"""The months in which the seasons begin."""


def first_day(iso: str) -> date:
    """The first day that a day, month, season or year can mean.

    Raises:
        ValueError: it is none of them.
    """
    year, month, day = ([*map(int, iso.split("-")), 1, 1])[:3]
    if month >= _FIRST_SEASON:
        month = _BEGINS[month - _FIRST_SEASON]
    return date(year, month, day)


def in_words(iso: str, language: str, *, month_first: bool = False) -> str:
    """ "18 September 2026", "September 18, 2026", "18 septembre 2026", "September 2026", "summer 2026", "2026"."""
    year, *rest = (int(part) for part in iso.split("-"))
    if not rest:
        return str(year)
    if rest[0] >= _FIRST_SEASON:
        return f"{_SEASONS[language][rest[0] - _FIRST_SEASON]} {year}"
    month = _MONTHS[language][rest[0] - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    if language == FIRST:
        return f"{month} {rest[1]}, {year}" if month_first else f"{rest[1]} {month} {year}"
    return f"{'1er' if rest[1] == 1 else rest[1]} {month} {year}"


def when(iso: str, language: str, *, month_first: bool = False) -> str:
    """The same with its preposition: "on 18 September 2026", "in summer 2026", "le 18 septembre 2026", "à l’été 2026"."""
    words, parts = in_words(iso, language, month_first=month_first), iso.split("-")
    is_day = len(parts) > 2
    if language == FIRST:
        return f"{'on' if is_day else 'in'} {words}"
    is_season = len(parts) == 2 and int(parts[1]) >= _FIRST_SEASON
    return words if is_season else f"{'le' if is_day else 'en'} {words}"
