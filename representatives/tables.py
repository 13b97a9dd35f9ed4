"""One country's tables as values: a row -> a constituency, a person, an office, an area."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from sys import intern

from representatives.area_table import AreaTable
from representatives.countries import LetterCountry
from representatives.dataset import Dataset, DatasetError
from representatives.languages import PAGE_LANGUAGES
from representatives.people import Chamber, Constituency, Office, Representative, Text

_Row = Mapping[str, str]


def read_constituencies(dataset: Dataset, country: LetterCountry) -> dict[str, Constituency]:
    """By code.

    Raises:
        DatasetError: the file is missing or is not the published one.
    """
    return {
        row["code"]: Constituency(
            id=row["id"],
            code=row["code"],
            country=country.id,
            name=_text(row, "name"),
            region=country.regions[row["region"]],
        )
        for row in dataset.rows(f"{country.id}-constituencies")
    }


def read_people(dataset: Dataset, country: LetterCountry) -> list[Representative]:
    """Everyone listed, each with their local offices, in the table's order.

    Raises:
        DatasetError: a file is missing or is not the published one.
    """
    offices: dict[str, tuple[Office, ...]] = {}
    if f"{country.id}-offices" in dataset.resources:
        for row in dataset.rows(f"{country.id}-offices"):
            offices[row["person"]] = (*offices.get(row["person"], ()), _office(row))
    rows = dataset.rows(f"{country.id}-people")
    return [_representative(row, country, offices.get(row["id"], ())) for row in rows]


def read_areas(dataset: Dataset, country: LetterCountry) -> AreaTable:
    """By name; columns that a country does not need may be left out of its table.

    Raises:
        DatasetError: the file is missing, is not the published one, or its lines are not sorted.
    """
    try:
        return AreaTable(dataset.content(f"{country.id}-postcodes"))
    except ValueError as error:
        raise DatasetError(f"{country.id}-postcodes cannot be read: {error}.") from error


def _office(row: _Row) -> Office:
    is_placed = row["latitude"] and row["longitude"]
    return Office(
        id=row["id"],
        name=row["name"],
        lines=tuple(row["lines"].split("|")),
        point=(float(row["latitude"]), float(row["longitude"])) if is_placed else None,
        local=row["id"] != "parliament",
        phone=row["phone"],
    )


def _representative(row: _Row, country: LetterCountry, offices: tuple[Office, ...]) -> Representative:
    return Representative(
        id=row["id"],
        country=country.id,
        chamber=Chamber(row["chamber"]),
        name=row["name"],
        given_name=row["given_name"],
        family_name=row["family_name"],
        honorific_prefix=intern(row["honorific_prefix"]),
        honorific_suffix=intern(row["honorific_suffix"]),
        party=_text(row, "party"),
        area=intern(row["area"]),
        email=row["email"],
        page=_text(row, "page"),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        styled=row["styled"],
        addressed_as=row["addressed_as"],
        role=row["role"],
        contact_form=row["contact_form"],
        offices=offices,
        note=_text(row, "note") if row["note_en"] else {},
    )


def _text(row: _Row, name: str) -> Text:
    """A text in every language of the pages; in English where the table has no other."""
    english = row[f"{name}_en"]
    return _shared(tuple(row.get(f"{name}_{language}") or english for language in PAGE_LANGUAGES))


@lru_cache(maxsize=512)
def _shared(texts: tuple[str, ...]) -> Text:
    """One value for all who have the same, as the members of a party do."""
    return dict(zip(PAGE_LANGUAGES, texts, strict=True))
