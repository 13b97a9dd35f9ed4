"""Makes the lines of the postcode table that representatives/storage/postcode_area.py reads and describes."""

from collections.abc import Iterable, Mapping

from representatives.people import Point
from representatives.storage.postcode_area import BITS, Area, Place


def encode(
    shares: Mapping[str, float],
    places: Mapping[str, Place],
    numbers: Iterable[int],
    localities: Mapping[str, Mapping[str, float]] | None = None,
    points: Mapping[str, Point] | None = None,
) -> Area:
    """Make a line: shares by code, each unit's place (any order), the numbers of the units held, and what is optional.

    Args:
        points: by unit, or by "" for an area without units.
    """
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    return Area(
        shares=" ".join(f"{_written(code)}={share:.5f}" for code, share in ranked),
        runs=" ".join(_runs(places)),
        held=_bits(set(numbers)),
        localities="|".join(
            f"{name}={_weighed(found)}" for name, found in sorted((localities or {}).items())
        ),
        point=" ".join(_pointed(unit, point) for unit, point in sorted((points or {}).items())),
    )


def whole(parts: Mapping[str, float]) -> dict[str, float]:
    """Counts, or shares of a part, as shares of all of them."""
    total = sum(parts.values())
    return {code: part / total for code, part in parts.items()}


def _written(code: str) -> str:
    return code.replace(" ", "_")


def _weighed(shares: Mapping[str, float]) -> str:
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    return "+".join(f"{_written(code)}*{share:.4g}" for code, share in ranked)


def _pointed(unit: str, point: Point) -> str:
    return (f"{unit}=" if unit else "") + f"{point[0]:.2f};{point[1]:.2f}"


def _runs(places: Mapping[str, Place]) -> Iterable[str]:
    last = None
    for unit in sorted(places):
        if places[unit] != last:
            last = places[unit]
            yield f"{unit}=" + (_weighed(last.shares) or "+".join(map(_written, (last.own, *last.across))))


def _bits(numbers: set[int]) -> str:
    end = max(numbers, default=-1) + 1
    return "".join(
        BITS[sum(1 << bit for bit in range(6) if start + bit in numbers)] for start in range(0, end, 6)
    )
