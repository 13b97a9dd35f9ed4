"""A country's regions from the table in its folder."""

import csv
from collections.abc import Mapping
from pathlib import Path

from representatives.languages import in_each_language
from representatives.people import Region


def read_regions(country: str) -> Mapping[str, Region]:
    """The regions by code, in the order of regions.csv in the country's folder.

    Its columns: the country's abbreviation; the id in Open Civic Data's list of divisions; the name in each language; and
    the name with its preposition, e.g. "in Quebec", "au Québec".
    """
    path = Path(__file__).with_name(country) / "regions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Region(
                row["id"], row["code"], in_each_language(row, "name"), in_each_language(row, "located")
            )
            for row in csv.DictReader(file)
        }
