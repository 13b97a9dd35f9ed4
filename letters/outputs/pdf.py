"""Sets letters as one tagged PDF, each on its own pages, ready for a window envelope."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from letters.letter import Letter
from letters.outputs.paper import ENVELOPES, POINT, SHEETS, zones
from letters.outputs.text import page, settable
from letters.outputs.typesetting import set_text, typeset

# Below U+0250 every printable character is in the body font, as are these spaces, dashes and quotation marks: a
# letter within them needs no second look.
_UNCOMMON = re.compile("[^\n\u0020-\u007e\u00a0-\u024f\u2002-\u200a\u202f\u2010-\u2015\u2018-\u201f\u2026]")


def render(letters: Sequence[Letter]) -> bytes:
    """One PDF with the letters in order; identical letters give identical bytes.

    It claims PDF/UA-1 where every character has a glyph; otherwise it is tagged all the same, without the claim,
    and missing_characters() names them.
    """
    return typeset("letter.typ", _data(letters), letters[0].day)[0]


def missing_characters(letters: Sequence[Letter]) -> tuple[str, ...]:
    """What the PDF of these letters cannot show, each once: characters, or "U+E000" where they have no shape."""
    if not any(_UNCOMMON.search(page(letter)) for letter in letters):
        return ()
    return typeset("letter.typ", _data(letters), letters[0].day)[1]


def pages(content: bytes) -> int:
    """How many pages a PDF that render() made has."""
    return len(re.findall(rb"\d obj\s*<<\s*/Type\s*/Page\b", content))


def _data(letters: Sequence[Letter]) -> dict[str, Any]:
    """What letter.typ reads."""
    first = letters[0]
    return {
        "title": settable(first.subject) or settable(first.signature) or "Letter",
        "author": settable(first.signature),
        "letters": [_letter_data(letter) for letter in letters],
    }


def _letter_data(letter: Letter) -> dict[str, Any]:
    sheet = SHEETS[letter.paper]
    return {
        "language": letter.language,
        "sheet": _points(asdict(sheet)),
        "zone": _points(asdict(zones(sheet, ENVELOPES[letter.envelope]))),
        "sender": [set_text(line) for line in letter.sender],
        "date": set_text(letter.date_line),
        "recipient": [set_text(line) for line in letter.recipient],
        "subject": set_text(letter.subject),
        "salutation": set_text(letter.salutation),
        "paragraphs": [set_text(paragraph) for paragraph in letter.paragraphs],
        "closing": set_text(letter.closing),
        "signature": set_text(letter.signature),
    }


def _points(lengths: dict[str, Any]) -> dict[str, Any]:
    """Millimetres in points, named as typst names things."""
    return {
        name.replace("_", "-"): [each / POINT for each in length]
        if isinstance(length, tuple)
        else length / POINT
        for name, length in lengths.items()
    }
