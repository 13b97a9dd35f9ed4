"""Which boxes the form shows, how many words they may have, and which of its folded parts stand open."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import groupby

from letters.campaign.checks.lengths import MOST_CORE_WORDS, MOST_WORDS, words_in
from letters.campaign.checks.shared_texts import EDITOR_WORDS, MOST_FRIEND_WORDS
from letters.campaign.sections import Passage, split
from letters.studio import draft as drafts
from letters.studio import manifest_form, skeleton, words_form
from letters.studio.draft import Draft
from representatives.countries import COUNTRIES
from representatives.languages import LANGUAGES

FIRST_SOURCES = 2
"""Empty boxes for sources in a new form."""
Fields = Mapping[str, str]
_SHARED: Mapping[str, int] = {"friend/Text": MOST_FRIEND_WORDS, "editor/Text": EDITOR_WORDS.stop - 1}


def sources(draft: Draft, posted: Fields, more: bool) -> list[tuple[int, str]]:
    """Number and id of each source's box: those filled, then as many empty ones as there were, and one more if wished."""
    ids = [str(source.get("id", "")) for source in draft.content["sources"]]
    shown = (_count(posted, r"source/\d+/id") or FIRST_SOURCES) + more
    while len(ids) < min(shown, manifest_form.MOST_SOURCES):
        ids.append(manifest_form.next_id(ids))
    return list(enumerate(ids[: manifest_form.MOST_SOURCES]))


def sections(fields: Fields, posted: Fields, more: bool) -> list[int]:
    """The numbers of the Summary's boxes, as with the sources."""
    filled = words_form.sections_of(fields)
    empty = max(_count(posted, r"Summary/\d+/text") - len(filled), not filled) + more
    start = max(filled, default=-1) + 1
    return [*filled, *range(start, start + empty)][: words_form.MOST]


def _count(posted: Fields, pattern: str) -> int:
    return sum(1 for name in posted if re.fullmatch(pattern, name))


def other_places(draft: Draft) -> list[tuple[str, str]]:
    """Each country and language that letters can be written to and in, and the campaign has not."""
    every = [(code, spoken) for code, country in COUNTRIES.items() for spoken in country.languages]
    return [each for each in every if each not in draft.tabs]


def named(places: Iterable[tuple[str, str]], lang: str) -> list[tuple[str, str, str]]:
    """Countries and languages with their names in the page's language."""
    found = []
    for code, spoken in places:
        country, name = COUNTRIES[code], COUNTRIES[code].name[lang]
        found.append((code, spoken, f"{name}, {LANGUAGES[spoken]}" if len(country.languages) > 1 else name))
    return found


def most_words(field: str) -> int | None:
    """How many words the field may have; None where there is no such limit."""
    kind, *rest = field.split("/")
    if kind == "Letter" and rest[1:2] == ["Core"]:
        return MOST_CORE_WORDS
    return MOST_WORDS.get(rest[1]) if kind in ("Request", "Letter") else _SHARED.get(field)


def words_of(fields: Fields, field: str) -> int:
    """The words of a field; of the facts of a letter with the longest wordings of its other paragraphs."""
    words = words_in_text(fields.get(field, ""))
    paragraph = _paragraph(field)
    if most_words(field) != MOST_CORE_WORDS or not words:
        return words
    letter = paragraph.rpartition("/")[0] + "/"
    names = sorted(name for name in fields if name.startswith(letter) and _paragraph(name) != paragraph)
    return words + sum(
        max(words_in_text(fields[name]) for name in same) for _, same in groupby(names, _paragraph)
    )


def _paragraph(field: str) -> str:
    return field.rpartition("/")[0]


def words_in_text(text: str) -> int:
    """The words of a text as the check counts them: no numbers of sources."""
    return words_in(Passage(text, 1))


def new_fields(draft: Draft, day: date) -> dict[str, str]:
    """What a new form has in its fields, with a letter to each chamber."""
    every = skeleton.words(COUNTRIES[draft.country], draft.language)
    return words_form.to_fields(split(every)) | drafts.fresh(draft.country, draft.language, day).fields()


def touched(fields: Fields, said: Fields, new: Fields) -> set[str]:
    """Fields with a mistake, or with another text than a new form has: what they are folded in stands open."""

    def is_new(name: str) -> bool:
        kind, *rest = name.split("/")
        first = f"{kind}/{skeleton.FIRST_REQUEST}/{'/'.join(rest[1:])}"  # every request begins as the first
        return fields[name] == new.get(first if kind in ("Request", "request") else name, "")

    return {*said, *(name for name, text in fields.items() if text.strip() and not is_new(name))}


def is_open(left_open: Collection[str], touched: Collection[str], name: str, *starts: str) -> bool:
    """Whether the folded part of that name, with the fields that begin so, stands open: it was left so, or is touched."""
    return name in left_open or any(field.startswith(starts) for field in touched)
