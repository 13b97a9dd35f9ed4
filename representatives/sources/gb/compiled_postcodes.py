"""The United Kingdom's postcodes: range table, bitmap and counts -> a line a sector, a district, and Northern Ireland.

uk_pcon24.txt: a line of "#" and the constituencies' codes; then a line a sector, "AB101 FR PEFQ": the index of a
code as two base-36 digits, from unit AA on, and again from unit PE on. gb_exists_bitmap.xz: 50 bytes a sector of
Great Britain in the same order, the lowest bit of a byte first, one bit a unit. sector_counts.json: the postcodes of
each constituency, by the same two digits, in sectors that have several.
"""

import json
import lzma
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from representatives.countries.gb import UNITED_KINGDOM
from representatives.sources.postcodes.area_encoder import encode, whole
from representatives.sources.text_files import read_csv, read_text
from representatives.storage.postcode_area import Area, Place

_BYTES = 50
_UNITS = _BYTES * 8
_FIRST_UNIT = "AA"

# In the range table these four sectors have one and the same line, which is wrong.
# Every known position of BT47 1 lies in Foyle; of the other three none is known, so that their district's line holds.
_FOYLE = "N05000008"
_WITHOUT_PLACES: Mapping[str, str] = {"BT470": "", "BT471": _FOYLE, "BT477": "", "BT479": ""}
"""Sector -> its constituency, or "" where that is not known."""

# In Northern Ireland a postcode's place is inferred from others near it, and may be in the next sector: the
# constituencies of the whole district are candidates, with this much of the weight.
_OF_DISTRICT = 0.1

_Shares = Mapping[str, float]
_Runs = Mapping[str, str]
"""First unit -> constituency."""


def areas(folder: Path) -> dict[str, Area]:
    """Every sector's line by its name, and the wider ones, with a star: "AB101", "AB10*", "BT*".

    Raises:
        OSError: a file is missing.
        ValueError, KeyError: a file has another shape than described above.
    """
    heading, *lines = read_text(folder / "uk_pcon24.txt.gz").splitlines()
    codes = heading.removeprefix("#").split()
    sectors = _sectors(lines, codes)
    counts = json.loads((folder / "sector_counts.json").read_text("ascii"))
    shares = {
        name: _shares(name, runs, {codes[int(i, 36)]: n for i, n in counts.get(name, {}).items()})
        for name, runs in sectors.items()
    }
    wider = wider_shares(shares)
    numbers = _numbers(sectors, lzma.decompress((folder / "gb_exists_bitmap.xz").read_bytes()))
    found = {name: encode(mean, {}, ()) for name, mean in wider.items()}
    for name, runs in sectors.items():
        own = shares[name]
        if UNITED_KINGDOM.never_exact(name):
            own = _with_district(own, wider[UNITED_KINGDOM.wider_areas(name)[0]])
        places = {unit: Place(code) for unit, code in runs.items()}
        found[name] = encode(own, places, numbers.get(name, ()))
    return found


def names(folder: Path) -> dict[str, str]:
    """The local authorities of each sector and, with a star, of each district, by the name of its line.

    Raises:
        OSError: a file is missing.
        KeyError: a file has other columns.
    """
    found = {}
    for file, column, star in (("sector_places.csv", "sector", ""), ("outcode_places.csv", "outcode", "*")):
        for row in read_csv(folder / file):
            found[row[column] + star] = row["local_authority"]
    return found


def _sectors(lines: Iterable[str], codes: Sequence[str]) -> dict[str, _Runs]:
    """The sectors as they are known to lie, without those of which nothing is known."""
    sectors: dict[str, _Runs] = {}
    for line in lines:
        name, first, *others = line.split(" ")
        known = _WITHOUT_PLACES.get(name)
        if known:
            sectors[name] = {_FIRST_UNIT: known}
        elif known is None:
            runs = {_FIRST_UNIT: first, **{run[:2]: run[2:] for run in others}}
            sectors[name] = {unit: codes[int(index, 36)] for unit, index in runs.items()}
    return sectors


def _shares(name: str, runs: _Runs, counts: Mapping[str, int]) -> _Shares:
    """By postcodes; all of it where the sector has one constituency.

    Raises:
        ValueError: the counts name other constituencies than the runs.
    """
    named = set(runs.values())
    if len(named) == 1 and not counts:
        return dict.fromkeys(named, 1.0)
    if named != set(counts):
        raise ValueError(f"sector {name}: counts and runs name different constituencies")
    return whole(counts)


def wider_shares(shares: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Each line that sectors fall back on -> the mean of their shares: of most sectors the postcodes are not counted."""
    found: dict[str, list[_Shares]] = defaultdict(list)
    for name, of_sector in shares.items():
        for wide in UNITED_KINGDOM.wider_areas(name):
            found[wide].append(of_sector)
    return {name: _mean(sectors) for name, sectors in found.items()}


def _mean(sectors: list[_Shares]) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for shares in sectors:
        for code, share in shares.items():
            sums[code] += share / len(sectors)
    return sums


def _with_district(own: _Shares, district: _Shares) -> _Shares:
    codes = sorted(own.keys() | district.keys())
    return {
        code: (1 - _OF_DISTRICT) * own.get(code, 0.0) + _OF_DISTRICT * district.get(code, 0.0)
        for code in codes
    }


def _numbers(sectors: Iterable[str], bitmap: bytes) -> dict[str, list[int]]:
    """Sector of Great Britain -> the numbers of its units.

    Raises:
        ValueError: the bitmap does not have as many sectors.
    """
    names = [name for name in sectors if not UNITED_KINGDOM.never_exact(name)]
    if len(bitmap) != _BYTES * len(names):
        raise ValueError(f"the bitmap has {len(bitmap)} bytes for {len(names)} sectors")
    return {name: list(_set_bits(bitmap[i * _BYTES : (i + 1) * _BYTES])) for i, name in enumerate(names)}


def _set_bits(part: bytes) -> Iterator[int]:
    number = int.from_bytes(part, "little")
    return (bit for bit in range(_UNITS) if number >> bit & 1)
