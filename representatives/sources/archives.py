"""Reads the tables inside the files that maintainers download: zip archives of CSV, and single sheets of .xlsx."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

from representatives.sources.bulk_table import BulkError

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COLUMN = re.compile(r"[A-Z]+")


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


def rows(
    opened: zipfile.ZipFile, member: str, columns: Sequence[str], delimiter: str = ","
) -> Iterator[Sequence[str]]:
    """The values of some columns of a table with a heading, row by row.

    Raises:
        BulkError: a column is not there, or a row is cut off.
    """
    with opened.open(member) as file:
        reader = csv.reader(io.TextIOWrapper(file, "utf-8-sig", newline=""), delimiter=delimiter)
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
    """The values of some columns of an .xlsx file's first sheet whose heading has them all.

    Only what the Australian Bureau of Statistics uses is read: texts, shared or in the cell, and numbers as written.
    https://learn.microsoft.com/en-us/office/open-xml/spreadsheet/structure-of-a-spreadsheetml-document

    Raises:
        BulkError: no sheet has the columns, or the file is damaged.
    """
    with archive(path) as opened:
        texts = _shared_texts(opened)
        for member in members(opened, ".xml"):
            if member.startswith("xl/worksheets/sheet"):
                found = _table(opened, member, texts, columns)
                if next(found, None) is not None:
                    yield from found
                    return
    raise BulkError(f"{path.name} has no sheet with the columns {', '.join(columns)}.")


def _table(
    opened: zipfile.ZipFile, member: str, texts: Sequence[str], columns: Sequence[str]
) -> Iterator[Sequence[str]]:
    """The heading's values and then the rows'; nothing where no row of the sheet is that heading."""
    places: list[str] = []
    for cells in _cells(opened, member, texts):
        if places:
            yield [cells.get(place, "") for place in places]
        else:
            at = {text.strip().upper(): place for place, text in cells.items()}
            if all(name.upper() in at for name in columns):
                places = [at[name.upper()] for name in columns]
                yield columns


def _cells(opened: zipfile.ZipFile, member: str, texts: Sequence[str]) -> Iterator[dict[str, str]]:
    """By column letter, the texts of each row."""
    for row in _elements(opened, member, f"{_SHEET}row"):
        cells = {}
        for cell in row.iter(f"{_SHEET}c"):
            place = _COLUMN.match(cell.get("r", ""))
            if place is None:
                raise BulkError(f"{member}: a cell does not say where it is.")
            cells[place[0]] = _text(cell, texts)
        yield cells


def _text(cell: ElementTree.Element, texts: Sequence[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_SHEET}t"))
    value = cell.findtext(f"{_SHEET}v", "")
    if cell.get("t") != "s":
        return value
    if not (value.isdigit() and int(value) < len(texts)):
        raise BulkError(f"A cell is damaged: it names a shared text {value!r} that is not there.")
    return texts[int(value)]


def _shared_texts(opened: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in opened.namelist():
        return []
    return [
        "".join(part.text or "" for part in item.iter(f"{_SHEET}t"))
        for item in _elements(opened, "xl/sharedStrings.xml", f"{_SHEET}si")
    ]


def _elements(opened: zipfile.ZipFile, member: str, tag: str) -> Iterator[ElementTree.Element]:
    """One after the other and then forgotten: such a sheet has hundreds of thousands of rows."""
    with opened.open(member) as file:
        if b"<!DOCTYPE" in file.read(1024):
            raise BulkError(f"{member} has a document type, which a sheet has not.")
    with opened.open(member) as file:
        try:
            for _, element in ElementTree.iterparse(file):  # noqa: S314 (no document type, so no entities)
                if element.tag == tag:
                    yield element
                    element.clear()
        except (ElementTree.ParseError, ValueError) as error:
            raise BulkError(f"{member} is damaged: {error}.") from None
