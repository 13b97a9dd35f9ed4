"""Reads data/ as it was published: every file's hash is checked against datapackage.json."""

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
FORMAT = 2
"""The version of the tables' columns and grammar; another one is another program's."""


class DatasetError(RuntimeError):
    """The dataset on disk is not the one that was published; str() says which file and what to do."""


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
                r["name"]: r for r in self.package["resources"]
            }
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DatasetError(f"{root / 'datapackage.json'} cannot be read: {_RESTORE}") from error
        if self.package.get("format") != FORMAT:
            raise DatasetError(f"{root} holds data for another version of this program: {_RESTORE}")

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of a table.

        Raises:
            DatasetError: the file is missing or its hash is another.
        """
        return csv.DictReader(io.StringIO(self._verified(name).decode("utf-8"), newline=""))

    def check(self, name: str) -> None:
        """Read a table only to compare its hash.

        Raises:
            DatasetError: as rows().
        """
        self._verified(name)

    def content(self, name: str) -> bytes:
        """A table's file as it is.

        Raises:
            DatasetError: as rows().
        """
        return self._verified(name)

    def countries(self) -> frozenset[str]:
        """The ids of the countries that have data."""
        return frozenset(name.partition("-")[0] for name in self.resources)

    def _verified(self, name: str) -> bytes:
        resource = self.resources.get(name)
        if resource is None:
            raise DatasetError(f"datapackage.json names no table {name}: {_RESTORE}")
        path = self.root / str(resource["path"])
        try:
            content: bytes = path.read_bytes()
        except OSError as error:
            raise DatasetError(f"{path} cannot be read: {_RESTORE}") from error
        if content_hash(content) != resource["hash"]:
            raise DatasetError(f"{path} is not the file that was published: {_RESTORE}")
        return content


_RESTORE = "restore it from the repository, or import the data again (docs/data.md)."


def content_hash(content: bytes) -> str:
    """The hash as Frictionless writes it."""
    return "sha256:" + hashlib.sha256(content).hexdigest()
