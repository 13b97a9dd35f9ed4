"""What the data folder holds of one country, for importers that renew a part of it."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from representatives.countries import COUNTRIES
from representatives.sources.data_package import REPEATED
from representatives.storage.dataset import DATA, Dataset

Row = Mapping[str, str]


class CurrentTables:
    """One country's tables as they are."""

    def __init__(self, id: str, day: date, root: Path = DATA) -> None:
        """Read them.

        Args:
            id: the country's.
            day: on which the sources are asked.
            root: the data folder.

        Raises:
            DatasetError: they are damaged, or there are none.
        """
        self._dataset = Dataset(root)
        self.country = COUNTRIES[id]
        self.day = day
        self.entries = self._dataset.resources
        """Of datapackage.json, by name."""
        self.constituencies = self._rows("constituencies")
        self.people = {row["id"]: row for row in self._rows("people")}
        """By id."""
        self.offices = self.table("offices")

    def constituency(self, name: str) -> str:
        """The code of a constituency by its English name, however its dashes, accents and case are written; or ""."""
        wanted = key(name)
        return next((row["code"] for row in self.constituencies if key(row["name_en"]) == wanted), "")

    def table(self, subject: str) -> list[dict[str, str]]:
        """The rows of a table that a country need not have; [] where it has none."""
        return self._rows(subject) if f"{self.country.id}-{subject}" in self.entries else []

    def postcodes(self) -> list[dict[str, str]]:
        """The rows of the postcode table."""
        return self._rows("postcodes")

    def _rows(self, subject: str) -> list[dict[str, str]]:
        """As importers make them, to be compared: what rows repeat of their table's description is added on publishing."""
        rows = self._dataset.rows(f"{self.country.id}-{subject}")
        return [{c: cell for c, cell in row.items() if c not in REPEATED} for row in rows]


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


def key(name: str) -> str:
    """A name's letters and digits alone, for comparing what two authorities write."""
    return "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if char.isalnum())
