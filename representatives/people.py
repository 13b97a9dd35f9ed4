"""Frozen values: places, and the people who sit for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from representatives.languages import Text as Text
from representatives.posts import Membership, Post, Term

Point = tuple[float, float]
"""Latitude and longitude in degrees."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """A person who sits in a chamber, in Popolo's terms a person with one membership."""

    id: str
    """Stable and safe in forms and file names, e.g. "ca-commons-122369"."""
    country: str
    chamber: Chamber
    name: str
    given_name: str = ""
    family_name: str = ""
    honorific_prefix: str = ""
    """As the chamber lists it: "Hon.", "Right Hon." or ""."""
    honorific_suffix: str = ""
    """Post-nominal letters, e.g. "P.C.", or ""."""
    party: Text = field(default_factory=dict)
    area: str
    """The constituency's code, or for a senator the region's."""
    email: str = ""
    """The published address, or "" where there is none: never derived."""
    page: Text
    """The chamber's own page about this person."""
    until: date | None = None
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
    posts: tuple[Post, ...] = ()
    """The offices they hold, the one to name first."""
    committees: tuple[Membership, ...] = ()
    term: Term | None = None
    """How long they were elected or appointed for, where the source says so for each person."""
    names: Text = field(default_factory=dict)
    """Of a seat whose holder is not known: its name, in which a letter is addressed to the office; otherwise {}."""

    @property
    def post(self) -> Post | None:
        """The office to name: the first that is certain."""
        return next((post for post in self.posts if post.source.is_certain), None)

    @property
    def is_seat(self) -> bool:
        """Whether this stands for an office whose holder is not known, and names nobody."""
        return bool(self.names)

    def called(self, language: str) -> str:
        """The name, or the seat's in a language."""
        return self.names.get(language, self.name)

    def sits_on(self, day: date) -> bool:
        """Whether the law still seats this person on that day."""
        return self.until is None or day < self.until


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A seat for which nobody can be named: without a member, or with one who is not known."""

    chamber: Chamber
    constituency: Constituency
    note: Text = field(default_factory=dict)
    """Why, where that is known; {} otherwise."""
    is_empty: bool = True
    """Whether nobody sits there, as far as is known; otherwise somebody may, who is not known."""
    seat: Representative | None = None
    """To whom a letter can be addressed all the same: the office."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who speaks for the people of one constituency on one day."""

    constituency: Constituency
    member: Representative | Vacancy
    senators: tuple[Representative, ...]
    """In a country where senators' seats can be written to, those whose holder is not known too."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """By the id of somebody who no longer sits, who or which seat is in their place now."""
    reasons: Mapping[str, Text] = field(default_factory=dict)
    """By id, why a letter goes to a seat; why somebody newly reported is named."""

    @property
    def people(self) -> tuple[Representative, ...]:
        """Everyone who can be written to, the member or their seat first."""
        member = self.member if isinstance(self.member, Representative) else self.member.seat
        return (*((member,) if member else ()), *self.senators)
