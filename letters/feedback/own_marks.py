"""Gentle marks on the writer's own words alone: how sentences begin and end, how they were made, and for whom.

As with tone, each looks for a few certain signs and never stops a letter. Spelling is nobody's business: a mark on it
would fall on those who write in a second language.
"""

import re
from collections.abc import Iterable, Iterator

from letters.feedback.own_mark_patterns import CHAMBERS, MACHINE, TITLES
from letters.feedback.tone import Hint, found_by
from representatives import Representative
from representatives.languages import N_

_SHOWN = 3
_WORDS_SHOWN = 5
_BULLET = re.compile(r"\s*(?:[-*•–▪◦‣]|\d{1,2}[.)])\s+\S")
_MOST_BULLETS = 2
_MARKDOWN = re.compile(r"\*\*[^*\n]+\*\*|^#{1,4} \S.*$|`{3}", re.MULTILINE)
_ENDED = re.compile(r"[.!?…»”\"')\]。！？」』।؟]$")
_ABBREVIATIONS = (
    r"(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bst)(?<!\bvs)(?<!\betc)(?<!\bcf)(?<!\bno)(?<!\bart)(?<!\bhon)"
)
_NEXT_SENTENCE = re.compile(rf"(?<=[^\W\d_]{{2}}){_ABBREVIATIONS}[.!?] (?=[^\W\d_])", re.IGNORECASE)

_SENTENCE = N_("A sentence seems to begin with a small letter or to end without its full stop.")
_MACHINE = N_("Offices sometimes take this form for machine writing; your own way of saying it is better.")
_RECIPIENT = N_(
    "Some of your words seem to be meant for somebody else. They stand in all your letters: change them in this one."
)


def own_marks(own: str, language: str) -> tuple[Hint, ...]:
    """What a writer may want to look at once more in their own words; () for ordinary ones.

    Args:
        own: the writer's paragraphs, a blank line between them.
        language: that of the letter.
    """
    checks = [("sentence", _SENTENCE, _unfinished(own)), ("machine", _MACHINE, _machine(own, language))]
    return found_by(checks, _SHOWN)


def meant_for_another(
    own: str, language: str, recipient: Representative, others: Iterable[Representative]
) -> tuple[Hint, ...]:
    """Words that speak to another recipient of the same writer, in the letter to this one."""
    plain = own.replace("’", "'")
    names = {_greeted(other) for other in others} - {_greeted(recipient)}
    patterns = [rf"{TITLES} {re.escape(name.replace('’', chr(39)))}" for name in sorted(names)]
    for chamber in {other.chamber for other in others} - {recipient.chamber}:
        patterns += [CHAMBERS[language][chamber]] if language in CHAMBERS else []
    found = [match[0] for pattern in patterns for match in re.finditer(rf"\b{pattern}(?!\w)", plain, re.I)]
    return found_by([("recipient", _RECIPIENT, found)], _SHOWN)


def _greeted(person: Representative) -> str:
    return person.family_name or person.name


def _unfinished(own: str) -> Iterator[str]:
    """The beginnings of what begins small, and the ends of what ends nowhere."""
    for paragraph in own.split("\n\n"):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        if not lines or any(_BULLET.match(line) for line in lines):
            continue
        text = " ".join(" ".join(lines).split())
        if _begins_small(text):
            yield " ".join(text.split()[:_WORDS_SHOWN])
        for match in _NEXT_SENTENCE.finditer(text):
            if _begins_small(text[match.end() :]):
                yield " ".join(text[match.end() :].split()[:_WORDS_SHOWN])
        if not _ENDED.search(text):
            yield " ".join(text.split()[-_WORDS_SHOWN:])


def _begins_small(text: str) -> bool:
    """Whether the first word is in small letters; a name such as iPhone is not."""
    word = re.match(r"[«“\"'(]*\s*([^\W\d_]+)", text)
    return bool(word) and word[1].islower()  # type: ignore[index]


def _machine(own: str, language: str) -> Iterable[str]:
    """Forms that a person seldom gives a letter: many bullets, the marks of Markdown, phrases of assistants."""
    bullets = [line.strip() for line in own.split("\n") if _BULLET.match(line)]
    yield from (match[0].strip() for match in _MARKDOWN.finditer(own))
    if len(bullets) > _MOST_BULLETS:
        yield " ".join(bullets[0].split()[:_WORDS_SHOWN])
    if language in MACHINE:
        plain = " ".join(own.replace("’", "'").split())
        yield from (match[0] for match in re.finditer(MACHINE[language], plain, re.I))
