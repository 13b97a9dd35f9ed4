"""What can be wrong in one words file (ca.en.md), each mistake with its line."""

from collections.abc import Iterator

from letters import placeholders
from letters.manifest import Manifest
from letters.parts import LABELS, Part, Passage
from letters.typography import word_count
from representatives import Chamber

MOST_CORE_WORDS = 80
"""Shared words in a letter: more, and letters from one campaign read as one mailing."""

UNFILLED = frozenset({"Title", "Meaning"})
"""Labels whose text stands on a page before anyone is chosen to write to: no placeholder can be filled there."""

_Found = Iterator[tuple[int, str]]


def words_mistakes(listed: list[Part], entry: Manifest, country: str) -> _Found:
    """All mistakes in a file's parts, as (line from 1, sentence)."""
    sources = {source.id for source in entry.sources}
    requests = [request.id for request in entry.countries[country].requests]
    yield from _structure(listed, requests, entry, country)
    for part in listed:
        for id in part.passage().cited:
            if id not in sources:
                yield _line_of(part, f"[{id}]"), f"No [[sources]] block has the id “{id}”."
    yield from text_mistakes(listed)


def text_mistakes(listed: list[Part]) -> _Found:
    """The mistakes that can be seen without campaign.toml."""
    for part in listed:
        if part.kind not in LABELS:
            yield from _no_braces(part.passage())
        if part.kind == "Summary":
            yield from _summary(part.passage())
        elif part.kind in LABELS:
            yield from _labelled(part)
        elif part.kind == "Prompts" and not any(line.startswith("- ") for _, line in part.lines):
            yield part.line, "Write each prompt on a line that begins with “- ”."


def _structure(listed: list[Part], requests: list[str], entry: Manifest, country: str) -> _Found:
    chambers = {str(chamber) for chamber in Chamber}
    asked = {str(chamber) for r in entry.countries[country].requests for chamber in r.chambers}
    expected = [("Summary", ""), ("Prompts", ""), *(("Request", id) for id in requests)]
    expected += [("Letter", chamber) for chamber in sorted(asked)]
    allowed = {*expected, *(("Letter", chamber) for chamber in chambers)}
    seen: set[tuple[str, str]] = set()
    for part in listed:
        key = part.kind, part.name
        if key in seen:
            yield part.line, f"“{_heading(*key)}” stands here twice."
        elif key == ("", ""):
            yield 1, "Text before the first “# ” heading belongs to no part."
        elif key not in allowed:
            yield part.line, f"Unknown part “{_heading(*key)}”."
        seen.add(key)
    for key in expected:
        if key not in seen:
            yield 1, f"The part “{_heading(*key)}” is missing."


def _summary(passage: Passage) -> _Found:
    if not passage.text:
        yield passage.line, "The Summary is empty."
    for paragraph in passage.paragraphs():
        if not paragraph.text.startswith("#") and not paragraph.cited:
            yield paragraph.line, "This paragraph names no source: add [source-id] after each statement."


def _labelled(part: Part) -> _Found:
    found, strays = part.labelled()
    for line in strays:
        yield line, f"Begin this line with one of {', '.join(f'{label}:' for label in LABELS[part.kind])}."
    for label in LABELS[part.kind]:
        if label not in found or not found[label].text:
            yield part.line, f"“{label}:” is missing."
            continue
        if label in UNFILLED:
            yield from _no_braces(found[label])
            continue
        for line, sentence in placeholders.mistakes(found[label].text):
            yield found[label].line + line - 1, sentence
    if "Core" in found:
        yield from _core(found["Core"])


def _no_braces(passage: Passage) -> _Found:
    for number, line in enumerate(passage.text.split("\n"), passage.line):
        if "{" in line or "}" in line:
            yield number, "Placeholders work only in a letter’s texts: not here."


def _core(passage: Passage) -> _Found:
    words = word_count(passage.uncited)
    if words > MOST_CORE_WORDS:
        yield passage.line, f"The Core has {words} words: {MOST_CORE_WORDS} at most."
    for paragraph in passage.paragraphs():
        if not paragraph.cited:
            yield paragraph.line, "This paragraph of the Core names no source: add [source-id]."


def _line_of(part: Part, mark: str) -> int:
    return next((number for number, line in part.lines if mark in line), part.line)


def _heading(kind: str, name: str) -> str:
    return f"# {kind}: {name}" if name else f"# {kind}"
