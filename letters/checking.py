"""What can be wrong in a campaign folder: campaign.toml against itself, and the files it promises."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from letters import manifest, parts
from letters.manifest import CountryEntry, Manifest
from letters.shared_check import shared_mistakes
from letters.words_check import text_mistakes, words_mistakes
from representatives.countries import LETTER_COUNTRIES
from representatives.languages import LANGUAGES


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Something an author must mend."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


def mistakes(folder: Path) -> tuple[Mistake, ...]:
    """All mistakes of one campaign folder, by file and line."""
    file = folder / "campaign.toml"
    text, problem = _text(file)
    if problem:
        return (Mistake(_name(file), 1, problem),)
    entry, found = manifest.read(text)
    listed = [Mistake(_name(file), line, sentence) for line, sentence in found]
    if entry is None:
        for path in sorted(folder.glob("*.md")):
            listed += _texts_alone(path)
    else:
        listed += [Mistake(_name(file), *found) for found in _manifest_mistakes(entry, text)]
        for country, language, path in word_files(folder, entry):
            listed += _file_mistakes(path, entry, country, language)
        for kind, _language, path in shared_files(folder, entry):
            listed += _shared_mistakes(path, kind, entry)
        listed += _unlisted(folder, entry)
    return tuple(sorted(set(listed)))


def _manifest_mistakes(entry: Manifest, text: str) -> Iterator[tuple[int, str]]:
    known = {source.id for source in entry.sources}
    for code, country in entry.countries.items():
        line = manifest.line_of(text, "countries", code)
        if code not in LETTER_COUNTRIES:
            yield line, f"Unknown country “{code}”: use one of {', '.join(sorted(LETTER_COUNTRIES))}."
            continue
        for language in sorted(set(LETTER_COUNTRIES[code].languages) - set(country.languages)):
            yield line, f"Language “{language}” is missing: a letter to {code} can be written in it."
        for language in sorted(set(country.languages) - set(LETTER_COUNTRIES[code].languages)):
            yield line, f"No letter to {code} can be written in language “{language}”."
        yield from _chamber_mistakes(code, country, line)
        yield from _source_mistakes(code, country, known, text)
    yield from _text_mistakes(entry, text)
    yield from _repeated(entry, text)


def _chamber_mistakes(code: str, country: CountryEntry, line: int) -> Iterator[tuple[int, str]]:
    chambers = LETTER_COUNTRIES[code].chambers
    asked = {chamber for request in country.requests for chamber in request.chambers}
    for chamber in sorted(chambers.keys() - asked):
        yield line, f"No request can be put to the {chamber} of {code}."
    for chamber in sorted(asked - chambers.keys()):
        yield line, f"There is no {chamber} in {code}."


def _source_mistakes(
    code: str, country: CountryEntry, known: set[str], text: str
) -> Iterator[tuple[int, str]]:
    for number, request in enumerate(country.requests):
        line = manifest.line_of(text, "countries", code, "requests", number, "sources")
        if not request.sources:
            yield line, f"Request “{request.id}” names no source."
        for source in sorted(set(request.sources) - known):
            yield line, f"Request “{request.id}” names the source “{source}”, which no [[sources]] block has."


def _text_mistakes(entry: Manifest, text: str) -> Iterator[tuple[int, str]]:
    for key, by_language in (("title", entry.title), ("teaser", entry.teaser)):
        for language in sorted(LANGUAGES.keys() - by_language.keys()):
            yield manifest.line_of(text, key), f"{key} is missing in language “{language}”."
    for number, source in enumerate(entry.sources):
        for language in sorted(LANGUAGES.keys() - source.note.keys()) if source.note else ():
            yield (
                manifest.line_of(text, "sources", number),
                f"The note of “{source.id}” is missing in “{language}”.",
            )


def _repeated(entry: Manifest, text: str) -> Iterator[tuple[int, str]]:
    ids = [source.id for source in entry.sources]
    for number, id in enumerate(ids):
        if id in ids[:number]:
            yield manifest.line_of(text, "sources", number, "id"), f"The source “{id}” stands here twice."
    for code, country in entry.countries.items():
        requests = [request.id for request in country.requests]
        for number, id in enumerate(requests):
            if id in requests[:number]:
                line = manifest.line_of(text, "countries", code, "requests", number, "id")
                yield line, f"The request “{id}” stands here twice."


def word_files(folder: Path, entry: Manifest) -> Iterator[tuple[str, str, Path]]:
    """Country, language and path of every words file that campaign.toml promises."""
    for country, table in entry.countries.items():
        for language in table.languages:
            yield country, language, folder / f"{country}.{language}.md"


def shared_files(folder: Path, entry: Manifest) -> Iterator[tuple[str, str, Path]]:
    """Kind, language and path of the texts that no country has for itself: for newspapers and for friends."""
    for kind in ("editor", "friend"):
        for language in sorted(entry.title):
            yield kind, language, folder / f"{kind}.{language}.md"


def _shared_mistakes(path: Path, kind: str, entry: Manifest) -> list[Mistake]:
    text, problem = _text(path)
    if problem:
        return [Mistake(_name(path), 1, f"{problem} Every language of the title needs one.")]
    found = shared_mistakes(kind, parts.split(text), {source.id for source in entry.sources})
    return [Mistake(_name(path), line, sentence) for line, sentence in found]


def _file_mistakes(path: Path, entry: Manifest, country: str, language: str) -> list[Mistake]:
    text, problem = _text(path)
    if problem:
        return [Mistake(_name(path), 1, f"{problem} campaign.toml promises {country} in “{language}”.")]
    found = words_mistakes(parts.split(text), entry, country)
    return [Mistake(_name(path), line, sentence) for line, sentence in found]


def _texts_alone(path: Path) -> list[Mistake]:
    """What can be said of a words file while campaign.toml cannot be read."""
    text, problem = _text(path)
    if problem:
        return [Mistake(_name(path), 1, problem)]
    return [Mistake(_name(path), line, sentence) for line, sentence in text_mistakes(parts.split(text))]


def _unlisted(folder: Path, entry: Manifest) -> list[Mistake]:
    listed = {path for *_, path in (*word_files(folder, entry), *shared_files(folder, entry))}
    return [
        Mistake(_name(path), 1, "campaign.toml does not list this country and language.")
        for path in sorted(set(folder.glob("*.md")) - listed)
    ]


def _text(path: Path) -> tuple[str, str]:
    """A file's text and "", or "" and a sentence."""
    try:
        return path.read_text("utf-8"), ""
    except FileNotFoundError:
        return "", "This file is missing."
    except UnicodeDecodeError:
        return "", "This file is not saved as UTF-8 text."


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
