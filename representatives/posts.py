"""Frozen values: the offices that people hold and the committees they sit on, in Popolo's words.

https://www.popoloproject.com/specs/membership.html
"""

from dataclasses import dataclass

from representatives.languages import Text


@dataclass(frozen=True, slots=True)
class Source:
    """Who said something, and when."""

    body: str
    """E.g. "Elections Canada"."""
    day: str
    """Of what it said: an ISO day, month or year."""
    is_certain: bool
    """Otherwise it is reported only: shown as such, and it names nobody in a letter."""


@dataclass(frozen=True, slots=True)
class Post:
    """An office that a person holds."""

    role: str
    """What kind of office: "prime-minister", "minister", "parliamentary-secretary", "speaker", "no-seat" (a member who
    does not take their seat), "whip" ..."""
    title: Text
    """E.g. "Minister of Justice"."""
    field: str
    """What it is about, where that matters to a campaign, e.g. "foreign-affairs"; otherwise ""."""
    is_primary: bool
    """Whether it is the one to name where somebody holds several."""
    source: Source


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's seat on a committee."""

    committee: str
    """Its id, e.g. "SSFR"."""
    name: Text
    """As people say it, e.g. "Foreign Relations Committee"."""
    title: str
    """E.g. "Chair"; "" for a member."""
    source: Source
    is_newest: bool
    """Whether the list is the newest of that country's: an older one may be out of date."""


@dataclass(frozen=True, slots=True)
class Term:
    """How long somebody was elected or appointed for."""

    ends: str
    """The first day after it, ISO."""
    division: str = ""
    """A senator's class, where there are classes."""
    how: str = ""
    """ "appointment", "special-election" or "until-special-election" where it is not a whole term."""
