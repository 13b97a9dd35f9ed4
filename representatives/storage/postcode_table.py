"""A postcode table in memory: a line becomes an Area when it is asked for, and its points when they are."""

import csv
import io
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from operator import itemgetter

from representatives.people import Point
from representatives.storage.compressed_blocks import Blocks
from representatives.storage.dataset import BEFORE_TEXT, BETWEEN_CELLS
from representatives.storage.postcode_area import Area, point_in

_LONGEST = 8
_SHORT = 300
"""Bytes of a line, on average. Longer ones stay as they are: a postcode in one takes the longest to look up without
unpacking it."""


class AreaTable(Mapping[str, Area]):
    """Areas by name, each without its points. The table never changes."""

    def __init__(self, content: bytes) -> None:
        """Index a file that begins with its header line; columns that a country does not need may be left out.

        Raises:
            ValueError: there is no column of shares; the lines are not in the order of their first column, or have not
                as many cells as the header.
        """
        is_short = len(content) < _SHORT * content.count(b"\n")
        self._lines = _Lines(content, ["" if name == "point" else name for name in Area._fields], is_short)
        self._points = _Lines(content, ["point"])

    def __getitem__(self, name: str) -> Area:
        return Area._make(self._lines.cells(name))

    def point(self, name: str, unit: str) -> Point | None:
        """About where a unit, or the area where it has no units, is; None where the table does not say."""
        try:
            (points,) = self._points.cells(name)
        except KeyError:
            return None
        return point_in(points, unit)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Lines:
    """Some cells of a table's lines, by the first of each."""

    def __init__(self, content: bytes, columns: Sequence[str], is_deflated: bool = True) -> None:
        """Keep columns of a file, in their order here; one that it does not have is empty."""
        entries = ((cells[0], BETWEEN_CELLS.join(cells)) for cells in _rows(content, columns))
        self._blocks: Blocks[int] = Blocks(entries, _number, partial(array, "Q"), is_deflated)

    def cells(self, name: str) -> list[str]:
        """Those of a line.

        Raises:
            KeyError: there is none, or nothing stands in it.
        """
        try:
            near = self._blocks.near(name)
        except ValueError:
            raise KeyError(name) from None
        head = f"{BEFORE_TEXT}{name}{BETWEEN_CELLS}"
        start = near.find(head)
        if start < 0:
            raise KeyError(name)
        return near[start + len(head) :].partition(BEFORE_TEXT)[0].split(BETWEEN_CELLS)

    def __iter__(self) -> Iterator[str]:
        return (text.partition(BETWEEN_CELLS)[0] for text in self._blocks)


def _rows(content: bytes, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The first cell of each line, then those of the columns; not the lines where these are empty.

    Raises:
        ValueError: there is no column of shares; a line has not as many cells as the first, or its first is no
            area's name.
    """
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(content), "utf-8", newline=""))
    header = next(reader, [])
    if "shares" not in header:
        raise ValueError("a postcode table has no shares")
    places = [header.index(column) if column in header else -1 for column in columns]
    if max(places) < 0:
        return
    chosen = itemgetter(0, *places)
    for row in reader:
        if len(row) != len(header):
            raise ValueError("a line of a postcode table is not whole")
        if not 0 < len(row[0]) <= _LONGEST or not row[0].isascii():
            raise ValueError(f"“{row[0]}” is no area's name")
        row.append("")  # at -1
        cells = chosen(row)
        if any(cells[1:]):
            yield cells


def _number(name: str) -> int:
    """A name of up to eight characters as a number, in the order of the names: a list of them would cost a megabyte.

    Raises:
        ValueError: it is longer, or has other characters than a postcode's.
    """
    if len(name) > _LONGEST:
        raise ValueError("longer than any area's name")
    return int.from_bytes(name.encode("ascii").ljust(_LONGEST, b"\0"), "big")
