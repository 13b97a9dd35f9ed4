"""What a writer edited in a letter, kept while the rest of the letter is written anew."""

from difflib import SequenceMatcher
from itertools import takewhile

Paragraphs = list[str]


def merge(shown: Paragraphs, edited: Paragraphs, anew: Paragraphs) -> Paragraphs:
    """The new letter with the writer's edits: a merge of three, paragraph by paragraph.

    Args:
        shown: the letter as it stood before the writer touched it.
        edited: what the writer made of it.
        anew: the letter as it is written now, after a choice was changed.

    Where both add at the same place, both are kept; where both change the same words, the writer's stand.
    """
    in_edited, in_anew = _kept(shown, edited), _kept(shown, anew)
    merged: Paragraphs = []
    a = b = c = 0
    for place in sorted(in_edited.keys() & in_anew.keys()):
        merged += _settle(shown[a:place], edited[b : in_edited[place]], anew[c : in_anew[place]])
        merged += shown[place : place + 1]
        a, b, c = place + 1, in_edited[place] + 1, in_anew[place] + 1
    return merged


def _kept(shown: Paragraphs, other: Paragraphs) -> dict[int, int]:
    """Where paragraphs that were shown stand in the other text, by their place; the end is such a place, too."""
    blocks = SequenceMatcher(None, shown, other, autojunk=False).get_matching_blocks()
    places = {block.a + n: block.b + n for block in blocks for n in range(block.size)}
    return places | {len(shown): len(other)}


def _settle(shown: Paragraphs, edited: Paragraphs, anew: Paragraphs) -> Paragraphs:
    """What stands between two paragraphs that all three share."""
    if edited == shown:
        return anew
    if edited == anew:
        return edited
    if len(shown) == len(edited) == len(anew):  # neighbours of which each side changed another
        return [new if mine == old else mine for old, mine, new in zip(shown, edited, anew, strict=True)]
    return _one_after_the_other(shown, edited, anew) or _one_after_the_other(shown, anew, edited) or edited


def _one_after_the_other(shown: Paragraphs, first: Paragraphs, second: Paragraphs) -> Paragraphs | None:
    """Both changes, where the first ends before the second begins; otherwise None."""
    unchanged = _alike(shown, second)
    rest = len(shown) - unchanged
    if _alike(shown[::-1], first[::-1]) < rest:
        return None
    return [*first[: len(first) - rest], *second[unchanged:]]


def _alike(one: Paragraphs, other: Paragraphs) -> int:
    """How many paragraphs both begin with."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
