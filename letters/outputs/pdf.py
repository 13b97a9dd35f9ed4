"""Sets letters as one tagged PDF, each on its own pages, ready for a window envelope."""

import json
import re
import threading
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from letters.letter import Letter

_TEMPLATE = Path(__file__).with_name("letter.typ")
_FONTS = Path(__file__).with_name("fonts")
_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# Below this every printable character is in the body font: a letter within it needs no second look.
_COMMON_BELOW = 0x0250
_local = threading.local()


def render(letters: Sequence[Letter]) -> bytes:
    """One PDF with the letters in order; identical letters give identical bytes.

    It claims PDF/UA-1 where every character has a glyph in the fonts kept beside this module or, failing those,
    on this computer; otherwise it is tagged all the same, without the claim, and missing_characters() names them.
    """
    return _set(letters)[0]


def missing_characters(letters: Sequence[Letter]) -> tuple[str, ...]:
    """What the PDF of these letters cannot show, each once: characters, or "U+E000" where they have no shape."""
    text = json.dumps(_data(letters), ensure_ascii=False)
    if all(
        ord(char) < _COMMON_BELOW or unicodedata.category(char) in {"Pd", "Pf", "Pi", "Zs"} for char in text
    ):
        return ()
    return _set(letters)[1]


def _set(letters: Sequence[Letter]) -> tuple[bytes, tuple[str, ...]]:
    unshown = ""
    for with_system_fonts in (False, True):
        try:
            return _compile(letters, with_system_fonts, ["ua-1"]), ()
        except typst.TypstError as error:
            unshown = str(error.diagnostic)
    found = tuple(dict.fromkeys(_ESCAPED.sub(_code_point, text) for text in _UNSHOWN.findall(unshown)))
    return _compile(letters, with_system_fonts=True, standards=[]), found


def _compile(letters: Sequence[Letter], with_system_fonts: bool, standards: list[str]) -> bytes:
    first = letters[0]
    content: bytes = _compiler(with_system_fonts).compile(
        format="pdf",
        sys_inputs={"letters": json.dumps(_data(letters))},
        pdf_standards=standards,
        timestamp=datetime.combine(first.day, time(12), UTC),
    )
    return content


def _compiler(with_system_fonts: bool) -> Any:
    """This thread's compiler: typst refuses to share one between threads."""
    compilers = _local.__dict__.setdefault("compilers", {})
    if with_system_fonts not in compilers:
        compilers[with_system_fonts] = typst.Compiler(str(_TEMPLATE), font_paths=_fonts(with_system_fonts))
    return compilers[with_system_fonts]


@cache
def _fonts(with_system_fonts: bool) -> Any:
    return typst.Fonts(include_system_fonts=with_system_fonts, font_paths=[str(_FONTS)])


def _data(letters: Sequence[Letter]) -> dict[str, Any]:
    """What letter.typ reads: strings only, which it shows as they are."""
    first = letters[0]
    return {
        "title": _settable(first.subject) or _settable(first.signature) or "Letter",
        "author": _settable(first.signature),
        "letters": [_letter_data(letter) for letter in letters],
    }


def _letter_data(letter: Letter) -> dict[str, Any]:
    return {
        "language": letter.language,
        "paper": letter.paper,
        "envelope": letter.envelope,
        "sender": [_text(line) for line in letter.sender],
        "date": _text(letter.date_line),
        "recipient": [_text(line) for line in letter.recipient],
        "subject": _text(letter.subject),
        "salutation": _text(letter.salutation),
        "paragraphs": [_text(paragraph) for paragraph in letter.paragraphs],
        "closing": _text(letter.closing),
        "signature": _text(letter.signature),
    }


def _text(text: str) -> dict[str, Any]:
    """A text and whether it reads from the right, by its first strong character as browsers do for dir=auto."""
    settable = _settable(text)
    strong = (d for d in map(unicodedata.bidirectional, settable) if d in {"L", "R", "AL"})
    return {"text": settable, "rtl": next(strong, "L") != "L"}


def _settable(text: str) -> str:
    """The text without control characters, tabs as spaces.

    What the XML of the document's title may not hold (lone surrogates, U+FFFE, U+FFFF) becomes the
    replacement character.
    """
    kept = (char for char in text.replace("\t", " ") if char == "\n" or unicodedata.category(char) != "Cc")
    return "".join("\ufffd" if _NOT_IN_XML.match(char) else char for char in kept)


def _code_point(match: re.Match[str]) -> str:
    return f"U+{match[1].upper():0>4}"
