"""What an update keeps of the reports beside its sources, and what it drops because a source agrees now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from representatives.sources.current import CurrentTables, Row, key
from representatives.sources.data_package import Table
from representatives.sources.facts.corrections import corrected
from representatives.sources.facts.gather import table

_OF_PEOPLE = ("roles", "committees", "terms")


@dataclass(frozen=True, slots=True)
class Carried:
    """A country's people as the reports correct them, and the tables of reports that go on."""

    people: list[dict[str, str]]
    tables: list[Table]
    said: list[str]
    """A sentence for each report that stays or goes."""


def carry(
    known: CurrentTables, people: Sequence[Row], terms: Sequence[Row], settled: Collection[str]
) -> Carried:
    """Put the reports on the people that the sources list now.

    Args:
        known: what the data holds.
        people: the rows of the sources.
        terms: when senators' terms end, where the sources say so.
        settled: seats of which a maintainer says that the source is right.
    """
    people, fixes, said = corrected(people, known.table("corrections"))
    changes, more = _changes(known, people, settled)
    listed = {row["id"] for row in people}
    tables = []
    for subject in _OF_PEOPLE:
        before = known.table(subject)
        if subject == "terms" and terms and before:
            fresh = sorted((dict(row) for row in terms), key=lambda row: row["person"])
            tables += _if_held(known, subject, fresh)
            continue
        rows = [dict(row) for row in before if row["person"] in listed]
        said += [
            f"{row['person']}: no longer listed, its row in {subject} goes too."
            for row in before
            if row["person"] not in listed
        ]
        tables += _if_held(known, subject, rows)
    tables += _if_held(known, "corrections", fixes) + _if_held(known, "reported_changes", changes)
    return Carried(people, tables, said + more)


def _if_held(known: CurrentTables, subject: str, rows: Sequence[Row]) -> list[Table]:
    """The table, where the data has one and it differs."""
    before = known.table(subject)
    is_same = [dict(row) for row in before] == [dict(row) for row in rows]
    return [] if is_same else [table(known, subject, rows)]


def _changes(
    known: CurrentTables, people: Sequence[Row], settled: Collection[str]
) -> tuple[list[dict[str, str]], list[str]]:
    rows = known.table("reported_changes")
    names: dict[str, set[str]] = {}
    for person in people:
        names.setdefault(person["area"], set()).add(key(person["name"]))
    over = {
        (row["seat"], row["what"], row["old"], row["new"])
        for row in rows
        if row["seat"] in settled or _agrees(row, names.get(row["seat"], set()), rows, known)
    }
    kept, said = [], []
    for row in rows:
        is_over = (row["seat"], row["what"], row["old"], row["new"]) in over
        if not is_over:
            kept.append(dict(row))
        who = row["new"] or row["old"] or "nobody"
        ending = "the sources agree, the report is dropped." if is_over else "the report stays."
        hint = "" if is_over else f" (--settled {row['seat']} drops it)"
        said.append(f"{row['seat']}: {row['what']}, {who}: {ending}{hint}")
    return kept, said


def _agrees(row: Row, names: Collection[str], rows: Sequence[Row], known: CurrentTables) -> bool:
    """Whether the sources say what a report says, or know later than it."""
    if row["what"] == "vacant":
        return known.day.isoformat() > row["body_day"]
    came_later = [
        each for each in rows if each["seat"] == row["seat"] and each["what"] in ("elected", "appointed")
    ]
    if any(key(each["new"]) in names for each in came_later):
        return True
    return bool(row["old"]) and not row["new"] and key(row["old"]) not in names
