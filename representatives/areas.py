"""One line of the postcode table: an area's constituencies, its runs of units, and which units exist.

Neighbouring units mostly share a constituency, so a line holds only where that changes:

    shares  "35039=0.9 35040=0.1"            every constituency of the area, likeliest first
    runs    "0A1=35039 4L8=35039+35040"      from this unit on; after "+" those across a close border
    held    "AAf_8…"                         one bit a possible unit, six to a character
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_BITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUE = {char: value for value, char in enumerate(_BITS)}


class Place(NamedTuple):
    """Where a unit's point lies: a constituency's code, and those across a close border."""

    own: str
    across: tuple[str, ...]


class Area(NamedTuple):
    """A line of the table as text; it is read only when a postcode of the area is asked for."""

    shares: str
    runs: str
    held: str

    def constituencies(self) -> dict[str, float]:
        """Constituency code -> share of the area, likeliest first."""
        return {
            code: float(share) for code, _, share in (item.partition("=") for item in self.shares.split())
        }

    def holds(self, number: int) -> bool:
        """Whether the unit with that number exists in the dataset."""
        place, bit = divmod(number, 6)
        return place < len(self.held) and bool(_VALUE[self.held[place]] >> bit & 1)

    def place(self, unit: str) -> Place:
        """Where a unit that the area holds lies."""
        runs = self.runs.split(" ")
        run = runs[bisect_right(runs, unit + "~") - 1]
        own, *across = run.partition("=")[2].split("+")
        return Place(own, tuple(across))


def encode(shares: Mapping[str, float], places: Mapping[str, Place], numbers: Iterable[int]) -> Area:
    """Make a line: shares by code, each unit's place (any order), and the numbers of the units held."""
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    return Area(
        shares=" ".join(f"{code}={share:.5f}" for code, share in ranked),
        runs=" ".join(_runs(places)),
        held=_bits(set(numbers)),
    )


def _runs(places: Mapping[str, Place]) -> Iterable[str]:
    last = None
    for unit in sorted(places):
        if places[unit] != last:
            last = places[unit]
            yield f"{unit}=" + "+".join((last.own, *last.across))


def _bits(numbers: set[int]) -> str:
    end = max(numbers, default=-1) + 1
    return "".join(
        _BITS[sum(1 << bit for bit in range(6) if start + bit in numbers)] for start in range(0, end, 6)
    )
