"""Reads data/ as it was published: every file's hash is checked against datapackage.json."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"
FORMAT = 2
"""The version of the tables' columns and grammar; another one is another program's."""
VERSION = f"{FORMAT}.1.0"
"""What the package says of itself; the second number grows with columns that an older program may leave out."""


class DatasetError(RuntimeError):
    """The dataset on disk is not the one that was published, or none for this program; str() says which file and what
    to do."""


class Dataset:
    """The data package and its resources, by name such as "ca-people"."""

    def __init__(self, root: Path = DATA) -> None:
        """Read only the description.

        Raises:
            DatasetError: it is missing or not readable.
        """
        self.root = root
        try:
            self.package: Mapping[str, Any] = json.loads((root / "datapackage.json").read_text("utf-8"))
            self.resources: Mapping[str, Mapping[str, Any]] = {
                r["name"]: _whole(r) for r in self.package["resources"]
            }
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise DatasetError(f"{root / 'datapackage.json'} cannot be read: {RESTORE}") from error
        if not self.resources:
            raise DatasetError(f"{root / 'datapackage.json'} names no table: {RESTORE}")
        if self.package.get("format") != FORMAT:
            raise DatasetError(f"{root} holds data for another version of this program: {RESTORE}")

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of a table.

        Raises:
            DatasetError: as content().
            ValueError: a row has more or fewer cells than the header.
        """
        # Decoded piece by piece: a whole table as text would take four bytes a character (io.StringIO) for a moment.
        reader = csv.reader(io.TextIOWrapper(io.BytesIO(self.content(name)), "utf-8", newline=""))
        header = next(reader, [])
        # Parties, committees and shares of an area come again and again: each is kept once.
        once: dict[str, str] = {}
        return (
            dict(zip(header, [once.setdefault(cell, cell) for cell in row], strict=True)) for row in reader
        )

    def check(self) -> None:
        """Compare the hash of every table's file.

        Raises:
            DatasetError: as content().
        """
        for name in self.resources:
            self.content(name)

    def content(self, name: str) -> bytes:
        """A table's file as it is.

        Raises:
            DatasetError: the file is missing or its hash is another.
        """
        resource = self.resources.get(name)
        if resource is None:
            raise DatasetError(f"datapackage.json names no table {name}: {RESTORE}")
        path = self.root / str(resource["path"])
        try:
            content: bytes = path.read_bytes()
        except OSError as error:
            raise DatasetError(f"{path} cannot be read: {RESTORE}") from error
        if content_hash(content) != resource["hash"]:
            raise DatasetError(f"{path} is not the file that was published: {RESTORE}")
        return content

    def countries(self) -> frozenset[str]:
        """The ids of the countries that have data."""
        return frozenset(name.partition("-")[0] for name in self.resources)


def _whole(resource: Mapping[str, Any]) -> Mapping[str, Any]:
    """A table's entry, where it says what is read of each.

    Raises:
        KeyError, TypeError, ValueError: it does not.
    """
    if not (isinstance(resource["path"], str) and isinstance(resource["hash"], str)):
        raise TypeError("path and hash are texts")
    if not _DAY.fullmatch(resource["as_of"]):
        raise ValueError("as_of is a day, a month or a year")
    return resource


_DAY = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
RESTORE = "restore it from the repository (git checkout HEAD -- representatives/data) or from the release of this version."
"""What works while nothing starts: an update or an import would begin with the tables that are there."""


def content_hash(content: bytes) -> str:
    """The hash as Frictionless writes it."""
    return "sha256:" + hashlib.sha256(content).hexdigest()
