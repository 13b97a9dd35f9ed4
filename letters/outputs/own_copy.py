"""The writer's own copy: the letter's text, what to do next, and a code for a friend. It is not for the office."""

import io
from collections.abc import Sequence
from typing import Any

import segno

from letters.letter import Letter
from letters.outputs.calendar import follow_up_day, in_words
from letters.outputs.phrases import say
from letters.outputs.text import isolated, settable
from letters.outputs.typesetting.paper import PAPER_SIZES, in_points
from letters.outputs.typesetting.typst_pdf import Pdf, set_text, typeset

LONGEST_PAGE = 300
"""Characters of an address: a code of more is too fine to scan from 28 mm of paper."""


def render(letters: Sequence[Letter], page: str = "") -> Pdf:
    """One PDF, each letter's copy on its own pages.

    Args:
        letters: at least one.
        page: the address of the campaign's page, the same for every visitor: the QR code holds it and nothing
            else. Without it, or with one longer than any campaign has, there is no code.
    """
    first = letters[0]
    page = settable(page) if len(page) <= LONGEST_PAGE else ""
    data = {
        "title": say(first.language, "copy"),
        "language": first.language,
        "page": page,
        "code": _code(page) if page else "",
        "letters": [_copy(letter, page) for letter in letters],
    }
    return typeset("own_copy.typ", data, first.day)


def printed(letter: Letter) -> str:
    """What the copy says of a letter: no postal address."""
    words = (letter.recipient_name, letter.date_line, letter.subject, letter.text, letter.closing)
    return "\n".join((*words, letter.signature))


def _copy(letter: Letter, page: str) -> dict[str, Any]:
    language = letter.language
    todo = [say(language, each) for each in ("sign", "fold", "post")]
    todo.append(say(language, "follow_up", day=in_words(follow_up_day(letter), language)))
    sentences = {name: say(language, name) for name in ("copy", "keep", "todo", "scan")}
    return sentences | {
        "language": language,
        "sheet": in_points(PAPER_SIZES[letter.paper]),
        "to": set_text(say(language, "to", name=isolated(letter.recipient_name), date=letter.date_line)),
        "todo-items": todo,
        "code-name": say(language, "code", page=page),
        "subject": set_text(letter.subject),
        "text": [set_text(each) for each in (letter.salutation, *letter.paragraphs, letter.closing)],
        "signature": set_text(letter.signature),
    }


def _code(page: str) -> str:
    """The QR code as SVG: the same text for the same address."""
    drawn = io.BytesIO()
    segno.make_qr(page, error="m").save(drawn, kind="svg", xmldecl=False, border=0)
    return drawn.getvalue().decode("ascii")
