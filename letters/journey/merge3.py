"""What a writer edited in a letter, kept while the rest of the letter is written anew."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Paragraphs = Sequence[str]


def merge(shown: Paragraphs, edited: Paragraphs, anew: Paragraphs) -> list[str]:
    """The new letter with the writer's edits: a merge of three, paragraph by paragraph.

    Args:
        shown: the letter as it stood before the writer touched it.
        edited: what the writer made of it.
        anew: the letter as it is written now, after a choice was changed.

    Where both add at the same place, both are kept; where both change the same words, the writer's stand.
    """
    merged: list[str] = []
    done_shown = done_edited = done_anew = 0
    for start, at_edited, at_anew, length in _unchanged(shown, edited, anew):
        merged += _settle(shown[done_shown:start], edited[done_edited:at_edited], anew[done_anew:at_anew])
        merged += shown[start : start + length]
        done_shown, done_edited, done_anew = start + length, at_edited + length, at_anew + length
    return merged


def _settle(shown: Paragraphs, edited: Paragraphs, anew: Paragraphs) -> Paragraphs:
    """What stands between two stretches that all three share."""
    if list(edited) == list(shown):
        return anew
    if list(edited) == list(anew):
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
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _unchanged(
    shown: Paragraphs, edited: Paragraphs, anew: Paragraphs
) -> Iterator[tuple[int, int, int, int]]:
    """The stretches that all three share, as (start in each, length); an empty one at the end."""
    ours, theirs = _blocks(shown, edited), _blocks(shown, anew)
    number_ours = number_theirs = 0
    while number_ours < len(ours) and number_theirs < len(theirs):
        a, b, size = ours[number_ours]
        c, d, length = theirs[number_theirs]
        start, end = max(a, c), min(a + size, c + length)
        if start < end:
            yield start, b + start - a, d + start - c, end - start
        if a + size < c + length:
            number_ours += 1
        else:
            number_theirs += 1
    yield len(shown), len(edited), len(anew), 0


def _blocks(first: Paragraphs, second: Paragraphs) -> list[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, list(first), list(second), autojunk=False)
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
