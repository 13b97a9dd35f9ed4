"""Hints on the tone of a letter, in plain words: what makes an office stop reading. They never stop a letter.

Each looks for a few certain signs and misses much: a hint that is wrong about an honest sentence teaches its writer
to pass over hints.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from letters.feedback.tone_patterns import ACRONYMS, INSULTS, PEOPLES, SUBJECTS, THREATS
from letters.typography import word_count
from representatives.languages import N_

ONE_PAGE_WORDS: Mapping[str, int] = {"en": 350, "fr": 310}
"""Words of a letter's text, from the salutation on, that fit on one page for certain, by language.

Measured with letters.outputs.pdf and pdfinfo on texts of the campaigns in nine paragraphs, four lines of address,
on the page with the least room, US Letter for a #10 window envelope: 353 to 367 in English, 317 to 335 in French;
on A4 443 to 461 and 362 to 375. Six longer paragraphs hold up to a quarter more.
"""
# One word in capitals may be an acronym or an emphasis: two beside each other shout, or three in all.
_LONG, _MANY = 4, 3
_SHOWN = 5

_Find = Callable[[str, str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Hint:
    """Something in a letter that its writer may want to change."""

    id: str
    """"capitals", "exclamations", "insult", "threat", "people", "subjects" or "length"; of own_marks "sentence",
    "machine" or "recipient"."""
    sentence: str
    """What it is and what to do, marked for translation."""
    found: tuple[str, ...]
    """The first passages that it is about, with plain spaces and apostrophes; () where it is about the whole."""


def hints(text: str, language: str) -> tuple[Hint, ...]:
    """What a writer may want to change, in a fixed order; () for an ordinary letter.

    Args:
        text: the letter's text (Letter.text), or the writer's own words alone.
        language: that of the text; words are looked for in English and French only.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).replace("’", "'").split())
    found = found_by(
        [(id, sentence, find(plain, language)) for id, (find, sentence) in _CHECKS.items()], _SHOWN
    )
    is_long = word_count(text) > one_page_words(language)
    return (*found, Hint("length", _LENGTH, ())) if is_long else found


def found_by(checks: Iterable[tuple[str, str, Iterable[str]]], shown: int) -> tuple[Hint, ...]:
    """A hint for each check that found something: its id, its sentence, and as many of the passages as are shown."""
    listed = (Hint(id, sentence, tuple(dict.fromkeys(found))[:shown]) for id, sentence, found in checks)
    return tuple(hint for hint in listed if hint.found)


def one_page_words(language: str) -> int:
    """ONE_PAGE_WORDS of that language, or of English."""
    return ONE_PAGE_WORDS.get(language, ONE_PAGE_WORDS["en"])


def _phrases(patterns: Mapping[str, str], text: str, language: str) -> Iterator[str]:
    """Passages that match the pattern of the language."""
    if language in patterns:
        for match in re.finditer(rf"\b(?:{patterns[language]})(?!\w)", text, re.I):
            yield match[0]


def _capitals(text: str, _language: str) -> Iterable[str]:
    """Words in capitals beside each other, else those apart where they are many."""
    runs = [run for part in re.split(r"[^\w' -]+", text) for run in _capital_runs(part)]
    shouted = [(run, [word for word in run if _is_long(word)]) for run in runs]
    beside = [" ".join(run[:_SHOWN]) for run, long in shouted if long and len(run) > 1]
    apart = [word for _, long in shouted for word in long]
    return beside or (apart if len(set(apart)) >= _MANY else [])


def _capital_runs(text: str) -> Iterator[list[str]]:
    """Words in capitals that nothing separates; acronyms are none."""
    run: list[str] = []
    for word in [*re.split(r"[' -]+", text), ""]:
        if word.isupper() and len(word) > 1 and word not in ACRONYMS:
            run.append(word)
        elif run:
            yield run
            run = []


def _is_long(word: str) -> bool:
    """Too long for most acronyms, and neither a Roman number nor a code."""
    return len(word) >= _LONG and word.isalpha() and not re.fullmatch("[IVXLCDM]+", word)


def _exclamations(text: str, _language: str) -> Iterable[str]:
    marks = re.findall("[!！]+", text)
    return marks if len("".join(marks)) >= _MANY or any(len(mark) > 1 for mark in marks) else ()


_LENGTH = N_(
    "This letter may not fit on one page. Short letters are read first: keep what matters most to you."
)
_CHECKS: Mapping[str, tuple[_Find, str]] = {
    "capitals": (
        _capitals,
        N_("Some words are all in capitals, which reads as shouting: small letters are read more willingly."),
    ),
    "exclamations": (
        _exclamations,
        N_("There are many exclamation marks: a plain full stop sounds surer."),
    ),
    "insult": (
        partial(_phrases, INSULTS),
        N_("Some words may be read as an insult. Say firmly and politely what was done and what you ask."),
    ),
    "threat": (
        partial(_phrases, THREATS),
        N_("Some words may be read as a threat, and then nobody answers the rest. Say what you hope for."),
    ),
    "people": (
        partial(_phrases, PEOPLES),
        N_("A sentence seems to blame a whole people. Name the government or whoever is responsible."),
    ),
    "subjects": (
        partial(_phrases, SUBJECTS),
        N_(
            "This letter seems to raise a second subject. Keep it for another letter: one subject, one answer."
        ),
    ),
}
