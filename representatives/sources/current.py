"""What the data folder holds of one country, for importers that renew a part of it."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from representatives.countries import COUNTRIES, Country
from representatives.sources.data_package import REPEATED
from representatives.storage.dataset import DATA, Dataset

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CurrentTables:
    """One country's tables as they are."""

    country: Country
    constituencies: Sequence[Row]
    people: Mapping[str, Row]
    """By id."""
    offices: Sequence[Row]
    entries: Mapping[str, Mapping[str, Any]]
    """The country's entries in datapackage.json, by name."""
    root: Path
    day: date
    """On which the sources are asked."""

    def constituency(self, name: str) -> str:
        """The code of a constituency by its English name, however its dashes, accents and case are written; or ""."""
        wanted = key(name)
        return next((row["code"] for row in self.constituencies if key(row["name_en"]) == wanted), "")

    def table(self, subject: str) -> list[dict[str, str]]:
        """The rows of a table that a country need not have; [] where it has none."""
        name = f"{self.country.id}-{subject}"
        return _rows(Dataset(self.root), name) if name in self.entries else []

    def postcodes(self) -> list[dict[str, str]]:
        """The rows of the postcode table."""
        return _rows(Dataset(self.root), f"{self.country.id}-postcodes")


@dataclass(frozen=True, slots=True)
class Fresh:
    """What the sources say now."""

    people: Sequence[Row]
    offices: Sequence[Row] = ()
    description: Mapping[str, Any] = field(default_factory=dict)
    """What changes in the description of the people besides their day."""
    offices_description: Mapping[str, Any] = field(default_factory=dict)
    """The same for the offices."""
    problems: Sequence[str] = ()
    """What forbids to use it, a sentence each."""
    terms: Sequence[Row] = ()
    """When each senator's term ends, where the sources say so."""
    remarks: Sequence[str] = ()
    """What a maintainer should know, a sentence each."""


def read(id: str, day: date, root: Path = DATA) -> CurrentTables:
    """The country's tables, for importers that ask on a day.

    Raises:
        DatasetError: they are damaged.
        KeyError: there are none.
    """
    dataset = Dataset(root)
    entries = {name: entry for name, entry in dataset.resources.items() if name.startswith(f"{id}-")}
    if not entries:
        raise KeyError(id)
    has_offices = f"{id}-offices" in entries
    return CurrentTables(
        country=COUNTRIES[id],
        constituencies=_rows(dataset, f"{id}-constituencies"),
        people={row["id"]: row for row in _rows(dataset, f"{id}-people")},
        offices=_rows(dataset, f"{id}-offices") if has_offices else (),
        entries=entries,
        root=root,
        day=day,
    )


def _rows(dataset: Dataset, name: str) -> list[dict[str, str]]:
    """As importers make them, to be compared: what rows repeat of their table's description is added on publishing."""
    return [{c: cell for c, cell in row.items() if c not in REPEATED} for row in dataset.rows(name)]


def key(name: str) -> str:
    """A name's letters and digits alone, for comparing what two authorities write."""
    return "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if char.isalnum())
