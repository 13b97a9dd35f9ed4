"""A campaign's summary as paragraphs for paper: text, with the numbers of its sources."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from letters.campaign.manifest import Film, Source
from letters.typography import partial_date

_KINDS = {"h2": "heading", "h3": "heading", "p": "paragraph", "li": "item", "blockquote": "paragraph"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A paragraph of what the campaign knows."""

    kind: str
    """ "heading", "paragraph" or "item"."""
    text: str
    numbers: tuple[str, ...] = ()
    """Of the sources named at its end or in it."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.facts: list[Fact] = []
        self._kind = "paragraph"
        self._text: list[str] = []
        self._numbers: list[str] = []
        self._in_number = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "sup":
            self._in_number = True
        elif tag in _KINDS:
            self.end_paragraph()
            self._kind = _KINDS[tag]

    def handle_endtag(self, tag: str) -> None:
        if tag == "sup":
            self._in_number = False
        elif tag in _KINDS:
            self.end_paragraph()
            self._kind = "paragraph"

    def handle_data(self, data: str) -> None:
        if self._in_number:
            self._numbers += [data.strip()] * (data.strip() not in self._numbers)
        else:
            self._text.append(data)

    def end_paragraph(self) -> None:
        """Keep what was read of a paragraph."""
        text = re.sub("[ \n]+", " ", "".join(self._text)).strip()  # non-breaking spaces stay
        if text:
            self.facts.append(Fact(self._kind, text, tuple(self._numbers)))
        self._text, self._numbers = [], []


def facts(summary: str) -> tuple[Fact, ...]:
    """The paragraphs of a summary's safe HTML, in order."""
    reader = _Reader()
    reader.feed(summary)
    reader.close()
    reader.end_paragraph()
    return tuple(reader.facts)


def source_line(source: Source, language: str) -> str:
    """A source on one line; its address is on the campaign's page."""
    return f"{source.publisher}, {source.title}, {partial_date(source.date, language)}."


def film_line(film: Film, language: str) -> str:
    """A film, and what a host should say of it."""
    return f"{film.title} ({film.director}, {film.year}). {film.note_in(language)}".rstrip()
