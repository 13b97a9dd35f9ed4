"""How everything is measured and printed."""

import gc
import os
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

Thing = TypeVar("Thing")

RUNS = 5
ROOT = Path(__file__).parents[1]


def machine() -> str:
    """Where and when this was measured."""
    day = datetime.now(UTC).date().isoformat()
    return (
        f"{day}, Python {sys.version.split()[0]}, {os.cpu_count()} processors. "
        f"Each row: the median of its runs (their number), and the spread from least to most."
    )


def title(sentence: str) -> None:
    """A table's heading."""
    print(f"\n{sentence}", flush=True)


def row(name: str, taken: Sequence[float], unit: str = "") -> None:
    """One row."""
    spread = f"({len(taken)} runs: {_figure(min(taken))} to {_figure(max(taken))})"
    print(f"  {name:46} {_figure(statistics.median(taken)):>10} {unit:3} {spread}", flush=True)


def exact(name: str, figure: float, unit: str = "") -> None:
    """A row that is the same in every run."""
    print(f"  {name:46} {_figure(figure):>10} {unit:3} (the same in every run)", flush=True)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def ratios(name: str, ours: Callable[[], float], theirs: Callable[[], float], unit: str = "x") -> None:
    """One row: ours divided by theirs, measured by turns."""
    ours(), theirs()
    row(name, [ours() / theirs() for _ in range(RUNS)], unit)


def divided(name: str, ours: Sequence[float], theirs: Sequence[float]) -> None:
    """One row: ours divided by theirs, run by run."""
    row(name, [mine / other for mine, other in zip(ours, theirs, strict=True)], "x")


def divided_by_last(
    names: Sequence[str], by_run: Sequence[tuple[list[float], list[float]]], unit: str
) -> None:
    """Rows of our figures, each divided by the last of the other's in the same run, with the figures themselves."""
    for place, name in enumerate(names):
        ours = [mine[place] for mine, _ in by_run]
        divided(name, ours, [other[-1] for _, other in by_run])
        row("", ours, unit)


def seconds(act: Callable[[], object], times: int = 1) -> float:
    """How long one act takes."""
    start = time.perf_counter()
    for _ in range(times):
        act()
    return (time.perf_counter() - start) / times


def processor_seconds(act: Callable[[], object], times: int) -> float:
    """How long the processor works on one act: what else runs on the computer changes it little."""
    start = time.process_time()
    for _ in range(times):
        act()
    return (time.process_time() - start) / times


def allocated(make: Callable[[], object]) -> int:
    """Bytes that Python keeps for what is made."""
    gc.collect()
    tracemalloc.start()
    kept = make()
    used = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return used


def resident(process: int | None = None) -> float:
    """Megabytes of memory that a process holds, this one if none is named; Linux only."""
    with open(f"/proc/{process or 'self'}/statm", encoding="ascii") as file:  # noqa: PTH123 (no path of the product)
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def alone(process: int) -> float:
    """Megabytes of memory that a process shares with no other: what another one like it adds at most; Linux only."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    private = (line for line in lines if line.startswith(("Private_Clean:", "Private_Dirty:")))
    return sum(int(line.split()[1]) for line in private) * 1024 / 1e6


def share(process: int) -> float:
    """Megabytes of memory that a process takes, what several share divided among them: these add up; Linux only."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("Pss:"))


def figures_of(code: str) -> list[float]:
    """The figures that a process of its own prints."""
    return [float(figure) for figure in in_new_process(code).split()]


def in_new_process(code: str) -> str:
    """What a process of its own prints: nothing of this one weighs on it."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def each_microseconds(act: Callable[[Thing], object], sample: Sequence[Thing]) -> float:
    """The median of single acts, in microseconds."""
    taken = []
    for one in sample:
        start = time.perf_counter()
        act(one)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1e6
