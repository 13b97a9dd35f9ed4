"""How long a letter's texts may be: most of a letter is its writer's."""

from collections.abc import Mapping, Sequence

from letters.campaign.findings import Check, Said
from letters.campaign.placeholders import longest, mistakes
from letters.campaign.sections import Labelled, Part, Passage
from letters.typography import word_count

MOST_CHARACTERS = 1_000
"""Of one wording: twice the longest there is. More is no letter of a page, and too much for one PDF."""

MOST_WORDS: Mapping[str, int] = {
    "Opening": 18,
    "Lead": 27,
    "After": 27,
    "Supporting": 15,
    "After supporting": 15,
    "Question": 15,
    "After question": 15,
    "Reply": 12,
    "Topic": 7,
    "After topic": 7,
}
"""Of one wording, by label."""
MOST_CORE_WORDS = 48
"""Of all paragraphs of a Core in their longest wordings: with the others 120 words in a letter, which is half of it where
its writer adds a hundred."""
MOST_SUBJECT_WORDS = 12
"""With a topic as long as it may be."""


def length_findings(part: Part, found: Sequence[Labelled]) -> Check:
    """Texts of a Request or a Letter that are too long."""
    if part.kind == "Prompt":
        return
    for each in found:
        most = MOST_WORDS.get(each.kind)
        for wording in each.wordings:
            length = len(wording.text)
            if length > MOST_CHARACTERS:
                yield Said(
                    wording.line, f"“{each.label}:” is {length} characters long: {MOST_CHARACTERS} at most."
                )
            elif most and (words := words_in(wording)) > most:
                yield Said(wording.line, f"“{each.label}:” has {words} words: {most} at most.")
            elif each.label == "Subject":
                words = words_in(wording) + MOST_WORDS["Topic"] - 1
                if words > MOST_SUBJECT_WORDS:
                    said = f"“Subject:” can have {words} words with its topic: {MOST_SUBJECT_WORDS} at most."
                    yield Said(wording.line, said)
    core = [each for each in found if each.label == "Core" and each.wordings[0].text]
    words = sum(max(words_in(wording) for wording in each.wordings) for each in core)
    if words > MOST_CORE_WORDS:
        line = core[0].wordings[0].line
        yield Said(line, f"The Core has up to {words} words: {MOST_CORE_WORDS} at most.")


def words_in(wording: Passage) -> int:
    """The words of a wording with its longest branches; a placeholder counts as one."""
    text = wording.uncited
    return word_count(text if any(mistakes(text)) else longest(text))
