"""A table's rows kept as the text that they are: as values they take four times as much memory.

A page shows a few of thousands, and to read one takes some microseconds.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from operator import itemgetter
from typing import TypeVar

Row = Mapping[str, str]
Value = TypeVar("Value")

_BETWEEN = "\x1f"
"""Two cells: ASCII's own unit separator, which no table holds."""
_AFTER_KEY = _BETWEEN.encode()


class Packed:
    """Rows by one of their columns, found by halves. They never change."""

    def __init__(self, rows: Iterable[Row], by: str) -> None:
        self._columns: tuple[str, ...] = ()
        texts = []
        for row in rows:
            self._columns = self._columns or tuple(row)
            texts.append((row[by].encode(), _BETWEEN.join((row[by], *row.values())).encode()))
        texts.sort(key=itemgetter(0))  # those of a key stay in the table's order
        self._content = b"".join(text for _, text in texts)
        self._starts = array("I", accumulate((len(text) for _, text in texts), initial=0))

    def rows(self, key: str) -> Iterator[Row]:
        """Those with that key, in the table's order."""
        wanted = key.encode()
        place = bisect_left(range(len(self._starts) - 1), wanted, key=self._key)
        while place < len(self._starts) - 1 and self._key(place) == wanted:
            cells = self._content[self._starts[place] : self._starts[place + 1]].decode().split(_BETWEEN)
            yield dict(zip(self._columns, cells[1:], strict=True))
            place += 1

    def keys(self) -> Iterator[str]:
        """Each once, in their order."""
        return iter(dict.fromkeys(self._key(place).decode() for place in range(len(self._starts) - 1)))

    def _key(self, place: int) -> bytes:
        start = self._starts[place]
        return self._content[start : self._content.index(_AFTER_KEY, start)]


class Unpacked(Mapping[str, Value]):
    """The same as values, each read when it is asked for: the last row of a key."""

    def __init__(self, packed: Packed, read: Callable[[Row], Value]) -> None:
        self._packed, self._read = packed, read

    def __getitem__(self, key: str) -> Value:
        rows = tuple(self._packed.rows(key))
        if not rows:
            raise KeyError(key)
        return self._read(rows[-1])

    def __iter__(self) -> Iterator[str]:
        return self._packed.keys()

    def __len__(self) -> int:
        return sum(1 for _ in self)
