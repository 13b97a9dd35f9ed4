"""Sorted texts kept deflated, some together, each found by its name: most of a country's tables is never asked for.

Kept so, a table takes two fifths of its file's size. To read one text costs the unpacking of a thousand bytes.
"""

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from representatives.storage.dataset import BEFORE_TEXT

Key = TypeVar("Key", int, str)

_TOGETHER = 1000
"""Bytes from which a block is full: twice as many save a tenth more memory, and take half as long again to unpack."""
_FIRST_PLAIN = ord(BEFORE_TEXT)
"""No deflated block begins with it: https://www.rfc-editor.org/rfc/rfc1950#section-2.2"""


class Blocks(Generic[Key]):
    """Texts by ascending name. They never change."""

    def __init__(
        self,
        entries: Iterable[tuple[str, str]],
        key: Callable[[str], Key],
        index: Callable[[list[Key]], Sequence[Key]] = tuple,
        is_deflated: bool = True,
    ) -> None:
        """Pack the texts.

        Args:
            entries: names and texts.
            key: what stands for a name, in the order of the names.
            index: makes of keys what they are kept in.
            is_deflated: otherwise each text stands alone and as it is, to be read at once.

        Raises:
            ValueError: the names do not ascend.
        """
        content = bytearray()
        firsts: list[Key] = []
        self._key: Callable[[str], Key] = key
        self._starts = array("I", (0,))
        for first, block in _gathered(entries, _TOGETHER if is_deflated else 0):
            firsts.append(key(first))
            content += zlib.compress(block) if is_deflated else block
            self._starts.append(len(content))
        self._firsts: Sequence[Key] = index(firsts)
        self._content = bytes(content)

    def near(self, name: str) -> str:
        """The texts among which a name's is, if there is one, each with its beginning."""
        place = bisect_right(self._firsts, self._key(name))
        return self._block(place - 1) if place else ""

    def __iter__(self) -> Iterator[str]:
        """Every text in the order of the names."""
        for place in range(len(self._firsts)):
            yield from self._block(place).split(BEFORE_TEXT)[1:]

    def _block(self, place: int) -> str:
        block = self._content[self._starts[place] : self._starts[place + 1]]
        if block[0] != _FIRST_PLAIN:
            block = zlib.decompress(block, bufsize=2 * _TOGETHER)
        return block.decode()


def _gathered(entries: Iterable[tuple[str, str]], together: int) -> Iterator[tuple[str, bytes]]:
    """Texts of about so many bytes, each with its first name."""
    first = last = block = ""
    for name, text in entries:
        if block and name <= last:
            raise ValueError("the lines of a table are not sorted")
        if len(block) + len(text) > together and block:
            yield first, block.encode()
            block = ""
        if not block:
            first = name
        block += BEFORE_TEXT + text
        last = name
    if block:
        yield first, block.encode()
