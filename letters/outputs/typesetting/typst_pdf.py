"""Sets PDFs with typst: tagged, PDF/UA-1 where every character has a glyph, identical bytes for identical input."""

import json
import re
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from letters.outputs.text import reads_from_the_right, settable
from letters.outputs.typesetting.coverage import FONTS, missing, named

# Read once, at start: whoever renews these files beneath a running copy must not mix two versions in one letter.
_HERE = Path(__file__).parents[1]
_TEMPLATES = {path.relative_to(_HERE).as_posix(): path.read_bytes() for path in _HERE.rglob("*.typ")}
# Fonts of this computer are left out: a letter looks the same wherever it was made.
_FONTS = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
_EVERY_FONT = '#import "common.typ": fonts\n#for family in fonts { text(font: family, fallback: false)[x] }'
_EACH_ALONE = """#import "common.typ": fonts
#set document(title: "x")
#set text(font: fonts)
#for each in json("data.json") { par(each) }"""
# Below U+0250 every printable character is in the body font, as are these spaces, dashes and quotation marks.
_UNCOMMON = re.compile("[^\n\u0020-\u007e\u00a0-\u024f\u2002-\u200a\u202f\u2010-\u2015\u2018-\u201f\u2026]")
# As in common.typ, which says why.
_LONG_WORD = re.compile("[\\S\u00a0\u202f]{20}")
_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_JOINERS = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f]")
_local = threading.local()


class Panic(Exception):
    """typst has failed, as it does for some lines that end in characters of which no font has a shape.

    Its own PanicException is none that a server catches: it would end the worker.
    """


class Pdf(bytes):
    """A file."""

    missing: tuple[str, ...] = ()
    """The characters that it cannot show, each once, as coverage.named() names them."""


def typeset(template: str, data: Mapping[str, Any], day: date) -> Pdf:
    """A PDF that claims PDF/UA-1 where every character has a glyph; otherwise it is tagged all the same.

    Args:
        template: the path of a .typ file from this module's folder.
        data: what the template reads as JSON, dataclasses too: strings arrive as values, which typst never reads as
            markup.
        day: the document's date.
    """
    content = json.dumps(data, ensure_ascii=False, default=asdict)
    try:
        return _set(template, content, day)
    except Panic:
        without = {ord(each): "?" for each in {*content} if missing(each)}
        made = _set(template, content.translate(without), day)
        made.missing = tuple(dict.fromkeys((*missing(content), *made.missing)))
        return made


def _set(template: str, content: str, day: date) -> Pdf:
    lost = missing(content)
    try:
        made = _compile(template, content, day, ["ua-1"])
    except typst.TypstError as error:
        # More than coverage.missing() knows: a letter and an accent, say, of which each is in some font and both in none.
        lost = (*lost, *_named(error))
    else:
        if not lost:  # typst misses no character of a pair of which it has one
            return made
    made = _compile(template, content, day, [])
    made.missing = tuple(dict.fromkeys(lost))
    return made


def set_text(text: str) -> dict[str, Any]:
    """A text as the templates take it: see common.typ."""
    plain = is_common(text) and not _LONG_WORD.search(text)
    return {"text": settable(text), "rtl": reads_from_the_right(text), "plain": plain}


def is_common(text: str) -> bool:
    """Whether the body font surely has every character."""
    return not _UNCOMMON.search(text)


def lost_fonts() -> list[str]:
    """The families that common.typ names and that were not found, or not whole, when this was read."""
    listed = re.search(rb"#let fonts = \((.+?)\n\)", _TEMPLATES["common.typ"], re.DOTALL)
    families = re.findall(r'"(.+?)"', listed[1].decode()) if listed else []
    return [family for family in families if family not in _FONTS.families()]


def unshown(characters: Iterable[str], folder: Path) -> tuple[str, ...]:
    """Those that, each alone, have no shape in typst's fonts and those in a folder, whatever this computer has."""
    fonts = _FONTS if folder == FONTS else typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])
    files: Any = {**_TEMPLATES, "main": _EACH_ALONE.encode(), "data.json": json.dumps([*characters]).encode()}
    try:
        typst.Compiler(font_paths=fonts).compile(files, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return _named(error)
    return ()


def _compile(template: str, data: str, day: date, standards: list[str]) -> Pdf:
    main = f'#import "{template}": whole\n#whole(json("data.json"))'
    # Data not in sys.inputs, with each change of which typst forgets all that it had read and set.
    files: Any = {**_TEMPLATES, "main": main.encode(), "data.json": data.encode()}
    noon = datetime.combine(day, time(12), UTC)
    try:
        return Pdf(_compiler().compile(files, format="pdf", pdf_standards=standards, timestamp=noon))
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # which is no Exception, and cannot be imported
            raise
        _local.__dict__.pop("compiler", None)
        raise Panic from None


def _compiler() -> Any:
    """This thread's compiler: typst refuses to share one between threads."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(font_paths=_FONTS)
    return _local.compiler


def _named(refusal: typst.TypstError) -> tuple[str, ...]:
    texts = _UNSHOWN.findall(str(refusal.diagnostic))
    characters = "".join(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in texts)
    # What joins emoji or chooses their look is not missed where the emoji themselves are.
    return named(_JOINERS.sub("", characters) or characters)


# typst reads a font when it is first used: all of them now, for the same reason as the templates. Where one of those is
# damaged, the start and flask doctor say so.
with suppress(typst.TypstError):
    # As SVG, which reads each font too: a PDF of all of them would leave 12 MB behind.
    _compiler().compile({**_TEMPLATES, "main": _EVERY_FONT.encode()}, format="svg")
    # What this leaves typst forgets after ten others: then what the app reads next takes its place, 3 MB.
    for _ in range(11):
        _compiler().compile({"main": b""}, format="svg")
