"""What can be wrong in one words file (ca.en.md), each mistake with its line."""

import re
from collections.abc import Mapping, Set

from letters.campaign import placeholders
from letters.campaign.checks.lengths import length_findings
from letters.campaign.checks.repeated_names import repeated_findings
from letters.campaign.checks.sentences import sentence_findings
from letters.campaign.checks.shared_texts import no_braces
from letters.campaign.checks.summary import summary_findings
from letters.campaign.findings import Check, Said
from letters.campaign.manifest import CountryEntry
from letters.campaign.sections import (
    AFTER,
    FOR_ROLES,
    LABELS,
    OPTIONAL,
    Labelled,
    Part,
    Passage,
)
from letters.typography import word_count
from representatives import Chamber

WORDINGS = ("Core", "Opening", "Lead", "Question", "Reply")
"""Labels that should have more than one wording, so that a writer's letters do not all read alike."""
LEAST_SUBJECTS = 4
"""A subject is what an office's list shows of a letter."""

ONE_WORDING = frozenset(
    {"Title", "Meaning", "Topic", "After title", "After meaning", "After topic", "Starter"}
)
"""Labels whose text stands on a page, or in each of the subjects: one wording, and no placeholder."""

INSTEAD: Mapping[str, Mapping[str, str]] = {
    "Request": {
        "Topic": "the subject names the campaign’s title",
        "Meaning": "writers see the request’s title alone before they choose",
        "Supporting": "the Lead stands beside another request, too, where a shorter sentence would do",
        "Question": "the letter ends with the same question as other campaigns’",
    },
    "Letter": dict.fromkeys(
        ("Subject", "Opening", "Reply"), "the letter has the same words there as other campaigns’"
    ),
    "Prompt": {"Starter": "the question stands alone"},
}
"""By part, the labels that may be left out, and what stands in their place (standard.py)."""
MOST_TITLE_WORDS = 12
"""Of a campaign's title that stands in a subject."""

PROMPTS = ("learned", "matters", "wish")
"""A letter has a place for each of these answers."""


def words_findings(
    parts: list[Part], country: CountryEntry, sources: Set[str], language: str, title: str
) -> Check:
    """Everything that is to be said of a file's parts, in a campaign of that title."""
    yield from _structure(parts, country)
    for part in parts:
        for id in part.passage().cited:
            if id not in sources:
                yield Said(_line_of(part, f"[{id}]"), f"No [[sources]] block has the id “{id}”.")
    yield from text_findings(parts, language)
    yield from repeated_findings(parts, country)
    words = word_count(title)
    for part in parts if words > MOST_TITLE_WORDS else ():
        if part.kind == "Request" and "Topic" not in _present(part):
            sentence = f"“Topic:” is missing: the title, with {words} words, is too long for a subject."
            yield Said(part.line, sentence)


def text_findings(parts: list[Part], language: str) -> Check:
    """What can be seen without campaign.toml."""
    for part in parts:
        if part.kind not in LABELS:
            yield from no_braces(part.passage())
        if part.kind == "Summary":
            yield from summary_findings(part.passage(), language)
        elif part.kind in LABELS:
            yield from _labelled(part)
    yield from sentence_findings(parts)


def _structure(parts: list[Part], country: CountryEntry) -> Check:
    chambers = sorted({str(chamber) for request in country.requests for chamber in request.chambers})
    expected = [("Summary", ""), *(("Prompt", id) for id in PROMPTS)]
    expected += [("Request", request.id) for request in country.requests]
    expected += [("Letter", chamber) for chamber in chambers]
    allowed = {*expected, *(("Letter", str(chamber)) for chamber in Chamber)}
    seen: set[tuple[str, str]] = set()
    for part in parts:
        key = part.kind, part.name
        if key in seen:
            yield Said(part.line, f"“{_heading(*key)}” stands here twice.")
        elif key == ("", ""):
            yield Said(1, "Text before the first “# ” heading belongs to no part.")
        elif key not in allowed:
            yield Said(part.line, f"Unknown part “{_heading(*key)}”.")
        seen.add(key)
    for key in expected:
        if key not in seen and key[0] == "Prompt":
            sentence = f"Without “{_heading(*key)}” writers are asked the site’s own question."
            yield Said(1, sentence, is_advice=True)
        elif key not in seen:
            yield Said(1, f"The part “{_heading(*key)}” is missing.")


def _labelled(part: Part) -> Check:
    found, strays = part.labelled()
    for line in strays:
        labels = (label for label in LABELS[part.kind] if label not in FOR_ROLES)
        yield Said(line, f"Begin this line with one of {', '.join(f'{label}:' for label in labels)}.")
    present = _present(part)
    wanted = AFTER if present & set(AFTER) else ()
    instead = INSTEAD[part.kind]
    for label in (each for each in LABELS[part.kind] if each not in present):
        if label in instead:
            yield Said(part.line, f"Without “{label}:” {instead[label]}.", is_advice=True)
        elif label not in OPTIONAL or label in wanted:
            yield Said(part.line, f"“{label}:” is missing.")
    for each in found:
        yield from _wordings(each, part)
    yield from length_findings(part, found)


_OWN_PLACE = re.compile(
    r"\b(?:our (?:own |local )?(?:area|city|coast|community|county|island|neighbou?rhood|region|river|street|town|village)"
    r"|notre (?:propre )?(?:collectivité|côte|île|quartier|région|rivière|rue|ville|village))\b",
    re.IGNORECASE,
)
"""What only people of one place can say; letters go to every constituency."""


def _wordings(labelled: Labelled, part: Part) -> Check:
    label = labelled.label
    wordings = (labelled.wordings[0], *(each for each in labelled.wordings[1:] if each.text))
    if label == "Subject" and wordings[0].text:
        yield from _subject(wordings)
    is_alone = len(wordings) == 1 and wordings[0].text
    if is_alone and labelled.kind in WORDINGS and part.kind != "Prompt":
        sentence = f"“{label}:” has one wording: add others in lines that begin with “Or:”."
        yield Said(wordings[0].line, sentence, is_advice=True)
    if len(wordings) > 1 and label in ONE_WORDING:
        yield Said(wordings[1].line, f"“{label}:” has one wording only.")
    for wording in wordings:
        if label == "Core" and wording.text and not wording.cited:
            yield Said(wording.line, "This paragraph of the Core names no source: add [source-id].")
        if label in ONE_WORDING or part.kind == "Prompt":
            yield from no_braces(wording)
            continue
        for line, sentence in placeholders.mistakes(wording.text):
            yield Said(wording.line + line - 1, sentence)
        if found := _OWN_PLACE.search(wording.text):
            sentence = (
                f"“{label}:” says “{found[0]}”, as every writer would, wherever they live: name the place."
            )
            yield Said(wording.line, sentence, is_advice=True)


def _subject(wordings: tuple[Passage, ...]) -> Check:
    if len(wordings) < LEAST_SUBJECTS:
        sentence = f"“Subject:” should have {LEAST_SUBJECTS} wordings: add lines that begin with “Or:”."
        yield Said(wordings[0].line, sentence, is_advice=True)
    for wording in wordings:
        if any(placeholders.mistakes(wording.text)):
            continue
        named = placeholders.named(wording.text)
        if "topic" not in named or not {"constituency", "region", "in_region"} & named:
            sentence = "A subject says the request and the place: {{ topic }} and {{ constituency }} or {{ region }}."
            yield Said(wording.line, sentence)


def _present(part: Part) -> set[str]:
    return {each.label for each in part.labelled()[0] if each.wordings[0].text}


def _line_of(part: Part, mark: str) -> int:
    return next((number for number, line in part.lines if mark in line), part.line)


def _heading(kind: str, name: str) -> str:
    return f"# {kind}: {name}" if name else f"# {kind}"
