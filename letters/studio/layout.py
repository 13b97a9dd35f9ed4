"""Which boxes the form shows, and which of its folded parts stand open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
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


def disputed(draft: Draft, day: date) -> str:
    """The heading of a new form under which it says who disputes it."""
    return drafts.fresh(draft.country, draft.language, day).fields()["Summary/1/heading"]


def _count(posted: Fields, pattern: str) -> int:
    return sum(1 for name in posted if re.fullmatch(pattern, name))


@dataclass(frozen=True, slots=True)
class Folds:
    """Whether a folded part stands open: as it was left, and where something of its author's or a mistake is in it."""

    left_open: frozenset[str]
    touched: frozenset[str]
    """Fields with a mistake, or with another text than a new form has."""

    def __call__(self, name: str, *starts: str) -> bool:
        """Whether the part of that name, with the fields that begin so, is open."""
        return name in self.left_open or any(field.startswith(starts) for field in self.touched)


def folds(draft: Draft, fields: Fields, said: Fields, left_open: str, day: date) -> Folds:
    """The folded parts of a form with these fields and mistakes."""
    new = drafts.fresh(draft.country, draft.language, day).fields()
    letters = words_form.to_fields(split(skeleton.words(COUNTRIES[draft.country], draft.language)))
    standard = {**letters, **new}
    changed = {name for name, text in fields.items() if text.strip() and text != _standard(name, standard)}
    return Folds(frozenset(left_open.split()), frozenset({*changed, *said}))


def _standard(name: str, standard: Fields) -> str:
    """What a new form has in the field, every request as the first."""
    kind, *rest = name.split("/")
    return standard.get(f"{kind}/first/{'/'.join(rest[1:])}" if kind in ("Request", "request") else name, "")
