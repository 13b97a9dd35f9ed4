"""Memory of gunicorn's workers and of the whole server, as operators run it."""

from urllib.parse import urlencode
from urllib.request import urlopen

from benchmarks.measure import RUNS, alone, divided_by_last, resident, row, share, title
from benchmarks.serving import Server, serve, workers_of

TIMES = 6
"""So often is each page asked for where two workers answer, so that both have shown it."""

Visit = tuple[str, dict[str, str] | None]
"""A path, and what its form sends."""


def run(mixed: list[Visit]) -> None:
    """Print the tables."""
    _of_one(mixed)
    _together(mixed)


def _of_one(mixed: list[Visit]) -> None:
    ours: list[tuple[list[float], list[float]]] = []
    theirs: list[tuple[list[float], list[float]]] = []
    for _ in range(RUNS):
        ours.append(_worker("app:create_app()", mixed))
        theirs.append(_worker("benchmarks.serving:empty()", [("/", None)]))
    names = ("idle", f"after {len(mixed)} pages and letters, every country")
    for which, heading in enumerate(
        (
            "gunicorn's worker, resident, times one that serves an empty Flask route.",
            "What of it no other process shares: what each further worker takes of a computer's memory.",
        )
    ):
        title(heading)
        by_run = [(mine[which], other[which]) for mine, other in zip(ours, theirs, strict=True)]
        divided_by_last(names, by_run, "MB")


def _together(mixed: list[Visit]) -> None:
    title(
        "The whole server with two workers, the first process too: what it takes together, for each worker."
    )
    found = [_of_each_worker(mixed) for _ in range(RUNS)]
    row(f"after {TIMES} times {len(mixed)} pages and letters", found, "MB")


def _of_each_worker(mixed: list[Visit]) -> float:
    with serve("app:create_app()", 2) as server:
        for _ in range(TIMES):
            _visit(server, mixed)
        workers = workers_of(server)
        return (share(server.process.pid) + sum(map(share, workers))) / len(workers)


def _worker(target: str, mixed: list[Visit]) -> tuple[list[float], list[float]]:
    """Megabytes of gunicorn's worker, resident and alone, each before and after the visits."""
    with serve(target) as server:
        (worker,) = workers_of(server)
        idle = resident(worker), alone(worker)
        _visit(server, mixed)
        after = resident(worker), alone(worker)
    return [idle[0], after[0]], [idle[1], after[1]]


def _visit(server: Server, mixed: list[Visit]) -> None:
    for path, data in mixed:
        body = urlencode(data).encode() if data else None
        urlopen(server.address + path, body, timeout=10).read()  # noqa: S310
