"""A minute at 200 connections on all processors: no error, and how long people wait."""

import os

from benchmarks.measure import row, title
from benchmarks.sample import PAGE, form
from benchmarks.serving import ask, has_wrk, serve

CONNECTIONS = 200
SECONDS = int(os.environ.get("BENCHMARK_SECONDS", "60"))


def run() -> None:
    """Print the table."""
    workers = os.cpu_count() or 1
    title(f"Load: {SECONDS} seconds at {CONNECTIONS} connections, {workers} workers, all on this computer.")
    if not has_wrk():
        return
    with serve("asgi:create_app", workers) as server:
        for name, path, fields in (
            ("write page", "/write", {"postcode": form()["postcode"]}),
            ("letter page", "/letter", form()),
        ):
            answers = ask(server.address + PAGE + path, fields, CONNECTIONS, SECONDS)
            row(f"{name}: answers", [answers.number])
            row("    errors", [answers.errors])
            row("    a second", [answers.a_second])
            row("    99 of 100 within", [answers.slowest_of_hundred], "ms")
