"""Frozen values: places, the people who sit for them, and what a look-up found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

Text = Mapping[str, str]
"""A text by language code, e.g. {"en": "Quebec", "fr": "Québec"}."""

PAGE_LANGUAGES = ("en", "fr")
"""The languages in which every text of a place or a person can be shown."""

Point = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True, slots=True)
class Postcode:
    """A postcode that has its country's shape; whether it exists is the directory's question."""

    country: str
    """Two lower-case letters: "ca", "gb", "us", "au"."""
    code: str
    """Upper case without spaces, e.g. "L8S4L8"."""
    printed: str
    """As the post office prints it, e.g. "L8S 4L8"."""

    def __str__(self) -> str:
        return self.printed


@dataclass(frozen=True, slots=True)
class Region:
    """A province, state, territory or nation: where senators sit for, in a country that has any."""

    id: str
    """OCD division id, e.g. "ocd-division/country:ca/province:on"."""
    code: str
    """The country's abbreviation, e.g. "ON"."""
    name: Text
    located: Text
    """The name with its preposition, e.g. "in Ontario", "au Québec"."""


@dataclass(frozen=True, slots=True)
class Constituency:
    """A riding, constituency, district or electorate."""

    id: str
    """OCD division id, e.g. "ocd-division/country:ca/ed:35039-2023"."""
    code: str
    """The authority's own: in Canada the electoral district number, "NY-12" in the United States, the GSS code in
    the United Kingdom, the division's name in Australia."""
    country: str
    name: Text
    region: Region


class Chamber(StrEnum):
    """A house of parliament, in words that campaign files use."""

    COMMONS = "commons"
    """The lower house in Canada and the United Kingdom."""
    HOUSE = "house"
    """The lower house in the United States and Australia."""
    SENATE = "senate"


@dataclass(frozen=True, slots=True)
class Office:
    """Where a representative's post goes."""

    id: str
    """"parliament", or a local office's id; safe in forms."""
    name: str
    """Which one it is, e.g. "Hamilton"; "" where there is only one."""
    lines: tuple[str, ...]
    """The postal lines below the person's name."""
    point: Point | None = None
    local: bool = False
    """Whether it is in the constituency or region rather than at parliament."""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Representative:
    """A person who sits in a chamber, in Popolo's terms a person with one membership."""

    id: str
    """Stable and safe in forms and file names, e.g. "ca-commons-122369"."""
    country: str
    chamber: Chamber
    name: str
    given_name: str
    family_name: str
    honorific_prefix: str
    """As the chamber lists it: "Hon.", "Right Hon." or ""."""
    honorific_suffix: str
    """Post-nominal letters, e.g. "P.C.", or ""."""
    party: Text
    area: str
    """The constituency's code, or for a senator the region's."""
    email: str
    """The published address, or "" where there is none: never derived."""
    page: Text
    """The chamber's own page about this person."""
    until: date | None
    """The first day on which the seat is no longer theirs (a senator's retirement, a resignation), if known."""
    styled: str = ""
    """The name as the authority writes it on an envelope, where it says so for each person; otherwise ""."""
    addressed_as: str = ""
    """What the authority writes after "Dear", where it says so for each person; otherwise ""."""
    role: str = ""
    """An office that changes how the person is addressed, e.g. "speaker" or "delegate"; otherwise ""."""
    contact_form: str = ""
    """The person's own form on the web, or ""."""
    offices: tuple[Office, ...] = ()
    """Their local offices, as listed."""
    note: Text = field(default_factory=dict)
    """What a visitor should know, e.g. that a change is reported; {} otherwise."""

    def sits_on(self, day: date) -> bool:
        """Whether the law still seats this person on that day."""
        return self.until is None or day < self.until


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A seat without a member."""

    chamber: Chamber
    constituency: Constituency
    note: Text = field(default_factory=dict)
    """Why, where that is known; {} otherwise."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who speaks for the people of one constituency on one day."""

    constituency: Constituency
    member: Representative | Vacancy
    senators: tuple[Representative, ...]

    def __iter__(self) -> Iterator[Representative | Vacancy]:
        yield self.member
        yield from self.senators

    @property
    def people(self) -> tuple[Representative, ...]:
        """Everyone who can be written to, the member first."""
        member = (self.member,) if isinstance(self.member, Representative) else ()
        return member + self.senators


class Certainty(StrEnum):
    """How a look-up knows."""

    EXACT = "exact"
    """The code lies in one constituency."""
    SPLIT = "split"
    """The code may lie in several; all are candidates."""
    AREA = "area"
    """The code is not in the dataset; its neighbours are, and theirs are the candidates."""
    UNKNOWN = "unknown"
    """Nothing is known of the code or its area."""


class Reason(StrEnum):
    """Why a constituency is a candidate."""

    ONLY = "only"
    """Nothing that is known of the code or its area names another."""
    POSITION = "position"
    """The code's own position lies in it."""
    BORDER = "border"
    """The code's position is close to its border."""
    SHARE = "share"
    """A part of the postcode's own ground lies in it."""
    NEAREST = "nearest"
    """The nearest code that is held lies in it."""
    AREA = "area"
    """Other codes or addresses of the area lie in it."""


class Candidate(NamedTuple):
    """A constituency that a postcode may lie in."""

    constituency: Constituency
    share: float
    """How likely it is among the candidates, 0 to 1; the shares of a match add up to 1."""
    reason: Reason


@dataclass(frozen=True, slots=True)
class Match:
    """What is known of a postcode: the candidates likeliest first, and how that is known."""

    postcode: Postcode
    certainty: Certainty
    candidates: tuple[Candidate, ...]
    localities: tuple[str, ...] = ()
    """The postcode's suburbs, where choosing one leaves fewer candidates; otherwise ()."""
    point: Point | None = None
    """About where the postcode is, where the dataset says so."""
    named: str = ""
    """What people call the place, e.g. "Aberdeen City", for the visitor to recognise; "" where unknown."""
    _delegation: Callable[[str], Delegation] | None = field(default=None, repr=False, compare=False)

    def representatives(self, constituency: Constituency | str) -> Delegation:
        """Who sits for one of the candidates (or its code): the member or the vacancy, and the senators.

        Raises:
            KeyError: the postcode does not allow that constituency.
        """
        code = constituency if isinstance(constituency, str) else constituency.code
        if self._delegation is None or self.candidate(code) is None:
            raise KeyError(code)
        return self._delegation(code)

    def candidate(self, code: str) -> Candidate | None:
        """The candidate with that constituency code, or None where the postcode does not allow it."""
        return next((c for c in self.candidates if c.constituency.code == code), None)
