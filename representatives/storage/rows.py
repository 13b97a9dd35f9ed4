"""One country's tables as values: a row -> a constituency, a person with what is known of them, an area, a change.

The tables that maintainers gather from reports (changes, offices held, committees, terms) may each be missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from representatives.countries import Country
from representatives.languages import in_each_language
from representatives.people import Chamber, Constituency, Office, Representative
from representatives.posts import Membership, Post, Source, Term
from representatives.sitting.changes import Change
from representatives.storage.dataset import Dataset
from representatives.storage.postcode_area import Area

Row = Mapping[str, str]
Value = TypeVar("Value")


def read_constituencies(dataset: Dataset, country: Country) -> dict[str, Constituency]:
    """By code.

    Raises:
        DatasetError: the file is missing or is not the published one, here and below.
        KeyError, ValueError: it has not the columns and values that are read, here and below.
    """
    return {
        row["code"]: Constituency(
            id=row["id"],
            code=row["code"],
            country=country.id,
            name=in_each_language(row, "name"),
            region=country.regions[row["region"]],
        )
        for row in dataset.rows(f"{country.id}-constituencies")
    }


def read_people(
    dataset: Dataset, country: Country
) -> tuple[dict[str, Representative], dict[str, tuple[Representative, ...]]]:
    """The members by constituency and the senators by region."""
    offices = _grouped((row["person"], _office(row)) for row in _rows(dataset, country, "offices"))
    posts = _grouped((row["person"], _post(row)) for row in _rows(dataset, country, "roles"))
    seats = list(_rows(dataset, country, "committees"))
    newest = max((row["body_day"] for row in seats), default="")
    committees = _grouped((row["person"], _membership(row, newest)) for row in seats)
    terms = {row["person"]: _term(row) for row in _rows(dataset, country, "terms")}
    members: dict[str, Representative] = {}
    senators: dict[str, tuple[Representative, ...]] = {}
    for row in dataset.rows(f"{country.id}-people"):
        id = row["id"]
        person = replace(
            _representative(row, country),
            offices=offices.get(id, ()),
            posts=posts.get(id, ()),
            committees=committees.get(id, ()),
            term=terms.get(id),
        )
        if person.chamber is country.lower:
            members[person.area] = person
        else:
            senators[person.area] = (*senators.get(person.area, ()), person)
    return members, senators


def read_changes(dataset: Dataset, country: Country) -> dict[str, tuple[Change, ...]]:
    """What was reported since the list of people: by seat, in the order in which the changes began."""
    changes = (_change(row, country) for row in _rows(dataset, country, "reported_changes"))
    return _grouped((each.seat, each) for each in sorted(changes, key=lambda each: each.begins))


def read_areas(dataset: Dataset, country: Country) -> dict[str, Area]:
    """By name; columns that a country does not need may be left out of its table."""
    areas: dict[str, Area] = {}
    for row in dataset.rows(f"{country.id}-postcodes"):
        name = row["area"]
        if name in areas:
            raise ValueError(f"{name} is listed twice")
        if not row["shares"]:
            raise ValueError(f"{name} has no shares")
        areas[name] = Area(*(row.get(column, "") for column in Area._fields))
    if not areas:
        raise ValueError("no area is listed")
    return areas


def _rows(dataset: Dataset, country: Country, subject: str) -> Iterable[Row]:
    name = f"{country.id}-{subject}"
    return dataset.rows(name) if name in dataset.resources else ()


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _representative(row: Row, country: Country) -> Representative:
    return Representative(
        id=row["id"],
        country=country.id,
        chamber=Chamber(row["chamber"]),
        name=row["name"],
        given_name=row["given_name"],
        family_name=row["family_name"],
        honorific_prefix=row["honorific_prefix"],
        honorific_suffix=row["honorific_suffix"],
        party=in_each_language(row, "party"),
        area=row["area"],
        email=row["email"],
        page=in_each_language(row, "page"),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        styled=row["styled"],
        addressed_as=row["addressed_as"],
        role=row["role"],
        contact_form=row["contact_form"],
        note=in_each_language(row, "note") if row["note_en"] else {},
    )


def _office(row: Row) -> Office:
    is_placed = row["latitude"] and row["longitude"]
    return Office(
        id=row["id"],
        name=row["name"],
        lines=tuple(row["lines"].split("|")),
        point=(float(row["latitude"]), float(row["longitude"])) if is_placed else None,
        local=row["id"] != "parliament",
        phone=row["phone"],
    )


def _change(row: Row, country: Country) -> Change:
    return Change(
        country=country.id,
        seat=row["seat"],
        chamber=Chamber(row["chamber"]),
        what=row["what"],
        day=row["day"],
        old=row["old"],
        new=row["new"],
        source=_source(row),
        party=in_each_language(row, "party"),
        until=row["until"],
    )


def _post(row: Row) -> Post:
    title = in_each_language(row, "title")
    return Post(row["role"], title, row["field"], row["primary"] == "yes", _source(row))


def _membership(row: Row, newest: str) -> Membership:
    name = in_each_language(row, "name")
    return Membership(row["committee"], name, row["title"], _source(row), row["body_day"] == newest)


def _term(row: Row) -> Term:
    return Term(row["ends"], row["class"], row["how"])


def _source(row: Row) -> Source:
    return Source(row["body"], row["body_day"], row["certainty"] == "certain")
