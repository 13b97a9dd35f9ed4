"""Where each paragraph of a letter stands in a Word file, whatever font the reader's computer sets it in.

Sender, date and address stand in frames, whose places are those of the sheet, and the lines have a height of their own;
so another font changes how much fits on a line and nothing else. A Word file cannot measure: the sizes are chosen by the
width of a wide font's letters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letters.letter import Letter
from letters.outputs.typesetting.paper import (
    BELOW,
    CLOSE,
    ENVELOPES,
    GAP,
    PAPER_SIZES,
    POINT,
    PaperSize,
    Zones,
    fitting,
    rows,
    zones,
)

SIZE = 11.0
_LINE = 1.2
"""The height of a line of the words, as a multiple of its size."""
_USUAL, _WIDE = 0.45, 0.53
"""How wide a letter is on average, as a multiple of its size: in the serif, and in a wide font that replaces it."""
_SIGNATURE = 16.0
"""Room for a signature, in millimetres."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A place on the sheet, in millimetres from its left and top edges."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; lengths in points, but for the frame's."""

    size: float
    line: float
    """How high each of its lines is."""
    before: float = 0
    after: float = 0
    frame: Frame | None = None
    """Where it stands; without one it follows what is before it."""
    bold: bool = False
    keeps_left: bool = False
    """Whether it begins at the left whichever way it reads, as a line of an address does."""
    keeps_with_next: bool = False


def paragraphs(letter: Letter) -> list[tuple[str, Style]]:
    """Every paragraph in the order of a letter."""
    sheet = PAPER_SIZES[letter.paper]
    zone = zones(sheet, ENVELOPES[letter.envelope])
    return [*_sender(letter, sheet, zone), *_recipient(letter, sheet, zone), *_words(letter, sheet, zone)]


def _sender(letter: Letter, sheet: PaperSize, zone: Zones) -> Iterator[tuple[str, Style]]:
    """Above the window; where it is too long for that, right of all that the window can show, and the date above."""
    width = sheet.width - 2 * sheet.side
    above = Frame(sheet.side, sheet.top, width, zone.exposed_top - sheet.top)
    size = fitting(
        (*letter.sender, "", letter.date_line), above.width, above.height, (SIZE, 10.5, 10, 9.5, 9)
    )
    if size:
        yield from _placed(letter.sender, size, above)
        yield letter.date_line, Style(size, size * CLOSE, before=size * CLOSE, frame=above, keeps_left=True)
        return
    left = zone.exposed_right + GAP
    beside = Frame(left, sheet.top, sheet.width - sheet.side - left, zone.words_top - GAP - sheet.top)
    size = fitting(letter.sender, beside.width, beside.height, (10, 9.5, 9, 8.5)) or 8
    yield from _placed(letter.sender, size, beside)
    above = Frame(sheet.side, sheet.top, left - GAP - sheet.side, zone.exposed_top - sheet.top)
    yield from _placed((letter.date_line,), 10, above)


def _recipient(letter: Letter, sheet: PaperSize, zone: Zones) -> Iterator[tuple[str, Style]]:
    """In the window."""
    height = zone.shown_bottom - zone.shown_top - BELOW
    shown = Frame(sheet.side, zone.shown_top, zone.shown_right - sheet.side, height)
    size = fitting(letter.recipient, shown.width, shown.height, (SIZE, 10.5, 10, 9.5, 9, 8.5)) or 8
    return _placed(letter.recipient, size, shown)


def _words(letter: Letter, sheet: PaperSize, zone: Zones) -> list[tuple[str, Style]]:
    """From the subject to the name, smaller where that makes it one page."""
    width, room = sheet.width - 2 * sheet.side, sheet.height - sheet.bottom - zone.words_top
    texts = [letter.salutation, *letter.paragraphs, letter.closing]
    lines = [line for text in (letter.subject, *texts, letter.signature) for line in text.split("\n")]

    def fits(size: float, letter: float) -> bool:
        height = rows(lines, width, size, letter) * size * _LINE + (len(texts) + 1) * size * 0.7
        return height * POINT + _SIGNATURE <= room

    # One page in a wide font too, but not at the price of small type in the usual one.
    attempts = ((SIZE, _WIDE), (10.5, _WIDE), (SIZE, _USUAL), (10.5, _USUAL))
    size = next((size for size, letter in attempts if fits(size, letter)), 10)
    last, line = len(texts) - 2, size * _LINE
    made = [
        (text, Style(size, line, after=size * 0.7, keeps_with_next=at >= last))
        for at, text in enumerate(texts)
    ]
    before = (zone.words_top - sheet.top) / POINT
    subject = (letter.subject, Style(size, line, before, after=size * 1.2, bold=True, keeps_with_next=True))
    return [subject, *made, (letter.signature, Style(size, line, _SIGNATURE / POINT, keeps_left=True))]


def _placed(lines: Sequence[str], size: float, frame: Frame) -> Iterator[tuple[str, Style]]:
    style = Style(size, size * CLOSE, frame=frame, keeps_left=True)
    return ((line, style) for line in lines)
