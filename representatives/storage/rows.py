"""One country's tables as values: a row -> a constituency, a person, an office, an area."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from representatives.countries import Country
from representatives.languages import in_each_language
from representatives.people import Chamber, Constituency, Office, Representative
from representatives.storage.dataset import Dataset
from representatives.storage.postcode_area import Area

Row = Mapping[str, str]


def read_constituencies(dataset: Dataset, country: Country) -> dict[str, Constituency]:
    """By code.

    Raises:
        DatasetError: the file is missing or is not the published one.
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
    """The members by constituency and the senators by region, all with their local offices.

    Raises:
        DatasetError: a file is missing or is not the published one.
    """
    name = f"{country.id}-offices"
    offices: dict[str, list[Office]] = defaultdict(list)
    for row in dataset.rows(name) if name in dataset.resources else ():
        offices[row["person"]].append(_office(row))
    members: dict[str, Representative] = {}
    senators: dict[str, tuple[Representative, ...]] = {}
    for row in dataset.rows(f"{country.id}-people"):
        person = _representative(row, country, tuple(offices.get(row["id"], ())))
        if person.chamber is country.lower:
            members[person.area] = person
        else:
            senators[person.area] = (*senators.get(person.area, ()), person)
    return members, senators


def read_areas(dataset: Dataset, country: Country) -> dict[str, Area]:
    """By name; columns that a country does not need may be left out of its table.

    Raises:
        DatasetError: the file is missing or is not the published one.
        KeyError: a line has no shares.
        ValueError: a line has not as many cells as the header, or its area is there twice.
    """
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


def _representative(row: Row, country: Country, offices: tuple[Office, ...]) -> Representative:
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
        offices=offices,
        note=in_each_language(row, "note") if row["note_en"] else {},
    )
