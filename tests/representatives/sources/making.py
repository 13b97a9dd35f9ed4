"""A country's first tables, made of a small folder."""

import csv
from functools import partial
from pathlib import Path

from representatives.sources import first_tables


def publish(country: str, folder: Path, root: Path) -> dict[str, bytes]:
    """Every file of the data that the folder makes, by its place."""
    first_tables.make(country, folder, [].append, root=root)
    found = (path for path in sorted(root.rglob("*.*")) if path.suffix in (".csv", ".json"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def rows(country: str, root: Path, name: str) -> list[dict[str, str]]:
    """The rows of one of the country's tables."""
    return list(csv.DictReader((root / country / f"{name}.csv").read_text("utf-8").splitlines()))


def of(country: str) -> tuple[partial[dict[str, bytes]], partial[list[dict[str, str]]]]:
    """Both for one country."""
    return partial(publish, country), partial(rows, country)
