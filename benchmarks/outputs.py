"""Letters as files, against the typesetter that a Flask developer knows best."""

import html
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from benchmarks.measure import RUNS, divided, row, seconds, title
from benchmarks.sample import letters
from letters.letter import Letter
from letters.outputs import email, pdf

MANY = 500


def run() -> None:
    """Print the tables."""
    title("One letter; every one is another. Goal: a PDF in under 10 ms.")
    alike, unlike = _of_each(_alone), _of_each(lambda letter: _alone(_unlike(letter)))
    row("PDF", alike, "ms")
    row("    every line another", unlike, "ms")
    divided("e-mail draft / PDF", _of_each(email.render), alike)
    typeset = _weasyprint()
    if typeset is None:
        print("  WeasyPrint is not installed (pip install -r requirements-benchmarks.txt): not compared.")
    else:
        theirs = _of_each(lambda letter: typeset(string=_page([letter])).write_pdf(), 5)
        divided("PDF / WeasyPrint", unlike, theirs)
        row("    WeasyPrint", theirs, "ms")
    _many(typeset)


def _many(typeset: Any) -> None:
    """Both by turns, since the computer is not equally fast from one minute to the next."""
    title(f"{MANY} letters in one PDF.")
    ours, theirs = [], []
    for turn in range(3):
        ready = list(letters(turn * MANY, MANY))
        ours.append(seconds(partial(pdf.render, ready)))
        if typeset:
            theirs.append(seconds(typeset(string=_page(ready)).write_pdf))
    if typeset:
        divided("ours / WeasyPrint", ours, theirs)
        row("    WeasyPrint", theirs, "s")
    row("    ours", ours, "s")


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


def _of_each(render: Callable[[Letter], object], number: int = 50) -> list[float]:
    """Milliseconds a letter, in each run."""

    def made(run: int) -> float:
        ready = list(letters(100_000 + run * 1000, number))
        return seconds(lambda: [render(letter) for letter in ready]) / len(ready) * 1000

    made(RUNS)
    return [made(run) for run in range(RUNS)]


def _weasyprint() -> Any:
    try:
        from weasyprint import HTML  # compared only where it is installed
    except (ImportError, OSError):
        return None
    return HTML


def _page(shown: Iterable[Letter]) -> str:
    """The same letters as a plain HTML page, one to a sheet."""
    texts = (html.escape(letter.text) for letter in shown)
    return "".join(
        f'<article style="break-after: page; white-space: pre-wrap">{text}</article>' for text in texts
    )
