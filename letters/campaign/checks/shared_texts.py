"""What can be wrong in the texts for newspapers and for friends, each mistake with its line."""

from collections.abc import Set

from letters.campaign.findings import Check, Said
from letters.campaign.sections import Part, Passage
from letters.typography import word_count

EDITOR_WORDS = range(150, 201)
"""Most newspapers print letters of 150 to 200 words."""
MOST_FRIEND_WORDS = 60
"""A message in a chat is read at a glance."""

_PARTS = {"editor": ("Rules", "Title", "Text", "Own"), "friend": ("Text",)}


def shared_findings(kind: str, listed: list[Part], sources: Set[str]) -> Check:
    """All mistakes of an editor or friend file."""
    by_kind = {part.kind: part for part in listed}
    for name in _PARTS[kind]:
        if name not in by_kind or not by_kind[name].passage().text:
            yield Said(1, f"The part “# {name}” is missing or empty.")
    for part in listed:
        if part.kind not in _PARTS[kind]:
            yield Said(part.line or 1, f"Unknown part “# {part.kind}”.")
        yield from no_braces(part.passage())
    if "Text" in by_kind:
        yield from _text(kind, by_kind["Text"].passage(), sources)


def no_braces(passage: Passage) -> Check:
    """Placeholders where nothing fills them."""
    for number, line in enumerate(passage.text.split("\n"), passage.line):
        if "{" in line or "}" in line:
            yield Said(number, "Placeholders work only in a letter’s texts: not here.")


def _text(kind: str, text: Passage, sources: Set[str]) -> Check:
    words = word_count(text.uncited)
    if kind == "friend" and words > MOST_FRIEND_WORDS:
        yield Said(text.line, f"The message has {words} words: {MOST_FRIEND_WORDS} at most.")
    if kind == "editor" and words not in EDITOR_WORDS:
        yield Said(
            text.line,
            f"The letter to the editor has {words} words: {EDITOR_WORDS.start} to {EDITOR_WORDS.stop - 1}.",
        )
    if kind == "editor" and not text.cited:
        yield Said(
            text.line, "The letter to the editor names no source: add [source-id] after each statement."
        )
    for id in text.cited:
        if id not in sources:
            yield Said(text.line, f"No [[sources]] block has the id “{id}”.")
