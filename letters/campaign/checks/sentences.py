"""What holds between the sentences of a country's letters: one question in each, and best none shared by two chambers."""

import re
from collections.abc import Iterator

from letters.campaign.findings import Check, Said
from letters.campaign.sections import Labelled, Part

_PLAIN = ("Subject", "Opening", "Core", "Reply", "Lead", "Supporting", "After", "After supporting")
"""Labels of a letter that hold no question."""
_QUESTIONS = ("Question", "After question")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zà-ÿ])")
_SHORTEST = 4
"""Words of a sentence that is compared: shorter ones, such as "Please write back.", belong to nobody."""


def sentence_findings(parts: list[Part]) -> Check:
    """What is to be said of all Requests and Letters."""
    for part in parts:
        for each in part.labelled()[0] if part.kind in ("Request", "Letter") else ():
            yield from _marks(each)
    yield from _shared_by_chambers([part for part in parts if part.kind == "Letter"])


def _marks(labelled: Labelled) -> Check:
    """What is wrong with the marks at the ends of sentences; each branch of a condition has a question mark of its own."""
    for wording in labelled.wordings:
        branches = len(re.findall(r"{% *(?:else|elif)\b", wording.text)) + 1
        text = re.sub(r"{%.*?%}", "", wording.uncited).rstrip()
        if labelled.kind in _PLAIN and "?" in text:
            sentence = f"“{labelled.label}:” asks a question: a letter has one, the request’s Question."
            yield Said(wording.line, sentence)
        elif (
            labelled.kind in _QUESTIONS
            and wording.text
            and not (text.endswith("?") and text.count("?") <= branches)
        ):
            sentence = f"“{labelled.label}:” is to be one question, with its question mark at the end."
            yield Said(wording.line, sentence)
        if labelled.kind in _PLAIN and labelled.kind != "Subject" and wording.uncited.rstrip()[-1:].isalnum():
            yield Said(wording.line, f"“{labelled.label}:” has no full stop at its end.", is_advice=True)


def _shared_by_chambers(letters: list[Part]) -> Check:
    """Advice, as one wording of a text is enough."""
    seen: dict[str, str] = {}
    for part in letters:
        mine = {each: (sentence, line) for each, sentence, line in _sentences(part)}
        for each, (sentence, line) in mine.items():
            if each in seen:
                said = f"“{sentence}” stands in “# Letter: {seen[each]}”, too: say it in other words."
                yield Said(line, said, is_advice=True)
        seen |= dict.fromkeys(mine, part.name)


def _sentences(part: Part) -> Iterator[tuple[str, str, int]]:
    """Every sentence of a letter's Opening, Core and Reply: without marks and case, as it stands, and its line."""
    for each in part.labelled()[0]:
        for wording in each.wordings if each.label in ("Opening", "Core", "Reply") else ():
            for sentence in _SENTENCE_END.split(" ".join(wording.uncited.split())):
                words = re.findall(r"\w+", sentence.casefold())
                if len(words) >= _SHORTEST:
                    yield " ".join(words), sentence, wording.line
