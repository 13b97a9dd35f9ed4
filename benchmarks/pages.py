"""Pages and files as a share of what an empty Flask route is answered in a second, on the same server."""

from benchmarks.measure import RUNS, row, title
from benchmarks.sample import PAGE, form
from benchmarks.serving import Server, ask, has_wrk, serve

GOALS = {"write": 0.5, "letter": 1 / 3}


def run() -> None:
    """Print the table."""
    title(
        "Pages: how many a second, as a share of an empty Flask route (granian, one worker, 16 connections).\n"
        f"  Goals: the write page {GOALS['write']:.2g} or more, the letter page {GOALS['letter']:.2g} or more."
    )
    if not has_wrk():
        return
    asked: dict[str, tuple[str, dict[str, str] | None]] = {
        "campaign page": (PAGE, None),
        "write page, first": (f"{PAGE}/write", {"postcode": form()["postcode"]}),
        "write page, filled in": (f"{PAGE}/write", form()),
        "letter page": (f"{PAGE}/letter", form()),
        "PDF, the same letter": (f"{PAGE}/letter.pdf", form()),
        "/health": ("/health", None),
    }
    with serve("app:create_app") as ours, serve("benchmarks.serving:empty") as theirs:
        for name, (path, fields) in asked.items():
            _share(name, ours, theirs, path, fields)


def _share(name: str, ours: Server, theirs: Server, path: str, fields: dict[str, str] | None) -> None:
    ask(ours.address + path, fields, for_seconds=1)
    rates, shares = [], []
    for _ in range(RUNS):
        empty = ask(theirs.address + "/").a_second
        answers = ask(ours.address + path, fields)
        assert answers.errors == 0, f"{name}: {answers}"
        rates.append(answers.a_second)
        shares.append(answers.a_second / empty)
    row(name, shares, "x")
    row("    a second", rates)
