"""Which boxes the form shows, and which of its folded parts stand open."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from letters.campaign.sections import split
from letters.studio import draft as drafts
from letters.studio import manifest_form, skeleton, words_form
from letters.studio.draft import Draft
from representatives.countries import COUNTRIES

FIRST_SOURCES = 2
"""Empty boxes for sources in a new form."""
Fields = Mapping[str, str]


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
