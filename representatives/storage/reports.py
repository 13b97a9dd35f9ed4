"""The tables that maintainers gather from reports as values: changes, offices, committees, terms. Each may be missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from representatives.countries import Country
from representatives.languages import in_each_language
from representatives.people import Chamber, Representative
from representatives.posts import Membership, Post, Source, Term
from representatives.sitting.changes import Change
from representatives.storage.dataset import Dataset

Row = Mapping[str, str]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Reports:
    """What is known of a country's people besides the list of them."""

    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """By seat, in the order in which they began."""
    posts: Mapping[str, tuple[Post, ...]] = field(default_factory=dict)
    """By person's id, as the next two."""
    committees: Mapping[str, tuple[Membership, ...]] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)

    def added_to(self, person: Representative) -> Representative:
        """The person with what is known."""
        id = person.id
        if not (id in self.posts or id in self.committees or id in self.terms):
            return person
        return replace(
            person,
            posts=self.posts.get(id, ()),
            committees=self.committees.get(id, ()),
            term=self.terms.get(id),
        )


def read_reports(dataset: Dataset, country: Country) -> Reports:
    """A country's tables of reports.

    Raises:
        DatasetError: a file is missing or is not the published one.
        KeyError, ValueError: it has not the columns and values that are read.
    """
    committees = list(_rows(dataset, country, "committees"))
    newest = max((row["body_day"] for row in committees), default="")
    changes = (_change(row, country) for row in _rows(dataset, country, "reported_changes"))
    return Reports(
        changes=_grouped((each.seat, each) for each in sorted(changes, key=lambda each: each.begins)),
        posts=_grouped((row["person"], _post(row)) for row in _rows(dataset, country, "roles")),
        committees=_grouped((row["person"], _membership(row, newest)) for row in committees),
        terms={row["person"]: _term(row) for row in _rows(dataset, country, "terms")},
    )


def _rows(dataset: Dataset, country: Country, subject: str) -> Iterable[Row]:
    name = f"{country.id}-{subject}"
    return dataset.rows(name) if name in dataset.resources else ()


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _change(row: Row, country: Country) -> Change:
    return Change(
        country=country.id,
        seat=row["seat"],
        chamber=Chamber(row["chamber"]),
        what=row["what"],
        day=row["day"],
        old=row["old"],
        new=row["new"],
        source=_source(row),
        party=in_each_language(row, "party"),
        until=row["until"],
    )


def _post(row: Row) -> Post:
    return Post(
        row["role"], in_each_language(row, "title"), row["field"], row["primary"] == "yes", _source(row)
    )


def _membership(row: Row, newest: str) -> Membership:
    return Membership(
        row["committee"], in_each_language(row, "name"), row["title"], _source(row), row["body_day"] == newest
    )


def _term(row: Row) -> Term:
    return Term(row["ends"], row["class"], row["how"])


def _source(row: Row) -> Source:
    return Source(row["body"], row["body_day"], row["certainty"] == "certain")
