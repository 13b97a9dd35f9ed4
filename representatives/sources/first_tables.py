"""A country's tables from files that a maintainer compiled: for a new country, new boundaries, or to see how they were made."""

from collections.abc import Callable, Mapping
from pathlib import Path

from representatives.sources.atomic_publish import alone
from representatives.sources.au import first_tables as au
from representatives.sources.ca import first_tables as ca
from representatives.sources.data_package import Table, publish
from representatives.sources.gb import first_tables as gb
from representatives.sources.us import first_tables as us
from representatives.storage.dataset import DATA

TABLES: Mapping[str, Callable[[Path], list[Table]]] = {
    "au": au.tables,
    "ca": ca.tables,
    "gb": gb.tables,
    "us": us.tables,
}
"""By country id; each module's first lines name the files."""


class UnknownShape(RuntimeError):
    """A file is not as described; str() says what was found."""


def make(
    country: str, folder: Path, say: Callable[[str], None], *, root: Path = DATA, dry_run: bool = False
) -> None:
    """Make a country's tables anew. Run twice, it changes no byte.

    Args:
        country: its id.
        folder: of the compiled files.
        say: shows a line to the maintainer.
        root: the data folder.
        dry_run: count the rows, and write nothing.

    Raises:
        UnknownShape: a file is not as described.
        Busy: another command is writing.
        OSError: a file is missing, or the data could not be written.
    """
    try:
        tables = TABLES[country](folder)
    except (KeyError, ValueError) as error:
        raise UnknownShape(f"a file in {folder} has another shape than described: {error!r}.") from error
    for table in tables:
        say(f"{table.name}: {len(table.rows)} rows")
    if not dry_run:
        with alone(root):
            publish(tables, root)
