"""Canada's postal codes from GeoNames (points) or the National Address Register (addresses), placed in ridings.

GeoNames CA_full.csv.zip (https://download.geonames.org/export/zip/), CC BY 4.0: tab-separated without a heading;
country code, postal code, place, three names and codes of regions, latitude, longitude, accuracy.

The register is read by ca/address_register.py.
"""

import csv
import io
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from representatives.countries.ca import CANADA
from representatives.sources.ca import address_register
from representatives.sources.ca.address_register import line, with_further_ridings
from representatives.sources.current import CurrentTables
from representatives.sources.descriptions import texts
from representatives.sources.postcodes.archives import archive, day_of, members
from representatives.sources.postcodes.bulk_table import Built, BulkError
from representatives.sources.postcodes.polygons import Polygons
from representatives.storage.postcode_area import Place

NEAR = 250
"""In metres: a point so close to another riding's border may belong to it."""
_Places = dict[str, dict[str, Place]]


def build(current: CurrentTables, path: Path, polygons: Path | None) -> Built:
    """The table from either file.

    Raises:
        BulkError: it is neither, or it is damaged, or the boundaries are missing.
    """
    if polygons is None:
        raise BulkError("Points need the ridings’ boundaries: --polygons FILE (GeoJSON in degrees).")
    ridings = Polygons(polygons)
    with archive(path) as opened:
        if address_register.are_in(opened):
            return address_register.build(current, opened, ridings)
        listed = [*members(opened, ".txt"), *members(opened, ".csv")]
        if not listed:
            raise BulkError(f"{path.name} holds neither GeoNames’ list nor the National Address Register.")
        return _from_points(opened, listed[0], ridings)


def _from_points(opened: zipfile.ZipFile, member: str, ridings: Polygons) -> Built:
    places: _Places = defaultdict(dict)
    for code, latitude, longitude in _points(opened, member):
        own = ridings.at(latitude, longitude)
        close = ridings.near(latitude, longitude, NEAR)
        if own or close:
            first, *others = [own, *sorted(close - {own})] if own else sorted(close)
            area, unit = CANADA.area(code)
            places[area][unit] = Place(first, tuple(others))
    made = {
        area: line(Counter(place.own for place in found.values()), with_further_ridings(area, found))
        for area, found in places.items()
    }
    day = day_of(opened, member)
    return Built(made, sum(map(len, places.values())), {"as_of": day, "missing": texts("ca")["imported"]})


def _points(opened: zipfile.ZipFile, member: str) -> Iterator[tuple[str, float, float]]:
    with opened.open(member) as file:
        lines = csv.reader(
            io.TextIOWrapper(file, "utf-8-sig", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        for number, row in enumerate(lines, 1):
            try:
                code, latitude, longitude = row[1].replace(" ", "").upper(), float(row[9]), float(row[10])
            except (IndexError, ValueError):
                raise BulkError(f"{member} is not GeoNames’ list, or is cut off, in line {number}.") from None
            if CANADA.postcode_shape.fullmatch(code):
                yield code, latitude, longitude
