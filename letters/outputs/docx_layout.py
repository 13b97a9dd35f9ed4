"""Where each paragraph of a letter stands in a Word file, which cannot measure: by the average width of a letter."""

from collections.abc import Sequence
from dataclasses import dataclass

from letters.letter import Letter
from letters.outputs.paper import ENVELOPES, POINT, SHEETS, zones

SIZE = 11.0
_SMALLEST, _SMALLEST_ADDRESS = 10.0, 8.0
_SINGLE = 1.15
"""The height of a line as a multiple of its size: that of the font."""
_LETTER = 0.45
"""How wide a letter is on average, as a multiple of its size."""
_SIGNATURE = 16.0
"""Room for a signature, in millimetres."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; lengths in points."""

    size: float
    before: float = 0
    after: float = 0
    indent: float = 0
    """From the right margin."""
    bold: bool = False
    keeps_left: bool = False
    """Whether it begins at the left whichever way it reads, as a line of an address does."""
    keeps_with_next: bool = False


def paragraphs(letter: Letter) -> list[tuple[str, Style]]:
    """Every paragraph in order; each block begins where the window asks, if those above leave that much room."""
    sheet = SHEETS[letter.paper]
    zone = zones(sheet, ENVELOPES[letter.envelope])
    width = sheet.width - 2 * sheet.side
    made: list[tuple[str, Style]] = []
    low = sheet.top
    for lines, room, top, end in (
        ((*letter.sender, letter.date_line), width, sheet.top, zone.exposed_top),
        (letter.recipient, zone.shown_right - sheet.side, zone.shown_top, zone.shown_bottom),
    ):
        before, top = max(top - low, 0), max(top, low)
        sizes = [SIZE - step / 2 for step in range(int(2 * (SIZE - _SMALLEST_ADDRESS)) + 1)]
        size = next((each for each in sizes if top + _height(lines, room, each) <= end), _SMALLEST_ADDRESS)
        for number, line in enumerate(lines):
            space = 0 if number else before / POINT
            made.append((line, Style(size, space, indent=(width - room) / POINT, keeps_left=True)))
        low = top + _height(lines, room, size)
    space = max(zone.words_top - low, 4)
    return made + _words(letter, width, sheet.height - sheet.bottom - low - space, space / POINT)


def _words(letter: Letter, width: float, room: float, before: float) -> list[tuple[str, Style]]:
    """From the subject to the name, smaller where that makes it one page."""
    texts = [letter.salutation, *letter.paragraphs, letter.closing]
    lines = [line for text in (letter.subject, *texts, letter.signature) for line in text.split("\n")]

    def needed(size: float) -> float:
        return _height(lines, width, size) + (len(texts) + 1) * size * 0.7 * POINT + _SIGNATURE

    size = next((each for each in (SIZE, 10.5) if needed(each) <= room), _SMALLEST)
    last = len(texts) - 2
    made = [
        (text, Style(size, after=size * 0.7, keeps_with_next=at >= last)) for at, text in enumerate(texts)
    ]
    subject = (letter.subject, Style(size, before, after=size * 1.2, bold=True, keeps_with_next=True))
    return [subject, *made, (letter.signature, Style(size, _SIGNATURE / POINT, keeps_left=True))]


def _height(lines: Sequence[str], width: float, size: float) -> float:
    """About how high the lines are, in millimetres."""
    rows = sum(1 + int(len(line) * size * _LETTER * POINT // width) for line in lines)
    return rows * size * _SINGLE * POINT
