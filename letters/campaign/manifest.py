"""campaign.toml: its shape, and what can be read of it with every mistake of that shape on its line."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from letters.campaign.schema import Day, Least, Shape, conform, salvage
from letters.campaign.toml_lines import Path, lines_of, nearest
from representatives import Chamber
from representatives.countries import LETTER_COUNTRIES

_Id = Annotated[str, Shape(r"^[a-z0-9][a-z0-9-]*\Z")]
_Words = Annotated[str, Least(1)]
_Day = Annotated[date, Day()]
_PartialDate = Annotated[str, Shape(r"^[12][0-9]{3}(-(0[1-9]|1[0-2]))?\Z")]


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
    date: _Day | _PartialDate
    note: dict[str, _Words] = field(default_factory=dict)


@dataclass(frozen=True)
class RequestEntry(_Strict):
    """One [[countries.xx.requests]] block."""

    id: _Id
    chambers: Annotated[list[Chamber], Least(1)]
    seen: _Day | _PartialDate
    sources: list[_Id] = field(default_factory=list)
    until: _Day | None = None


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


ANY = "*"
"""Each of a list's blocks, in a path."""

Mistakes = tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Reading:
    """What could be read of a file, and what is wrong with its shape."""

    entry: Manifest
    """Whole where there is no mistake; else with empty values in the places of those that cannot be read."""
    mistakes: Mistakes = ()
    """Each as (line from 1, sentence)."""
    broken: tuple[Path, ...] = ()
    """Where they are. A check that needs what stands there would only say the same in other words."""

    @property
    def sources(self) -> frozenset[str] | None:
        """Their ids; None where there is no list of them to read."""
        if {(), ("sources",)} & set(self.broken):
            return None
        return frozenset(source.id for source in self.entry.sources)

    def is_sound(self, *path: str | int) -> bool:
        """Whether nothing on the way to a value, or inside it, is broken."""
        return not any(
            all(mine in (theirs, ANY) for mine, theirs in zip(path, broken, strict=False))
            for broken in self.broken
        )


UNREAD = Reading(salvage({}, Manifest), (), ((),))
"""A file of which nothing can be read."""


def read(text: str) -> Reading:
    """The file's content and what is wrong with its shape."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return _unread(int(line[1]) if line else 1, f"This is not TOML: {error}.")
    except (RecursionError, ValueError) as error:  # thousands of brackets, a number of thousands of digits
        return _unread(1, f"This is more than a campaign needs: {error}.")
    try:
        return Reading(conform(content, Manifest))
    except ValueError:
        return _broken(content, text)


def _unread(line: int, sentence: str) -> Reading:
    return Reading(UNREAD.entry, ((line, sentence),), UNREAD.broken)


def _broken(content: dict[str, Any], text: str) -> Reading:
    """Everything that is wrong: pydantic finds it all at once, and is loaded only where something is."""
    from pydantic import TypeAdapter, ValidationError

    entry, lines = salvage(content, Manifest), lines_of(text)
    try:
        TypeAdapter(Manifest).validate_python(content)
    except ValidationError as error:
        found: dict[Path, list[str]] = {}
        for each in error.errors():
            found.setdefault(_within(content, each["loc"], each["type"]), []).append(each["msg"])
        said = tuple(
            (nearest(lines, path), f"{'.'.join(map(str, path))}: {'; or: '.join(messages)}.")
            for path, messages in found.items()
            if not _follows(path, content.get("countries"))
        )
        return Reading(entry, said, tuple(found))
    return Reading(entry, ((1, "This file has not the shape that docs/campaigns.md describes."),))


def _within(content: Any, path: Path, kind: str) -> Path:
    """The path without what pydantic adds to it: which of the types that a value may have it tried."""
    for end, name in enumerate(path):
        try:
            content = content[name]
        except (KeyError, TypeError):  # no such key in a table; a text or a list that has no keys at all
            return path[: end + (kind == "missing")]
    return path


def _follows(path: Path, countries: Any) -> bool:
    """Whether a mistake only follows from an unknown country, which is named as such.

    A code misspelled in one of a country's headers parts its table in two: each lacks what the other has.
    """
    if path[0] != "countries" or not isinstance(countries, dict) or len(path) not in (2, 3):
        return False
    code, *missing = path[1:]
    if missing and missing[0] in countries[code]:
        return False
    strays = [table for other, table in countries.items() if other not in LETTER_COUNTRIES]
    parted = any(isinstance(table, dict) and missing and missing[0] in table for table in strays)
    return code not in LETTER_COUNTRIES or parted
