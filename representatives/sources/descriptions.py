"""What the data page and datapackage.json say about a table, from the description.toml of its country or of the reports."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from representatives.countries import COUNTRIES
from representatives.sources.data_package import PEOPLE_COLUMNS, REPEATED, Table

_ORDER = (
    *("title", "titles", "as_of", "congress", "term", "notices", "seats", "codes"),
    *("sources", "licenses", "attribution", "missing", "measured", "schema"),
)
"""In which datapackage.json has the properties."""
_TYPES: Mapping[str, Mapping[str, str]] = {
    "begins": {"type": "date"},
    "congress": {"type": "integer"},
    "contact_form": {"type": "string", "format": "uri"},
    "email": {"type": "string", "format": "email"},
    "ends": {"type": "date"},
    "latitude": {"type": "number"},
    "longitude": {"type": "number"},
    "page_en": {"type": "string", "format": "uri"},
    "page_fr": {"type": "string", "format": "uri"},
    "until": {"type": "date"},
}
"""Of the columns that are more than text: https://specs.frictionlessdata.io/table-schema/#types-and-formats"""


def texts(folder: str) -> dict[str, Any]:
    """The description.toml of a folder beside this module."""
    return tomllib.loads((Path(__file__).parent / folder / "description.toml").read_text("utf-8"))


def describe(folder: str, subject: str, country: str, **known: Any) -> dict[str, Any]:
    """A table's description.

    Args:
        folder: whose description.toml speaks of it.
        subject: the part of that file.
        country: two lower-case letters.
        known: properties that the file cannot know, such as as_of and codes, or others than it has.
    """
    said = texts(folder)
    about = {**said[subject], **known}
    made = {
        **about,
        "title": about["titles"]["en"],
        "sources": [said["source"][name] for name in about["sources"]],
        "licenses": [{"name": name, **said["licence"][name]} for name in about["licenses"]],
        "schema": _schema(about, country),
    }
    seats = COUNTRIES[country].seats
    if subject == "constituencies":
        made["seats"] = seats[COUNTRIES[country].lower]
    elif subject == "people":
        made["seats"] = sum(seats.values())
    return {name: made[name] for name in _ORDER if name in made}


def _schema(about: Mapping[str, Any], country: str) -> dict[str, Any]:
    """A Frictionless schema from the columns, those that are never empty, the key, and the columns of other tables."""
    repeated = [name for name in REPEATED if name in about]
    required = {*about["required"], *repeated}
    refers = {column: place.split(".") for column, place in about.get("refers", {}).items()}
    foreign = [
        {"fields": [column], "reference": {"resource": f"{country}-{table}", "fields": [other]}}
        for column, (table, other) in refers.items()
    ]
    return {
        "fields": [
            {
                "name": name,
                **_TYPES.get(name, {"type": "string"}),
                **({"constraints": {"required": True}} if name in required else {}),
            }
            for name in (*about.get("columns", PEOPLE_COLUMNS), *repeated)
        ],
        "primaryKey": about["key"],
        **({"foreignKeys": foreign} if foreign else {}),
        "missingValues": [""],
    }


def table(country: str, subject: str, rows: Iterable[Mapping[str, str]], **known: Any) -> Table:
    """A country's own table from rows in any order that may leave columns out; `known` as describe() takes it."""
    description = describe(country, subject, country, **known)
    key = description["schema"]["primaryKey"][0]
    return described(f"{country}-{subject}", sorted(rows, key=lambda row: row[key]), description)


def described(name: str, rows: Iterable[Mapping[str, str]], description: Mapping[str, Any]) -> Table:
    """A table with the columns of its schema, in its order, but for those that are added on publishing."""
    columns = [field["name"] for field in description["schema"]["fields"] if field["name"] not in REPEATED]
    return Table(name, [{column: row.get(column, "") for column in columns} for row in rows], description)
