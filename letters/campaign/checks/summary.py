"""What can be wrong in the Summary of a words file, each mistake with its line."""

import re

from letters.campaign.findings import Check, Said
from letters.campaign.sections import Passage, without_empty_headings

FIRST_WORDS = 5
"""Of a paragraph, by which its author knows it."""
_DISPUTES = {"en": r"disput|den(?:y|ies)|disagree", "fr": r"contest|\bnie|désaccord"}


def summary_findings(passage: Passage, language: str) -> Check:
    """Paragraphs without a source, and whether it says who disputes it."""
    paragraphs = [paragraph for paragraph in passage.paragraphs() if not paragraph.text.startswith("#")]
    if not paragraphs:
        yield Said(passage.line, "The Summary is empty.")
        return
    if language in _DISPUTES:
        yield from _disputed(passage, _DISPUTES[language])
    for paragraph in paragraphs:
        if not paragraph.cited:
            yield Said(
                paragraph.line,
                f"The paragraph “{_beginning(paragraph.text)}” names no source: add [source-id] after each statement.",
            )


def _disputed(passage: Passage, words: str) -> Check:
    heading = re.compile(f"^#.*(?:{words}).*", re.IGNORECASE | re.MULTILINE)
    if heading.search(without_empty_headings(passage.text)):
        return
    line = passage.line
    sentence = "The Summary has no heading that says who disputes it: a reader believes a page that says so."
    if found := heading.search(passage.text):
        line += passage.text.count("\n", 0, found.start())
        sentence = (
            f"Under “{found[0].strip('# ')}” the Summary says nothing: a reader believes a page that does."
        )
    yield Said(line, sentence, is_advice=True)


def _beginning(text: str) -> str:
    words = text.split(" ")
    return " ".join([*words[:FIRST_WORDS], "…"] if len(words) > FIRST_WORDS else words)
