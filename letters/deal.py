"""Which of a text's wordings a letter gets: dealt like cards, so that one writer's letters differ among themselves."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence

Pick = Callable[[Sequence[str], str], str]
"""Chooses one of the wordings of a text, which is named so that each text is dealt by itself.

A wording that does not fit the letter is "" and is not chosen; one fits.
"""


class Deal:
    """Deals wordings to the letters of one writer: none comes again while another of its text is left.

    The same number, recipients and order give the same letters on the page, in a file and after Back.
    """

    def __init__(self, draw: str) -> None:
        """Begin with a random number, as it travels in the form."""
        self._seed = draw
        self._dealt: dict[str, dict[str, int]] = {}
        """By text and recipient, the number of the wording."""

    def to(self, recipient_id: str) -> Pick:
        """How the letter to one recipient gets its wordings."""

        def pick(wordings: Sequence[str], text: str) -> str:
            dealt = self._dealt.setdefault(text, {})
            number = dealt.get(recipient_id, -1)
            if number not in (fitting := [number for number, each in enumerate(wordings) if each]):
                often = Counter(dealt.values())
                number = min(fitting, key=lambda each: (often[each], _number(self._seed, text, str(each))))
                dealt.setdefault(recipient_id, number)  # in another language the text may have fewer wordings
            return wordings[number]

        return pick


def derived(*parts: str) -> Pick:
    """A choice that follows from what is known of a letter, where no number came with its form."""

    def pick(wordings: Sequence[str], text: str) -> str:
        fitting = [each for each in wordings if each]
        return fitting[_number(text, *parts) % len(fitting)]

    return pick


def _number(*parts: str) -> int:
    seed = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(seed, digest_size=8).digest(), "big")
