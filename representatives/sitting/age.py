"""How old the list of people is, and from when that is said."""

from dataclasses import dataclass
from datetime import date, timedelta

from representatives.sitting.days import first_day

SAID_FROM = timedelta(days=60)
"""From then on a page says beside each name of what day it is, and where to check it."""
NOTED_FROM = timedelta(days=180)
"""From then on it says so in a note, before a letter is made."""


@dataclass(frozen=True, slots=True)
class Age:
    """Of a list that was right on one day, seen on another."""

    as_of: str
    """An ISO day, month or year; of a month or a year the first day counts."""
    day: date

    @property
    def length(self) -> timedelta:
        """How long ago that was."""
        return self.day - first_day(self.as_of)

    @property
    def is_said(self) -> bool:
        """Whether it is said beside each name."""
        return self.length >= SAID_FROM

    @property
    def is_noted(self) -> bool:
        """Whether it is said in a note, before a letter is made."""
        return self.length >= NOTED_FROM
