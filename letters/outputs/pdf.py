"""Sets letters as one tagged PDF, each on its own pages, ready for a window envelope."""

import re
from collections.abc import Sequence
from typing import Any

from letters.letter import Letter
from letters.outputs.text import settable
from letters.outputs.typesetting.paper import ENVELOPES, PAPER_SIZES, POINT, in_points, zones
from letters.outputs.typesetting.typst_pdf import Pdf, set_text, typeset

# Millimetres of paper that letter.typ gives, in its largest type, to a character on average, a line, the gap after a
# paragraph, and the place for a signature.
_EM = 11 * POINT
_CHARACTER, _LINE, _GAP, _SIGNATURE = 0.42 * _EM, 1.245 * _EM, 0.5 * _EM, 16.0


def pages(content: bytes) -> int:
    """How many pages a PDF that render() made has."""
    return len(re.findall(rb"\d obj\s*<<\s*/Type\s*/Page\b", content))


def render(letters: Sequence[Letter]) -> Pdf:
    """One PDF with the letters in order, each as large as fits one page; identical letters give identical bytes.

    typst would set a letter twice to learn how large that is: it need not where the letter looks short. If there are
    more pages than letters, a look may have deceived, and none is believed.
    """
    day = letters[0].day
    short = [_looks_short(letter) for letter in letters]
    made = typeset("letter.typ", _data(letters, short), day)
    if any(short) and pages(made) > len(letters):
        return typeset("letter.typ", _data(letters, [False] * len(letters)), day)
    return made


def _looks_short(letter: Letter) -> bool:
    """Whether the text seems to fit one page in the largest type: an estimate, which need not be right."""
    sheet = PAPER_SIZES[letter.paper]
    line = (sheet.width - 2 * sheet.side) / _CHARACTER
    parts = [letter.subject, letter.salutation, *letter.paragraphs, letter.closing, letter.signature]
    lines = sum(1 + len(row) // line for part in parts for row in part.split("\n"))
    room = sheet.height - sheet.bottom - zones(sheet, ENVELOPES[letter.envelope]).words_top
    return lines * _LINE + len(parts) * _GAP + _SIGNATURE < room


def _data(letters: Sequence[Letter], short: Sequence[bool]) -> dict[str, Any]:
    """What letter.typ reads."""
    first = letters[0]
    return {
        "title": settable(first.subject) or settable(first.signature) or "Letter",
        "author": settable(first.signature),
        "letters": [
            _letter_data(letter) | {"short": looks} for letter, looks in zip(letters, short, strict=True)
        ],
    }


def _letter_data(letter: Letter) -> dict[str, Any]:
    sheet = PAPER_SIZES[letter.paper]
    return {
        "language": letter.language,
        "sheet": in_points(sheet),
        "zone": in_points(zones(sheet, ENVELOPES[letter.envelope])),
        "sender": [set_text(line) for line in letter.sender],
        "date": set_text(letter.date_line),
        "recipient": [set_text(line) for line in letter.recipient],
        "subject": set_text(letter.subject),
        "salutation": set_text(letter.salutation),
        "paragraphs": [set_text(paragraph) for paragraph in letter.paragraphs],
        "closing": set_text(letter.closing),
        "signature": set_text(letter.signature),
    }
