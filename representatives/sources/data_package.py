"""Writes a table and its description into data/: canonical bytes, so that a diff shows only what changed."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from representatives.sources.atomic_publish import commit
from representatives.storage.dataset import DATA, FORMAT, VERSION, content_hash

PEOPLE_COLUMNS = (
    *("id", "chamber", "name", "given_name", "family_name", "honorific_prefix", "honorific_suffix"),
    *("styled", "addressed_as", "role", "party_en", "party_fr", "area", "email", "contact_form"),
    *("page_en", "page_fr", "until", "note_en", "note_fr"),
)
"""Every country's people.csv has these."""

REPEATED = ("congress",)
"""Properties of a table's description that each row repeats, so that a row still says them when it is read alone."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table to publish: its rows, and what the data page says about it."""

    name: str
    """Country and subject, e.g. "ca-people"; also its place: data/ca/people.csv."""
    rows: Sequence[Mapping[str, str]]
    description: Mapping[str, Any]
    """Frictionless properties (title, sources, licenses, schema) and the product's own: as_of, missing, measured."""


def publish(tables: Sequence[Table], root: Path = DATA) -> None:
    """Write tables and their entries in datapackage.json, all or nothing.

    Raises:
        OSError: the disk is full or may not be written; the data is as it was.
    """
    tables = [_repeating(table) for table in tables]
    contents = {_path_of(table.name): _csv(table) for table in tables}
    entries = [_entry(table, contents[_path_of(table.name)]) for table in tables]
    commit(root, contents, _with_entries(root / "datapackage.json", entries))


def _repeating(table: Table) -> Table:
    """The table with the columns of REPEATED that its description speaks of: from there alone, never from a former row."""
    repeated = {name: str(table.description[name]) for name in REPEATED if name in table.description}
    return replace(table, rows=[{**row, **repeated} for row in table.rows])


def _path_of(name: str) -> str:
    """A table's place in the data folder."""
    country, _, subject = name.partition("-")
    return f"{country}/{subject}.csv"


def _entry(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": _path_of(table.name),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": content_hash(content),
        "rows": len(table.rows),
        **table.description,
    }


_MEASURED_ANEW = frozenset(
    {"name", "path", "profile", "format", "mediatype", "encoding", "bytes", "hash", "rows"},
)


def description_in(entry: Mapping[str, Any]) -> dict[str, Any]:
    """A table's description from its entry in datapackage.json: all but what follows from the file itself."""
    return {name: value for name, value in entry.items() if name not in _MEASURED_ANEW}


def _with_entries(path: Path, entries: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    package = json.loads(path.read_text("utf-8")) if path.exists() else {}
    before = {resource["name"]: resource for resource in package.get("resources", [])}
    new = {entry["name"]: {**entry, **_by_hand(before.get(entry["name"], {}), entry)} for entry in entries}
    return {
        "name": "no-bystander-representatives",
        "profile": "data-package",
        "title": "Who speaks for a postcode",
        "version": VERSION,
        "format": FORMAT,
        "resources": [resource for _, resource in sorted({**before, **new}.items())],
    }


def _by_hand(before: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """Notices of an election or a dissolution that a maintainer wrote stay until a description has its own."""
    return {"notices": before["notices"]} if "notices" in before and "notices" not in entry else {}


def _csv(table: Table) -> bytes:
    """As it stands on disk: the first row's columns, without rows those of its schema; line feeds on every system."""
    columns = (
        list(table.rows[0]) if table.rows else [f["name"] for f in table.description["schema"]["fields"]]
    )
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(table.rows)
    return text.getvalue().encode("utf-8")
