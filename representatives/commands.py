"""The maintainer's commands: flask representatives update, import, gather and first-tables."""

import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from representatives.countries import COUNTRIES
from representatives.storage.dataset import DATA, DatasetError

if TYPE_CHECKING:
    from collections.abc import Iterator

FAILED, BUSY = 1, 3
"""Exit codes: nothing was written because of a source or its content; because another command is writing.
0 is a success, 2 is click's for a command line that it cannot read."""

_Country = click.Choice(sorted(COUNTRIES))
_Root = click.option(
    "--data", "root", type=click.Path(file_okay=False, path_type=Path), default=DATA, help="The data folder."
)
_DryRun = click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")


@dataclass(frozen=True, slots=True)
class Maintainer:
    """What a command asks for when it runs."""

    today: Callable[[], date]
    contact: Callable[[], str]
    """What the operator gave for sources to write to."""


@click.argument("countries", nargs=-1, type=_Country)
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder for answers, so that only what changed is fetched again.",
)
@click.option(
    "--settled",
    multiple=True,
    metavar="ID",
    help="A person or a seat whose correction or report is no longer needed.",
)
@click.option(
    "--new-party", "new_parties", multiple=True, metavar="NAME", help="A party that is new and right."
)
@_Root
@_DryRun
def update(
    maintainer: Maintainer,
    countries: tuple[str, ...],
    cache: Path | None,
    root: Path,
    dry_run: bool,
    **allowed: tuple[str, ...],
) -> None:
    """Fetch who sits now in COUNTRIES (all where none is named), show what changed, and write it.

    All of it or, where anything fails, nothing. Exit codes: 0 done, 1 nothing written, 3 another command is
    writing.
    """
    from representatives.sources import people_update
    from representatives.sources.fetching.fetcher import Fetcher

    chosen = countries or sorted(people_update.SOURCES)
    with _told(root, dry_run):
        source = Fetcher(cache, maintainer.contact(), progress())
        day = maintainer.today()
        people_update.update(chosen, source, day, click.echo, root=root, dry_run=dry_run, **allowed)


@click.argument("country", type=_Country)
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--polygons",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Boundaries as GeoJSON in degrees, for points (Canada).",
)
@_Root
@_DryRun
def import_bulk(
    maintainer: Maintainer, country: str, path: Path, polygons: Path | None, root: Path, dry_run: bool
) -> None:
    """Make COUNTRY's postcode table from a file or folder PATH that a maintainer downloaded (docs/data.md).

    Exit codes: 0 done, 1 nothing written, 3 another command is writing.
    """
    from representatives.sources.postcodes import postcode_import

    with _told(root, dry_run):
        postcode_import.import_postcodes(
            country, path, polygons, maintainer.today(), click.echo, root=root, dry_run=dry_run
        )


@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("countries", nargs=-1, type=_Country)
@_Root
@_DryRun
def gather(
    maintainer: Maintainer, folder: Path, countries: tuple[str, ...], root: Path, dry_run: bool
) -> None:
    """Take in FOLDER's reports for COUNTRIES (all where none is named): changes, offices, committees, terms,
    corrections (docs/data.md).

    Exit codes: 0 done, 1 nothing written, 3 another command is writing.
    """
    from representatives.sources.facts import gather as facts

    with _told(root, dry_run):
        chosen = countries or sorted(COUNTRIES)
        facts.gather(folder, chosen, maintainer.today(), click.echo, root=root, dry_run=dry_run)


@click.argument("country", type=_Country)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@_Root
@_DryRun
def first_tables(country: str, folder: Path, root: Path, dry_run: bool) -> None:
    """Make all of COUNTRY's tables from the files that a maintainer compiled in FOLDER (docs/data.md).

    Exit codes: 0 done, 1 nothing written, 3 another command is writing.
    """
    from representatives.sources import first_tables as tables

    with _told(root, dry_run):
        tables.make(country, folder, click.echo, root=root, dry_run=dry_run)


@contextmanager
def _told(root: Path, dry_run: bool) -> "Iterator[None]":
    """How it ended; a failure in a sentence on standard error and in the exit code, never as a traceback."""
    from representatives.sources.atomic_publish import Busy
    from representatives.sources.facts.provenance import ReportError
    from representatives.sources.fetching.fetcher import SourceError
    from representatives.sources.first_tables import UnknownShape
    from representatives.sources.people_update import Invalid
    from representatives.sources.postcodes.bulk_table import BulkError

    try:
        yield
    except Busy as error:
        _end(BUSY, str(error))
    except Invalid as error:
        _end(FAILED, *error.args, f"Nothing was written: {len(error.args)} problems.")
    except (SourceError, BulkError, DatasetError, OSError, ReportError, UnknownShape) as error:
        _end(FAILED, f"Nothing was written: {error}")
    except KeyboardInterrupt:
        _end(FAILED, "Stopped: the data is whole.")
    click.echo("Nothing was written: this was a dry run." if dry_run else f"Written to {root}.")


def _end(code: int, *sentences: str) -> NoReturn:
    """Below what progress left on the line."""
    if sys.stderr.isatty():
        click.echo(err=True)
    for sentence in sentences:
        click.echo(sentence, err=True)
    sys.exit(code)


def progress() -> Callable[[str, int, int], None]:
    """On a terminal one line that is written over; elsewhere a line at the start and the end of what is fetched."""
    is_terminal = sys.stderr.isatty()

    def show(label: str, done: int, total: int) -> None:
        if is_terminal:
            end = "\n" if done == total else ""
            click.echo(f"\r\x1b[K{label}: {done} of {total}{end}", err=True, nl=False)
        elif done in (0, total):
            click.echo(f"{label}: {done} of {total}", err=True)

    return show
