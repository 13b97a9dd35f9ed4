"""Writes a table and its description into data/: canonical bytes, so that a diff shows only what changed."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from representatives.dataset import DATA, FORMAT, content_hash

PEOPLE_COLUMNS = (
    *("id", "chamber", "name", "given_name", "family_name", "honorific_prefix", "honorific_suffix"),
    *("styled", "addressed_as", "role", "party_en", "party_fr", "area", "email", "contact_form"),
    *("page_en", "page_fr", "until", "note_en", "note_fr"),
)
"""Every country's people.csv has these."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table to publish: its rows, and what the data page says about it."""

    name: str
    """Country and subject, e.g. "ca-people"; also its place: data/ca/people.csv."""
    rows: Sequence[Mapping[str, str]]
    description: Mapping[str, Any]
    """Frictionless properties (title, sources, licenses, schema) and the product's own: as_of, missing, measured."""


def write(table: Table, root: Path = DATA) -> None:
    """Write the table's file and its entry in datapackage.json, each atomically."""
    country, _, subject = table.name.partition("-")
    path = f"{country}/{subject}.csv"
    content = _csv(table.rows)
    entry = {
        "name": table.name,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": content_hash(content),
        "rows": len(table.rows),
        **table.description,
    }
    (root / country).mkdir(parents=True, exist_ok=True)
    _replace(root / path, content)
    _replace(root / "datapackage.json", _json(_with_entry(root / "datapackage.json", entry)))


def _with_entry(path: Path, entry: Mapping[str, Any]) -> dict[str, Any]:
    package = json.loads(path.read_text("utf-8")) if path.exists() else {}
    others = [r for r in package.get("resources", []) if r["name"] != entry["name"]]
    return {
        "name": "no-bystander-representatives",
        "profile": "data-package",
        "title": "Who speaks for a postcode",
        "format": FORMAT,
        "resources": sorted([*others, entry], key=lambda resource: str(resource["name"])),
    }


def _csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_suffix(path.suffix + ".new")
    temporary.write_bytes(content)
    temporary.replace(path)


def schema(key: str, columns: Sequence[str], required: Sequence[str]) -> dict[str, Any]:
    """A Frictionless schema of text columns."""
    fields = [
        {"name": name, "type": "string", **({"constraints": {"required": True}} if name in required else {})}
        for name in columns
    ]
    return {"fields": fields, "primaryKey": [key], "missingValues": [""]}


def titles(en: str, fr: str) -> dict[str, Any]:
    """The title that Frictionless reads, and the product's own in every language."""
    return {"title": en, "titles": {"en": en, "fr": fr}}
