"""A postcode table as the bytes of its file and where each line begins: a line becomes an Area when it is asked for.

A country has thousands of lines, and a worker looks at a few: kept as bytes they cost what the file costs.
"""

import csv
import re
from collections.abc import Iterator, Mapping

from representatives.areas import Area

_LINE = re.compile(rb"^([^,\r\n]+),", re.MULTILINE)


class AreaTable(Mapping[str, Area]):
    """Areas by name. Each look-up reads its line anew; the table never changes."""

    def __init__(self, content: bytes) -> None:
        """Index a file that begins with its header line; columns that a country does not need may be left out."""
        end = content.index(b"\n") + 1
        columns = content[:end].decode("utf-8").strip().split(",")
        self._content = content
        self._order = [columns.index(name) if name in columns else None for name in Area._fields]
        self._starts = {match[1].decode("utf-8"): match.start() for match in _LINE.finditer(content, end)}

    def __getitem__(self, name: str) -> Area:
        start = self._starts[name]
        line = self._content[start : self._content.find(b"\n", start)].decode("utf-8")
        cells = next(csv.reader((line,))) if '"' in line else line.split(",")
        return Area(*("" if place is None else cells[place] for place in self._order))

    def __iter__(self) -> Iterator[str]:
        return iter(self._starts)

    def __len__(self) -> int:
        return len(self._starts)
