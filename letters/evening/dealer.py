"""Deals things out as cards are dealt: each once before any comes again, and never the same twice in a row."""

from collections.abc import Hashable, Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Dealer:
    """Deals from any number of packs. The same seed and the same calls give the same things."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311 (nothing secret: it spreads wordings)
        self._left: dict[Hashable, list[Hashable]] = {}
        self._last: dict[Hashable, Hashable] = {}

    def deal(self, pack: Sequence[Thing]) -> Thing:
        """The next of a pack, which is shuffled anew once all of it was dealt."""
        key = tuple(pack)
        left = self._left.get(key)
        if not left:
            left = self._left[key] = self._random.sample(key, len(key))
            if len(left) > 1 and left[-1] == self._last.get(key):
                left[0], left[-1] = left[-1], left[0]
        thing = left.pop()
        self._last[key] = thing
        return thing  # type: ignore[return-value]  # one of the pack's
