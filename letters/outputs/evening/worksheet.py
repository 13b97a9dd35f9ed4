"""The guest's worksheet: the campaign's questions with room to write, before the letter is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from letters.outputs.phrases import say
from letters.outputs.typesetting.paper import PAPER_SIZES
from letters.outputs.typesetting.typst_pdf import set_text, typeset
from representatives.languages import N_

_KEEP = N_("For you: this sheet is not posted. A few words are enough, for one question or for all.")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that helps a guest to their own words."""

    text: str
    beginnings: tuple[str, ...]
    weight: int
    """How much of the room it takes."""


def render(
    *,
    title: str,
    questions: Sequence[Question],
    requests: Sequence[str],
    language: str,
    words_language: str,
    paper: str,
    day: date,
) -> bytes:
    """One page; equal sheets give equal bytes.

    Args:
        title: the campaign's.
        questions: in their order.
        requests: what a guest can ask for.
        language: of the sheet.
        words_language: of the questions and the requests.
        paper: "us-letter" or "a4".
        day: the document's date.
    """
    data = {
        "title": say(language, N_("Before you write")),
        "keep": say(language, _KEEP),
        "campaign": set_text(title),
        "language": language,
        "words-language": words_language,
        "sheet": PAPER_SIZES[paper],
        "begin": say(language, N_("You might begin:")),
        "questions": [
            {"text": set_text(each.text), "beginnings": each.beginnings, "weight": each.weight}
            for each in questions
        ],
        "requests-title": say(language, N_("What you can ask for")),
        "requests": requests,
    }
    return typeset("evening/worksheet.typ", data, day)
