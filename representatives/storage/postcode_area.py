"""One line of the postcode table: an area's constituencies, its runs of units, and which units exist.

Neighbouring units mostly share a constituency, so a line holds only where that changes:

    shares      "35039=0.9 35040=0.1"            every constituency of the area, likeliest first
    runs        "0A1=35039 4L8=35039+35040"      from this unit on; after "+" those across a close border
                "01=NY-12*0.7+NY-10*0.3"         with shares: this unit's candidates are exactly these
                "AC="                            of these units nothing is known
    held        "AAf_8…"                         one bit a possible unit, six to a character
    localities  "Ashfield=Grayndler*1|Croydon=Watson*0.6+Reid*0.4"
    point       "01=40.81;-73.04 02=40.90;-73.10"  about where a unit is; without units "-33.90;151.10"
    named       "Aberdeen City"                  what people call the place, for them to recognise
    nearest     "FH QG?"                         the units held whose place is that of the nearest code known before
                                                 them; with "?" those whose five nearest do not agree
    older_lines "30 27"                          the units whose shares were laid over older district lines

A space in a code is written "_". A line is read only when it is asked for.
"""

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from representatives.people import Point

BITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""The characters of `held`: the place of each here is six bits, the lowest for the first of six units."""
_VALUE = {char: value for value, char in enumerate(BITS)}


class Place(NamedTuple):
    """Where a unit lies: a constituency's code and those across a close border, or the share of each."""

    own: str
    """"" where nothing is known of the unit."""
    across: tuple[str, ...] = ()
    shares: Mapping[str, float] = {}


class Area(NamedTuple):
    """A line of the table."""

    shares: str
    runs: str = ""
    held: str = ""
    localities: str = ""
    point: str = ""
    named: str = ""
    nearest: str = ""
    older_lines: str = ""

    def constituencies(self) -> dict[str, float]:
        """Constituency code -> share of the area, likeliest first."""
        shares = {}
        for item in self.shares.split():
            code, _, share = item.partition("=")
            shares[_code(code)] = float(share)
        return shares

    def holds(self, number: int) -> bool:
        """Whether the unit with that number exists in the dataset."""
        place, bit = divmod(number, 6)
        return place < len(self.held) and bool(_VALUE[self.held[place]] >> bit & 1)

    def place(self, unit: str) -> Place:
        """Where a unit that the area holds lies; of one it does not hold, the nearest run before it, or the first."""
        runs = self.runs.split(" ")
        number = bisect_right(runs, f"{unit}~") - 1
        return _place(runs[max(number, 0)].partition("=")[2])

    def is_nearest(self, unit: str) -> bool:
        """Whether a unit's place is that of the nearest code known before it, all of its neighbours agreeing."""
        return unit in self.nearest.split()

    def is_doubtful(self, unit: str) -> bool:
        """Whether a unit's place is that of the nearest code known before it, and its neighbours do not agree."""
        return f"{unit}?" in self.nearest.split()

    def has_older_shares(self, unit: str) -> bool:
        """Whether a unit's shares were laid over older lines than those of the constituencies."""
        return unit in self.older_lines.split()

    def suburbs(self) -> dict[str, Mapping[str, float]]:
        """Locality -> constituency code -> share of it, in the order of the line."""
        items = (item.partition("=") for item in self.localities.split("|") if item)
        return {name: _place(places).shares for name, _, places in items}

    def point_of(self, unit: str) -> Point | None:
        """About where a unit, or the area where it has no units, is; None where the table does not say."""
        if not unit:
            return _point(self.point)
        begin = f"{unit}="
        found = next((item for item in self.point.split(" ") if item.startswith(begin)), "")
        return _point(found.removeprefix(begin))


def _place(places: str) -> Place:
    if "*" not in places:
        own, *across = _code(places).split("+")
        return Place(own, tuple(across))
    items = (item.partition("*") for item in places.split("+"))
    shares = {_code(code): float(share) for code, _, share in items}
    return Place(next(iter(shares)), (), shares)


def _point(text: str) -> Point | None:
    latitude, _, longitude = text.partition(";")
    return (float(latitude), float(longitude)) if longitude else None


def _code(written: str) -> str:
    return written.replace("_", " ")
