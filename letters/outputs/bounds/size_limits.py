"""How much one file may hold, so that no visitor keeps a worker busy for much longer than a second."""

from collections.abc import Sequence

from letters.outputs.typesetting.typst_pdf import is_common

MOST_CHARACTERS = 80_000
MOST_LINES = 2_500
"""Of all its letters: twenty-five of the usual length have some 60,000 and 1,000."""
MOST_UNCOMMON = 3_000
"""Characters in words that the body font may lack, in a PDF: each takes thirty times as long as another, and two pages of
Chinese have fewer."""


def is_too_much(texts: Sequence[str], *, sets_type: bool) -> bool:
    """Whether the texts are more than one file may hold.

    Args:
        texts: what the file shows of each letter.
        sets_type: whether it is a PDF, for which the shape of every character is looked up.
    """
    lines = sum(text.count("\n") + 1 for text in texts)
    if lines > MOST_LINES or sum(map(len, texts)) > MOST_CHARACTERS:
        return True
    uncommon = [word for word in " ".join(texts).split() if not is_common(word)]
    return sets_type and sum(map(len, uncommon)) > MOST_UNCOMMON
