"""Reads campaign folders that have no mistakes into campaigns."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from letters import manifest, parts, summary
from letters.campaign import Campaign, LetterText, Request, Source, Words
from letters.checking import Mistake, mistakes, word_files
from letters.manifest import Manifest, RequestEntry, SourceEntry
from letters.parts import Part, Passage
from letters.typography import set_spaces
from representatives import Chamber

CAMPAIGNS = Path(__file__).parent / "campaigns"
_SOURCE_LABEL = {"en": "source", "fr": "source"}


def load_all(root: Path = CAMPAIGNS) -> tuple[Mapping[str, Campaign], tuple[Mistake, ...]]:
    """The campaigns without a mistake by slug, and every mistake of the others."""
    folders = sorted(path for path in root.iterdir() if path.is_dir())
    found = {folder: mistakes(folder) for folder in folders}
    ready = {folder.name: _campaign(folder) for folder in folders if not found[folder]}
    return ready, tuple(mistake for listed in found.values() for mistake in listed)


def _campaign(folder: Path) -> Campaign:
    entry, _ = manifest.read((folder / "campaign.toml").read_text("utf-8"))
    assert entry is not None, "checked before"
    return Campaign(
        slug=folder.name,
        title=_set(entry.title),
        teaser=_set(entry.teaser),
        sources={source.id: _source(source) for source in entry.sources},
        words={
            (country, language): _words(path, entry, country, language)
            for country, language, path in word_files(folder, entry)
        },
    )


def _source(entry: SourceEntry) -> Source:
    return Source(
        id=entry.id,
        publisher=entry.publisher,
        title=entry.title,
        url=entry.url,
        date=str(entry.date),
        note=_set(entry.note),
    )


def _set(texts: Mapping[str, str]) -> Mapping[str, str]:
    return {language: set_spaces(text, language) for language, text in texts.items()}


def _words(path: Path, entry: Manifest, country: str, language: str) -> Words:
    listed = parts.split(set_spaces(path.read_text("utf-8"), language))
    by_kind = {(part.kind, part.name): part for part in listed}
    requests = entry.countries[country].requests
    text = by_kind["Summary", ""].passage()
    letters = {Chamber(name): part for (kind, name), part in by_kind.items() if kind == "Letter"}
    cited = [*text.cited]
    for part in letters.values():
        cited += part.passage().cited
    for request in requests:
        cited += request.sources
    numbered = tuple(dict.fromkeys(cited))
    return Words(
        summary=summary.to_html(text.text, numbered, _SOURCE_LABEL[language]),
        cited=numbered,
        requests=tuple(_request(by_kind["Request", request.id], request) for request in requests),
        prompts=tuple(_items(by_kind["Prompts", ""].passage())),
        letters={chamber: _letter_text(part) for chamber, part in letters.items()},
    )


def _request(part: Part, entry: RequestEntry) -> Request:
    found, _ = part.labelled()
    texts = {label.lower(): _line(passage) for label, passage in found.items()}
    return Request(
        id=entry.id,
        chambers=frozenset(entry.chambers),
        sources=tuple(entry.sources),
        seen=entry.seen,
        until=entry.until,
        **texts,
    )


def _letter_text(part: Part) -> LetterText:
    found, _ = part.labelled()
    return LetterText(
        subject=_line(found["Subject"]),
        opening=_line(found["Opening"]),
        core=tuple(paragraph.uncited for paragraph in found["Core"].paragraphs()),
        reply=_line(found["Reply"]),
    )


def _items(passage: Passage) -> Iterator[str]:
    return (line[2:].strip() for line in passage.text.splitlines() if line.startswith("- "))


def _line(passage: Passage) -> str:
    return " ".join(paragraph.uncited for paragraph in passage.paragraphs())
