"""A campaign as frozen values: its sources, its requests, its words for each country and language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from representatives import Chamber
from representatives.people import Text


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from."""

    id: str
    publisher: str
    title: str
    url: str
    date: str
    """ISO 8601, as exact as known: "2021-06-14", "2021-06" or "2021"."""
    note: Text
    """Who the publisher is, where that matters to the reader; {} otherwise."""


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to ask for, in one language."""

    id: str
    chambers: frozenset[Chamber]
    sources: tuple[str, ...]
    seen: date
    """When its status was last seen."""
    until: date | None
    """The last day on which it can be asked for."""
    title: str
    meaning: str
    lead: str
    supporting: str
    question: str


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter's fixed words for one chamber, with placeholders."""

    subject: str
    opening: str
    core: tuple[str, ...]
    reply: str


@dataclass(frozen=True, slots=True)
class Words:
    """A campaign in one country and one language."""

    summary: str
    """Safe HTML, with numbered links to the sources."""
    cited: tuple[str, ...]
    """Ids of all sources that the summary, the letters and the requests name, in that order; numbered from 1."""
    requests: tuple[Request, ...]
    prompts: tuple[str, ...]
    letters: Mapping[Chamber, LetterText]

    def request(self, id: str) -> Request | None:
        """The request with that id, or None."""
        return next((request for request in self.requests if request.id == id), None)

    def requests_on(self, day: date) -> tuple[Request, ...]:
        """The requests that can still be made on a day."""
        return tuple(r for r in self.requests if r.until is None or day <= r.until)


@dataclass(frozen=True, slots=True)
class Campaign:
    """An issue and everything that is said about it."""

    slug: str
    title: Text
    teaser: Text
    sources: Mapping[str, Source]
    words: Mapping[tuple[str, str], Words]
    """By country and language, e.g. ("ca", "fr")."""

    @property
    def countries(self) -> frozenset[str]:
        """Ids of the countries that it has words for."""
        return frozenset(country for country, _ in self.words)
