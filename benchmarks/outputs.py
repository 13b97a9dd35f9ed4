"""Letters as files, against the typesetter that a Flask developer knows best."""

import html
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from benchmarks.measure import RUNS, row, seconds, title
from benchmarks.sample import letters
from letters.letter import Letter
from letters.outputs import email, pdf

MANY = 500


def run() -> None:
    """Print the tables."""
    title("One letter; every one is another. Goal: a PDF in under 10 ms.")
    _of_each("PDF", _alone)
    _of_each("    every line another", lambda letter: _alone(_unlike(letter)))
    _of_each("e-mail draft", email.render)
    title(f"{MANY} letters in one PDF.")
    ours = [_many(list(letters(run * MANY, MANY))) for run in range(3)]
    row("ours", ours, "s")
    weasyprint = _weasyprint()
    if weasyprint is None:
        print("  WeasyPrint is not installed (pip install weasyprint): not compared.")
        return
    page = _page()
    theirs = seconds(lambda: weasyprint(string=page).write_pdf())
    row("ours / WeasyPrint", [each / theirs for each in ours], "x")
    row("    WeasyPrint", [theirs], "s")


def _many(ready: list[Letter]) -> float:
    return seconds(lambda: pdf.render(ready))


def _alone(letter: Letter) -> bytes:
    return pdf.render([letter])


def _unlike(letter: Letter) -> Letter:
    """The letter with no line that another has too: typst sets what it remembers from the last ones once."""
    own = f"{hash(letter) % 10**6} "
    return replace(
        letter,
        sender=tuple(own + line for line in letter.sender),
        recipient=tuple(own + line for line in letter.recipient),
        subject=own + letter.subject,
        salutation=own + letter.salutation,
        paragraphs=tuple(own + paragraph for paragraph in letter.paragraphs),
        closing=own + letter.closing,
        signature=own + letter.signature,
    )


def _of_each(name: str, render: Callable[[Letter], bytes]) -> None:
    def made(run: int) -> float:
        ready = list(letters(100_000 + run * 1000, 50))
        return seconds(lambda: [render(letter) for letter in ready]) / len(ready) * 1000

    made(RUNS)
    row(name, [made(run) for run in range(RUNS)], "ms")


def _weasyprint() -> Any:
    try:
        from weasyprint import HTML  # compared only where it is installed
    except (ImportError, OSError):
        return None
    return HTML


def _page() -> str:
    """The same letters as a plain HTML page, one to a sheet."""
    texts = (html.escape(letter.text) for letter in letters(0, MANY))
    return "".join(
        f'<article style="break-after: page; white-space: pre-wrap">{text}</article>' for text in texts
    )
