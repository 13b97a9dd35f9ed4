"""The spaces that a language sets by rule, so that authors need not type characters they cannot see."""

import re

NO_BREAK_SPACE = "\u00a0"
# Before : ; ! ? % and », and after «: https://vitrinelinguistique.oqlf.gouv.qc.ca/22064
_BEFORE = re.compile(r"(?<=\S) (?=[:;!?%»])")
_AFTER = re.compile(r"(?<=«) ")


def set_spaces(text: str, language: str) -> str:
    """The text with its language's non-breaking spaces; only French has any."""
    if language != "fr":
        return text
    return _AFTER.sub(NO_BREAK_SPACE, _BEFORE.sub(NO_BREAK_SPACE, text))


def word_count(text: str) -> int:
    """Words as a reader counts them: runs of characters between spaces that hold a letter or a digit."""
    return sum(any(char.isalnum() for char in word) for word in text.split())
