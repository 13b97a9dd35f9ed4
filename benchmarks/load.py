"""A minute at 200 connections on all processors: no error, and how many are answered beside an empty Flask route."""

import os

from benchmarks.measure import divided, row, title
from benchmarks.sample import PAGE, form
from benchmarks.serving import Server, ask, has_wrk, serve

CONNECTIONS = 200
SECONDS = int(os.environ.get("BENCHMARK_SECONDS", "60"))
RUNS = 3
"""Of a minute each."""


def run() -> None:
    """Print the table."""
    workers = os.cpu_count() or 1
    title(
        f"Load: {SECONDS} seconds at {CONNECTIONS} connections, {workers} workers, all on this computer; answers a second\n"
        "  as a share of those of an empty Flask route under the same load."
    )
    if not has_wrk():
        return
    with (
        serve("app:create_app()", workers) as ours,
        serve("benchmarks.serving:empty()", workers) as theirs,
    ):
        _page("write page", ours, theirs, "/write", {"postcode": form()["postcode"]})
        _page("letter page", ours, theirs, "/letter", form())


def _page(name: str, ours: Server, theirs: Server, path: str, fields: dict[str, str]) -> None:
    taken = []
    empty = []
    for _ in range(RUNS):
        empty.append(ask(theirs.address + "/", None, CONNECTIONS, max(1, SECONDS // 6)))
        taken.append(ask(ours.address + PAGE + path, fields, CONNECTIONS, SECONDS))
    divided(name, [each.a_second for each in taken], [each.a_second for each in empty])
    row("    a second", [each.a_second for each in taken])
    row("    answers", [each.number for each in taken])
    row("    errors", [each.errors for each in taken])
    row("    99 of 100 within", [each.slowest_of_hundred for each in taken], "ms")
