"""Changes that were reported since a source's list of people: who has gone, who has come, said by whom and when.

They apply on top of the list, in memory, and end when the list agrees: a change that speaks of somebody who is no longer
listed for the seat, or of somebody who is listed by now, changes nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from representatives.languages import PAGE_LANGUAGES, Text
from representatives.people import Chamber, Representative
from representatives.posts import Source
from representatives.sitting.days import first_day, in_words, when

GONE, CAME = frozenset({"resigned", "died"}), frozenset({"elected", "appointed"})

_SENTENCES: Mapping[tuple[str, bool], Text] = {
    ("resigned", True): {"en": "{old} resigned {when}.", "fr": "{old} a démissionné {when}."},
    ("resigned", False): {
        "en": "{old} is reported to have resigned {when}.",
        "fr": "{old} aurait démissionné {when}.",
    },
    ("died", True): {"en": "{old} died {when}.", "fr": "Décès de {old} {when}."},
    ("died", False): {
        "en": "{old} is reported to have died {when}.",
        "fr": "Le décès de {old} {when} a été signalé.",
    },
    ("elected", True): {"en": "{new} was elected {when}.", "fr": "{new} a remporté l’élection tenue {when}."},
    ("elected", False): {
        "en": "{new} is reported to have been elected {when}.",
        "fr": "{new} aurait remporté l’élection tenue {when}.",
    },
    ("appointed", True): {"en": "{new} was appointed {when}.", "fr": "Nomination de {new} {when}."},
    ("appointed", False): {
        "en": "{new} is reported to have been appointed {when}.",
        "fr": "La nomination de {new} {when} a été signalée.",
    },
    ("vacant", True): {"en": "The seat was vacant {said}.", "fr": "Le siège était vacant {said}."},
    ("vacant", False): {
        "en": "The seat was reported to be vacant {said}.",
        "fr": "Le siège a été signalé vacant {said}.",
    },
    ("prime-minister", True): {
        "en": "{new} was Prime Minister {when}.",
        "fr": "{new} dirigeait le gouvernement {when}.",
    },
}
_SOURCE: Text = {"en": "Source: {body}, {day}.", "fr": "Source\u00a0: {body}, {day}."}


@dataclass(frozen=True, slots=True)
class Change:
    """One reported change of who holds a seat."""

    country: str
    seat: str
    """The constituency's code, or for a senator the region's."""
    chamber: Chamber
    what: str
    """A key of _SENTENCES."""
    day: str
    """As far as it is known: an ISO day, month, season or year, or ""."""
    old: str
    """Who held the seat, as listed, or ""."""
    new: str
    """Who holds it since, or ""."""
    source: Source
    party: Text = field(default_factory=dict)
    until: str = ""
    """The first day after the newcomer's term, where that is known."""

    @property
    def begins(self) -> date:
        """The first day on which it counts."""
        return first_day(self.day or self.source.day)

    def text(self, *, month_first: bool) -> Text:
        """What happened, in a sentence in every language of the pages."""
        sentences = _SENTENCES[self.what, self.source.is_certain]
        return {each: self._said(sentences[each], each, month_first) for each in PAGE_LANGUAGES}

    def _said(self, sentence: str, language: str, month_first: bool) -> str:
        day = when(self.day, language, month_first=month_first) if self.day else ""
        said = when(self.source.day, language, month_first=month_first)
        filled = sentence.format(old=self.old, new=self.new, when=day, said=said)
        return filled.replace(" .", ".").replace("  ", " ")

    def said_by(self, *, month_first: bool) -> Text:
        """Who reported it and when, in every language of the pages."""
        return {
            each: _SOURCE[each].format(
                body=self.source.body, day=in_words(self.source.day, each, month_first=month_first)
            )
            for each in PAGE_LANGUAGES
        }


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sits for a seat, or for a region's several, after the changes of a day."""

    people: tuple[Representative, ...]
    gone: Mapping[str, Change]
    """By id, those who are listed and no longer sit, or may not."""
    open: tuple[Change, ...]
    """The changes that left a seat without anybody who can be named."""


def apply(listed: Sequence[Representative], changes: Iterable[Change], day: date, page: Text) -> Seated:
    """Who sits on a day.

    Args:
        listed: who is listed, nobody where the seat was vacant.
        changes: those of the seat, in their order.
        day: only what began by then counts.
        page: the chamber's list of members, for those whose own page is not known.
    """
    people = {person.name: person for person in listed}
    known = dict(people)
    gone: dict[str, Change] = {}
    left: dict[str, Change] = {}
    for change in (each for each in changes if each.begins <= day):
        place = change.old or change.seat
        if change.what in GONE and change.old in people:
            gone[people.pop(change.old).id] = change
            left[place] = change
        elif change.what == "vacant" and not people:
            left[place] = change
        elif change.what in CAME and (not people or change.old in left):
            left.pop(change.old, None)
            left.pop(change.seat, None)
            if change.source.is_certain:
                people[change.new] = known.get(change.new) or newcomer(change, page)
                gone.pop(people[change.new].id, None)
            else:
                left[place] = change
    return Seated(tuple(people.values()), gone, tuple(left.values()))


def newcomer(change: Change, page: Text) -> Representative:
    """Somebody of whom no list speaks yet: a name and a party, and nothing that would have to be invented."""
    name = re.sub(r"[\W_]+", "-", f"{change.seat} {change.new}").strip("-").lower()
    in_ascii = re.sub("[^!-~]", "_", name)
    return Representative(
        id=f"{change.country}-{change.chamber}-{in_ascii}",
        country=change.country,
        chamber=change.chamber,
        name=change.new,
        party=change.party,
        area=change.seat,
        page=page,
        until=date.fromisoformat(change.until) if change.until else None,
    )
