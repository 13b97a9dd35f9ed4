"""Sets PDFs with typst: tagged, PDF/UA-1 where every character has a glyph, identical bytes for identical input."""

import json
import re
import threading
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from letters.outputs.text import reads_from_the_right, settable

_HERE = Path(__file__).parent
FONTS = _HERE / "fonts"
"""What sets the names that typst's own fonts cannot."""
# Below U+0250 every printable character is in the body font, as are these spaces, dashes and quotation marks.
_UNCOMMON = re.compile("[^\n\u0020-\u007e\u00a0-\u024f\u2002-\u200a\u202f\u2010-\u2015\u2018-\u201f\u2026]")
# As in common.typ, which says why.
_LONG_WORD = re.compile("[\\S\u00a0\u202f]{20}")
_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_local = threading.local()


def typeset(template: str, data: Mapping[str, Any], day: date) -> tuple[bytes, tuple[str, ...]]:
    """A PDF, and what it cannot show: characters, or "U+E000" where they have no shape, each once.

    It claims PDF/UA-1 where every character has a glyph in the fonts kept beside this module or, failing those,
    on this computer; otherwise it is tagged all the same, without the claim.

    Args:
        template: the name of a .typ file beside this module.
        data: what the template reads as JSON: strings arrive as values, which typst never reads as markup.
        day: the document's date.
    """
    # Here and not above, because typst costs 7 MB, which a worker that makes no PDF need not carry.
    from typst import TypstError

    refused = ""
    for with_system_fonts in (False, True):
        try:
            return _compile(template, data, day, with_system_fonts, ["ua-1"]), ()
        except TypstError as error:
            refused = str(error.diagnostic)
    return _compile(template, data, day, True, []), _named(refused)


def set_text(text: str) -> dict[str, Any]:
    """A text as the templates take it: see common.typ."""
    plain = is_common(text) and not _LONG_WORD.search(text)
    return {"text": settable(text), "rtl": reads_from_the_right(text), "plain": plain}


def is_common(text: str) -> bool:
    """Whether the body font surely has every character."""
    return not _UNCOMMON.search(text)


def unshown(text: str, folder: Path) -> tuple[str, ...]:
    """The characters that have no shape in typst's fonts and those in a folder, whatever this computer has."""
    import typst

    fonts = (
        _fonts(False)
        if folder == FONTS
        else typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])
    )
    compiler = typst.Compiler(b'#set document(title: "x")\n#sys.inputs.text', font_paths=fonts)
    try:
        compiler.compile(format="pdf", sys_inputs={"text": text}, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return _named(str(error.diagnostic))
    return ()


def _compile(
    template: str, data: Mapping[str, Any], day: date, with_system_fonts: bool, standards: list[str]
) -> bytes:
    content: bytes = _compiler(with_system_fonts).compile(
        # Not in sys.inputs, with each change of which typst forgets all that it had read and set.
        _files(template, json.dumps(data)),
        format="pdf",
        pdf_standards=standards,
        timestamp=datetime.combine(day, time(12), UTC),
    )
    return content


def _files(template: str, data: str) -> dict[str, bytes]:
    """What is in no folder: the few words that give a template its data."""
    main = f'#import "{template}": whole\n#whole(json("data.json"))'
    return {"main": main.encode(), "data.json": data.encode()}


def _compiler(with_system_fonts: bool) -> Any:
    """This thread's compiler: typst refuses to share one between threads."""
    import typst

    compilers = _local.__dict__.setdefault("compilers", {})
    if with_system_fonts not in compilers:
        compilers[with_system_fonts] = typst.Compiler(root=str(_HERE), font_paths=_fonts(with_system_fonts))
    return compilers[with_system_fonts]


@cache
def _fonts(with_system_fonts: bool) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=with_system_fonts, font_paths=[str(FONTS)])


def _named(refused: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_ESCAPED.sub(_code_point, text) for text in _UNSHOWN.findall(refused)))


def _code_point(match: re.Match[str]) -> str:
    return f"U+{match[1].upper():0>4}"
