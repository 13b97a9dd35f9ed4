"""What shows through the window of an envelope: computed anew here, from what is sold."""

import re
import subprocess
from pathlib import Path

from fontTools.ttLib import TTFont

from letters.letter import Letter
from letters.outputs.typesetting.coverage import FONTS

MM = 1 / 25.4
Box = tuple[float, ...]
# Inches. Envelopes: width, height, into how many parts a sheet is folded, and the windows that are sold for it,
# measured from the left and the bottom: left, bottom, width, height.
PAPERS = {"us-letter": (8.5, 11), "a4": (210 * MM, 297 * MM)}
ENVELOPES = {
    "10": (9.5, 4.125, 3, [(0.875, 0.5, 4.5, 1.125)]),
    "dl": (
        220 * MM,
        110 * MM,
        3,
        [(20 * MM, 18 * MM, 93 * MM, 39 * MM), (20 * MM, 20 * MM, 90 * MM, 35 * MM)],
    ),
    "c5": (
        229 * MM,
        162 * MM,
        2,
        [(20 * MM, 60 * MM, 90 * MM, 44 * MM), (20 * MM, 60 * MM, 90 * MM, 35 * MM)],
    ),
}


def places(letter: Letter) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What every window of the letter's envelope shows however the sheet slides, and what one of them may show.

    Each in inches of the sheet: left, top, right, low.
    """
    sheet_width, sheet_height = PAPERS[letter.paper]
    width, height, parts, windows = ENVELOPES[letter.envelope]
    part = sheet_height / parts
    shown = [
        (left, height - bottom - high, left + wide - (width - sheet_width), part - bottom)
        for left, bottom, wide, high in windows
    ]
    exposed = [(part - bottom - high, left + wide, height - bottom) for left, bottom, wide, high in windows]
    lefts, tops, rights, lows = zip(*shown, strict=True)
    exposed_tops, exposed_rights, exposed_lows = zip(*exposed, strict=True)
    return (
        (max(lefts), max(tops), min(rights), min(lows)),
        (0, min(exposed_tops), max(exposed_rights), max(exposed_lows)),
    )


def check_window(words: list[tuple[float, float, float, float, str]], letter: Letter) -> None:
    """The recipient is in every window that is sold for the letter's envelope, whole, and nothing else ever is.

    The sheet can slide as far as the envelope is larger. Words in inches: left, top, right, bottom, text.
    """
    sheet_width, sheet_height = PAPERS[letter.paper]
    width, height, parts, windows = ENVELOPES[letter.envelope]
    part = sheet_height / parts
    for left, bottom, window_width, window_height in windows:
        seen = [
            word
            for word in words
            if word[1] < height - bottom
            and word[3] > part - bottom - window_height
            and word[0] < left + window_width
        ]
        assert plain("".join(word[4] for word in seen)) == plain("".join(letter.recipient))
        for word_left, top, right, low, word in seen:
            assert word_left >= left, word
            assert right <= left + window_width - (width - sheet_width), word
            assert top >= height - bottom - window_height, word
            assert low <= part - bottom, word


def plain(text: str) -> str:
    """The text without spaces and direction marks, which readers of PDF guess differently."""
    return re.sub(r"[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def text_in(file: Path, page: int, box: Box) -> str:
    """What stands in a part of a page, in inches."""
    left, top, right, low = (round(72 * each) for each in box)
    part = ["-x", left, "-y", top, "-W", right - left, "-H", low - top, "-f", page, "-l", page]
    command = ["pdftotext", *map(str, part), file, "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def ink(file: Path, page: int, box: Box) -> Box:
    """The smallest box around what is printed in a part of a page, in inches."""
    command = ["pdftoppm", "-gray", "-r", "100", "-f", str(page), "-l", str(page), file]
    header, _, dots = subprocess.run(command, check=True, capture_output=True).stdout.partition(b"\n255\n")
    width = int(header.split()[1])
    left, top, right, low = (round(100 * each) for each in box)
    rows = [dots[row * width + left : row * width + right] for row in range(top, low)]
    dark = [
        (column, row)
        for row, line in enumerate(rows, top)
        for column, dot in enumerate(line, left)
        if dot < 128
    ]
    columns, lines = zip(*dark, strict=True)
    return min(columns) / 100, min(lines) / 100, (max(columns) + 1) / 100, (max(lines) + 1) / 100


SUBSTITUTES = ("NotoSerif-Regular", "NanumMyeongjo", "wide")
"""What a computer without the letter's font may set it in: one with high lines, one with narrow letters, and one with
letters a fifth wider than the first's, which is more than any font for text has."""


def substitute(name: str, folder: Path) -> Path:
    """The file of one of them."""
    if name != "wide":
        return FONTS / f"{name}.ttf"
    font = TTFont(FONTS / "NotoSerif-Regular.ttf")
    widths = font["hmtx"].metrics
    widths.update({glyph: (round(width * 1.2), left) for glyph, (width, left) in widths.items()})
    font.save(folder / "wide.ttf")
    return folder / "wide.ttf"
