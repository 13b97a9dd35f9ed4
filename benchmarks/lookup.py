"""Who speaks for a postcode: against what a person would pick instead, and as the number of codes grows."""

import itertools
import random
import time
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.measure import RUNS, allocated, divided, each_microseconds, exact, ratios, row, title
from benchmarks.sample import DAY
from benchmarks.tables import ask, one_place
from representatives import Dataset, Directory, Postcode
from representatives.countries.ca import CANADA
from representatives.sources.postcodes.area_encoder import encode
from representatives.storage.postcode_area import Area, Place

LETTERS = "ABCEGHJKLMNPRSTVWXYZ"
SIZES = (10_000, 100_000, 1_000_000, 2_600_000)
"""Codes."""
UNITS = [f"{a}{letter}{b}" for a, letter, b in itertools.product(range(10), LETTERS, range(10))]


def run() -> None:
    """Print the tables."""
    directory = Directory(Dataset())
    codes = list(_codes(directory))
    sample = codes[:: max(1, len(codes) // 20_000)]
    table = one_place((code.code, "35039") for code in codes)
    title(f"Look-up of one of {len(codes):,} codes: all candidates, ranked, with reasons.")
    ratios(
        "find() / sqlite in memory, one place",
        lambda: each_microseconds(lambda code: directory.find(code, DAY), sample),
        lambda: each_microseconds(lambda code: ask(table, code.code), sample),
    )
    row(
        "    microseconds",
        [each_microseconds(lambda code: directory.find(code, DAY), sample) for _ in range(RUNS)],
        "us",
    )
    ours = [allocated(lambda: Directory(Dataset())) for _ in range(RUNS)]
    theirs = [allocated(lambda: {code.code: code.code[:5] for code in codes}) for _ in range(RUNS)]
    divided("memory / a dict of the codes", ours, theirs)
    row("    megabytes", [each / 1e6 for each in ours], "MB")
    _growth()


def _growth() -> None:
    title("The same as codes grow: made-up areas of 2,000 codes each, with a run every 40 codes.")
    least = _Made(SIZES[0])
    row(f"{SIZES[0]:,} codes, microseconds", [least.taken() for _ in range(RUNS)], "us")
    exact("    bytes a code", least.size)
    for number in SIZES[1:]:
        made = _Made(number)
        ratios(f"{number:,} codes / {SIZES[0]:,}", made.taken, least.taken)
        exact("    bytes a code / the same", made.size / least.size, "x")


class _Made:
    """A table of made-up codes, and some of the codes to ask for."""

    def __init__(self, number: int) -> None:
        names = [f"{place:04}" for place in range(number // len(UNITS))]
        self._areas = {name: _area(name) for name in names}
        asked = random.Random(1).choices(names, k=2_000)  # noqa: S311 (the same draw every time)
        units = random.Random(2).choices(UNITS, k=2_000)  # noqa: S311
        self._asked = list(zip(asked, units, strict=True))
        self.size = allocated(lambda: {name: _area(name) for name in names}) / number

    def taken(self) -> float:
        """Microseconds a code."""
        return _each_pair(self._areas, self._asked)


def _area(name: str) -> Area:
    own = {unit: Place(f"{name}-{index // 40}", ()) for index, unit in enumerate(UNITS)}
    codes = sorted({each.own for each in own.values()})
    return encode(dict.fromkeys(codes, 1 / len(codes)), own, [CANADA.unit_number(unit) for unit in UNITS])


def _each_pair(areas: Mapping[str, Area], asked: Sequence[tuple[str, str]]) -> float:
    start = time.perf_counter()
    for name, unit in asked:
        area = areas[name]
        assert area.holds(CANADA.unit_number(unit))
        area.place(unit)
    return (time.perf_counter() - start) / len(asked) * 1e6


def _codes(directory: Directory) -> Iterator[Postcode]:
    """Every Canadian code that the dataset holds."""
    for name, area in directory.countries["ca"].areas.items():
        for unit in UNITS:
            if area.holds(CANADA.unit_number(unit)):
                yield Postcode("ca", name + unit, f"{name} {unit}")
