"""From a bulk file that a maintainer downloaded to a country's postcode table: built, checked, compared, written whole."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from representatives.sources.atomic_publish import alone
from representatives.sources.au import postcodes as au_postcodes
from representatives.sources.ca import postcodes as ca_postcodes
from representatives.sources.current import CurrentTables, Row
from representatives.sources.data_package import Table, description_in, publish
from representatives.sources.gb import postcodes as gb_postcodes
from representatives.sources.postcodes.bulk_table import Builder, Built, BulkError, area_of
from representatives.sources.us import postcodes as us_postcodes
from representatives.storage.dataset import DATA

LEAST_OF_AREAS = 0.9
"""A file that leaves fewer of the areas that the table has is taken for cut off."""


def import_postcodes(
    country: str,
    path: Path,
    polygons: Path | None,
    day: date,
    say: Callable[[str], None],
    *,
    root: Path = DATA,
    dry_run: bool = False,
) -> None:
    """Renew a country's postcode table.

    Args:
        country: its id.
        path: the file, or the folder of several, in a form that docs/data.md describes.
        polygons: boundaries, where the file has only points.
        day: of the import.
        say: shows a line to the maintainer.
        root: the data folder.
        dry_run: say what would change, and write nothing.

    Raises:
        BulkError: a file is not what it should be.
        Busy: another command is writing.
        DatasetError: the data is damaged already.
        OSError: a file could not be read, or the data not be written.
    """
    with alone(root):
        current = CurrentTables(country, day, root)
        rows = current.postcodes()
        built = _builder(country, polygons)(current, path)
        made = _merged(rows, built)
        _check(current, rows, made)
        say(_difference(rows, made))
        table = Table(f"{country}-postcodes", made, _description(current, built, say))
        if not dry_run:
            publish([table], root)


def _description(current: CurrentTables, built: Built, say: Callable[[str], None]) -> dict[str, Any]:
    """The former table's, without the accuracy that was measured on it."""
    description = description_in(current.entries[f"{current.country.id}-postcodes"])
    if description.pop("measured", None):
        say("The accuracy that was measured is that of the former table: measure it again (docs/data.md).")
    return {**description, "codes": built.codes, **built.description}


def _builder(country: str, polygons: Path | None) -> Builder:
    builders: Mapping[str, Builder] = {
        "au": au_postcodes.build,
        "ca": partial(ca_postcodes.build, polygons=polygons),
        "gb": gb_postcodes.build,
        "us": us_postcodes.build,
    }
    return builders[country]


def _merged(rows: Sequence[Row], built: Built) -> list[dict[str, str]]:
    """The table's columns, in its order, with what the file says."""
    columns = list(rows[0])
    made = {row["area"]: dict(row) for row in rows if row["area"] not in built.gone}
    for name, area in built.areas.items():
        line = {column: name if column == "area" else getattr(area, column) for column in columns}
        if name in made and "named" in line:
            line["named"] = line["named"] or made[name]["named"]
        made[name] = line
    return [made[name] for name in sorted(made)]


def _check(current: CurrentTables, rows: Sequence[Row], made: Sequence[Row]) -> None:
    codes = {row["code"] for row in current.constituencies}
    for row in made:
        area = area_of(row)
        named = {*area.constituencies(), *_in_runs(area.runs)}
        if not named or named - codes:
            raise BulkError(f"{row['area']} lies in {sorted(named - codes) or 'no constituency'}.")
    if len(made) < len(rows) * LEAST_OF_AREAS:
        raise BulkError(f"Only {len(made)} areas would be left of {len(rows)}: is the file whole?")
    lost = codes - {code for row in made for code in area_of(row).constituencies()}
    if lost:
        raise BulkError(f"No postcode would lie in {', '.join(sorted(lost)[:10])}.")


def _in_runs(runs: str) -> Iterable[str]:
    for run in runs.split():
        for place in run.partition("=")[2].split("+"):
            if place:
                yield place.partition("*")[0].replace("_", " ")


def _difference(before: Sequence[Row], now: Sequence[Row]) -> str:
    old, new = ({row["area"]: row for row in rows} for rows in (before, now))
    changed = sum(old[name] != new[name] for name in old.keys() & new.keys())
    return (
        f"areas: {len(new.keys() - old.keys())} new, {len(old.keys() - new.keys())} gone, {changed} changed"
    )
