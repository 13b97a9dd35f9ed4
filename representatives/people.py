"""Frozen values: places, the people who sit for them, and what a look-up found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Text = Mapping[str, str]
"""A text by language code, e.g. {"en": "Quebec", "fr": "Québec"}."""


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
    """A province or territory: where senators sit for."""

    id: str
    """OCD division id, e.g. "ocd-division/country:ca/province:on"."""
    code: str
    """The post office's abbreviation, e.g. "ON"."""
    name: Text
    located: Text
    """The name with its preposition, e.g. "in Ontario", "au Québec"."""


@dataclass(frozen=True, slots=True)
class Constituency:
    """A riding, constituency, district or electorate."""

    id: str
    """OCD division id, e.g. "ocd-division/country:ca/ed:35039-2023"."""
    code: str
    """The authority's own code: in Canada the federal electoral district number."""
    country: str
    name: Text
    region: Region


class Chamber(StrEnum):
    """A house of parliament, in words that campaign files use."""

    COMMONS = "commons"
    SENATE = "senate"


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
    """The first day on which the seat is no longer theirs by law (a senator's retirement), if known."""

    def sits_on(self, day: date) -> bool:
        """Whether the law still seats this person on that day."""
        return self.until is None or day < self.until


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A seat without a member."""

    chamber: Chamber
    constituency: Constituency


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
    AREA = "area"
    """Other codes or addresses of the area lie in it."""


@dataclass(frozen=True, slots=True)
class Candidate:
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
