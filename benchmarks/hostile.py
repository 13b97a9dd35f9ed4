"""A hundred thousand hostile forms through the pages: no failure, nothing reflected unescaped, nothing slow."""

import logging
import multiprocessing
import os
import random
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from app import create_app
from benchmarks.measure import row, title
from benchmarks.sample import CAMPAIGN, DAY, form
from letters.outputs import SUFFIXES
from web.settings import Settings

NUMBER = int(os.environ.get("BENCHMARK_INPUTS", "100000"))
PARTS = 10
"""Each with its own draw: the spread is that between them."""
SLOWEST = 1.0
"""Seconds of this process's own time that a request may take."""
MARK = "zqx"
"""In every piece of markup that is sent: where it comes back inside a tag, it was not escaped."""


class _Tags(HTMLParser):
    """Reads a page as a browser would: is any of the sent markup a tag, an attribute or a comment of it?"""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.reflected = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.reflected |= any(MARK in name or name.startswith("on") for name, _ in attrs) or MARK in tag

    def handle_comment(self, data: str) -> None:
        self.reflected |= MARK in data


PIECES = (
    f"<script {MARK}>alert(1)</script>", f'"><img {MARK} src=x onerror={MARK}()>', f"'><svg {MARK}/onload={MARK}()>",
    f'" onfocus={MARK}() autofocus {MARK}="', f"<!--<b {MARK}>-->", f"</textarea><b {MARK}>", f"</title><a {MARK}>",
    "{{ 7*7 }}", "{% for x in range(10**9) %}x{% endfor %}", "{{ ''.__class__.__mro__ }}", "${7*7}", "#{7*7}",
    "\r\nBcc: all@example.org", "\r\n\r\n<html>", "%0d%0aSet-Cookie:a=b", "\x00", "\x07\x1b[31m", "\ufffe", "\ud7ff",
    "#import \"x\": *", "#read(\"/etc/passwd\")", "$ x^2 $", "= Heading", "\\ \\u{202e}", "@label", "<label>", "*_`~",
    "=HYPERLINK(\"x\")", "+1+1", "@SUM(A1)", "-2+3", "{ MERGEFIELD x }", "\u202eRTL\u202c", "\u200b\u200d", "\u0301" * 60,
    "😀🏳️‍🌈", "ﷺ" * 40, "Z̷̛̲͙͊a̴͖͋l̵̜̋g̶͇͂o̷͉̍", "a" * 5000, "a " * 3000, "\n" * 400, "é" * 2000, "\t|\t", "../../etc/passwd",
    "file:///etc/passwd", "javascript:alert(1)", "' OR 1=1 --", "; rm -rf /", "%s%n%x", "%(name)s", "{0.__class__}",
    "L8S 4L8", "K1A 0A6", "SW1A 1AA", "90210", "2600", "A1A", "O0O 0O0", "１Ａ２", "l8s-4l8", "", " ", "0", "-1", "NaN",
)  # fmt: skip
STEPS = ("", "/write", "/letter", *(f"/letter.{suffix}" for suffix in SUFFIXES))
WEIGHTS = (15, 40, 33, *(1.2 for _ in SUFFIXES))


def run() -> None:
    """Print the table."""
    workers = os.cpu_count() or 1
    title(
        f"{NUMBER:,} hostile forms through the pages, in {PARTS} parts on {workers} processors. A failure is an answer of\n"
        f"  500 or more, markup that comes back unescaped, or one that takes {SLOWEST:.0f} s of the processor."
    )
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        found = pool.starmap(_through, [(seed, NUMBER // PARTS) for seed in range(PARTS)], chunksize=1)
    failures = [each for failed, _, _ in found for each in failed]
    row("forms sent, each part", [sent for _, _, sent in found])
    row("failures of a part", [len(failed) for failed, _, _ in found])
    row(
        f"slowest of a part / the {SLOWEST:.0f} s that it may take",
        [slow / SLOWEST for _, slow, _ in found],
        "x",
    )
    for each in failures[:10]:
        print("   ", each)


def _through(seed: int, number: int) -> tuple[list[str], float, int]:
    settings = Settings(limit_post="1000000/second")
    visitor = create_app(settings, {"TODAY": lambda: DAY}).test_client()
    logging.disable()
    failures, slowest = [], 0.0
    for path, fields in _forms(random.Random(seed), number):  # noqa: S311 (the same corpus every time)
        start = time.process_time()
        answer = visitor.post(path, data=fields)
        took = time.process_time() - start
        slowest = max(slowest, took)
        if mistake := _mistake(answer, took):
            failures.append(f"{mistake}: {path} {fields!r}"[:400])
        answer.close()
    return failures, slowest, number


def _mistake(answer: Any, took: float) -> str:
    if answer.status_code >= 500:
        return f"status {answer.status_code}"
    if answer.mimetype == "text/html" and MARK in answer.text and _Tags(answer.text).reflected:
        return "unescaped"
    if any("\n" in value or MARK in value for value in answer.headers.values()):
        return "in a header"
    return "slow" if took > SLOWEST else ""


def _forms(draw: random.Random, number: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Forms of which one to all fields are hostile; the rest is right, so that each page is reached."""
    right: dict[str, Any] = form()
    person = right["to"]
    names = [*right, f"text-{person}", f"subject-{person}", f"written_in-{person}", "only", "told", "confirm"]
    for _ in range(number):
        fields = dict(right)
        for name in draw.sample(names, draw.choice((1, 1, 2, 3, len(names)))):
            fields[name] = "".join(draw.choices(PIECES, k=draw.choice((1, 1, 2, 4))))
        if draw.random() < 0.02:
            fields["".join(draw.choices(PIECES, k=2))] = draw.choice(PIECES)
        language = draw.choice(("en", "fr"))
        yield f"/{language}/{CAMPAIGN}{draw.choices(STEPS, WEIGHTS)[0]}", fields
