"""What can be wrong in a campaign folder: campaign.toml first, then the files it promises."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from letters.campaign import manifest, sections
from letters.campaign.checks.manifest import manifest_findings
from letters.campaign.checks.shared_texts import shared_findings
from letters.campaign.checks.words import words_findings
from letters.campaign.findings import Finding, Said
from letters.campaign.manifest import Manifest
from letters.campaign.sections import Part
from letters.campaign.text_file import read_text
from letters.campaign.toml_lines import Path as Place
from letters.campaign.toml_lines import lines_of, nearest
from letters.typography import set_spaces
from representatives.countries import LETTER_COUNTRIES
from representatives.languages import LANGUAGES

SHARED = ("editor", "friend")
"""The texts that no country has for itself: for newspapers and for friends."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A folder, read and split once, and everything that is to be said of it."""

    folder: Path
    manifest: Manifest | None
    """None where its form is wrong: then nothing else was read."""
    parts: Mapping[tuple[str, str], list[Part]]
    """By country (or "editor", "friend") and language, those that could be read."""
    findings: tuple[Finding, ...]
    """By file and line."""

    @property
    def mistakes(self) -> tuple[Finding, ...]:
        """What keeps the campaign from being shown."""
        return tuple(finding for finding in self.findings if not finding.is_advice)


def examine(folder: Path) -> Examined:
    """Read one campaign folder. Mistakes in the form of campaign.toml come first, all others in the next round."""
    file = folder / "campaign.toml"
    text, problem = read_text(file)
    entry, said = manifest.read(text) if not problem else (None, [Said(1, problem)])
    if entry is None:
        return Examined(folder, None, {}, tuple(sorted(_findings(file, said))))
    lines = lines_of(text)
    found = [
        *_findings(
            file,
            (Said(_line(each, lines), each.sentence, each.is_advice) for each in manifest_findings(entry)),
        ),
        *_unlisted(folder, entry),
    ]
    parts: dict[tuple[str, str], list[Part]] = {}
    for (kind, language), path in files_of(folder, entry).items():
        text, problem = read_text(path)
        if problem:
            found += _findings(path, [Said(1, problem + _why(kind, language, path))])
            continue
        parts[kind, language] = sections.split(set_spaces(text, language))
        found += _findings(path, _file_findings(entry, kind, parts[kind, language], language))
    return Examined(folder, entry, parts, tuple(sorted(set(found))))


def files_of(folder: Path, entry: Manifest) -> Mapping[tuple[str, str], Path]:
    """Every file that campaign.toml promises, by country (or "editor", "friend") and language."""
    countries = ((code, each) for code, table in entry.countries.items() for each in table.languages)
    shared = ((kind, language) for kind in SHARED for language in LANGUAGES)
    return {key: folder / f"{key[0]}.{key[1]}.md" for key in chain(countries, shared) if _is_known(key[0])}


def _is_known(kind: str) -> bool:
    """Whether files of that kind are read: an unknown country is the one mistake to mend."""
    return kind in SHARED or kind in LETTER_COUNTRIES


def _file_findings(entry: Manifest, kind: str, parts: list[Part], language: str) -> Iterator[Said]:
    if kind in SHARED:
        return shared_findings(kind, parts, entry.source_ids)
    return words_findings(parts, entry.countries[kind], entry.source_ids, language)


def _unlisted(folder: Path, entry: Manifest) -> Iterator[Finding]:
    promised = {f"{code}.{each}.md" for code, table in entry.countries.items() for each in table.languages}
    promised |= {f"{kind}.{language}.md" for kind in SHARED for language in LANGUAGES}
    for path in sorted(folder.glob("*.md")):
        if path.name not in promised:
            yield Finding(_name(path), 1, "campaign.toml does not list this country and language.")


def _why(kind: str, language: str, path: Path) -> str:
    if path.exists():
        return ""
    if kind in SHARED:
        return " Every language of the pages needs one."
    return f" campaign.toml promises {kind} in “{language}”."


def _line(said: Said, lines: Mapping[Place, int]) -> int:
    return said.where if isinstance(said.where, int) else nearest(lines, said.where)


def _findings(path: Path, said: Iterator[Said] | list[Said]) -> Iterator[Finding]:
    for each in said:
        assert isinstance(each.where, int)  # noqa: S101 (paths were turned into lines before)
        yield Finding(_name(path), each.where, each.sentence, each.is_advice)


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
