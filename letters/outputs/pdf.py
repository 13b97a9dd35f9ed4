"""Sets letters as one tagged PDF, each on its own pages, ready for a window envelope."""

import re
from collections.abc import Sequence
from typing import Any

from letters.letter import Letter
from letters.outputs.text import settable
from letters.outputs.typesetting.paper import ENVELOPES, PAPER_SIZES, zones
from letters.outputs.typesetting.typst_pdf import Pdf, set_text, typeset


def pages(content: bytes) -> int:
    """How many pages a PDF that render() made has."""
    return len(re.findall(rb"\d obj\s*<<\s*/Type\s*/Page\b", content))


def render(letters: Sequence[Letter]) -> Pdf:
    """One PDF with the letters in order, each as large as fits one page; identical letters give identical bytes."""
    first = letters[0]
    data = {
        # PDF/UA takes no title or heading of spaces alone.
        "title": settable(first.subject).strip() or settable(first.signature).strip() or "Letter",
        "author": settable(first.signature),
        "letters": [_letter_data(letter) for letter in letters],
    }
    return typeset("letter.typ", data, first.day)


def _letter_data(letter: Letter) -> dict[str, Any]:
    sheet = PAPER_SIZES[letter.paper]
    return {
        "language": letter.language,
        "sheet": sheet,
        "zone": zones(sheet, ENVELOPES[letter.envelope]),
        "sender": [set_text(line) for line in letter.sender],
        "date": set_text(letter.date_line),
        "recipient": [set_text(line) for line in letter.recipient],
        "subject": set_text(letter.subject.strip()),
        "salutation": set_text(letter.salutation),
        "paragraphs": [set_text(paragraph) for paragraph in letter.paragraphs],
        "closing": set_text(letter.closing),
        "signature": set_text(letter.signature),
    }
