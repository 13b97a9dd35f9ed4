"""What can be wrong in one words file (ca.en.md), each mistake with its line."""

from collections.abc import Iterator, Set

from letters.campaign import placeholders
from letters.campaign.checks.expected_sections import Expected
from letters.campaign.sections import AFTER, LABELS, OPTIONAL, SEVERAL, Labelled, Part, Passage
from letters.typography import word_count
from representatives import Chamber

MOST_CORE_WORDS = 80
"""Shared words in a letter: more, and letters from one campaign read as one mailing."""

MOST_CHARACTERS = 1_000
"""Of one wording: twice the longest there is. More is no letter of a page, and too much for one PDF."""

LEAST_WORDINGS = {"Core": 3, "Opening": 2, "Lead": 2, "Question": 2, "Reply": 2}
"""How many wordings a text needs at least, so that letters from one campaign do not read alike."""

UNFILLED = frozenset({"Title", "Meaning", "After title", "After meaning", "Starter"})
"""Labels whose text stands on a page before anyone is chosen to write to: no placeholder can be filled there."""

PROMPTS = ("learned", "matters", "wish")
"""A letter has a place for each of these answers."""

_Found = Iterator[tuple[int, str]]


def words_mistakes(listed: list[Part], table: Expected | None, sources: Set[str] | None) -> _Found:
    """All mistakes in a file's parts, as (line from 1, sentence); None stands for what campaign.toml does not tell."""
    if table is not None:
        yield from _structure(listed, table)
    for part in listed if sources is not None else ():
        for id in part.passage().cited:
            if id not in (sources or ()):
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


def _structure(listed: list[Part], table: Expected) -> _Found:
    expected = [("Summary", ""), *(("Prompt", id) for id in PROMPTS)]
    expected += [("Request", id) for id in table.requests]
    expected += [("Letter", chamber) for chamber in sorted(table.chambers)]
    allowed = {*expected, *(("Letter", str(chamber)) for chamber in Chamber)}
    allowed |= {("Request", id) for id in table.others or ()}
    seen: set[tuple[str, str]] = set()
    for part in listed:
        key = part.kind, part.name
        if key in seen:
            yield part.line, f"“{_heading(*key)}” stands here twice."
        elif key == ("", ""):
            yield 1, "Text before the first “# ” heading belongs to no part."
        elif key not in allowed and (table.others is not None or part.kind != "Request"):
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
    present = {each.label for each in found if each.wordings[0].text}
    wanted = AFTER if present & OPTIONAL else ()
    for label in LABELS[part.kind]:
        if label not in present and (label not in OPTIONAL or label in wanted):
            yield part.line, f"“{label}:” is missing."
    for each in found:
        yield from _wordings(each, part)
    if part.kind == "Letter":
        yield from _core([each for each in found if each.label == "Core" and each.wordings[0].text])


def _wordings(labelled: Labelled, part: Part) -> _Found:
    label, wordings = labelled.label, labelled.wordings
    least = LEAST_WORDINGS.get(label, 1) if part.kind != "Prompt" else 1
    if len(wordings) < least:
        yield wordings[0].line, f"“{label}:” needs {least} wordings: add lines that begin with “Or:”."
    if len(wordings) > 1 and label in UNFILLED | {"Subject"} | (SEVERAL - {"Core"}):
        yield wordings[1].line, f"“{label}:” has one wording only."
    for wording in wordings:
        if len(wording.text) > MOST_CHARACTERS:
            yield (
                wording.line,
                f"“{label}:” is {len(wording.text)} characters long: {MOST_CHARACTERS} at most.",
            )
        if label in UNFILLED or part.kind == "Prompt":
            yield from _no_braces(wording)
            continue
        for line, sentence in placeholders.mistakes(wording.text):
            yield wording.line + line - 1, sentence


def _no_braces(passage: Passage) -> _Found:
    for number, line in enumerate(passage.text.split("\n"), passage.line):
        if "{" in line or "}" in line:
            yield number, "Placeholders work only in a letter’s texts: not here."


def _core(paragraphs: list[Labelled]) -> _Found:
    words = sum(max(word_count(wording.uncited) for wording in each.wordings) for each in paragraphs)
    if words > MOST_CORE_WORDS:
        yield paragraphs[0].wordings[0].line, f"The Core has up to {words} words: {MOST_CORE_WORDS} at most."
    for each in paragraphs:
        for wording in each.wordings:
            if not wording.cited:
                yield wording.line, "This paragraph of the Core names no source: add [source-id]."


def _line_of(part: Part, mark: str) -> int:
    return next((number for number, line in part.lines if mark in line), part.line)


def _heading(kind: str, name: str) -> str:
    return f"# {kind}: {name}" if name else f"# {kind}"
