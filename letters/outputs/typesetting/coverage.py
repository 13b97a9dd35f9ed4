"""Which characters the fonts of the PDFs have: known without setting anything."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

from letters.outputs.text import settable

FONTS = Path(__file__).parents[1] / "fonts"
"""What sets the names that typst's own fonts cannot."""
_TABLE = FONTS / "coverage.txt"


def read(table: Path = _TABLE) -> list[tuple[int, int]]:
    """The first and last code point of each range that typst can show with the fonts kept here.

    Without the table nothing is known to be missing before a file is made: typst tells it then.
    """
    if not table.exists():
        return [(0, 0x10FFFF)]
    lines = table.read_text("ascii").splitlines()
    return [(int(first, 16), int(last, 16)) for first, _, last in (line.partition("-") for line in lines)]


_RANGES = read()
_FIRST = [first for first, _ in _RANGES]


def missing(text: str) -> tuple[str, ...]:
    """The characters of a text that no font has, each once, as named() names them."""
    if text.isascii():
        return ()
    characters = dict.fromkeys(settable(text).replace("\n", ""))
    return named(each for each in characters if not _is_covered(ord(each)))


def named(characters: Iterable[str]) -> tuple[str, ...]:
    """Each character once: itself, or "U+E000" where a reader would not see it alone."""
    return tuple(dict.fromkeys(each if _is_seen(each) else f"U+{ord(each):04X}" for each in characters))


def _is_covered(code_point: int) -> bool:
    place = bisect_right(_FIRST, code_point) - 1
    return place >= 0 and code_point <= _RANGES[place][1]


def _is_seen(character: str) -> bool:
    return character.isprintable() and unicodedata.category(character)[0] not in "MZ"
