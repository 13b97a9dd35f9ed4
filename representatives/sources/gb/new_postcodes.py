"""Postcodes of Great Britain that are newer than the table, each placed where its nearest known postcode lies.

new_postcodes_YEAR_YEAR.csv.gz has the columns postcode, pcon24_nearest (the constituency of the nearest known postcode),
unanimous_of_5 (1 where the five nearest agree) and pcon24_by_run (that of the table's own run, empty in a new sector).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path

from representatives.countries.gb import UNITED_KINGDOM
from representatives.sources.current import Row
from representatives.sources.postcodes.area_encoder import encode
from representatives.sources.text_files import read_csv
from representatives.storage.postcode_area import Area, Place

_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
_UNITS = [first + second for first, second in product(_LETTERS, _LETTERS)]
_AGREE = "1"


def read(folder: Path) -> list[Row]:
    """The rows of every such file in a folder; none where there is no file."""
    return [row for path in sorted(folder.glob("new_postcodes_*.csv.gz")) for row in read_csv(path)]


def with_new(areas: Mapping[str, Area], rows: Iterable[Row]) -> dict[str, Area]:
    """The lines of the table with the new postcodes in them.

    What a line says of other units stays: its shares, and which unit's place a unit that does not exist takes; in a new
    sector that is none's, so that its shares are its district's.

    Raises:
        KeyError: a column is missing.
    """
    by_sector: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_sector[UNITED_KINGDOM.area(row["postcode"])[0]].append(row)
    return {**areas, **{name: _line(name, areas, found) for name, found in by_sector.items()}}


def _line(name: str, areas: Mapping[str, Area], rows: Iterable[Row]) -> Area:
    rows = sorted(rows, key=lambda row: row["postcode"])
    district = next((areas[wider] for wider in UNITED_KINGDOM.wider_areas(name) if wider in areas), Area(""))
    before = areas.get(name) or district._replace(runs="")
    shares = before.constituencies() or dict.fromkeys(sorted({row["pcon24_nearest"] for row in rows}), 1.0)
    places = {unit: before.place(unit) if before.runs else Place("") for unit in _UNITS}
    nearest = []
    for row in rows:
        unit = row["postcode"][-2:]
        agree = row["unanimous_of_5"] == _AGREE
        others = () if agree else _others(row, shares, district)
        places[unit] = Place(row["pcon24_nearest"], others)
        nearest.append(unit if agree else f"{unit}?")
    new = {UNITED_KINGDOM.unit_number(row["postcode"][-2:]) for row in rows}
    made = encode(shares, places, new | {number for number in range(len(_UNITS)) if before.holds(number)})
    return made._replace(shares=before.shares or made.shares, named=before.named, nearest=" ".join(nearest))


def _others(row: Row, shares: Mapping[str, float], district: Area) -> tuple[str, ...]:
    """Besides the nearest and the sector's: that of the table's run; where that names no other, the district's."""
    nearest, by_run = row["pcon24_nearest"], row["pcon24_by_run"]
    others = {by_run} - {nearest, ""}
    if not (others | shares.keys()) - {nearest}:
        others = district.constituencies().keys() - {nearest}
    return tuple(sorted(others))
