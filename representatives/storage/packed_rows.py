"""A table's rows kept as text, and deflated: as values they take ten times as much memory.

A page shows a few of thousands, and to read one takes some microseconds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from representatives.storage.compressed_blocks import Blocks
from representatives.storage.dataset import BEFORE_TEXT, BETWEEN_CELLS, BETWEEN_ROWS

Row = Mapping[str, str]
Value = TypeVar("Value")


class Packed:
    """Rows by one of their columns. They never change."""

    def __init__(self, rows: Iterable[Row], by: str) -> None:
        """Pack rows that all have the same columns.

        Raises:
            TypeError: one has fewer.
            ValueError: one has more.
        """
        self._columns: tuple[str, ...] = ()
        texts = []
        for row in rows:
            self._columns = self._columns or tuple(row)
            if len(row) > len(self._columns):
                raise ValueError("a row has more cells than the table has columns")
            texts.append((row[by], BETWEEN_CELLS.join(row[column] for column in self._columns)))
        texts.sort(key=itemgetter(0))  # those of a key stay in the table's order
        entries = (
            (key, BETWEEN_ROWS.join((key, *(text for _, text in group))))
            for key, group in groupby(texts, itemgetter(0))
        )
        self._blocks: Blocks[str] = Blocks(entries, key=str)

    def rows(self, key: str) -> Iterator[Row]:
        """Those with that key, in the table's order."""
        for text in self._blocks.near(key).split(BEFORE_TEXT)[1:]:
            found, *rows = text.split(BETWEEN_ROWS)
            if found == key:
                return (dict(zip(self._columns, row.split(BETWEEN_CELLS), strict=True)) for row in rows)
        return iter(())

    def keys(self) -> Iterator[str]:
        """Each once, in their order."""
        return (text.partition(BETWEEN_ROWS)[0] for text in self._blocks)


class Unpacked(Mapping[str, Value]):
    """The same as values, read when they are asked for."""

    def __init__(self, packed: Packed, read: Callable[[Sequence[Row]], Value], kept: int = 0) -> None:
        """Read with a function that is given the rows of a key; so many of the last values are kept."""
        self._packed, self._read = packed, read
        self._value = lru_cache(kept)(self._value_of)

    def __getitem__(self, key: str) -> Value:
        return self._value(key)

    def _value_of(self, key: str) -> Value:
        rows = tuple(self._packed.rows(key))
        if not rows:
            raise KeyError(key)
        return self._read(rows)

    def __iter__(self) -> Iterator[str]:
        return self._packed.keys()

    def __len__(self) -> int:
        return sum(1 for _ in self)
