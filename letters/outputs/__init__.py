"""Letter -> bytes, one module a kind of file; this table is all that the pages know of them."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from letters.letter import Letter
from letters.outputs import email, pdf, text
from letters.outputs.archive import pack


@dataclass(frozen=True, slots=True)
class File:
    """A download."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Kind:
    media_type: str
    render: Callable[[Sequence[Letter]], bytes]
    """Makes one file of all the letters it is given."""
    holds_many: bool


_KINDS: Mapping[str, _Kind] = {
    "pdf": _Kind("application/pdf", pdf.render, holds_many=True),
    "eml": _Kind("message/rfc822", lambda letters: email.render(letters[0]), holds_many=False),
    "txt": _Kind("text/plain; charset=utf-8", lambda letters: text.render(letters[0]), holds_many=False),
}
SUFFIXES = tuple(_KINDS)


def download(suffix: str, letters: Sequence[Letter]) -> File:
    """One file for the letters: where a kind holds only one letter, several become a .zip.

    Raises:
        KeyError: no such kind.
    """
    kind = _KINDS[suffix]
    if len(letters) == 1 or kind.holds_many:
        name = file_name(letters[0], suffix) if len(letters) == 1 else f"letters.{suffix}"
        return File(name, kind.media_type, kind.render(letters))
    files = [(file_name(letter, suffix), kind.render([letter])) for letter in letters]
    return File("letters.zip", "application/zip", pack(files))


def file_name(letter: Letter, suffix: str) -> str:
    """A name that says whom the letter is to, in letters that every system can store: never the writer's."""
    plain = unicodedata.normalize("NFKD", letter.recipient_name).encode("ascii", "ignore").decode("ascii")
    return f"letter-{re.sub(r'[^a-z0-9]+', '-', plain.lower()).strip('-') or 'to'}.{suffix}"
