"""What can be wrong in a campaign folder: campaign.toml, and the files it promises."""

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from letters.campaign import manifest, sections, toml_lines
from letters.campaign.checks.expected_sections import expected
from letters.campaign.checks.manifest import manifest_mistakes
from letters.campaign.checks.shared_texts import shared_mistakes
from letters.campaign.checks.words import words_mistakes
from letters.campaign.manifest import Manifest, Reading
from representatives.countries import LETTER_COUNTRIES
from representatives.languages import LANGUAGES

MOST_BYTES = 262_144
"""Of a file: ten times the longest there is. A larger one would take a minute to read."""

_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Control characters, and those that turn the order of what is read: a reviewer would approve another text than stands there."""


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
    return examined(folder)[1]


def examined(folder: Path) -> tuple[Manifest, tuple[Mistake, ...]]:
    """What one folder's campaign.toml says, and all mistakes of the folder, by file and line."""
    file = folder / "campaign.toml"
    text, problem = _text(file)
    reading = manifest.UNREAD if problem else manifest.read(text)
    listed = [Mistake(_name(file), 1, problem)] if problem else _manifest_mistakes(file, text, reading)
    for kind, _language, path in shared_files(folder, reading.entry):
        if (
            path.exists() or not problem
        ):  # a folder without campaign.toml may be no campaign that lacks a file
            listed += _shared_mistakes(path, kind, reading)
    listed += _words_mistakes(folder, reading)
    return reading.entry, tuple(sorted(set(listed)))


def _manifest_mistakes(file: Path, text: str, reading: Reading) -> list[Mistake]:
    listed = [Mistake(_name(file), line, sentence) for line, sentence in reading.mistakes]
    if found := list(manifest_mistakes(reading)):
        lines = toml_lines.lines_of(text)
        listed += [Mistake(_name(file), toml_lines.nearest(lines, path), said) for path, said in found]
    return listed


def word_files(folder: Path, entry: Manifest) -> Iterator[tuple[str, str, Path]]:
    """Country, language and path of every words file that campaign.toml promises."""
    for country, table in entry.countries.items():
        for language in table.languages:
            yield country, language, folder / f"{country}.{language}.md"


def shared_files(folder: Path, entry: Manifest) -> Iterator[tuple[str, str, Path]]:
    """Kind, language and path of the texts that no country has for itself: for newspapers and for friends."""
    for kind in ("editor", "friend"):
        for language in sorted(LANGUAGES.keys() | entry.title.keys()):
            yield kind, language, folder / f"{kind}.{language}.md"


def _shared_mistakes(path: Path, kind: str, reading: Reading) -> list[Mistake]:
    text, problem = _text(path)
    if problem:
        needs = " Every language of the pages needs one." if not path.exists() else ""
        return [Mistake(_name(path), 1, problem + needs)]
    found = shared_mistakes(kind, sections.split(text), reading.sources)
    return [Mistake(_name(path), line, sentence) for line, sentence in found]


def _words_mistakes(folder: Path, reading: Reading) -> list[Mistake]:
    """Those of the words files that are promised and of those that are there."""
    promised = {path: (country, language) for country, language, path in word_files(folder, reading.entry)}
    shared = {path for *_, path in shared_files(folder, reading.entry)}
    listed: list[Mistake] = []
    for path in sorted(promised.keys() | set(folder.glob("*.md")) - shared):
        country, language = promised.get(path) or _named(path)
        if path not in promised and not _is_awaited(country, language, reading):
            listed.append(Mistake(_name(path), 1, "campaign.toml does not list this country and language."))
        elif path.exists() or country in LETTER_COUNTRIES:  # an unknown country is the one mistake to mend
            listed += _file_mistakes(path, reading, country, language)
    return listed


def _named(path: Path) -> tuple[str, str]:
    """The country and the language that a file's name says."""
    country, _, language = path.stem.partition(".")
    return country, language


def _is_awaited(country: str, language: str, reading: Reading) -> bool:
    """Whether a file that is not promised would be, were a mistake of campaign.toml mended."""
    countries = reading.entry.countries
    if not reading.is_sound("countries", country, "languages"):
        return True
    if country not in LETTER_COUNTRIES:
        return False
    return language in LETTER_COUNTRIES[country].languages and (
        country in countries or not countries.keys() <= LETTER_COUNTRIES.keys()
    )


def _file_mistakes(path: Path, reading: Reading, country: str, language: str) -> list[Mistake]:
    text, problem = _text(path)
    if problem:
        promise = f" campaign.toml promises {country} in “{language}”." if not path.exists() else ""
        return [Mistake(_name(path), 1, problem + promise)]
    table = expected(country, path.parent, reading)
    found = words_mistakes(sections.split(text), table, reading.sources)
    return [Mistake(_name(path), line, sentence) for line, sentence in found]


def _text(path: Path) -> tuple[str, str]:
    """A file's text and "", or "" and a sentence."""
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):  # a link to a device or a pipe, which would be read without an end
            return "", "This is not a file."
        if told.st_size > MOST_BYTES:
            return "", f"This file is larger than {MOST_BYTES // 1024} KB."
        text = path.read_text("utf-8")
        problem = _hidden(text)
        return ("", problem) if problem else (text, "")
    except FileNotFoundError:
        return "", "This file is missing."
    except UnicodeDecodeError:
        return "", "This file is not saved as UTF-8 text."
    except OSError:  # a link in a circle
        return "", "This file cannot be read."


def _hidden(text: str) -> str:
    found = _HIDDEN.search(text)
    if found is None:
        return ""
    line = text.count("\n", 0, found.start()) + 1
    return f"Line {line} holds the character U+{ord(found[0]):04X}, which nobody sees: take it out."


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
