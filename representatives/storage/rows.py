"""One country's tables as values: a row -> a constituency, a person, an office, an area."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from representatives.countries import LetterCountry
from representatives.languages import PAGE_LANGUAGES
from representatives.people import Chamber, Constituency, Office, Representative, Text
from representatives.storage.dataset import Dataset, DatasetError
from representatives.storage.packed_rows import Packed, Row, Unpacked
from representatives.storage.postcode_table import AreaTable


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


REGIONS_KEPT = 4
"""A page asks for the senators of each of its candidates, who are mostly of one region; to read Ontario's takes as long
as a tenth of a page."""


class People:
    """A country's members by constituency, its senators by region; all with their local offices."""

    def __init__(self, dataset: Dataset, country: LetterCountry) -> None:
        """Read the tables.

        Raises:
            DatasetError: a file is missing or is not the published one.
        """
        self._country = country
        offices = f"{country.id}-offices"
        self._offices = Packed(dataset.rows(offices) if offices in dataset.resources else (), "person")
        members: list[Row] = []
        senators: list[Row] = []
        for row in dataset.rows(f"{country.id}-people"):
            person = self._person(row)  # a row that cannot be read stops the start, and no visitor
            (members if person.chamber is country.lower else senators).append(row)
        self.members: Mapping[str, Representative] = Unpacked(
            Packed(members, "area"), lambda rows: self._person(rows[-1])
        )
        self.senators: Mapping[str, tuple[Representative, ...]] = Unpacked(
            Packed(senators, "area"), lambda rows: tuple(map(self._person, rows)), REGIONS_KEPT
        )

    def _person(self, row: Row) -> Representative:
        return _representative(row, self._country, tuple(map(_office, self._offices.rows(row["id"]))))


def read_areas(dataset: Dataset, country: LetterCountry) -> AreaTable:
    """By name; columns that a country does not need may be left out of its table.

    Raises:
        DatasetError: the file is missing, is not the published one, or its lines are not sorted.
    """
    try:
        return AreaTable(dataset.content(f"{country.id}-postcodes"))
    except (ValueError, csv.Error) as error:
        raise DatasetError(f"{country.id}-postcodes cannot be read: {error}.") from error


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


def _representative(row: Row, country: LetterCountry, offices: tuple[Office, ...]) -> Representative:
    return Representative(
        id=row["id"],
        country=country.id,
        chamber=Chamber(row["chamber"]),
        name=row["name"],
        given_name=row["given_name"],
        family_name=row["family_name"],
        honorific_prefix=row["honorific_prefix"],
        honorific_suffix=row["honorific_suffix"],
        party=_shared(_texts(row, "party")),
        area=row["area"],
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


def _text(row: Row, name: str) -> Text:
    """A text in every language of the pages; in English where the table has no other."""
    return dict(zip(PAGE_LANGUAGES, _texts(row, name), strict=True))


def _texts(row: Row, name: str) -> tuple[str, ...]:
    english = row[f"{name}_en"]
    return tuple(row.get(f"{name}_{language}") or english for language in PAGE_LANGUAGES)


@lru_cache(maxsize=128)
def _shared(texts: tuple[str, ...]) -> Text:
    """One value for all who have the same, as the members of a party do."""
    return dict(zip(PAGE_LANGUAGES, texts, strict=True))
