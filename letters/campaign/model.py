"""A campaign as frozen values: its requests, its words for each country and language."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from letters.campaign.manifest import Committee, Film, Source
from representatives import Chamber
from representatives.people import Text

Wordings = tuple[str, ...]
"""The same text said in different words: each letter gets one of them."""


@dataclass(frozen=True, slots=True)
class RoleWordings:
    """How somebody with a certain role is asked, where that differs; () where it does not."""

    lead: Wordings = ()
    question: Wordings = ()


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to ask for, in one language."""

    id: str
    chambers: frozenset[Chamber]
    sources: tuple[str, ...]
    seen: str
    """When its status was last seen: ISO 8601, as exact as known, like a source's date."""
    until: datetime.date | None
    """The last day on which it can be asked for in these words."""
    title: str
    meaning: str
    lead: Wordings
    supporting: Wordings
    question: Wordings
    topic: str
    """What it is about, in a few words, for the letter's subject."""
    by_role: Mapping[str, RoleWordings] = field(default_factory=dict)
    """By role, e.g. "minister" or "speaker" (sections.ROLES); true on every day."""
    committees: tuple[Committee, ...] = ()
    after: "Request | None" = None
    """What it becomes after that day; None where it is then left out."""

    def on(self, day: datetime.date) -> "Request | None":
        """What can be asked for on a day."""
        return self if self.until is None or day <= self.until else self.after


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter's fixed words for one chamber, with placeholders."""

    subject: Wordings
    opening: Wordings
    core: tuple[Wordings, ...]
    """Paragraph by paragraph."""
    reply: Wordings


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question that helps the writer to their own words."""

    id: str
    """"learned", "matters" or "wish": it decides where in the letter the answer stands."""
    question: str
    starters: tuple[str, ...]
    """Examples of a beginning, shown beside the box."""


@dataclass(frozen=True, slots=True)
class Words:
    """A campaign in one country and one language."""

    language: str
    summary: str
    """Safe HTML, with numbered links to the sources."""
    cited: tuple[str, ...]
    """Ids of all sources that the summary, the letters and the requests name, in that order; numbered from 1."""
    requests: tuple[Request, ...]
    prompts: tuple[Prompt, ...]
    letters: Mapping[Chamber, LetterText]

    def requests_on(self, day: datetime.date) -> tuple[Request, ...]:
        """The requests that can be made on a day, worded for that day."""
        return tuple(asked for request in self.requests if (asked := request.on(day)))

    def requests_to(self, chambers: Collection[Chamber], day: datetime.date) -> tuple[Request, ...]:
        """Those of a day that one of the chambers can be asked."""
        return tuple(request for request in self.requests_on(day) if request.chambers & set(chambers))


@dataclass(frozen=True, slots=True)
class Editorial:
    """A letter to the editor of a newspaper, in one language."""

    title: str
    paragraphs: tuple[str, ...]
    cited: tuple[str, ...]
    rules: tuple[str, ...]
    """What newspapers ask of such a letter."""
    own: str
    """What the writer should add."""


@dataclass(frozen=True, slots=True, eq=False)
class Campaign:
    """An issue and everything that is said about it. It equals only itself, so that caches can be keyed by it."""

    slug: str
    title: Text
    teaser: Text
    sources: Mapping[str, Source]
    words: Mapping[tuple[str, str], Words]
    """By country and language, e.g. ("ca", "fr")."""
    editorials: Mapping[str, Editorial]
    """Letters to the editor, by language."""
    messages: Mapping[str, str]
    """What to tell friends, by language."""
    films: tuple[Film, ...]
    country_titles: Mapping[str, tuple[Text, Text]]
    """Title and teaser by country, in the languages in which it writes them otherwise."""
    title_languages: tuple[str, ...]
    """Those that the title and the teaser are written in; in the others both are the first's."""
    position: int
    """Where it stands on the first page among the others of its folder: the lowest first, equal ones by name."""

    def title_language(self, language: str) -> str:
        """The language that the title and the teaser are in on a page in a language."""
        spoken = next(language for _, language in self.words)
        return language if language in self.title_languages else spoken

    def titles_in(self, country: str, language: str) -> tuple[str, str]:
        """Title and teaser as a country writes them."""
        title, teaser = self.country_titles.get(country, ({}, {}))
        return title.get(language, self.title[language]), teaser.get(language, self.teaser[language])

    def editorial(self, language: str) -> tuple[str, Editorial] | None:
        """A letter to the editor and its language: the page's, or the first there is; None where there is none."""
        found = language if language in self.editorials else next(iter(self.editorials), None)
        return (found, self.editorials[found]) if found else None

    def message(self, language: str) -> tuple[str, str]:
        """What to tell friends and its language: the page's, or the first there is, or the title."""
        found = language if language in self.messages else next(iter(self.messages), None)
        return (
            (found, self.messages[found]) if found else (self.title_language(language), self.title[language])
        )

    @property
    def countries(self) -> tuple[str, ...]:
        """Ids of the countries that it has words for, in the order of campaign.toml."""
        return tuple(dict.fromkeys(country for country, _ in self.words))

    def languages_in(self, country: str) -> tuple[str, ...]:
        """The languages that it has words in for a country."""
        return tuple(language for of, language in self.words if of == country)

    def words_in(self, country: str, language: str) -> Words:
        """The country's words in a language or, where it has none in it, in the first that it has.

        Raises:
            KeyError: the campaign has no words for the country.
        """
        languages = self.languages_in(country)
        if not languages:
            raise KeyError(country)
        return self.words[country, language if language in languages else languages[0]]
