"""campaign.toml: its shape, and every mistake in it with the line it stands on."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from representatives import Chamber

_Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
_Words = Annotated[str, Field(min_length=1)]
_PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-\d\d)?$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceEntry(_Strict):
    """One [[sources]] block."""

    id: _Id
    publisher: _Words
    title: _Words
    url: Annotated[str, Field(pattern=r"^https?://[^\s/]+\.[^\s/]+")]
    date: date | _PartialDate
    note: dict[str, _Words] = {}


class RequestEntry(_Strict):
    """One [[countries.xx.requests]] block."""

    id: _Id
    chambers: Annotated[list[Chamber], Field(min_length=1)]
    sources: list[_Id]
    seen: date
    until: date | None = None


class CountryEntry(_Strict):
    """One [countries.xx] table."""

    languages: Annotated[list[str], Field(min_length=1)]
    requests: Annotated[list[RequestEntry], Field(min_length=1)]


class Manifest(_Strict):
    """The whole file."""

    title: dict[str, _Words]
    teaser: dict[str, _Words]
    countries: Annotated[dict[str, CountryEntry], Field(min_length=1)]
    sources: Annotated[list[SourceEntry], Field(min_length=1)]


Mistakes = list[tuple[int, str]]


def read(text: str) -> tuple[Manifest | None, Mistakes]:
    """The file's content, or None and what is wrong, each as (line from 1, sentence)."""
    try:
        return Manifest.model_validate(tomllib.loads(text)), []
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return None, [(int(line[1]) if line else 1, f"This is not TOML: {error}.")]
    except ValidationError as error:
        lines = dict(_lines(text))
        return None, [
            (_nearest(lines, found["loc"]), f"{'.'.join(map(str, found['loc']))}: {found['msg']}.")
            for found in error.errors()
        ]


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
