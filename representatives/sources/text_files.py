"""Reads text files as sources give them, packed or not."""

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path


def read_text(path: Path) -> str:
    """A file's text, without the byte-order mark that some begin with.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is not UTF-8.
    """
    content = path.read_bytes()
    return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8-sig")


def read_csv(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """A table's rows by column.

    Raises:
        OSError, UnicodeDecodeError: as read_text.
    """
    return csv.DictReader(io.StringIO(read_text(path), newline=""), delimiter=delimiter)


def newest(folder: Path, pattern: str) -> Path | None:
    """The last file by name that fits the pattern, or None."""
    return max(folder.glob(pattern), default=None)
