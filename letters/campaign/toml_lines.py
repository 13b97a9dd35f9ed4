"""On which line of a TOML file a value stands: tomllib does not say."""

import re
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
"""The names on the way to a value; blocks of one name are numbered from 0: ("sources", 0, "url")."""


def lines_of(text: str) -> Mapping[Path, int]:
    """The line of every table and key; a table without a header of its own stands where it is first named."""
    written = dict(_written(text))
    implied: dict[Path, int] = {}
    for path, number in written.items():
        for end in range(1, len(path)):
            implied.setdefault(path[:end], number)
    return {**implied, **written}


def nearest(lines: Mapping[Path, int], path: Path) -> int:
    """The line of the path, or of the nearest thing around it."""
    return next((lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in lines), 1)


def _written(text: str) -> Iterator[tuple[Path, int]]:
    counts: dict[tuple[str, ...], int] = {}
    table: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if block := re.match(r"\s*(\[\[?)\s*([^\]]+?)\s*\]", line):
            names = _names(block[2])
            table = names
            if block[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
                table = (*names, counts[names])
            yield table, number
        elif key := re.match(r"""\s*([\w."'-]+)\s*=""", line):
            yield (*table, *_names(key[1])), number


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip(" \t\"'") for name in dotted.split("."))
