"""What can be wrong in a campaign folder: campaign.toml first, then the files it promises."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from letters.campaign import manifest, sections
from letters.campaign.checks.manifest import manifest_findings
from letters.campaign.checks.shared_texts import shared_findings
from letters.campaign.checks.words import words_findings
from letters.campaign.findings import Check, Finding, Said
from letters.campaign.manifest import Manifest
from letters.campaign.sections import Part
from letters.campaign.text_file import MANIFEST, MISSING, Folder, read_folder
from letters.campaign.toml_lines import Path as Place
from letters.campaign.toml_lines import lines_of, nearest
from letters.typography import set_spaces
from representatives.countries import COUNTRIES
from representatives.languages import LANGUAGES

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
    folder = read_folder(folder) if isinstance(folder, Path) else folder
    text, problem = folder.read(MANIFEST)
    entry, said = manifest.read(text) if not problem else (None, [Said(1, problem)])
    found = _findings(folder, MANIFEST, [*_name_mistakes(folder.name), *said])
    if entry is None:
        return Examined(folder.name, None, {}, tuple(sorted(found)))
    found += _findings(folder, MANIFEST, manifest_findings(entry), lines_of(text))
    for file in _unlisted(folder, entry):
        found += _findings(folder, file, [Said(1, "campaign.toml does not list this country and language.")])
    parts: dict[tuple[str, str], list[Part]] = {}
    for kind, language in _promised(entry):
        if kind not in SHARED and kind not in COUNTRIES:
            continue  # an unknown country is the one mistake to mend
        file = f"{kind}.{language}.md"
        text, problem = folder.read(file)
        if problem:
            found += _findings(folder, file, [_unread(kind, language, problem)])
            continue
        parts[kind, language] = sections.split(set_spaces(text, language))
        found += _findings(folder, file, _file_findings(entry, kind, parts[kind, language], language))
    return Examined(folder.name, entry, parts, tuple(sorted(set(found))))


def _promised(entry: Manifest) -> list[tuple[str, str]]:
    """The files that campaign.toml promises, by country (or "editor", "friend") and language."""
    words = [(code, language) for code, table in entry.countries.items() for language in table.languages]
    return [*words, *product(SHARED, entry.languages)]


def _unlisted(folder: Folder, entry: Manifest) -> set[str]:
    """The files with words that nobody looks for."""
    listed = {f"{kind}.{language}.md" for kind, language in (*_promised(entry), *product(SHARED, LANGUAGES))}
    return {file for file in (*folder.files, *folder.unread) if file.endswith(".md")} - listed


def _file_findings(entry: Manifest, kind: str, parts: list[Part], language: str) -> Check:
    if kind in SHARED:
        return shared_findings(kind, parts, entry.source_ids)
    table = entry.countries[kind]
    title = table.title.get(language) or entry.title.get(language, "")
    return words_findings(parts, table, entry.source_ids, language, title)


def _name_mistakes(name: str) -> Check:
    if name in RESERVED:
        yield Said(1, f"A page of the site has the address “{name}”: give the folder another name.")
    elif not _SLUG.fullmatch(name):
        yield Said(1, "The folder’s name is the campaign’s address: use small letters, digits and dashes.")


def _unread(kind: str, language: str, problem: str) -> Said:
    if problem != MISSING:
        return Said(1, problem)
    if kind in SHARED:
        return Said(1, f"{SHARED[kind]}.", is_advice=True)
    return Said(1, f"{problem} campaign.toml promises {kind} in “{language}”.")


def _findings(
    folder: Folder, file: str, said: Iterable[Said], lines: Mapping[Place, int] | None = None
) -> list[Finding]:
    """What was said of a file, where it belongs; `lines` are those of the paths in it."""
    return [
        Finding(
            f"{folder.name}/{file}",
            each.where if isinstance(each.where, int) else nearest(lines or {}, each.where),
            each.sentence,
            each.is_advice,
        )
        for each in said
    ]
