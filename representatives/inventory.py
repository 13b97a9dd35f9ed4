"""What the site says of its own data: who is listed for which seats, how old, from where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from representatives.countries import LetterCountry
from representatives.directory import Directory
from representatives.people import Chamber, Constituency, Representative, Text, Vacancy
from representatives.storage.country_tables import CountryDirectory
from representatives.storage.dataset import Dataset


@dataclass(frozen=True, slots=True)
class ChamberCount:
    """One chamber against the seats that the law gives it."""

    id: Chamber
    seats: int
    held: int
    """People offered on the day, those without a vote left out."""
    extra: int
    """People offered who sit without a vote, beyond the seats."""
    gone: int
    """People listed who no longer sit."""
    vacant: tuple[Constituency, ...]


@dataclass(frozen=True, slots=True)
class CountryInventory:
    """One country's data on one day."""

    country: LetterCountry
    as_of: str
    constituencies: int
    chambers: tuple[ChamberCount, ...]
    notices: tuple[Text, ...]
    tables: tuple[Mapping[str, Any], ...]
    """The entries of datapackage.json."""
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
    offered = [person for person in listed if tables.country.offered(person, day)]
    voting = [person for person in offered if tables.country.votes(person.role)]
    vacant: list[Constituency] = []
    if chamber is tables.country.lower:
        delegations = (tables.delegation(code, day) for code in tables.constituencies)
        vacant = [d.constituency for d in delegations if isinstance(d.member, Vacancy)]
    return ChamberCount(
        id=chamber,
        seats=tables.country.seats[chamber],
        held=len(voting),
        extra=len(offered) - len(voting),
        gone=len(listed) - len(offered),
        vacant=tuple(vacant),
    )


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
