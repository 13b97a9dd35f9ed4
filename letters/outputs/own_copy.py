"""The writer's own copy: the letter's text, what to do next, and a code for a friend. It is not for the office."""

from collections.abc import Sequence
from typing import Any

from letters.letter import Letter
from letters.outputs.calendar import follow_up_day, in_words
from letters.outputs.phrases import say
from letters.outputs.qr_code import qr_code
from letters.outputs.text import isolated, settable
from letters.outputs.typesetting.paper import PAPER_SIZES
from letters.outputs.typesetting.typst_pdf import Pdf, set_text, typeset
from representatives.languages import N_

LONGEST_PAGE = 300
"""Characters of an address: a code of more is too fine to scan from 28 mm of paper."""
_WORDS = {
    "copy": N_("Your copy"),
    "keep": N_("Keep this sheet: it is not part of the letter."),
    "todo": N_("To do"),
    "scan": N_("For a friend: this code leads to the page where they can write a letter of their own."),
}
_TO_DO = (
    N_("Sign the letter above your name."),
    N_("Fold it along the marks, with the address outside."),
    N_("Post it."),
    N_(
        "If no answer has come by %(day)s: write again, or call the office and ask politely whether your letter arrived."
    ),
)


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
        "title": say(first.language, _WORDS["copy"]),
        "language": first.language,
        "page": page,
        "code": qr_code(page, border=0) if page else "",
        "letters": [_copy(letter, page) for letter in letters],
    }
    return typeset("own_copy.typ", data, first.day)


def printed(letter: Letter) -> str:
    """What the copy says of a letter: no postal address."""
    words = (letter.recipient_name, letter.date_line, letter.subject, letter.text, letter.closing)
    return "\n".join((*words, letter.signature))


def _copy(letter: Letter, page: str) -> dict[str, Any]:
    language, day = letter.language, in_words(follow_up_day(letter), letter.language)
    to = say(
        language,
        N_("Letter to %(name)s, %(date)s"),
        name=isolated(letter.recipient_name),
        date=letter.date_line,
    )
    return {name: say(language, sentence) for name, sentence in _WORDS.items()} | {
        "language": language,
        "sheet": PAPER_SIZES[letter.paper],
        "to": set_text(to),
        "todo-items": [say(language, sentence, day=day) for sentence in _TO_DO],
        "code-name": say(language, N_("QR code for %(page)s"), page=page),
        "subject": set_text(letter.subject),
        "text": [set_text(each) for each in (letter.salutation, *letter.paragraphs, letter.closing)],
        "signature": set_text(letter.signature),
    }
