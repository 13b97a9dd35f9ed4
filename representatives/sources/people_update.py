"""From the official sources to the data: fetched, checked, compared, and written all or nothing."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from representatives.sources import diff, validation
from representatives.sources.atomic_publish import alone
from representatives.sources.au import update as au_update
from representatives.sources.ca import update as ca_update
from representatives.sources.current import CurrentTables, Fresh, Row
from representatives.sources.data_package import PEOPLE_COLUMNS, Table, description_in, publish
from representatives.sources.facts.carried import carry
from representatives.sources.fetching.fetcher import Fetcher
from representatives.sources.gb import update as gb_update
from representatives.sources.kept_notes import carried_over
from representatives.sources.us import update as us_update
from representatives.storage.dataset import DATA

SOURCES: Mapping[str, Callable[[Fetcher, CurrentTables], Fresh]] = {
    "au": au_update.fetch,
    "ca": ca_update.fetch,
    "gb": gb_update.fetch,
    "us": us_update.fetch,
}
"""By country id."""


class Invalid(RuntimeError):
    """What the sources gave may not be used; its arguments say why, a sentence each."""


def update(
    countries: Iterable[str],
    fetcher: Fetcher,
    day: date,
    say: Callable[[str], None],
    *,
    root: Path = DATA,
    dry_run: bool = False,
    settled: Collection[str] = (),
    new_parties: Collection[str] = (),
) -> None:
    """Renew the people and offices of countries: all of them, or, after any failure, none.

    Args:
        countries: ids.
        fetcher: asks the sources.
        day: of the update; it becomes the data's.
        say: shows a line to the maintainer.
        root: the data folder.
        dry_run: say what would change, and write nothing.
        settled: ids of people whose correction is no longer needed, seats of which the report is not.
        new_parties: names of parties that the data does not have yet.

    Raises:
        SourceError: a source did not give what it documents.
        Invalid: what it gave may not be used.
        Busy: another command is writing.
        DatasetError: the data is damaged already.
        OSError: it could not be written.
    """
    with alone(root):
        tables: list[Table] = []
        for id in countries:
            tables += _renewed(CurrentTables(id, day, root), fetcher, say, settled, new_parties)
        if not dry_run:
            publish(tables, root)


def _renewed(
    known: CurrentTables,
    fetcher: Fetcher,
    say: Callable[[str], None],
    settled: Collection[str],
    new_parties: Collection[str],
) -> list[Table]:
    id = known.country.id
    fresh = SOURCES[id](fetcher, known)
    whole = [{column: row.get(column, "") for column in PEOPLE_COLUMNS} for row in fresh.people]
    people, corrections = carried_over(known.people, whole, settled)
    people, report_tables, reports = carry(known, people, fresh.terms, settled)
    people.sort(key=lambda row: row["id"])
    fresh = replace(fresh, people=people)
    if found := validation.problems(known, fresh, new_parties):
        raise Invalid(*(f"{id}: {problem}" for problem in found))
    entry = known.entries[f"{id}-people"]
    say(f"{known.country.name['en']}: {len(people)} people, {entry['as_of']} -> {known.day.isoformat()}")
    for line in diff.differences(known, people, fresh.offices or known.offices) or [
        "= nobody came, went or changed"
    ]:
        say(f"  {line}")
    for line in (*corrections, *reports, *fresh.remarks):
        say(f"  * {line}")
    tables = [_table(known, "people", people, fresh.description)]
    if fresh.offices:
        tables.append(_table(known, "offices", fresh.offices, fresh.offices_description))
    return [*tables, *report_tables]


def _table(known: CurrentTables, subject: str, rows: Sequence[Row], changed: Mapping[str, object]) -> Table:
    name = f"{known.country.id}-{subject}"
    description = {**description_in(known.entries[name]), "as_of": known.day.isoformat(), **changed}
    return Table(name, rows, description)
