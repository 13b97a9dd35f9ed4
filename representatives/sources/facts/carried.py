"""What an update keeps of the reports beside its sources, and what it drops because a source agrees now."""

from collections.abc import Collection, Sequence

from representatives.sources.current import CurrentTables, Row, key
from representatives.sources.data_package import Table
from representatives.sources.facts.corrections import corrected
from representatives.sources.facts.gather import table


def carry(
    known: CurrentTables, people: Sequence[Row], terms: Sequence[Row], settled: Collection[str]
) -> tuple[list[dict[str, str]], list[Table], list[str]]:
    """The people as the reports correct them, the tables of reports that go on, a sentence for each that stays or goes.

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
    for subject in ("roles", "committees", "terms"):
        before = known.table(subject)
        if subject == "terms" and terms and before:
            tables += _if_held(known, subject, sorted(terms, key=lambda row: row["person"]))
            continue
        said += [
            f"{row['person']}: no longer listed, its row in {subject} goes too."
            for row in before
            if row["person"] not in listed
        ]
        tables += _if_held(known, subject, [row for row in before if row["person"] in listed])
    tables += _if_held(known, "corrections", fixes) + _if_held(known, "reported_changes", changes)
    return people, tables, said + more


def _if_held(known: CurrentTables, subject: str, rows: Sequence[Row]) -> list[Table]:
    """The table, where the data has one and it differs."""
    return [] if known.table(subject) == rows else [table(known, subject, rows)]


def _changes(
    known: CurrentTables, people: Sequence[Row], settled: Collection[str]
) -> tuple[list[dict[str, str]], list[str]]:
    rows = known.table("reported_changes")
    names: dict[str, set[str]] = {}
    for person in people:
        names.setdefault(person["area"], set()).add(key(person["name"]))
    kept, said = [], []
    for row in rows:
        is_over = row["seat"] in settled or _agrees(row, names.get(row["seat"], set()), rows, known)
        if not is_over:
            kept.append(row)
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
