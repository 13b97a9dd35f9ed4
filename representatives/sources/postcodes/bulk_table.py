"""What every country makes of a bulk file: a postcode table, or a sentence that says what is wrong with the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from representatives.sources.current import CurrentTables, Row
from representatives.storage.postcode_area import Area


class BulkError(RuntimeError):
    """A file is not what it should be; str() says which and why."""


@dataclass(frozen=True, slots=True)
class Built:
    """A postcode table made from a file."""

    areas: Mapping[str, Area]
    """By name: those that the file speaks of. The others stay as they are, but for the ones in `gone`."""
    codes: int
    """How many postcodes the whole table has then."""
    description: Mapping[str, Any] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()


Builder = Callable[[CurrentTables, Path], Built]


def area_of(row: Row) -> Area:
    """A row of the postcode table as a line."""
    return Area(*(row.get(column, "") for column in Area._fields))


def rows_of(areas: Mapping[str, Area]) -> list[dict[str, str]]:
    """Lines by name as rows of the postcode table, with the columns of every country's."""
    return [{"area": name, **area._asdict()} for name, area in areas.items()]
