"""The guest's worksheet: the campaign's questions with room to write, before the letter is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from letters.outputs.evening.phrases import say
from letters.outputs.typesetting.paper import PAPER_SIZES, in_points
from letters.outputs.typesetting.typst_pdf import set_text, typeset


@dataclass(frozen=True, slots=True)
class Question:
    """A question that helps a guest to their own words."""

    text: str
    beginnings: tuple[str, ...]
    weight: int
    """How much of the room it takes."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What is on it."""

    title: str
    questions: Sequence[Question]
    requests: Sequence[str]
    language: str
    words_language: str
    """Of the questions and the requests."""
    paper: str
    day: date


def render(sheet: Worksheet) -> bytes:
    """One page; equal sheets give equal bytes."""
    language = sheet.language
    data = {
        "title": say(language, "worksheet"),
        "keep": say(language, "worksheet_keep"),
        "campaign": set_text(sheet.title),
        "language": language,
        "words-language": sheet.words_language,
        "sheet": in_points(PAPER_SIZES[sheet.paper]),
        "begin": say(language, "begin"),
        "questions": [
            {"text": set_text(each.text), "beginnings": list(each.beginnings), "weight": each.weight}
            for each in sheet.questions
        ],
        "requests-title": say(language, "requests"),
        "requests": list(sheet.requests),
    }
    return typeset("evening/worksheet.typ", data, sheet.day)
