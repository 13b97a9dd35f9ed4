"""Which of a text's wordings a letter gets: dealt like cards, so that one writer's letters differ among themselves."""

import hashlib
from collections.abc import Callable, Sequence

Pick = Callable[[Sequence[str], str], str]
"""Chooses one of the wordings of a text, which is named so that each text is dealt by itself."""


class Deal:
    """Deals wordings to the letters of one writer: none comes again while another of its text is left.

    The same number, recipients and order give the same letters on the page, in a file and after Back.
    """

    def __init__(self, draw: str) -> None:
        """Begin with a random number, as it travels in the form."""
        self._seed = draw
        self._turns: dict[str, dict[str, int]] = {}

    def to(self, recipient_id: str) -> Pick:
        """How the letter to one recipient gets its wordings."""

        def pick(wordings: Sequence[str], text: str) -> str:
            turns = self._turns.setdefault(text, {})
            turn = turns.setdefault(recipient_id, len(turns))
            order = sorted(range(len(wordings)), key=lambda number: _number(self._seed, text, str(number)))
            return wordings[order[turn % len(order)]]

        return pick


def derived(*parts: str) -> Pick:
    """A choice that follows from what is known of a letter, where no number came with its form."""

    def pick(wordings: Sequence[str], text: str) -> str:
        return wordings[_number(text, *parts) % len(wordings)]

    return pick


def _number(*parts: str) -> int:
    seed = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(seed, digest_size=8).digest(), "big")
