"""What the fonts can show is known without setting anything: the table says what typst itself says.

UPDATE_COVERAGE=1 pytest tests/letters/outputs/typesetting/test_coverage.py writes it anew, from the fonts and from typst.
"""

import os
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from letters.outputs.typesetting import coverage, typst_pdf

TABLE = coverage.FONTS / "coverage.txt"
# Surrogates and controls never reach a font: text.settable() takes them out.
CODE_POINTS = [each for each in range(0x20, 0x110000) if not (0x7F <= each < 0xA0 or 0xD800 <= each < 0xE000)]
THEM = frozenset(CODE_POINTS)
AT_ONCE = 60_000
"""In one file: all that the fonts have. Many small files take twice as long."""


def shown(code_points: Iterable[int]) -> list[int]:
    """Those that typst shows where each stands alone."""
    asked = list(code_points)
    found: list[int] = []
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        lost = set(typst_pdf.unshown(map(chr, some), coverage.FONTS))
        found += [each for each in some if not {chr(each), f"U+{each:04X}"} & lost]
    return found


def table(code_points: Iterable[int]) -> str:
    ranges: list[list[int]] = []
    for each in code_points:
        if ranges and each == ranges[-1][1] + 1:
            ranges[-1][1] = each
        else:
            ranges.append([each, each])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in ranges)


def test_the_table_is_what_typst_shows() -> None:
    if os.environ.get("UPDATE_COVERAGE"):
        TABLE.write_text(table(shown(CODE_POINTS)), "ascii")
    ranges = coverage.read()
    inside = [each for first, last in ranges for each in range(first, last + 1) if each in THEM]
    assert table(shown(inside)) == TABLE.read_text("ascii"), "everything that it lists"
    beside = [each for first, last in ranges for each in (first - 1, last + 1) if each in THEM]
    assert shown(beside) == [], "and nothing that it does not list"


def test_its_ranges_are_in_order_and_apart() -> None:
    ranges = coverage.read()
    assert all(first <= last for first, last in ranges)
    assert all(upper[1] + 1 < lower[0] for upper, lower in pairwise(ranges))


def test_without_the_table_nothing_is_said_to_be_missing(tmp_path: Path) -> None:
    assert coverage.read(tmp_path / "coverage.txt") == [(0, 0x10FFFF)]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Zoë Łukasz, 王小明, ᐃᓄᒃᑎᑐᑦ", ()),
        ("a\u0378b\u0378\n\U0003fffd", ("U+0378", "U+3FFFD")),
        ("\U0001f600 and \U0001f600 again", ("\U0001f600",)),
        ("\x00\x85\ud800 are taken out elsewhere", ()),
    ],
)
def test_what_is_missing_is_named_once(text: str, missing: tuple[str, ...]) -> None:
    assert coverage.missing(text) == missing
