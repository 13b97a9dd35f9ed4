"""What the site says of its own data: who is listed for which seats, how old, from where."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

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
    vacant: Sequence[Constituency]


@dataclass(frozen=True, slots=True)
class CountryInventory:
    """One country's data on one day."""

    country: Country
    as_of: str
    constituencies: int
    chambers: Sequence[ChamberCount]
    notices: Sequence[Text]
    tables: Sequence[Mapping[str, Any]]
    """The entries of datapackage.json."""
    changes: Sequence[tuple[Text, Change]]
    """Reported since the list was made, each with the name of its seat's place."""
    held_posts: Sequence[tuple[Representative, Post]]
    committees: Sequence[tuple[Membership, int]]
    """One membership of each committee, for its name and source, and how many of its members are known."""
    report: str
    """An address that opens a report without any personal value; a mail to nobody yet where nobody is named."""


def inventory(directory: Directory, dataset: Dataset, day: date, contact: str) -> list[CountryInventory]:
    """Every country's data, in the order of their ids; `contact` is where to report a mistake, or "" for a mail without address."""
    return [
        CountryInventory(
            country=tables.country,
            as_of=tables.as_of,
            constituencies=len(tables.constituencies),
            chambers=[_count(tables, chamber, day) for chamber in tables.country.chambers],
            notices=tables.notices_on(day),
            tables=[r for name, r in dataset.resources.items() if name.startswith(f"{id}-")],
            changes=[
                ((tables.constituencies.get(seat) or tables.country.regions[seat]).name, each)
                for seat, changes in tables.changes.items()
                for each in changes
            ],
            held_posts=[(person, post) for person in _everybody(tables) for post in person.posts],
            committees=_committees(_everybody(tables)),
            report=_report(contact, tables),
        )
        for id, tables in directory.countries.items()
    ]


def _everybody(tables: CountryDirectory) -> list[Representative]:
    return [*tables.members.values(), *(each for region in tables.senators.values() for each in region)]


def _count(tables: CountryDirectory, chamber: Chamber, day: date) -> ChamberCount:
    seats: list[Representative | Vacancy]
    if chamber is tables.country.lower:
        seats = [tables.delegation(code, day).member for code in tables.constituencies]
    else:
        codes = {place.region.code: code for code, place in tables.constituencies.items()}
        seats = [person for code in codes.values() for person in tables.delegation(code, day).senators]
    named = [seat for seat in seats if isinstance(seat, Representative) and not seat.is_seat]
    vacant = [seat.constituency for seat in seats if isinstance(seat, Vacancy) and seat.is_empty]
    voting = sum(tables.country.votes(person.role) for person in named)
    listed = {person.id for person in _everybody(tables) if person.chamber is chamber}
    return ChamberCount(
        id=chamber,
        seats=tables.country.seats[chamber],
        held=voting,
        extra=len(named) - voting,
        gone=len(listed - {person.id for person in named}),
        unknown=len(seats) - len(named) - len(vacant),
        vacant=vacant,
    )


def _committees(people: Iterable[Representative]) -> list[tuple[Membership, int]]:
    found: dict[str, list[Membership]] = defaultdict(list)
    for person in people:
        for each in person.committees:
            found[each.committee].append(each)
    return [(max(found[id], key=lambda each: each.source.day), len(found[id])) for id in sorted(found)]


def _report(contact: str, tables: CountryDirectory) -> str:
    """A mail or a page with the dataset named, so that a report can be placed; what is wrong is for people to say."""
    contact = contact or "mailto:"
    said = {
        "subject" if contact.startswith("mailto:") else "title": (
            f"No Bystander: the data of {tables.country.id} ({tables.as_of})"
        ),
        "body": "What is wrong, and where can it be checked? (No postal code or name of yours is needed.)",
    }
    return f"{contact}{'&' if '?' in contact else '?'}{urlencode(said, quote_via=quote)}"
