"""Deals things out as cards are dealt: each once before any comes again, and never the same twice in a row."""

from collections.abc import Sequence
from random import Random


class Dealer:
    """Deals from any number of packs. The same seed and the same calls give the same things."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311 (nothing secret: it spreads wordings)
        self._left: dict[tuple[str, ...], list[str]] = {}
        self._last: dict[tuple[str, ...], str] = {}

    def deal(self, pack: Sequence[str], table: str = "") -> str:
        """The next of a pack, which is shuffled anew once all of it was dealt.

        Args:
            pack: what is dealt, each of it once.
            table: where several share a pack, each is dealt all of it; what another was just dealt waits if it can.
        """
        whole = tuple(pack)
        mine = (table, *whole)
        left = self._left.get(mine) or self._random.sample(whole, len(whole))
        others = [each for each in left if each != self._last.get(mine)]
        waited = [each for each in others if each != self._last.get(whole)]
        dealt = next(iter(waited or others or left))
        left.remove(dealt)
        self._left[mine], self._last[mine], self._last[whole] = left, dealt, dealt
        return dealt
