"""Reads campaign folders that have no mistakes into campaigns."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from letters.campaign import sections, summary_html
from letters.campaign.checks.folder import Mistake, examined, shared_files, word_files
from letters.campaign.manifest import Manifest, RequestEntry, SourceEntry
from letters.campaign.model import Campaign, Editorial, LetterText, Prompt, Request, Source, Wordings, Words
from letters.campaign.sections import AFTER, Labelled, Part, Passage
from letters.typography import set_spaces
from representatives import Chamber

CAMPAIGNS = Path(__file__).parents[1] / "campaigns"
_SOURCE_LABEL = {"en": "source", "fr": "source"}


def load_all(root: Path = CAMPAIGNS) -> tuple[Mapping[str, Campaign], tuple[Mistake, ...]]:
    """The campaigns without a mistake by slug, and every mistake of the others."""
    folders = campaign_folders(root)
    found = [(folder, *examined(folder)) for folder in folders]
    ready = {folder.name: _campaign(folder, entry) for folder, entry, listed in found if not listed}
    return ready, tuple(mistake for *_, listed in found for mistake in listed)


def campaign_folders(root: Path) -> list[Path]:
    """The folder itself where it is a campaign, or those in it; none where no folder in it holds a campaign's files."""
    if (root / "campaign.toml").exists():
        return [root]
    folders = sorted(path for path in root.iterdir() if path.is_dir())
    return folders if any(_has_files(folder) for folder in folders) else []


def _has_files(folder: Path) -> bool:
    return (folder / "campaign.toml").exists() or any(folder.glob("*.md"))


def _campaign(folder: Path, entry: Manifest) -> Campaign:
    shared = {
        (kind, language): _parts(path, language) for kind, language, path in shared_files(folder, entry)
    }
    return Campaign(
        slug=folder.name,
        title=_set(entry.title),
        teaser=_set(entry.teaser),
        sources={source.id: _source(source) for source in entry.sources},
        words={
            (country, language): _words(path, entry, country, language)
            for country, language, path in word_files(folder, entry)
        },
        editorials={of: _editorial(listed) for (kind, of), listed in shared.items() if kind == "editor"},
        messages={
            of: _line(listed[0].passage()) for (kind, of), listed in shared.items() if kind == "friend"
        },
    )


def _parts(path: Path, language: str) -> list[Part]:
    return sections.split(set_spaces(path.read_text("utf-8"), language))


def _editorial(listed: list[Part]) -> Editorial:
    by_kind = {part.kind: part.passage() for part in listed}
    return Editorial(
        title=_line(by_kind["Title"]),
        paragraphs=tuple(paragraph.uncited for paragraph in by_kind["Text"].paragraphs()),
        cited=tuple(dict.fromkeys(by_kind["Text"].cited)),
        rules=tuple(_items(by_kind["Rules"])),
        own=_line(by_kind["Own"]),
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
    listed = _parts(path, language)
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
        language=language,
        summary=summary_html.to_html(text.text, numbered, _SOURCE_LABEL[language]),
        cited=numbered,
        requests=tuple(_request(by_kind["Request", request.id], request) for request in requests),
        prompts=tuple(_prompt(part) for part in listed if part.kind == "Prompt"),
        letters={chamber: _letter_text(part) for chamber, part in letters.items()},
    )


def _request(part: Part, entry: RequestEntry) -> Request:
    found = {each.label: each for each in part.labelled()[0]}
    after = _request_in(found, entry, AFTER) if "After" in found else None
    return _request_in(found, entry, ("Title", "Meaning", "Lead", "Supporting", "Question"), after)


def _request_in(
    found: Mapping[str, Labelled], entry: RequestEntry, labels: Sequence[str], after: Request | None = None
) -> Request:
    """A request under the five labels of one of its times."""
    title, meaning, lead, supporting, question = (_wordings(found[label]) for label in labels)
    return Request(
        id=entry.id,
        chambers=frozenset(entry.chambers),
        sources=tuple(entry.sources),
        seen=str(entry.seen),
        until=entry.until,
        title=title[0],
        meaning=meaning[0],
        lead=lead,
        supporting=supporting,
        question=question,
        after=after,
    )


def _prompt(part: Part) -> Prompt:
    found, _ = part.labelled()
    starters = [_wordings(each)[0] for each in found if each.label == "Starter"]
    question = next(_wordings(each)[0] for each in found if each.label == "Question")
    return Prompt(part.name, question, tuple(starters))


def _letter_text(part: Part) -> LetterText:
    found, _ = part.labelled()
    by_label = {each.label: _wordings(each) for each in found}
    return LetterText(
        subject=by_label["Subject"][0],
        opening=by_label["Opening"],
        core=tuple(_wordings(each) for each in found if each.label == "Core"),
        reply=by_label["Reply"],
    )


def _wordings(labelled: Labelled) -> Wordings:
    return tuple(_line(passage) for passage in labelled.wordings)


def _items(passage: Passage) -> Iterator[str]:
    return (line[2:].strip() for line in passage.text.splitlines() if line.startswith("- "))


def _line(passage: Passage) -> str:
    return " ".join(paragraph.uncited for paragraph in passage.paragraphs())
