"""campaign.toml: its shape, and every mistake in it with the line it stands on."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from letters.shapes import Least, Shape, conform
from representatives import Chamber

_Id = Annotated[str, Shape(r"^[a-z0-9][a-z0-9-]*\Z")]
_Words = Annotated[str, Least(1)]
_PartialDate = Annotated[str, Shape(r"^\d{4}(-\d\d)?\Z")]


class _Strict:
    """Tells pydantic that a key which is not listed is a mistake."""

    __pydantic_config__ = {"extra": "forbid"}


@dataclass(frozen=True)
class SourceEntry(_Strict):
    """One [[sources]] block."""

    id: _Id
    publisher: _Words
    title: _Words
    url: Annotated[str, Shape(r"^https?://[^\s/]+\.[^\s/]+")]
    date: date | _PartialDate
    note: dict[str, _Words] = field(default_factory=dict)


@dataclass(frozen=True)
class RequestEntry(_Strict):
    """One [[countries.xx.requests]] block."""

    id: _Id
    chambers: Annotated[list[Chamber], Least(1)]
    sources: list[_Id]
    seen: date
    until: date | None = None


@dataclass(frozen=True)
class CountryEntry(_Strict):
    """One [countries.xx] table."""

    languages: Annotated[list[str], Least(1)]
    requests: Annotated[list[RequestEntry], Least(1)]


@dataclass(frozen=True)
class Manifest(_Strict):
    """The whole file."""

    title: dict[str, _Words]
    teaser: dict[str, _Words]
    countries: Annotated[dict[str, CountryEntry], Least(1)]
    sources: Annotated[list[SourceEntry], Least(1)]


Mistakes = list[tuple[int, str]]


def read(text: str) -> tuple[Manifest | None, Mistakes]:
    """The file's content, or None and what is wrong, each as (line from 1, sentence)."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return None, [(int(line[1]) if line else 1, f"This is not TOML: {error}.")]
    try:
        return conform(content, Manifest), []
    except ValueError:
        return None, _mistakes(content, text)


def _mistakes(content: dict[str, Any], text: str) -> Mistakes:
    """Everything that is wrong: pydantic finds it all at once, and is loaded only where something is."""
    from pydantic import TypeAdapter, ValidationError

    lines = dict(_lines(text))
    try:
        TypeAdapter(Manifest).validate_python(content)
    except ValidationError as error:
        return [
            (_nearest(lines, found["loc"]), f"{'.'.join(map(str, found['loc']))}: {found['msg']}.")
            for found in error.errors()
        ]
    return [(1, "This file has not the shape that docs/campaigns.md describes.")]


def line_of(text: str, *path: str | int) -> int:
    """The line on which a value stands, e.g. line_of(text, "sources", 0, "url")."""
    return _nearest(dict(_lines(text)), path)


def _lines(text: str) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """The line of every table and key, by path; blocks of one name are numbered from 0."""
    counts: dict[tuple[str, ...], int] = {}
    table: tuple[str | int, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if block := re.match(r"\s*(\[\[?)\s*([^\]]+?)\s*\]", line):
            names = tuple(block[2].split("."))
            table = names
            if block[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
                table = (*names, counts[names])
            yield table, number
        elif key := re.match(r"\s*([\w.-]+)\s*=", line):
            yield (*table, *key[1].split(".")), number


def _nearest(lines: dict[tuple[str | int, ...], int], path: Sequence[str | int]) -> int:
    """The line of the path, or of the nearest thing around it."""
    for end in range(len(path), 0, -1):
        if tuple(path[:end]) in lines:
            return lines[tuple(path[:end])]
    return 1
