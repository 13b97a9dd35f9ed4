"""A letter as the writer edited it: what came back from the page, cleaned, and merged with what is written now."""

from collections.abc import Mapping
from dataclasses import dataclass

from letters.body import split_paragraphs
from letters.journey.form import LONGEST_SUBJECT
from letters.journey.merge3 import merge
from letters.journey.sanitise import one_line, unprintable, visible
from letters.letter import Letter
from representatives.languages import N_

LONGEST_TEXT = 10_000
"""Characters of an edited letter: three pages, which no office reads."""
MOST_LINES = 300
"""Of its text: each is set by itself, and thousands of them would hold a worker for seconds."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A letter as the writer left it, and as it is written without their edits."""

    letter: Letter
    written: Letter
    problem: str = ""
    """What the writer must mend, a sentence marked for translation."""
    is_behind: bool = False
    """Whether a change made since is left out, since the writer had edited the same place."""


def edited(written: Letter, id: str, typed: Mapping[str, str]) -> Edit:
    """The letter with the edits that came back for it, if any.

    Args:
        written: the letter as the present choices make it.
        id: the representative's, with which the letter's fields end.
        typed: "text-ID", "subject-ID" as edited; "base-ID", "base_subject-ID" as they were shown before.
    """
    if f"text-{id}" not in typed and f"subject-{id}" not in typed:
        return Edit(written, written)
    shown_text = _bounded(visible(typed.get(f"base-{id}", written.text)))
    shown_subject = one_line(visible(typed.get(f"base_subject-{id}", written.subject)))
    raw_text, raw_subject = typed.get(f"text-{id}", shown_text), typed.get(f"subject-{id}", shown_subject)
    text, subject = visible(raw_text), one_line(visible(raw_subject))
    problem = _problem(raw_text, raw_subject, text, subject)
    shown, anew = split_paragraphs(shown_text), split_paragraphs(written.text)
    paragraphs = merge(shown, split_paragraphs(_bounded(text)), anew)
    kept_subject = written.subject if subject in ("", shown_subject) else subject[:LONGEST_SUBJECT]
    letter = written.edited(kept_subject, "\n\n".join(paragraphs))
    if not problem and (letter.text, letter.subject) == (written.text, written.subject):
        return Edit(written, written)
    kept = split_paragraphs(letter.text)
    is_behind = any(each not in shown and each not in kept for each in anew)
    return Edit(letter, written, problem, is_behind)


def _problem(raw_text: str, raw_subject: str, text: str, subject: str) -> str:
    if sentence := unprintable(raw_subject) or unprintable(raw_text):
        return sentence
    if not text.strip():
        return N_("Type the text of this letter.")
    if text != _bounded(text) or len(subject) > LONGEST_SUBJECT:
        return N_("This letter is too long: shorten its text and keep its subject on one line.")
    return ""


def _bounded(text: str) -> str:
    return "\n".join(text[:LONGEST_TEXT].split("\n")[:MOST_LINES])
