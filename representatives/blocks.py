"""Sorted texts kept deflated, some together, each found by its key: most of a country's tables is never asked for.

Kept so, a table takes about a third of its file's size. To read one costs the unpacking of a thousand bytes.
"""

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from representatives.dataset import BEFORE_TEXT

Key = TypeVar("Key", int, str)

_TOGETHER = 1000
"""Bytes from which a block is full: twice as many save a tenth more memory, and take twice as long to unpack."""
_WINDOW = 10
"""As a power of two: of no more than a block, it is made sooner."""
_FIRST_PLAIN = ord(BEFORE_TEXT)
"""No deflated block begins with it: https://www.rfc-editor.org/rfc/rfc1950#section-2.2"""


class Blocks(Generic[Key]):
    """Texts by ascending key. They never change."""

    def __init__(
        self,
        entries: Iterable[tuple[Key, str]],
        index: Callable[[list[Key]], Sequence[Key]] = tuple,
        is_deflated: bool = True,
    ) -> None:
        """Pack the texts.

        Args:
            entries: keys and texts.
            index: makes of keys what they are kept in.
            is_deflated: otherwise each text stands alone and as it is, to be read at once.

        Raises:
            ValueError: the keys do not ascend.
        """
        content = bytearray()
        firsts: list[Key] = []
        self._starts = array("I", (0,))
        sorted_texts = _ascending(entries)
        for first, block in _deflated(sorted_texts) if is_deflated else sorted_texts:
            firsts.append(first)
            content += block
            self._starts.append(len(content))
        self._firsts: Sequence[Key] = index(firsts)
        self._content = bytes(content)

    def near(self, key: Key) -> str:
        """The texts among which a key's is, if there is one, each with its beginning."""
        place = bisect_right(self._firsts, key)
        return self._block(place - 1) if place else ""

    def __iter__(self) -> Iterator[str]:
        """Every text in the order of the keys."""
        for place in range(len(self._firsts)):
            yield from self._block(place).split(BEFORE_TEXT)[1:]

    def _block(self, place: int) -> str:
        block = self._content[self._starts[place] : self._starts[place + 1]]
        if block[0] != _FIRST_PLAIN:
            block = zlib.decompress(block, bufsize=2 * _TOGETHER)
        return block.decode()


def _ascending(entries: Iterable[tuple[Key, str]]) -> Iterator[tuple[Key, bytes]]:
    last: Key | None = None
    for key, text in entries:
        if last is not None and key <= last:
            raise ValueError("the lines of a table are not sorted")
        last = key
        yield key, f"{BEFORE_TEXT}{text}".encode()


def _deflated(entries: Iterable[tuple[Key, bytes]]) -> Iterator[tuple[Key, bytes]]:
    """Blocks, each with its first key."""
    first: Key | None = None
    together = b""
    for key, text in entries:
        if first is not None and len(together) + len(text) > _TOGETHER:
            yield first, zlib.compress(together, wbits=_WINDOW)
            first, together = None, b""
        first, together = key if first is None else first, together + text
    if first is not None:
        yield first, zlib.compress(together, wbits=_WINDOW)
