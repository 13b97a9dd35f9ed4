"""What each country adds: from one to four of them, each number in processes of its own."""

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.measure import RUNS, divided, each_microseconds, figures_of, ratios, row, title
from benchmarks.sample import DAY
from benchmarks.tables import ask, one_place
from representatives import Dataset, Directory, Postcode

ORDER = ("ca", "gb", "us", "au")
SAMPLE = 5_000
"""Codes asked for in each country."""

_IN_CANADA, _IN_BRITAIN = "ABCEGHJKLMNPRSTVWXYZ", "ABDEFGHJLNPQRSTUWXYZ"
UNITS: Mapping[str, Sequence[str]] = {
    "ca": [f"{a}{letter}{b}" for a, letter, b in itertools.product(range(10), _IN_CANADA, range(10))],
    "gb": [a + b for a, b in itertools.product(_IN_BRITAIN, _IN_BRITAIN)],
    "us": [f"{number:02}" for number in range(100)],
    "au": [""],
}
"""Everything that may follow an area's name, by country."""

_PROCESS = """
import time
from benchmarks.countries import Some, looked_up
from benchmarks.measure import resident
from representatives import Directory
before, start = resident(), time.perf_counter()
directory = Directory(Some({chosen!r}))
print((time.perf_counter() - start) * 1e3, resident() - before, looked_up(directory))
"""


class Some(Dataset):
    """The dataset with some of its countries only."""

    def __init__(self, chosen: Sequence[str]) -> None:
        """Read the description; `chosen` are country ids."""
        super().__init__()
        self._chosen = frozenset(chosen)

    def countries(self) -> frozenset[str]:
        """Those chosen."""
        return self._chosen


def run() -> None:
    """Print the table."""
    title(
        f"From one country to four, times {ORDER[0]} alone; look-ups: the median of {SAMPLE:,} held codes of each."
    )
    codes = [_PROCESS.format(chosen=ORDER[:number]) for number in range(1, len(ORDER) + 1)]
    by_run = [[figures_of(code) for code in codes] for _ in range(RUNS)]  # by turns
    for number in range(1, len(ORDER) + 1):
        name = ", ".join(ORDER[:number])
        for place, (what, unit) in enumerate((("loading", "ms"), ("memory", "MB"), ("a look-up", "us"))):
            found = [run[number - 1][place] for run in by_run]
            divided(f"{name}: {what}", found, [run[0][place] for run in by_run])
            row("", found, unit)
    directory = Directory(Dataset())
    for country in ORDER:
        _of_four(directory, country)


def _of_four(directory: Directory, country: str) -> None:
    codes = list(held(directory, country))
    table = one_place((code.code, country) for code in codes)
    ratios(
        f"a look-up in {country}, of four / sqlite, one place",
        lambda: _taken(directory, codes),
        lambda: each_microseconds(lambda code: ask(table, code.code), codes),
    )
    row("", [_taken(directory, codes) for _ in range(RUNS)], "us")


def looked_up(directory: Directory) -> float:
    """The median look-up over all countries that are loaded, in microseconds."""
    return _taken(directory, [code for country in directory.countries for code in held(directory, country)])


def _taken(directory: Directory, codes: Sequence[Postcode]) -> float:
    each_microseconds(lambda code: directory.find(code, DAY), codes[:100])
    return each_microseconds(lambda code: directory.find(code, DAY), codes)


def held(directory: Directory, country: str) -> Iterator[Postcode]:
    """Codes that the dataset holds, always the same, with areas as likely as they have codes."""
    tables = directory.countries[country]
    pairs = [
        (name, unit)
        for name, area in tables.areas.items()
        if "*" not in name
        for unit in UNITS[country]
        if not unit or area.holds(tables.country.unit_number(unit))
    ]
    for name, unit in random.Random(1).choices(pairs, k=SAMPLE):  # noqa: S311 (the same draw every time)
        yield Postcode(country, name + unit, name + unit)
