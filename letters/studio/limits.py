"""How many words a field has, counted as the check counts them, and how many it may have."""

from collections.abc import Mapping
from itertools import groupby

from letters.campaign.checks.lengths import MOST_CORE_WORDS, MOST_WORDS, words_in
from letters.campaign.checks.shared_texts import EDITOR_WORDS, MOST_FRIEND_WORDS
from letters.campaign.sections import Passage

_SHARED: Mapping[str, int] = {"friend/Text": MOST_FRIEND_WORDS, "editor/Text": EDITOR_WORDS.stop - 1}


def most_words(field: str) -> int | None:
    """How many words the field may have; None where there is no such limit."""
    kind, *rest = field.split("/")
    if kind == "Letter" and rest[1:2] == ["Core"]:
        return MOST_CORE_WORDS
    return MOST_WORDS.get(rest[1]) if kind in ("Request", "Letter") else _SHARED.get(field)


def words_of(fields: Mapping[str, str], field: str) -> int:
    """The words of a field; of the facts of a letter with the longest wordings of its other paragraphs."""
    words = _words(fields.get(field, ""))
    paragraph = _paragraph(field)
    if most_words(field) != MOST_CORE_WORDS or not words:
        return words
    letter = paragraph.rpartition("/")[0] + "/"
    names = sorted(name for name in fields if name.startswith(letter) and _paragraph(name) != paragraph)
    return words + sum(max(_words(fields[name]) for name in same) for _, same in groupby(names, _paragraph))


def _paragraph(field: str) -> str:
    return field.rpartition("/")[0]


def _words(text: str) -> int:
    return words_in(Passage(text, 1))
