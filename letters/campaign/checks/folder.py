"""What can be wrong in a campaign folder: campaign.toml first, then the files it promises."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from letters.campaign import manifest, sections
from letters.campaign.checks.manifest import manifest_findings
from letters.campaign.checks.shared_texts import shared_findings
from letters.campaign.checks.words import words_findings
from letters.campaign.findings import Finding, Said
from letters.campaign.manifest import Manifest
from letters.campaign.sections import Part
from letters.campaign.text_file import MISSING, DiskFolder, Folder
from letters.campaign.toml_lines import Path as Place
from letters.campaign.toml_lines import lines_of, nearest
from letters.typography import set_spaces
from representatives.countries import COUNTRIES
from representatives.languages import LANGUAGES

MANIFEST = "campaign.toml"
SHARED: Mapping[str, str] = {
    "editor": "A letter to the editor helps writers to reach newspapers, too",
    "friend": "A message to friends brings more letters than anything else",
}
"""The texts that no country has for itself, and why to add one: each is optional."""
RESERVED = frozenset({"about", "counts", "data", "embed", "how", "preview", "privacy", "studio"})
"""Names that pages of the site have in the place of a campaign's."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Examined:
    """A folder, read and split once, and everything that is to be said of it."""

    slug: str
    """The folder's name, which is the campaign's address."""
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


def examine(folder: Path | Folder) -> Examined:
    """Read one campaign folder. Mistakes in the form of campaign.toml come first, all others in the next round."""
    folder = DiskFolder(folder) if isinstance(folder, Path) else folder
    text, problem = folder.read(MANIFEST)
    entry, said = manifest.read(text) if not problem else (None, [Said(1, problem)])
    found = [*_name_mistakes(folder), *_findings(folder, MANIFEST, said)]
    if entry is None:
        return Examined(folder.name, None, {}, tuple(sorted(found)))
    lines = lines_of(text)
    placed = (replace(each, where=_line(each, lines)) for each in manifest_findings(entry))
    found += [*_findings(folder, MANIFEST, placed), *_unlisted(folder, entry)]
    parts: dict[tuple[str, str], list[Part]] = {}
    for (kind, language), file in files_of(entry).items():
        text, problem = folder.read(file)
        if problem:
            found += _findings(folder, file, [_unread(kind, language, problem)])
            continue
        parts[kind, language] = sections.split(set_spaces(text, language))
        found += _findings(folder, file, _file_findings(entry, kind, parts[kind, language], language))
    return Examined(folder.name, entry, parts, tuple(sorted(set(found))))


def files_of(entry: Manifest) -> Mapping[tuple[str, str], str]:
    """Every file that campaign.toml promises, by country (or "editor", "friend") and language."""
    countries = ((code, each) for code, table in entry.countries.items() for each in table.languages)
    shared = ((kind, language) for kind in SHARED for language in entry.languages)
    return {key: f"{key[0]}.{key[1]}.md" for key in chain(countries, shared) if _is_known(key[0])}


def _is_known(kind: str) -> bool:
    """Whether files of that kind are read: an unknown country is the one mistake to mend."""
    return kind in SHARED or kind in COUNTRIES


def _file_findings(entry: Manifest, kind: str, parts: list[Part], language: str) -> Iterator[Said]:
    if kind in SHARED:
        return shared_findings(kind, parts, entry.source_ids)
    table = entry.countries[kind]
    title = table.title.get(language) or entry.title.get(language, "")
    return words_findings(parts, table, entry.source_ids, language, title)


def _name_mistakes(folder: Folder) -> Iterator[Finding]:
    if folder.name in RESERVED:
        sentence = f"A page of the site has the address “{folder.name}”: give the folder another name."
        yield Finding(f"{folder.name}/{MANIFEST}", 1, sentence)
    elif not _SLUG.fullmatch(folder.name):
        sentence = "The folder’s name is the campaign’s address: use small letters, digits and dashes."
        yield Finding(f"{folder.name}/{MANIFEST}", 1, sentence)


def _unlisted(folder: Folder, entry: Manifest) -> Iterator[Finding]:
    promised = set(files_of(entry).values())
    promised |= {f"{code}.{each}.md" for code, table in entry.countries.items() for each in table.languages}
    promised |= {f"{kind}.{language}.md" for kind in SHARED for language in LANGUAGES}
    for file in folder.words_files():
        if file not in promised:
            sentence = "campaign.toml does not list this country and language."
            yield Finding(f"{folder.name}/{file}", 1, sentence)


def _unread(kind: str, language: str, problem: str) -> Said:
    if problem != MISSING:
        return Said(1, problem)
    if kind in SHARED:
        return Said(1, f"{SHARED[kind]}.", is_advice=True)
    return Said(1, f"{problem} campaign.toml promises {kind} in “{language}”.")


def _line(said: Said, lines: Mapping[Place, int]) -> int:
    return said.where if isinstance(said.where, int) else nearest(lines, said.where)


def _findings(folder: Folder, file: str, said: Iterable[Said]) -> Iterator[Finding]:
    for each in said:
        assert isinstance(each.where, int)  # noqa: S101 (paths were turned into lines before)
        yield Finding(f"{folder.name}/{file}", each.where, each.sentence, each.is_advice)
