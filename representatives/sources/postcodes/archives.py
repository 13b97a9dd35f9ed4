"""Reads the tables inside the files that maintainers download: zip archives of CSV, and .xlsx (with openpyxl)."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from representatives.sources.postcodes.bulk_table import BulkError

# What openpyxl and the readers below it raise for a file that is cut off or altered; broken XML is a SyntaxError.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
)


@contextmanager
def archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """A zip archive.

    Raises:
        BulkError: it is none, or damaged.
    """
    try:
        with zipfile.ZipFile(path) as opened:
            yield opened
    except (zipfile.BadZipFile, EOFError, UnicodeDecodeError, csv.Error) as error:
        raise BulkError(f"{path.name} is damaged or no zip archive: {error}.") from None


def members(opened: zipfile.ZipFile, ending: str) -> list[str]:
    """The archive's files whose name ends so, in order, without what a system adds."""
    return sorted(
        name
        for name in opened.namelist()
        if name.lower().endswith(ending) and not name.startswith("__MACOSX") and "readme" not in name.lower()
    )


def rows(opened: zipfile.ZipFile, member: str, columns: Sequence[str]) -> Iterator[Sequence[str]]:
    """The values of some columns of a table with a heading, row by row.

    Raises:
        BulkError: a column is not there, or a row is cut off.
    """
    with opened.open(member) as file:
        reader = csv.reader(io.TextIOWrapper(file, "utf-8-sig", newline=""))
        heading = [name.strip().lower() for name in next(reader, [])]
        try:
            places = [heading.index(name.lower()) for name in columns]
        except ValueError:
            raise BulkError(f"{member} has no column {' or '.join(columns)}: {heading[:8]}.") from None
        for number, row in enumerate(reader, 2):
            if len(row) != len(heading):
                raise BulkError(f"{member} is cut off in line {number}.")
            yield [row[place].strip() for place in places]


def day_of(opened: zipfile.ZipFile, member: str) -> str:
    """The day on which a file was put into the archive, ISO 8601."""
    year, month, day = opened.getinfo(member).date_time[:3]
    return f"{year:04}-{month:02}-{day:02}"


def sheet(path: Path, columns: Sequence[str]) -> Iterator[Sequence[str]]:
    """The values of some columns of an .xlsx file's first sheet that has a row with all of them as its heading.

    Raises:
        BulkError: no sheet has the columns, the file is damaged, or openpyxl is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        raise BulkError('Spreadsheets need openpyxl: pip install "openpyxl>=3.1".') from None
    try:
        with closing(openpyxl.load_workbook(path, read_only=True, data_only=True)) as book:
            for table in book.worksheets:
                table.reset_dimensions()  # what a file says of its size may be wrong
                found = _table(table.iter_rows(values_only=True), columns)
                if next(found, None) is not None:
                    yield from found
                    return
    except _DAMAGED as error:
        raise BulkError(f"{path.name} is damaged or no spreadsheet: {error}.") from None
    raise BulkError(f"{path.name} has no sheet with the columns {', '.join(columns)}.")


def _table(lines: Iterable[Sequence[object]], columns: Sequence[str]) -> Iterator[Sequence[str]]:
    """The heading's values and then the rows'; nothing where no row is that heading."""
    places: list[int] = []
    for line in lines:
        cells = ["" if value is None else str(value) for value in line]
        if places:
            yield [cells[place] if place < len(cells) else "" for place in places]
        else:
            names = [cell.strip().upper() for cell in cells]
            if all(name.upper() in names for name in columns):
                places = [names.index(name.upper()) for name in columns]
                yield columns
