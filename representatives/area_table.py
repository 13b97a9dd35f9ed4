"""A postcode table as the bytes of its file and where each line begins: a line becomes an Area when it is asked for.

A country has thousands of lines, and a worker looks at a few: kept as bytes they cost what the file costs.
"""

import csv
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import pairwise
from operator import itemgetter

from representatives.areas import Area

_LINE = re.compile(rb"^(?=[^,\r\n]+,)", re.MULTILINE)


_LONGEST = 8


class AreaTable(Mapping[str, Area]):
    """Areas by name, found by halves among the sorted lines. The table never changes."""

    def __init__(self, content: bytes) -> None:
        """Index a file that begins with its header line; columns that a country does not need may be left out.

        Raises:
            ValueError: the lines are not in the order of their first column.
        """
        end = content.index(b"\n") + 1
        columns = content[:end].decode("utf-8").strip().split(",")
        self._content = content
        # The last place is an empty cell that is put after a line's own.
        self._in_order = itemgetter(*(columns.index(n) if n in columns else -1 for n in Area._fields))
        self._starts = array("I", (match.start() for match in _LINE.finditer(content, end)))
        self._names = array(
            "Q", (_number(content[start : content.index(b",", start)]) for start in self._starts)
        )
        if any(first >= second for first, second in pairwise(self._names)):
            raise ValueError("the lines of a postcode table are not sorted")

    def __getitem__(self, name: str) -> Area:
        try:
            wanted = _number(name.encode("ascii"))
        except ValueError:
            raise KeyError(name) from None
        place = bisect_left(self._names, wanted)
        if place == len(self._names) or self._names[place] != wanted:
            raise KeyError(name)
        start = self._starts[place]
        line = self._content[start : self._content.find(b"\n", start)].decode("utf-8")
        cells = next(csv.reader((line,))) if '"' in line else line.split(",")
        cells.append("")
        return Area._make(self._in_order(cells))

    def __iter__(self) -> Iterator[str]:
        return (_name(number) for number in self._names)

    def __len__(self) -> int:
        return len(self._names)


def _number(name: bytes) -> int:
    """A name of up to eight characters as a number, in the order of the names: a list of them would cost a megabyte.

    Raises:
        ValueError: it is longer.
    """
    if len(name) > _LONGEST:
        raise ValueError("an area's name is longer than eight characters")
    return int.from_bytes(name.ljust(_LONGEST, b"\0"), "big")


def _name(number: int) -> str:
    return number.to_bytes(_LONGEST, "big").rstrip(b"\0").decode("ascii")
