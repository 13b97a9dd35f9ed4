"""Nothing typed becomes part of a file's structure: a letter of markup is built as a harmless one is, in every kind of file."""

import email
import email.policy
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pikepdf
import pytest

from letters.outputs import download
from letters.outputs.kinds import KINDS
from tests.letters.outputs.samples import LETTER, MARKUP

PAGE = "https://letters.example/en/a-campaign"
NASTY = (
    MARKUP,
    "<script>alert(1)</script><a href=javascript:x>",
    "]]>&amp;<!-- --><w:instrText>DDEAUTO c:\\\\x</w:instrText>",
    "{ PAGE } {{ x }} {\\field{\\*\\fldinst DDEAUTO}} =SUM(A1) \\par\\bin9",
    "x\r\nBcc: victim@example.org\r\n\r\n--x\r\nContent-Type: text/html",
    "=?utf-8?q?x=0D=0ABcc:_victim@example.org?=",
    "x\r\nEND:VEVENT\r\nATTACH:https://evil.example\\nATTENDEE:x",
    ") /S /JavaScript /JS (app.alert(1)) >> endobj (",
    "\x13 PAGE \x15\x00\x1b\u2028\u2029\u0085",
)


def _pdf(content: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        return {name for each in opened.objects for name in _pdf_names(each)}


def _pdf_names(found: Any) -> Iterator[str]:
    """What a PDF's object, and what stands in it, says that it is; what it only refers to is asked by itself."""
    inside: list[Any] = []
    if isinstance(found, pikepdf.Array):
        inside = [*found]
    elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        inside = [value for _, value in found.items()]
        yield from (str(found[key]) for key in ("/S", "/Type", "/Subtype") if key in found)
    for each in inside:
        if isinstance(each, pikepdf.Object) and not each.is_indirect:
            yield from _pdf_names(each)


def _docx(content: bytes) -> set[str]:
    parts = zipfile.ZipFile(io.BytesIO(content))
    return {
        f"{part} {tag}"
        for part in parts.namelist()
        for tag in re.findall(r"<([\w:]+)", parts.read(part).decode())
    }


def _eml(content: bytes) -> set[str]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert not message.is_multipart()
    return {*message} | {message.get_content_type()}


def _ics(content: bytes) -> set[str]:
    lines = content.replace(b"\r\n ", b"").decode().split("\r\n")
    return {re.split("[:;]", line)[0] for line in lines}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"{tag} {name}" for name, _ in attributes)}


def _html(content: bytes) -> set[str]:
    reader = _Tags()
    reader.feed(content.decode())
    return reader.found


STRUCTURE: Mapping[str, Callable[[bytes], set[str]]] = {
    "application/pdf": _pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _docx,
    "message/rfc822": _eml,
    "text/calendar": _ics,
    "text/html": _html,
    "text/plain": lambda _: set(),
}
"""What a file is made of, by its media type: names that only a file's maker may choose."""


def check(suffix: str, typed: str) -> None:
    """A letter with that text wherever text can stand has the structure of any other."""
    structure = STRUCTURE[KINDS[suffix].media_type.partition(";")[0]]
    nasty = replace(
        LETTER,
        recipient_name=typed,
        sender=(typed, typed),
        recipient=(typed, typed, typed),
        subject=typed,
        salutation=typed,
        paragraphs=(typed, typed),
        closing=typed,
        signature=typed,
    )
    harmless = replace(LETTER, paragraphs=("A line\nand another",))
    found, wanted = (structure(download(suffix, [letter], PAGE).content) for letter in (nasty, harmless))
    assert found <= wanted


@pytest.mark.parametrize("typed", NASTY)
@pytest.mark.parametrize("suffix", KINDS)
def test_nothing_typed_becomes_structure(suffix: str, typed: str) -> None:
    check(suffix, typed)
