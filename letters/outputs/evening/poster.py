"""The poster: a campaign's title and a code that leads guests to its page."""

import io
from dataclasses import dataclass
from datetime import date

import segno

from letters.outputs.evening.phrases import say
from letters.outputs.typesetting.paper import PAPER_SIZES, in_points
from letters.outputs.typesetting.typst_pdf import set_text, typeset

QUIET = 4
"""Modules of white around a code, as ISO/IEC 18004 asks."""


@dataclass(frozen=True, slots=True)
class Poster:
    """What is on it."""

    title: str
    teaser: str
    address: str
    """The whole address that guests' phones open."""
    is_local: bool
    """Whether only somebody in this room's network can open it."""
    language: str
    paper: str
    day: date


def render(poster: Poster) -> bytes:
    """One page; equal posters give equal bytes."""
    language = poster.language
    data = {
        "title": set_text(poster.title),
        "teaser": set_text(poster.teaser),
        "address": poster.address,
        "code": code(poster.address),
        "code-name": say(language, "code", page=poster.address),
        "scan": say(language, "scan"),
        "wifi": say(language, "wifi") if poster.is_local else "",
        "kept": say(language, "kept"),
        "language": language,
        "sheet": in_points(PAPER_SIZES[poster.paper]),
    }
    return typeset("evening/poster.typ", data, poster.day)


def code(address: str) -> str:
    """An address as a QR code, in SVG, with quiet around it: the same text for the same address."""
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(
        drawn, kind="svg", xmldecl=False, border=QUIET, svgns=True, omitsize=True
    )
    return drawn.getvalue().decode("ascii")
