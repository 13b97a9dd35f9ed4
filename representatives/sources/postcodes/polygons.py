"""Which polygon a point lies in, and which others are close: needs shapely, the extra "maintainer" of pyproject.toml."""

import json
from collections.abc import Mapping
from math import cos, radians
from pathlib import Path
from typing import Any

from representatives.sources.postcodes.bulk_table import BulkError
from representatives.sources.text_files import read_text

CODES = ("fed", "FED_NUM", "FEDUID", "FEDNUM")
"""The properties in which boundary files give a riding's number, the first that is there."""
METRES_A_DEGREE = 111_320
"""Of latitude, and of longitude at the equator."""


class Polygons:
    """Boundaries in degrees of longitude and latitude."""

    def __init__(self, path: Path) -> None:
        """Read a GeoJSON file, packed or not.

        Raises:
            BulkError: it is no such file, or shapely is not installed.
        """
        try:
            import shapely
        except ImportError:
            raise BulkError('Points need shapely: pip install "shapely>=2.0".') from None
        self._shapely = shapely
        self._codes: list[str] = []
        shapes = []
        try:
            for feature in json.loads(read_text(path))["features"]:
                self._codes.append(_code(feature["properties"]))
                shapes.append(shapely.geometry.shape(feature["geometry"]))
        except (ValueError, KeyError, TypeError, OSError, shapely.errors.ShapelyError) as error:
            raise BulkError(f"{path.name} is no GeoJSON of boundaries in degrees: {error}.") from None
        west, south, east, north = shapely.total_bounds(shapes)
        if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
            raise BulkError(f"{path.name} is not in degrees: convert it to EPSG:4326 first.")
        self._tree = shapely.STRtree(shapes)

    def at(self, latitude: float, longitude: float) -> str:
        """The code of the polygon that a point lies in, or "" where it lies in none."""
        found = self._tree.query(self._shapely.Point(longitude, latitude), predicate="intersects")
        return self._codes[min(found)] if len(found) else ""

    def near(self, latitude: float, longitude: float, metres: float) -> frozenset[str]:
        """The codes of every polygon within a distance of a point."""
        reach = metres / METRES_A_DEGREE
        circle = self._shapely.Point(longitude, latitude).buffer(reach)
        wide = self._shapely.affinity.scale(circle, xfact=1 / max(cos(radians(latitude)), 0.01))
        return frozenset(self._codes[n] for n in self._tree.query(wide, predicate="intersects"))


def _code(properties: Mapping[str, Any]) -> str:
    name = next(name for name in CODES if name in properties) if properties.keys() & set(CODES) else CODES[0]
    return str(int(properties[name]))
