"""A table's rows kept as the text that they are: as values they take four times as much memory.

A page shows a few of thousands, and to read one takes some microseconds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

Row = Mapping[str, str]
Value = TypeVar("Value")

_BETWEEN = "\x1f"
"""Two cells: ASCII's own unit separator, which no table holds."""


class Packed:
    """Rows by one of their columns. They never change."""

    def __init__(self, rows: Iterable[Row], by: str) -> None:
        self._columns: tuple[str, ...] = ()
        self.texts: dict[str, tuple[bytes, ...]] = {}
        for row in rows:
            self._columns = self._columns or tuple(row)
            text = _BETWEEN.join(row.values()).encode()
            self.texts[row[by]] = (*self.texts.get(row[by], ()), text)

    def rows(self, key: str) -> Iterator[Row]:
        """Those with that key, in the table's order."""
        for text in self.texts.get(key, ()):
            yield dict(zip(self._columns, text.decode().split(_BETWEEN), strict=True))


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
        return iter(self._packed.texts)

    def __len__(self) -> int:
        return len(self._packed.texts)
