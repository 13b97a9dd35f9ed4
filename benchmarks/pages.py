"""Pages and files as a share of what an empty Flask route is answered in a second, on the same server."""

import json
import logging
from functools import partial

from app import create_app
from benchmarks.measure import RUNS, processor_seconds, ratios, row, title
from benchmarks.sample import DAY, PAGE, form
from benchmarks.serving import Sent, Server, ask, empty, has_wrk, processor_seconds_of, request_to, serve
from letters.outputs.bounds.queue import MOST_OF_A_NETWORK
from web.settings import Settings

GOALS = {"write": 0.2, "letter": 0.12}


Asked = dict[str, tuple[str, Sent]]


def run() -> None:
    """Print the tables."""
    asked: Asked = {
        "campaign page": (PAGE, None),
        "write page, first": (f"{PAGE}/write", {"postcode": form()["postcode"]}),
        "write page, filled in": (f"{PAGE}/write", form()),
        "letter page": (f"{PAGE}/letter", form()),
        "PDF, the same letter": (f"{PAGE}/letter.pdf", form()),
        "API, a look-up": ("/api/v1/representatives", json.dumps({"postcode": form()["postcode"]})),
        "/health": ("/health", None),
    }
    _processor(asked)
    _server(asked)


def _processor(asked: Asked) -> None:
    title("Pages: processor time of one request without a server, times that of an empty Flask route.")
    ours = create_app(
        Settings(limit_post="1000000/second", limit_api="1000000/second"), {"TODAY": lambda: DAY}
    )
    logging.disable()
    for name, (path, fields) in asked.items():
        page, nothing = request_to(ours, path, fields), request_to(empty(), "/", None)
        ratios(name, partial(processor_seconds, page, 50), partial(processor_seconds, nothing, 500))
        row("    milliseconds", [processor_seconds(page, 50) * 1000 for _ in range(RUNS)], "ms")
    logging.disable(logging.NOTSET)


def _server(asked: Asked) -> None:
    title(
        "Pages: how many a second, as a share of an empty Flask route (gunicorn, one worker, 16 connections).\n"
        f"  Goals: the write page {GOALS['write']:.2g} or more, the letter page {GOALS['letter']:.2g} or more."
    )
    if not has_wrk():
        return
    with serve("app:create_app()") as ours, serve("benchmarks.serving:empty()") as theirs:
        for name, (path, fields) in asked.items():
            _share(name, ours, theirs, path, fields)


def _share(name: str, ours: Server, theirs: Server, path: str, fields: Sent) -> None:
    # Of one network only so many files are made or wait at a time (letters/outputs/bounds/queue.py).
    connections = MOST_OF_A_NETWORK if path.endswith(".pdf") else 16
    ask(ours.address + path, fields, connections, for_seconds=1)
    rates, shares, by_processor = [], [], []
    for _ in range(RUNS):
        empty, least = _asked(theirs, "/", None)
        answers, taken = _asked(ours, path, fields, connections)
        rates.append(answers)
        shares.append(answers / empty)
        by_processor.append(least / taken)
    row(name, shares, "x")
    row("    by the worker's processor time", by_processor, "x")
    row("    a second", rates)


def _asked(server: Server, path: str, fields: Sent, connections: int = 16) -> tuple[float, float]:
    """How many were answered a second, and for how many seconds the processor worked on each."""
    before = processor_seconds_of(server)
    answers = ask(server.address + path, fields, connections)
    assert answers.errors == 0, f"{path}: {answers}"
    return answers.a_second, (processor_seconds_of(server) - before) / answers.number
