"""From a folder of what a maintainer gathered to a country's tables of reports, and to the people that they correct.

FOLDER holds, in itself or in folders of its own, people_changes_DATE.csv; and in roles/ roles_CC.csv, CC_committees.csv (for
the United Kingdom uk_committees.csv), us_terms.csv and name_fixes.csv. What is not there stays as it is in the data.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from representatives.sources.atomic_publish import alone
from representatives.sources.current import CurrentTables, Row
from representatives.sources.data_package import Table, description_in, publish
from representatives.sources.descriptions import describe, described, texts
from representatives.sources.facts import corrections, people_changes, posts, terms
from representatives.sources.facts.provenance import ReportError
from representatives.sources.text_files import read_csv
from representatives.storage.dataset import DATA

_OTHER_NAMES: Mapping[str, str] = {"gb": "uk"}
"""How collectors name a country otherwise."""


def gather(
    folder: Path,
    countries: Sequence[str],
    day: date,
    say: Callable[[str], None],
    *,
    root: Path = DATA,
    dry_run: bool = False,
) -> None:
    """Make the tables of countries from a folder: all of them, or, after any failure, none.

    Raises:
        ReportError: a row names somebody or some body that is not known, or a file has other columns.
        Busy, DatasetError, OSError: as people_update.update().
    """
    with alone(root):
        tables: list[Table] = []
        for id in countries:
            current = CurrentTables(id, day, root)
            try:
                found, remarks = tables_of(folder, current)
            except KeyError as error:
                raise ReportError(f"a file in {folder} has no column {error}") from None
            for table in found:
                say(f"{table.name}: {len(table.rows)} rows")
            for remark in remarks:
                say(f"  * {remark}")
            tables += found
        if not dry_run:
            publish(tables, root)


def tables_of(folder: Path, current: CurrentTables) -> tuple[list[Table], list[str]]:
    """A country's tables from the folder, and what was left out and why."""
    id = current.country.id
    fixes = corrections.corrections(_rows(folder / "roles/name_fixes.csv"), id)
    people, fixes, remarks = corrections.corrected(list(current.people.values()), fixes)
    listed_terms = _rows(folder / f"roles/{id}_terms.csv")
    ends = {row["name"]: row["term_end"] for row in listed_terms}
    reported = [row for path in sorted(folder.rglob("people_changes_*.csv")) for row in read_csv(path)]
    changed, left_out = people_changes.changes(reported, current, ends)
    short = _OTHER_NAMES.get(id, id)
    found = {
        "reported_changes": changed,
        "roles": posts.roles(_rows(folder / f"roles/roles_{id}.csv")),
        "committees": posts.committees(_rows(folder / f"roles/{short}_committees.csv")),
        "terms": terms.of_australia(current) if id == "au" else terms.of_congress(listed_terms),
        "corrections": fixes,
    }
    lost = [
        f"{id} is not in people.csv."
        for subject in ("roles", "committees", "terms")
        for id in sorted({row["person"] for row in found[subject]} - current.people.keys())
    ]
    if lost:
        raise ReportError(" ".join(lost))
    tables = [table(current, subject, rows) for subject, rows in found.items() if rows]
    if people != list(current.people.values()):
        entry = current.entries[f"{id}-people"]
        tables.append(Table(f"{id}-people", people, description_in(entry)))
    return tables, [*left_out, *remarks]


def table(current: CurrentTables, subject: str, rows: Sequence[Row]) -> Table:
    """A table of reports, with the properties of the country's people that each row repeats."""
    id = current.country.id
    entry = current.entries[f"{id}-people"]
    of_its_time = {name: entry[name] for name in ("congress", "term") if name in entry}
    description = describe(
        "facts",
        subject,
        id,
        as_of=max((row["body_day"] for row in rows), default=current.day.isoformat()),
        sources=[id],
        licenses=["facts"],
        attribution=texts("facts")["attribution"][id],
        **of_its_time,
    )
    description |= {name: description.pop(name) for name in of_its_time}  # at the end, as they are published
    return described(f"{id}-{subject}", rows, description)


def _rows(path: Path) -> list[Row]:
    """A file's rows; none where it is not there."""
    return list(read_csv(path)) if path.exists() else []
