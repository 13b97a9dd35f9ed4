"""campaign.toml: its form, and every mistake of that form on its line."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from letters.campaign.findings import Said
from letters.campaign.toml_lines import Path, lines_of, nearest
from letters.typography import set_spaces
from representatives import Chamber

_WEB_ADDRESS = "this should be a web address that begins with https:// or http://"


def _real_day(value: object) -> object:
    """A day that TOML itself reads as one: pydantic would take a text for it, too."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("this should be a day without quotes, as in 2025-12-05")
    return value


def _web_address(url: str) -> str:
    """Not one with a bracket that is not closed or a sign that hides a slash, which no program can read."""
    try:
        urlsplit(url)
    except ValueError as error:
        raise ValueError(_WEB_ADDRESS) from error
    return url


def _with_spaces(texts: dict[str, str]) -> dict[str, str]:
    return {language: set_spaces(text, language) for language, text in texts.items()}


_Day = Annotated[date, BeforeValidator(_real_day)]
_PartialDate = Annotated[str, Field(pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$")]
_Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
_Text = Annotated[str, Field(min_length=1)]
_Texts = Annotated[dict[str, _Text], AfterValidator(_with_spaces)]
"""By language, with its non-breaking spaces."""
_Url = Annotated[str, Field(pattern=r"^https?://[^\s/]+\.[^\s/]+[^\s]*$"), AfterValidator(_web_address)]


class _Entry(BaseModel):
    """A key that is not listed is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _Noted(_Entry):
    note: _Texts

    def note_in(self, language: str) -> str:
        """The note, in its first language where it has none in this one; "" where there is none."""
        return self.note.get(language) or next(iter(self.note.values()), "")


class Source(_Noted):
    """One [[sources]] block: where a statement comes from."""

    id: _Id
    publisher: _Text
    title: _Text
    url: _Url
    date: _Day | _PartialDate
    """As exact as known: a day, "2021-06" or "2021"."""
    note: _Texts = {}
    """Who the publisher is, where that matters to the reader."""
    archived: _Url = ""
    """The address of a copy that an archive keeps, or ""."""
    opened: _Day | None = None
    """The day on which it was last seen to open, where that was looked at."""
    gone: _Day | None = None
    """The day since which it no longer opens; None where it does, as far as is known."""


class Film(_Noted):
    """One [[films]] block: a film on the campaign's subject."""

    title: _Text
    director: _Text
    year: Annotated[int, Field(ge=1900, le=2100)]
    url: _Url = ""
    """"" where no lasting address is known."""


class Committee(_Entry):
    """A committee of parliament that a request lies with."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$")]
    """The parliament's own, e.g. "SSFR"."""
    has: _Text
    """What it has before it, e.g. "S. 4009"."""


class RequestEntry(_Entry):
    """One [[countries.xx.requests]] block."""

    id: _Id
    chambers: Annotated[list[Chamber], Field(min_length=1)]
    seen: _Day | _PartialDate
    sources: list[_Id] = []
    """Where none is named, those of the letters' facts."""
    until: _Day | None = None
    committees: list[Committee] = []


class CountryEntry(_Entry):
    """One [countries.xx] table."""

    languages: Annotated[list[str], Field(min_length=1)]
    requests: Annotated[list[RequestEntry], Field(min_length=1)]
    title: _Texts = {}
    teaser: _Texts = {}
    """Where the country writes them otherwise."""


class Manifest(_Entry):
    """The whole file."""

    title: _Texts
    teaser: _Texts = {}
    """Where there is none, the Summary's first sentence stands in its place."""
    countries: Annotated[dict[str, CountryEntry], Field(min_length=1)]
    sources: Annotated[list[Source], Field(min_length=1)]
    films: list[Film] = []
    position: Annotated[int, Field(ge=1, le=100)] = 100
    """Where it stands among the campaigns of its folder: the lowest first, equal ones by name."""

    @property
    def source_ids(self) -> frozenset[str]:
        """Ids of all sources."""
        return frozenset(source.id for source in self.sources)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it has words in, as they come first in the file."""
        return tuple(dict.fromkeys(each for table in self.countries.values() for each in table.languages))


def read(text: str) -> tuple[Manifest | None, list[Said]]:
    """The file's content, or None and what is wrong with its form."""
    try:
        content = tomllib.loads(text)
        return Manifest.model_validate(content), []
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return None, [Said(int(line[1]) if line else 1, f"This is not TOML: {error}.")]
    except ValidationError as error:
        return None, list(_mistakes(error, content, text))
    except (RecursionError, ValueError) as error:  # thousands of brackets, a number of thousands of digits
        return None, [Said(1, f"This is more than a campaign needs: {error}.")]


def _mistakes(error: ValidationError, content: Mapping[str, Any], text: str) -> list[Said]:
    lines, found = lines_of(text), dict[Path, list[str]]()
    for each in error.errors(include_url=False, include_context=False, include_input=False):
        path = _within(content, each["loc"], each["type"])
        found.setdefault(path, []).append(_plain(each["type"], each["msg"], str(path[-1]) if path else ""))
    return [
        Said(nearest(lines, path), f"{'.'.join(map(str, path))}: {'; or: '.join(dict.fromkeys(messages))}.")
        for path, messages in found.items()
    ]


_FORMS: Mapping[str, str] = {
    **dict.fromkeys(("url", "archived"), _WEB_ADDRESS),
    **dict.fromkeys(("date", "seen"), 'a month or a year, in quotes as in "2025-12" or "2025"'),
    "id": "use small letters, digits and dashes",
}


def _plain(kind: str, message: str, name: str) -> str:
    """pydantic's sentence, without the words that only a programmer knows."""
    known = {
        "missing": "this is missing",
        "extra_forbidden": "no such key is known here, is it misspelled",
        "string_too_short": "this is empty",
        "too_short": "this is empty",
    }
    if kind == "string_pattern_mismatch":
        return _FORMS.get(name, message)
    return known.get(kind, message.removeprefix("Value error, "))


def _within(content: Any, path: Path, kind: str) -> Path:
    """The path without what pydantic adds to it: which of the types that a value may have it tried."""
    for end, name in enumerate(path):
        try:
            content = content[name]
        except (KeyError, TypeError, IndexError):  # no such key; a text or a list that has no keys at all
            return path[: end + (kind == "missing")]
    return path
