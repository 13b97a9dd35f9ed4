"""The host's sheet: one page with the evening's steps, the facts with their sources, and what to say to a doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from letters.outputs.evening.phrases import say
from letters.outputs.typesetting.paper import PAPER_SIZES, in_points
from letters.outputs.typesetting.typst_pdf import set_text, typeset

_STEPS = ("step_tell", "step_code", "step_hand", "step_read", "step_post")
_DOUBTS = ("true", "use", "address", "must")


@dataclass(frozen=True, slots=True)
class Fact:
    """A paragraph of what the campaign knows."""

    kind: str
    """ "heading", "paragraph" or "item"."""
    text: str
    numbers: tuple[str, ...] = ()
    """Of the sources named at its end or in it."""


@dataclass(frozen=True, slots=True)
class HostSheet:
    """What is on it."""

    title: str
    facts: Sequence[Fact]
    sources: Sequence[str]
    """In the order of their numbers from 1."""
    films: Sequence[str]
    """What can be shown, and what to say of each."""
    posting: Sequence[str]
    language: str
    words_language: str
    """Of the facts."""
    paper: str
    day: date


def render(sheet: HostSheet) -> bytes:
    """One page; equal sheets give equal bytes."""
    language = sheet.language
    data: dict[str, Any] = {
        "title": say(language, "host_title"),
        "campaign": set_text(sheet.title),
        "language": language,
        "words-language": sheet.words_language,
        "sheet": in_points(PAPER_SIZES[sheet.paper]),
        "agenda-title": say(language, "agenda"),
        "agenda": [[say(language, f"{step}_minutes"), say(language, step)] for step in _STEPS],
        "films": [say(language, "film", film=film) for film in sheet.films],
        "facts-title": say(language, "facts"),
        "facts": [{"kind": each.kind, "text": each.text, "numbers": each.numbers} for each in sheet.facts],
        "sources-title": say(language, "sources"),
        "sources": list(sheet.sources),
        "doubts-title": say(language, "doubts"),
        "doubts": [[say(language, f"doubt_{each}"), say(language, f"answer_{each}")] for each in _DOUBTS],
        "posting-title": say(language, "posting"),
        "posting": [*sheet.posting, say(language, "post_all")],
    }
    return typeset("evening/host_sheet.typ", data, sheet.day)
