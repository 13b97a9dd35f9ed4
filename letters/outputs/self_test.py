"""One file of each kind, made to see whether this installation can make it."""

from collections.abc import Iterator
from datetime import date

from letters.letter import Letter
from letters.outputs import SUFFIXES, download

LETTER = Letter(
    recipient_id="trial",
    recipient_name="Jane Doe",
    email="",
    language="en",
    paper="a4",
    envelope="dl",
    sender=("Sam Trial", "1 Main Street"),
    day=date(2026, 1, 1),
    date_line="2026-01-01",
    recipient=("Jane Doe", "2 Main Street"),
    subject="A trial",
    salutation="Dear Jane Doe,",
    paragraphs=("A paragraph.",),
    closing="Yours sincerely,",
    signature="Sam Trial",
)


def failures() -> Iterator[str]:
    """The kinds of file, as in SUFFIXES, that cannot be made."""
    for suffix in SUFFIXES:
        try:
            download(suffix, [LETTER], "https://example.org/")
        except Exception:  # noqa: BLE001 (typst's, of a file that was cut off, and whatever else a library raises)
            yield suffix
