"""What must hold of a country's people before they may replace those that the data holds."""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from representatives.countries import Country
from representatives.people import Chamber
from representatives.sources.current import CurrentTables, Fresh, Row

T = TypeVar("T", bound=Hashable)

LEAST_OF_SEATS = 0.95
"""A list with fewer of a chamber's seats is taken for cut off: by-elections do not empty one seat in twenty."""
LEAST_OF_ADDRESSES = 0.9
"""The same for e-mail addresses, of those that the data has."""
LEAST_OF_OFFICES = 0.5
"""The same for local offices: after an election newcomers have none at first."""
_UNSAFE = (
    # What a spreadsheet runs when somebody opens the table in it; a number or a telephone's is none:
    # https://owasp.org/www-community/attacks/CSV_Injection
    (re.compile(r"\A(?:[=@|\t\r]|[+-](?![\d().\s-]*\Z))"), "a spreadsheet would take its {} for a formula"),
    (re.compile(r"[\x00-\x1f\x7f]"), "its {} holds a control character"),
)
"""What no cell may hold, and what is said of it and its column."""
_BEFORE_AT = re.compile(r"[\w.'+-]+", re.ASCII)
"""Of an address, without what would make two of it, or a header."""
_LINKS = ("page_en", "page_fr", "contact_form")
_REQUIRED = ("id", "name", "family_name", "area", "page_en")


def problems(current: CurrentTables, fresh: Fresh, new_parties: Collection[str] = ()) -> list[str]:
    """Every reason why the people may not be used, a sentence each; `new_parties` are known to be right."""
    people = fresh.people
    return [
        *fresh.problems,
        *_incomplete(people),
        *_misplaced(current, people),
        *_repeated(current.country, people),
        *_uncounted(current.country, people),
        *_unknown_parties(current, people, new_parties),
        *_foreign_addresses(current.country, people),
        *_lost_addresses(current, people),
        *_homeless_offices(fresh),
        *_lost_offices(current, fresh),
        *_unsafe([*people, *fresh.offices]),
        *_odd_links(people),
    ]


def _incomplete(people: Sequence[Row]) -> Iterator[str]:
    for row in people:
        for column in _REQUIRED:
            if not row[column]:
                what = "constituency or region" if column == "area" else column
                yield f"{row['name'] or row['id']}: no {what} that the data knows."


def _misplaced(current: CurrentTables, people: Sequence[Row]) -> Iterator[str]:
    codes = {row["code"] for row in current.constituencies}
    for row in people:
        places = codes if _is_lower(current.country, row) else current.country.regions
        if row["area"] and row["area"] not in places:
            yield f"{row['name']}: {row['area']} is no constituency or region of the data."


def _repeated(country: Country, people: Sequence[Row]) -> Iterator[str]:
    for id in _twice(row["id"] for row in people):
        yield f"{id} is listed twice."
    for seat in _twice(row["area"] for row in people if _is_lower(country, row)):
        names = [row["name"] for row in people if row["area"] == seat and _is_lower(country, row)]
        yield f"{seat} has {len(names)} members: {', '.join(names)}."
    for address in _twice(row["email"] for row in people if row["email"]):
        names = [row["name"] for row in people if row["email"] == address]
        yield f"{address} is the address of {len(names)} people: {', '.join(names)}."


def _uncounted(country: Country, people: Sequence[Row]) -> Iterator[str]:
    for chamber, seats in country.seats.items():
        count = sum(row["chamber"] == chamber and country.votes(row["role"]) for row in people)
        if count > seats:
            yield f"The {country.chambers[chamber]['en']} has {seats} seats, and {count} people are listed."
        elif count < seats * _least(chamber, country):
            yield f"Only {count} people are listed for the {seats} seats of the {country.chambers[chamber]['en']}."


def _least(chamber: Chamber, country: Country) -> float:
    """An appointed or elected second chamber may wait longer for its members than a seat for its by-election."""
    return LEAST_OF_SEATS if chamber is country.lower else 0.8


def _unknown_parties(
    current: CurrentTables, people: Sequence[Row], accepted: Collection[str]
) -> Iterator[str]:
    known = {row["party_en"] for row in current.people.values() if row["party_en"]}
    for party in sorted({row["party_en"] for row in people if not row["role"]} - known - set(accepted)):
        names = [row["name"] for row in people if row["party_en"] == party and not row["role"]]
        what = f"{party} (--new-party accepts it)" if party else "No party"
        yield f"{what} is not a party that the data has: {', '.join(names[:5])}."


def _foreign_addresses(country: Country, people: Sequence[Row]) -> Iterator[str]:
    for row in people:
        name, _, domain = row["email"].partition("@")
        if row["email"] and (not _BEFORE_AT.fullmatch(name) or domain.lower() not in country.email_domains):
            yield f"{row['name']}: {row['email']} is not at {' or '.join(sorted(country.email_domains)) or 'any domain'}."


def _lost_addresses(current: CurrentTables, people: Sequence[Row]) -> Iterator[str]:
    before = sum(bool(row["email"]) for row in current.people.values())
    now = sum(bool(row["email"]) for row in people)
    if now < before * LEAST_OF_ADDRESSES:
        yield f"Only {now} people have an e-mail address; {before} had one."


def _homeless_offices(fresh: Fresh) -> Iterator[str]:
    ids = {row["id"] for row in fresh.people}
    for office in fresh.offices:
        if office["person"] not in ids or not office["lines"]:
            yield f"The office {office['id']} of {office['person']} has no person or no address."
    keys = ((office["person"], office["id"]) for office in fresh.offices)
    for person, id in _twice(keys):
        yield f"The office {id} of {person} is listed twice."


def _lost_offices(current: CurrentTables, fresh: Fresh) -> Iterator[str]:
    before, now = (
        sum(row["id"] != "parliament" for row in rows) for rows in (current.offices, fresh.offices)
    )
    if fresh.offices and now < before * LEAST_OF_OFFICES:
        yield f"Only {now} local offices are listed; the data has {before}."


def _unsafe(rows: Sequence[Row]) -> Iterator[str]:
    for shape, says in _UNSAFE:
        for row in rows:
            for column, text in row.items():
                if shape.search(text):
                    yield f"{row['id']}: {says.format(column)}: {text[:40]!r}."


def _odd_links(people: Sequence[Row]) -> Iterator[str]:
    for row in people:
        for column in _LINKS:
            if row[column] and not row[column].startswith(("https://", "http://")):
                yield f"{row['name']}: its {column} is no address of the web: {row[column][:40]!r}."


def _is_lower(country: Country, row: Mapping[str, str]) -> bool:
    return row["chamber"] == country.lower


def _twice(values: Iterable[T]) -> list[T]:
    return [value for value, count in Counter(values).items() if count > 1]
