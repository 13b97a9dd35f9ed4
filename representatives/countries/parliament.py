"""What every country's parliament is like, and what the law ends on which day."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from representatives.people import Chamber, Constituency, Region, Representative, Text, Vacancy
from representatives.sitting.days import when

_ASKED = frozenset({"prime-minister", "minister", "parliamentary-secretary", "whip"})
"""Offices whose holders are asked otherwise than a member among members."""

_VACANT: Text = {
    "en": "The seat was vacant {when}, when our list was made.",
    "fr": "Le siège était vacant {when}, quand notre liste a été faite.",
}


@dataclass(frozen=True, slots=True)
class Ending:
    """A term's end by law."""

    day: date
    """The first day on which it is over, or on which it may be over."""
    text: Text
    """What ended, in a sentence or two."""


class Parliament(ABC):
    """A country's parliament."""

    regions: Mapping[str, Region]
    """By code, in the order the country lists them; senators sit for them."""
    lower: Chamber
    """The chamber whose members sit for constituencies."""
    chambers: Mapping[Chamber, Text]
    """Each chamber's name, e.g. "House of Commons"."""
    member_name: Mapping[Chamber, Text]
    """What a member of each chamber is called, e.g. "Member of Parliament"."""
    role_names: Mapping[str, Text] = {}
    """What those are called who are not ordinary members, by their role."""
    member_lists: Mapping[Chamber, Text]
    """Where each chamber lists its members."""
    seats: Mapping[Chamber, int]
    """How many seats the law gives each chamber."""
    month_first: bool = False
    """Whether its English writes "November 24, 2026"."""
    committees_end: date
    """The first day on which the committees of the lists are over by law."""
    presiding: Mapping[Chamber, frozenset[str]] = {}
    """Posts whose holders take no side and have no vote of their own, by chamber."""
    bill_numbers: str = ""
    """A pattern of the numbers by which its bills and laws are called, e.g. of "C-219"; "" where they have names alone."""
    senate_seats_named: bool = False
    """Whether a senator's seat is one of so few that a letter can be addressed to it."""

    @abstractmethod
    def ending(self, person: Representative) -> Ending | None:
        """When the law ends the person's term at the latest; None where `until` alone says it."""

    @abstractmethod
    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """An office as a letter addresses it, e.g. "The Member of Parliament for Avalon".

        Args:
            chamber: whose seat it is; the Senate's only where senate_seats_named.
            constituency: of a senator's seat, the region.
            division: of a senator's seat its class, where two must be told apart.
        """

    def unknown_districts(self, day: date) -> Mapping[str, Text]:
        """By region, why a code's constituency cannot be known on a day from the tables of now, where it cannot."""
        return {}

    def asked_as(self, person: Representative) -> str:
        """As what a letter asks the person, in the words of the campaigns' texts; "" for an ordinary member.

        Only an office that is certain; but that somebody has no vote counts even where it is only reported.
        """
        presiding = self.presiding.get(person.chamber, frozenset())
        roles = {post.role for post in person.posts} | {person.role}
        if roles & presiding:
            return "speaker"
        if "no-seat" in roles:
            return "no-seat"
        if person.role in ("delegate", "resident-commissioner"):
            return "delegate"
        return person.post.role if person.post and person.post.role in _ASKED else ""

    def role_of(self, code: str) -> str:
        """What a constituency's member is where not an ordinary one, e.g. "delegate"; otherwise ""."""
        return ""

    def listed_vacant(self, as_of: str) -> Text:
        """That the list of a day has nobody for a seat."""
        return {
            language: _VACANT[language].format(when=when(as_of, language, month_first=self.month_first))
            for language in _VACANT
        }

    def votes(self, role: str) -> bool:
        """Whether somebody with that role fills one of the seats that the law counts; a delegate may sit without a vote."""
        return True

    def offered(self, person: Representative, day: date) -> bool:
        """Whether the person may be named as sitting on that day."""
        ending = self.ending(person)
        return person.sits_on(day) and (ending is None or day < ending.day)

    def role(self, person: Representative | Vacancy) -> Text:
        """What the person is, e.g. "Member of Parliament"."""
        role = person.role if isinstance(person, Representative) else self.role_of(person.constituency.code)
        return self.role_names.get(role) or self.member_name[person.chamber]
