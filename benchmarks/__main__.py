"""What is fast, shown as ratios taken in one run: python -m benchmarks

Each row names what it is measured against: what a person would pick instead, or the least that the framework
can do. Times are medians; absolute figures are only for scale.
"""

import gc
import sqlite3
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date

from flask import Flask

from app import create_app
from letters.letter import Choices, Letter, Writer, compose
from letters.outputs import email, pdf
from letters.reading import load_all
from representatives import Dataset, Directory, Postcode, parse
from representatives.areas import Area
from representatives.countries.ca import CANADA

DAY = date(2026, 11, 24)
RUNS = 5


def main() -> None:
    """Print every table."""
    print(f"Python {sys.version.split()[0]}, {RUNS} runs a row; spread is fastest to slowest run.\n")
    directory = Directory(Dataset())
    codes = list(_codes(directory))
    _loading(codes)
    _looking_up(directory, codes)
    _pages()
    _outputs(directory)


def _loading(codes: list[Postcode]) -> None:
    print(f"Canada's dataset: {len(codes):,} codes")
    _row("load, ms", [_seconds(lambda: Directory(Dataset())) * 1000 for _ in range(RUNS)])
    ours = _memory(lambda: Directory(Dataset()))
    theirs = _memory(lambda: {code.code: code.code[:5] for code in codes})
    print(
        f"  memory                      {ours / 1e6:8.1f} MB; a dict of the codes {theirs / ours:.0f} times that"
    )
    started = [
        _seconds(lambda: subprocess.run([sys.executable, "-c", _COLD], check=True)) for _ in range(RUNS)
    ]
    _row("cold start to a page, s", started)


_COLD = "from app import create_app; assert create_app().test_client().get('/en/forced-labour').status_code == 200"


def _looking_up(directory: Directory, codes: list[Postcode]) -> None:
    sample = codes[:: len(codes) // 20_000]
    table = sqlite3.connect(":memory:")
    table.execute("create table codes (code text primary key, place text) without rowid")
    table.executemany("insert into codes values (?, ?)", ((code.code, "35039") for code in codes))
    ours = [_each(lambda code: directory.find(code, DAY), sample) for _ in range(RUNS)]
    theirs = [_each(lambda code: _sqlite(table, code), sample) for _ in range(RUNS)]
    print("\nLook-up of one code, microseconds (all candidates, ranked, with reasons)")
    _row("find()", ours)
    _row("sqlite in memory, one place", theirs)
    print(f"  ratio                       {statistics.median(ours) / statistics.median(theirs):8.2f}")


def _sqlite(table: sqlite3.Connection, code: Postcode) -> object:
    return table.execute("select place from codes where code = ?", (code.code,)).fetchone()


def _pages() -> None:
    empty = Flask("empty")
    empty.add_url_rule("/", view_func=lambda: "")
    app = create_app(config={"TESTING": True, "TODAY": lambda: DAY})
    client, nothing = app.test_client(), empty.test_client()
    form = {
        "postcode": "L8S 4L8",
        "to": "ca-commons-" + _member(),
        "asks": "speak",
        "name": "Zoë O’Neil",
        "address": "1 Main St\nHamilton ON",
        "own_words": "I saw a film. " * 20,
    }
    base = [_seconds(lambda: nothing.get("/"), 300) for _ in range(RUNS)]
    print("\nPages, times an empty Flask route (test client, no server)")
    campaign = "/en/forced-organ-harvesting"
    pages: dict[str, Callable[[], object]] = {
        "campaign": lambda: client.get(campaign),
        "write": lambda: client.post(f"{campaign}/write", data=form),
        "letter": lambda: client.post(f"{campaign}/letter", data=form),
        "PDF": lambda: client.post(f"{campaign}/letter.pdf", data=form),
    }
    for name, act in pages.items():
        _times(name, act, base)


def _times(name: str, act: Callable[[], object], base: list[float]) -> None:
    act()
    taken = [_seconds(act, 40) / statistics.median(base) for _ in range(RUNS)]
    _row(name, taken)


def _outputs(directory: Directory) -> None:
    print("\nOne letter, milliseconds; every letter is another, since typst remembers what it has set")
    for name, render in (("PDF", _pdf), ("e-mail draft", email.render)):
        render(_letter(directory, 0))
        _row(name, [_each_letter(render, directory, run) for run in range(RUNS)])


def _pdf(letter: Letter) -> bytes:
    return pdf.render([letter])


def _each_letter(render: Callable[[Letter], bytes], directory: Directory, run: int) -> float:
    letters = [_letter(directory, run * 1000 + number) for number in range(1, 51)]
    return _seconds(lambda: [render(letter) for letter in letters]) / len(letters) * 1000


def _letter(directory: Directory, number: int) -> Letter:
    match = directory.find(parse("L8S 4L8"), DAY)
    delegation = match.representatives("35039")
    campaign = load_all()[0]["forced-organ-harvesting"]
    choices = Choices("en", delegation.constituency, ("speak", "enforce"), f"I saw film {number}. " * 20)
    return compose(campaign, delegation.people[0], Writer("Zoë O’Neil", ("1 Main St",)), choices, DAY)


def _member() -> str:
    rows = Dataset().rows("ca-people")
    return next(row["id"].rpartition("-")[2] for row in rows if row["area"] == "35039")


def _codes(directory: Directory) -> Iterator[Postcode]:
    """Every code that the dataset holds."""
    letters = "ABCEGHJKLMNPRSTVWXYZ"
    units = [f"{first}{letter}{last}" for first in range(10) for letter in letters for last in range(10)]
    for name, area in directory.countries["ca"].areas.items():
        for unit in _held(area, units):
            yield Postcode("ca", name + unit, f"{name} {unit}")


def _held(area: Area, units: list[str]) -> Iterator[str]:
    return (unit for unit in units if area.holds(CANADA.unit_number(unit)))


def _memory(make: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    kept = make()
    used = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return used


def _each(act: Callable[[Postcode], object], sample: list[Postcode]) -> float:
    taken = []
    for code in sample:
        start = time.perf_counter()
        act(code)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1e6


def _seconds(act: Callable[[], object], times: int = 1) -> float:
    start = time.perf_counter()
    for _ in range(times):
        act()
    return (time.perf_counter() - start) / times


def _row(name: str, taken: list[float]) -> None:
    print(f"  {name:27} {statistics.median(taken):8.2f}   ({min(taken):.2f} to {max(taken):.2f})")


if __name__ == "__main__":
    main()
