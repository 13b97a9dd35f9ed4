"""Letter -> bytes, one module a kind of file; this table is all that the pages know of them."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from letters.letter import Letter
from letters.outputs import calendar, docx, email, envelope, own_copy, pdf, size_limits, text
from letters.outputs.zip_archive import pack

_PDF = "application/pdf"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class File:
    """A download."""

    name: str
    media_type: str
    content: bytes
    is_long: bool = False
    """Whether a letter in it takes more pages than the one that offices read."""


@dataclass(frozen=True, slots=True)
class _Kind:
    media_type: str
    render: Callable[[Sequence[Letter], str], bytes]
    """Makes one file of all the letters it is given; the second argument is the address of the campaign's page."""
    holds_many: bool = True
    stem: str = "letter"
    stem_of_many: str = "letters"
    """What the file is called where it holds several: two kinds must not overwrite each other in a folder."""
    one_page_each: bool = False
    """Whether each letter should be one page of it."""
    needs_email: bool = False
    """Whether, among several letters, those to people without a published address are left out."""


def _envelopes(size: str) -> _Kind:
    stem = f"envelope-{size}"
    return _Kind(
        _PDF, lambda letters, _: envelope.render(letters, size), stem=stem, stem_of_many=f"envelopes-{size}"
    )


_KINDS: Mapping[str, _Kind] = {
    "pdf": _Kind(_PDF, lambda letters, _: pdf.render(letters), one_page_each=True),
    "docx": _Kind(_WORD, lambda letters, _: docx.render(letters)),
    "eml": _Kind(
        "message/rfc822",
        lambda letters, _: email.render(letters[0]),
        holds_many=False,
        stem_of_many="letters-as-emails",
        needs_email=True,
    ),
    "txt": _Kind(
        "text/plain; charset=utf-8",
        lambda letters, _: text.render(letters[0]),
        holds_many=False,
        stem_of_many="letters-as-text",
    ),
    "ics": _Kind(
        "text/calendar; charset=utf-8",
        lambda letters, _: calendar.render(letters),
        stem="reminder",
        stem_of_many="reminders",
    ),
    "envelope-10.pdf": _envelopes("10"),
    "envelope-dl.pdf": _envelopes("dl"),
    "envelope-c5.pdf": _envelopes("c5"),
    "labels.pdf": _Kind(
        _PDF, lambda letters, _: envelope.render_labels(letters), stem="labels", stem_of_many="labels"
    ),
    "copy.pdf": _Kind(_PDF, own_copy.render, stem="copy", stem_of_many="copies"),
}
SUFFIXES = tuple(_KINDS)
"""What follows "letter." in the address of a download."""
ENVELOPES: Mapping[str, Mapping[str, str]] = {
    "10": {"en": "#10", "fr": "nº\u00a010"},
    "dl": {"en": "DL", "fr": "DL"},
    "c5": {"en": "C5", "fr": "C5"},
}
"""What people call each size of envelope; its sheet is the download "envelope-SIZE.pdf"."""


def download(suffix: str, letters: Sequence[Letter], page: str = "") -> File:
    """One file for the letters: where a kind holds only one letter, several become a .zip.

    Of several letters, e-mail drafts are made of those to people with a published address, or of all where nobody
    has one: such a draft is to nobody yet.

    Args:
        suffix: one of SUFFIXES.
        letters: at least one.
        page: the address of the campaign's page, the same for every visitor.

    Raises:
        KeyError: no such kind.
    """
    kind = _KINDS[suffix]
    if len(letters) == 1 or kind.holds_many:
        name = (
            file_name(letters[0], suffix) if len(letters) == 1 else f"{kind.stem_of_many}.{_ending(suffix)}"
        )
        content = kind.render(letters, page)
        is_long = kind.one_page_each and pdf.pages(content) > len(letters)
        return File(name, kind.media_type, content, is_long)
    if kind.needs_email:
        letters = [letter for letter in letters if letter.email] or letters
    files = [(file_name(letter, suffix), kind.render([letter], page)) for letter in letters]
    return File(f"{kind.stem_of_many}.zip", "application/zip", pack(files))


def is_too_much(suffix: str, letters: Sequence[Letter]) -> bool:
    """Whether one file of that kind would take too long to make of the letters.

    Raises:
        KeyError: no such kind.
    """
    kind = _KINDS[suffix].media_type
    return kind in (_PDF, _WORD) and size_limits.is_too_much(letters, sets_type=kind == _PDF)


def missing_characters(suffix: str, letters: Sequence[Letter]) -> tuple[str, ...]:
    """What a file of that kind cannot show, each once, as in pdf.py; () of those that bring no fonts along.

    Raises:
        KeyError: no such kind.
    """
    return pdf.missing_characters(letters) if _KINDS[suffix].media_type == _PDF else ()


def file_name(letter: Letter, suffix: str) -> str:
    """A name that says whom the letter is to, in letters that every system can store: never the writer's."""
    plain = unicodedata.normalize("NFKD", letter.recipient_name).encode("ascii", "ignore").decode("ascii")
    whom = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "to"
    return f"{_KINDS[suffix].stem}-{whom}.{_ending(suffix)}"


def _ending(suffix: str) -> str:
    return suffix.rpartition(".")[2]
