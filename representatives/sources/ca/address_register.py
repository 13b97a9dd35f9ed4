"""Canada's postal codes from the addresses of Statistics Canada's National Address Register, placed in ridings.

https://www150.statcan.gc.ca/n1/pub/46-26-0002/462600022022001-eng.htm , Statistics Canada Open Licence, a zip archive:
Addresses/Address_PR_part_N.csv with LOC_GUID and MAIL_POSTAL_CODE; Locations/Location_PR_part_N.csv with LOC_GUID,
BG_LATITUDE, BG_LONGITUDE (the building), BF_REPPOINT_LATITUDE and BF_REPPOINT_LONGITUDE (its side of the street).
One province at a time is held in memory: about a gigabyte for Ontario.
"""

import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from uuid import UUID

from representatives.countries.ca import CANADA
from representatives.sources.current import CurrentTables
from representatives.sources.descriptions import texts
from representatives.sources.postcodes.archives import day_of, members, rows
from representatives.sources.postcodes.area_encoder import encode, whole
from representatives.sources.postcodes.bulk_table import Built, BulkError, area_of
from representatives.sources.postcodes.polygons import Polygons
from representatives.storage.postcode_area import Area, Place

LEAST_OF_ADDRESSES = 0.02
"""A register places a few addresses wrongly: a riding with a smaller share of a code's addresses is no candidate."""

_ADDRESSES = re.compile(r"addresses/address_(\d\d)_", re.IGNORECASE)
_LOCATIONS = re.compile(r"locations/location_(\d\d)_", re.IGNORECASE)
_UNITS = ["".join(unit) for unit in product("0123456789", "ABCEGHJKLMNPRSTVWXYZ", "0123456789")]

_Places = dict[str, dict[str, Place]]
_Counts = dict[str, Counter[str]]


def are_in(opened: zipfile.ZipFile) -> bool:
    """Whether the archive is the register."""
    return any(_ADDRESSES.search(name) for name in members(opened, ".csv"))


def build(current: CurrentTables, opened: zipfile.ZipFile, ridings: Polygons) -> Built:
    """The table: codes without an address keep their place; the shares of an area are those of its addresses.

    Raises:
        BulkError: the register is damaged, or has another shape than described.
    """
    counts: _Counts = defaultdict(Counter)
    names = members(opened, ".csv")
    for province in sorted({found[1] for name in names if (found := _ADDRESSES.search(name))}):
        for code, riding in _addresses(opened, names, province, ridings):
            counts[code][riding] += 1
    places: _Places = defaultdict(dict)
    addresses: _Counts = defaultdict(Counter)
    for row in current.postcodes():
        places[row["area"]] = _places_of(area_of(row))
    for code, counted in counts.items():
        area, unit = CANADA.area(code)
        first, *others = _sure(counted)
        places[area][unit] = Place(first, tuple(others))
        addresses[area] += counted
    made = {area: line(_kept(addresses[area], places[area]), places[area]) for area in addresses}
    day = day_of(opened, names[0])
    return Built(made, sum(map(len, places.values())), {"as_of": day, "missing": texts("ca")["imported"]})


def _addresses(
    opened: zipfile.ZipFile, names: list[str], province: str, ridings: Polygons
) -> Iterator[tuple[str, str]]:
    """The code and the riding of every address whose location is known and lies in a riding."""
    located = {}
    columns = ("LOC_GUID", "BG_LATITUDE", "BG_LONGITUDE", "BF_REPPOINT_LATITUDE", "BF_REPPOINT_LONGITUDE")
    for name in _of_province(names, _LOCATIONS, province):
        for guid, *point in rows(opened, name, columns):
            latitude, longitude = point[:2] if all(point[:2]) else point[2:]
            if latitude and longitude and (riding := ridings.at(_degrees(latitude), _degrees(longitude))):
                located[_key(guid)] = riding
    for name in _of_province(names, _ADDRESSES, province):
        for guid, code in rows(opened, name, ("LOC_GUID", "MAIL_POSTAL_CODE")):
            written = code.replace(" ", "").upper()
            if CANADA.postcode_shape.fullmatch(written) and (found := located.get(_key(guid))):
                yield written, found


def _of_province(names: list[str], pattern: re.Pattern[str], province: str) -> list[str]:
    return [name for name in names if (found := pattern.search(name)) and found[1] == province]


def _degrees(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise BulkError(f"The register gives {text!r} in place of degrees.") from None


def _key(guid: str) -> bytes:
    """Half as much memory as the text takes."""
    try:
        return UUID(guid).bytes
    except ValueError:
        raise BulkError(f"The register gives {guid!r} in place of a LOC_GUID.") from None


def _places_of(area: Area) -> dict[str, Place]:
    """The place of every unit that the line holds."""
    return {unit: area.place(unit) for unit in _UNITS if area.holds(CANADA.unit_number(unit))}


def _sure(found: Counter[str]) -> list[str]:
    """The ridings that enough of the addresses lie in, the one with most first."""
    ranked = sorted(found, key=lambda riding: (-found[riding], riding))
    least = LEAST_OF_ADDRESSES * found.total()
    return [ranked[0], *(riding for riding in ranked[1:] if found[riding] >= least)]


def _kept(addresses: Counter[str], places: Mapping[str, Place]) -> dict[str, int]:
    """The shares of the addresses, and a little for a riding that only a code's own place names."""
    shares = {riding: addresses[riding] for riding in _sure(addresses)}
    least = min(shares.values())
    return shares | {p.own: least for p in places.values() if p.own not in shares}


# The register of June 2026 has 246 addresses of K0H, one in a hundred, in that riding: fewer than make it a candidate for
# the whole area. K0H 2N0, whose position is in Kingston and the Islands, may lie there.
_ALSO: Mapping[str, tuple[str, ...]] = {"K0H2N0": ("35052",)}
"""Codes that may lie in further ridings: Leeds—Grenville—Thousand Islands—Rideau Lakes."""


def with_further_ridings(area: str, places: Mapping[str, Place]) -> dict[str, Place]:
    """The places of an area's codes, with the ridings that some codes may also lie in."""
    return {unit: _widened(place, _ALSO.get(area + unit, ())) for unit, place in places.items()}


def _widened(place: Place, ridings: Iterable[str]) -> Place:
    return place._replace(
        across=(*place.across, *(r for r in ridings if r not in (place.own, *place.across)))
    )


def line(shares: Mapping[str, float], places: Mapping[str, Place]) -> Area:
    """An area's line of the postcode table, from any counts as shares."""
    return encode(whole(shares), places, map(CANADA.unit_number, places))
