"""Letter -> bytes, one module a kind of file and one row in the table of kinds: all that the pages know of them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from letters.letter import Letter
from letters.outputs import pdf
from letters.outputs.bounds import size_limits
from letters.outputs.kinds import KINDS as KINDS
from letters.outputs.kinds import Kind
from letters.outputs.text import with_isolated_names
from letters.outputs.typesetting import coverage
from letters.outputs.typesetting.paper import ENVELOPES as ENVELOPES
from letters.outputs.typesetting.typst_pdf import Pdf
from letters.outputs.zip_archive import pack

SUFFIXES = tuple(KINDS)
"""What follows "letter." in the address of a download."""


@dataclass(frozen=True, slots=True)
class File:
    """A download."""

    name: str
    media_type: str
    content: bytes
    is_long: bool = False
    """Whether a letter in it takes more pages than the one that offices read."""
    missing: tuple[str, ...] = ()
    """The characters that it cannot show, each once: "U+E000" where one has no shape."""


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
    kind, letters = KINDS[suffix], [with_isolated_names(letter) for letter in letters]
    if len(letters) > 1 and not kind.holds_many:
        return _archive(kind, letters, page)
    name = file_name(letters[0], suffix) if len(letters) == 1 else f"{kind.stem_of_many}.{kind.ending}"
    content = kind.render(letters, page)
    is_long = kind.one_page_each and pdf.pages(content) > len(letters)
    missing = content.missing if isinstance(content, Pdf) else ()
    return File(name, kind.media_type, content, is_long, missing)


def _archive(kind: Kind, letters: Sequence[Letter], page: str) -> File:
    if kind.needs_email:
        letters = [letter for letter in letters if letter.email] or letters
    files = [(file_name(letter, kind.suffix), kind.render([letter], page)) for letter in letters]
    return File(f"{kind.stem_of_many}.zip", "application/zip", pack(files))


def is_too_much(suffix: str, letters: Sequence[Letter]) -> bool:
    """Whether one file of that kind would take too long to make of what it shows of the letters.

    Raises:
        KeyError: no such kind.
    """
    kind = KINDS[suffix]
    texts = [kind.printed(letter) for letter in letters]
    return kind.is_heavy and size_limits.is_too_much(texts, sets_type=kind.sets_type)


def missing_characters(suffix: str, letters: Sequence[Letter]) -> tuple[str, ...]:
    """What a file of that kind cannot show, known without making it; () of those that bring no fonts along.

    Raises:
        KeyError: no such kind.
    """
    kind = KINDS[suffix]
    return coverage.missing("\n".join(map(kind.printed, letters))) if kind.sets_type else ()


def file_name(letter: Letter, suffix: str) -> str:
    """A name that says whom the letter is to, in letters that every system can store: never the writer's."""
    kind = KINDS[suffix]
    plain = unicodedata.normalize("NFKD", letter.recipient_name).encode("ascii", "ignore").decode("ascii")
    whom = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "to"
    return f"{kind.stem}-{whom}.{kind.ending}"
