"""What the site says of its own data: who is listed for which seats, how old, from where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

from representatives.countries import Country
from representatives.directory import Directory
from representatives.people import Chamber, Constituency, Representative, Text, Vacancy
from representatives.posts import Membership, Post
from representatives.sitting.changes import Change
from representatives.storage.country_tables import CountryDirectory
from representatives.storage.dataset import Dataset


@dataclass(frozen=True, slots=True)
class ChamberCount:
    """One chamber against the seats that the law gives it."""

    id: Chamber
    seats: int
    held: int
    """People named as sitting on the day, those without a vote left out."""
    extra: int
    """People named as sitting without a vote, beyond the seats."""
    gone: int
    """People listed who no longer sit, or may not."""
    unknown: int
    """Seats of which it is not known who holds them."""
    vacant: tuple[Constituency, ...]


class HeldPost(NamedTuple):
    """An office and who holds it."""

    person: Representative
    post: Post


class CommitteeCount(NamedTuple):
    """A committee and how many of its members are known."""

    membership: Membership
    """Of one of them, for its name and source."""
    number: int


@dataclass(frozen=True, slots=True)
class CountryInventory:
    """One country's data on one day."""

    country: Country
    as_of: str
    constituencies: int
    chambers: tuple[ChamberCount, ...]
    notices: tuple[Text, ...]
    tables: tuple[Mapping[str, Any], ...]
    """The entries of datapackage.json."""
    places: Mapping[str, Text]
    """The names of the seats that changes speak of, by code."""
    changes: tuple[Change, ...]
    """Reported since the list was made."""
    held_posts: tuple[HeldPost, ...]
    committees: tuple[CommitteeCount, ...]
    report: str
    """An address that opens a report without any personal value; a mail to nobody yet where nobody is named."""


def inventory(directory: Directory, dataset: Dataset, day: date, contact: str) -> list[CountryInventory]:
    """Every country's data, in the order of their ids; `contact` is where to report a mistake, or "" for a mail without address."""
    counts = _counts(directory, day)
    return [
        CountryInventory(
            country=tables.country,
            as_of=tables.as_of,
            constituencies=len(tables.constituencies),
            chambers=counts[id],
            notices=tables.notices_on(day),
            tables=tuple(r for name, r in dataset.resources.items() if name.startswith(f"{id}-")),
            places={
                **{code: region.name for code, region in tables.country.regions.items()},
                **{code: place.name for code, place in tables.constituencies.items()},
            },
            changes=tuple(each for seat in tables.changes.values() for each in seat),
            held_posts=tuple(_posts(tables)),
            committees=tuple(_committees(tables)),
            report=_report(contact, tables),
        )
        for id, tables in directory.countries.items()
    ]


@lru_cache(maxsize=1)
def _counts(directory: Directory, day: date) -> Mapping[str, tuple[ChamberCount, ...]]:
    """By country. Everyone in the dataset is read for them, which is nothing for a visitor to ask for twice."""
    return {
        id: tuple(_count(tables, chamber, day) for chamber in tables.country.chambers)
        for id, tables in directory.countries.items()
    }


def _count(tables: CountryDirectory, chamber: Chamber, day: date) -> ChamberCount:
    listed = _listed(tables, chamber)
    named, unknown, vacant = _seated(tables, chamber, day)
    voting = [person for person in named if tables.country.votes(person.role)]
    ids = {person.id for person in named}
    return ChamberCount(
        id=chamber,
        seats=tables.country.seats[chamber],
        held=len(voting),
        extra=len(named) - len(voting),
        gone=sum(person.id not in ids for person in listed),
        unknown=unknown,
        vacant=vacant,
    )


def _seated(
    tables: CountryDirectory, chamber: Chamber, day: date
) -> tuple[list[Representative], int, tuple[Constituency, ...]]:
    """Who is named as sitting, how many seats have somebody who is not known, and which have nobody."""
    if chamber is not tables.country.lower:
        codes = {place.region.code: code for code, place in tables.constituencies.items()}
        senators = [person for code in codes.values() for person in tables.delegation(code, day).senators]
        named = [person for person in senators if not person.is_seat]
        return named, len(senators) - len(named), ()
    members = [tables.delegation(code, day).member for code in tables.constituencies]
    named = [member for member in members if isinstance(member, Representative)]
    open_seats = [member for member in members if isinstance(member, Vacancy)]
    vacant = tuple(seat.constituency for seat in open_seats if seat.is_empty)
    return named, len(open_seats) - len(vacant), vacant


def _everybody(tables: CountryDirectory) -> Iterator[Representative]:
    for chamber in tables.country.chambers:
        yield from _listed(tables, chamber)


def _posts(tables: CountryDirectory) -> Iterator[HeldPost]:
    for person in _everybody(tables):
        for post in person.posts:
            yield HeldPost(person, post)


def _committees(tables: CountryDirectory) -> Iterator[CommitteeCount]:
    found: dict[str, list[Membership]] = {}
    for person in _everybody(tables):
        for each in person.committees:
            found.setdefault(each.committee, []).append(each)
    for id in sorted(found):
        yield CommitteeCount(max(found[id], key=lambda each: each.source.day), len(found[id]))


def _listed(tables: CountryDirectory, chamber: Chamber) -> Sequence[Representative]:
    if chamber is tables.country.lower:
        return list(tables.members.values())
    return [person for region in tables.senators.values() for person in region]


def _report(contact: str, tables: CountryDirectory) -> str:
    """A mail or a page with the dataset named, so that a report can be placed; what is wrong is for people to say."""
    title = f"No Bystander: the data of {tables.country.id} ({tables.as_of})"
    body = "What is wrong, and where can it be checked? (No postal code or name of yours is needed.)"
    contact = contact or "mailto:"
    join = "&" if "?" in contact else "?"
    heading = "subject" if contact.startswith("mailto:") else "title"
    return f"{contact}{join}{heading}={quote(title, safe='')}&body={quote(body, safe='')}"
