"""Paper, window envelopes, and where on a folded sheet the window shows: millimetres, shared by every output."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from letters.letter import Letter
from representatives.languages import Text

INCH = 25.4
POINT = INCH / 72


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A size of paper and the margins of a letter on it."""

    width: float
    height: float
    side: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Window:
    """A window, measured from the envelope's left and bottom edges."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Envelope:
    """A size of envelope; `windows` are the positions that are sold for it, as makers do not agree on one."""

    name: Text
    """What people call it."""
    width: float
    height: float
    parts: int
    """Into how many equal parts a sheet is folded to fit."""
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Zones:
    """Lines on a sheet, from its top and left edges.

    The sheet can slide inside the envelope as far as the envelope is larger. What lies between `shown_top` and
    `shown_bottom` and left of `shown_right` is in the window however it slides and whichever window it is;
    what lies between `exposed_top` and `exposed_bottom` and left of `exposed_right` may be seen through it.
    """

    exposed_top: float
    shown_top: float
    shown_bottom: float
    shown_right: float
    exposed_bottom: float
    exposed_right: float
    words_top: float
    """Where the letter's text may begin."""
    folds: tuple[float, ...]


PAPER_SIZES: Mapping[str, PaperSize] = {
    "us-letter": PaperSize(8.5 * INCH, 11 * INCH, side=INCH, top=0.75 * INCH, bottom=0.75 * INCH),
    "a4": PaperSize(210, 297, side=25, top=15, bottom=18),
}
"""Keyed as `Letter.paper`. A4 begins higher: the window of a DL envelope begins higher on its sheet."""

ENVELOPES: Mapping[str, Envelope] = {
    # The window that North American makers call standard on a #10: 4 1/2 by 1 1/8 inches, 7/8 from the left and
    # 1/2 from the bottom. Where an address may be: USPS, Domestic Mail Manual 601.6.3 and 202.2.1,
    # https://pe.usps.com/text/dmm300/202.htm
    "10": Envelope(
        {"en": "#10", "fr": "nº\u00a010"},
        9.5 * INCH,
        4.125 * INCH,
        3,
        (Window(0.875 * INCH, 0.5 * INCH, 4.5 * INCH, 1.125 * INCH),),
    ),
    # BS 4264 puts a window of 93 by 39 mm 20 mm from the left and 53 mm from the top of a DL, as quoted in
    # https://en.wikipedia.org/wiki/Windowed_envelope ; much is sold with 35 mm by 90 or 93, 20 mm from the left and
    # from the bottom. All lie in Australia Post's address zone too (15 mm from left, right and bottom, 40 mm from
    # the top): https://auspost.com.au/sending/guidelines/addressing-guidelines/envelope-zones
    "dl": Envelope({"en": "DL", "fr": "DL"}, 220, 110, 3, (Window(20, 18, 93, 39), Window(20, 20, 90, 35))),
    # 90 by 44 mm, 20 mm from the left and 60 mm from the bottom:
    # https://www.cavaliermailing.com/services/envelope-insertion-enclosing/a4-address-position-guide/
    # and the same place 35 mm high.
    "c5": Envelope({"en": "C5", "fr": "C5"}, 229, 162, 2, (Window(20, 60, 90, 44), Window(20, 60, 90, 35))),
}
"""Keyed as `Letter.envelope`. Sizes: #10 of North America; DL and C5 of ISO 269."""


def zones(sheet: PaperSize, envelope: Envelope) -> Zones:
    """Where a sheet, folded to fit that envelope, shows through its window."""
    part = sheet.height / envelope.parts
    play = envelope.width - sheet.width
    exposed_bottom = max(envelope.height - each.bottom for each in envelope.windows)
    return Zones(
        exposed_top=min(part - each.bottom - each.height for each in envelope.windows),
        shown_top=max(envelope.height - each.bottom - each.height for each in envelope.windows),
        shown_bottom=min(part - each.bottom for each in envelope.windows),
        shown_right=min(each.left + each.width for each in envelope.windows) - play,
        exposed_bottom=exposed_bottom,
        exposed_right=max(each.left + each.width for each in envelope.windows),
        # Folded in three, the text begins below the first fold; half a sheet is too much to leave empty.
        words_top=(max(part, exposed_bottom) if envelope.parts > 2 else exposed_bottom) + 2,
        folds=tuple(part * number for number in range(1, envelope.parts)),
    )


CLOSE = 1.15
"""The height of a line of an address as a multiple of its size: enough for Latin letters of any font."""
GAP, BELOW = 3.0, 0.7
"""Millimetres between what stands beside the window and the window; and under the address, for the tails of g and y."""
_WIDEST = 0.6
"""How wide a letter of a short line is on average, as a multiple of its size, in the widest fonts that replace a serif."""
_PRINT_TOP, _PRINT_SIDE = 15.0, 25.0
"""The margins of static/print.css, the same on every paper."""


def rows(lines: Sequence[str], width: float, size: float, letter: float) -> int:
    """About how many lines they take where they are that wide, in millimetres.

    Args:
        lines: of text.
        width: of their place.
        size: of the type, in points.
        letter: how wide a letter is on average, as a multiple of the size.
    """
    return sum(1 + int(len(line) * size * letter * POINT // width) for line in lines)


def fitting(lines: Sequence[str], width: float, height: float, sizes: Sequence[float]) -> float | None:
    """The first size, in points, in which the lines of an address fit a place, in millimetres, in any font."""

    def fits(size: float) -> bool:
        return rows(lines, width, size, _WIDEST) * size * CLOSE * POINT <= height

    return next(filter(fits, sizes), None)


def printed_as(letter: Letter) -> str:
    """What static/print.css calls a letter's place on its sheet: paper and envelope, and how its addresses fit there."""
    sheet = PAPER_SIZES[letter.paper]
    zone = zones(sheet, ENVELOPES[letter.envelope])
    above = sheet.width - 2 * _PRINT_SIDE, zone.exposed_top - _PRINT_TOP
    beside = "" if fitting((*letter.sender, "", letter.date_line), *above, (11,)) else " beside"
    shown = zone.shown_right - _PRINT_SIDE, zone.shown_bottom - zone.shown_top - BELOW
    size = fitting(letter.recipient, *shown, (11, 10, 9)) or 8
    return f"{letter.paper}-{letter.envelope} to{size:.0f}{beside}"
