"""A campaign as it stands in the studio's form: the whole folder, and which country and language are being edited."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from letters.campaign.sections import split
from letters.studio import manifest_form, skeleton, words_form
from letters.studio.archive import NO_COUNTRY, BadArchive
from letters.studio.input.normalise import with_small_topics, with_square_brackets
from letters.studio.input.references import with_numbers
from letters.studio.manifest_form import Content
from letters.studio.toml_text import to_toml
from letters.studio.words_form import Line
from representatives.countries import COUNTRIES

SHARED: Mapping[str, tuple[str, ...]] = {"friend": ("Text",), "editor": ("Rules", "Title", "Text", "Own")}
"""The texts that no country has for itself, and their parts; each is optional."""
LONGEST_SLUG = 60
_FILE = re.compile(r"[a-z]{2,6}\.[a-z]{2}\.md")


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that is typed, in the form that a folder has."""

    slug: str
    content: Content
    """Of campaign.toml."""
    files: Mapping[str, str]
    """The other files by name."""
    country: str
    language: str

    @property
    def words_file(self) -> str:
        """The name of the file that is being edited."""
        return f"{self.country}.{self.language}.md"

    @property
    def tabs(self) -> list[tuple[str, str]]:
        """Each country and language of the campaign."""
        return [
            (code, language)
            for code, table in self.content["countries"].items()
            for language in table["languages"]
            if code in COUNTRIES and language in COUNTRIES[code].languages
        ]

    @property
    def folder(self) -> dict[str, str]:
        """Every file of the folder by name."""
        return {"campaign.toml": to_toml(self.content), **self.files}

    def fields(self) -> dict[str, str]:
        """What the form shows."""
        fields = manifest_form.to_fields(self.content, self.country, self.language)
        fields |= words_form.to_fields(split(self.files.get(self.words_file, "")))
        for kind in SHARED:
            for part in split(self.files.get(f"{kind}.{self.language}.md", "")):
                fields[f"{kind}/{part.kind}"] = part.passage().text
        fields["slug"] = "" if self.slug == slug_of(fields["title"]) else self.slug
        return fields


def fresh(country: str, language: str, day: date) -> Draft:
    """A new campaign for a country, in a language that its letters can be in."""
    files = skeleton.files([country], [language], day)
    return opened("", files)


def opened(slug: str, files: Mapping[str, str]) -> Draft:
    """The campaign of a folder, at its first country and language.

    Raises:
        BadArchive: it has none.
    """
    content = manifest_form.read(files.get("campaign.toml", ""))
    kept = {name: text for name, text in files.items() if _FILE.fullmatch(name)}
    draft = Draft(slug_of(slug), content, kept, "", "")
    if not draft.tabs:
        raise BadArchive(NO_COUNTRY)
    country, language = draft.tabs[0]
    return replace(draft, country=country, language=language)


def typed(fields: Mapping[str, str]) -> Draft:
    """The campaign of a form that came back; lists among the fields are parted by spaces."""
    country, language = fields.get("country", ""), fields.get("language", "")
    if country not in COUNTRIES or language not in COUNTRIES[country].languages:
        country, language = "ca", "en"
    content = manifest_form.read(fields.get("manifest", ""))
    content = manifest_form.put(content, fields, country, language)
    carried = {name.removeprefix("file/"): text for name, text in fields.items() if name.startswith("file/")}
    files = {name: text for name, text in carried.items() if _FILE.fullmatch(name)}
    title = str(content["title"].get(language, ""))
    draft = Draft(slug_of(fields.get("slug", "")) or slug_of(title), content, files, country, language)
    ids = {source["url"]: source["id"] for source in content["sources"]}
    fields = with_numbers(with_square_brackets(with_small_topics(fields), ids.values()), ids)
    return with_fields(draft, fields)


def with_fields(draft: Draft, fields: Mapping[str, str]) -> Draft:
    """The draft with the files that its form shows as the form writes them, line by line, with these fields."""
    written = lines_of(draft, with_new_letters(draft, fields))
    files = {name: text for name, text in draft.files.items() if name not in written}
    files |= {name: "\n".join(line.text for line in lines) + "\n" for name, lines in written.items() if lines}
    return replace(draft, files=files)


def lines_of(draft: Draft, fields: Mapping[str, str]) -> dict[str, list[Line]]:
    """The files that the form shows, each line with its field; no lines where nothing was typed."""
    requests = [request["id"] for request in manifest_form.requests_of(draft.content, draft.country)]
    lines = {draft.words_file: words_form.to_lines(fields, requests, letters_of(draft, fields))}
    return lines | {f"{kind}.{draft.language}.md": _shared_lines(kind, fields) for kind in SHARED}


def letters_of(draft: Draft, fields: Mapping[str, str]) -> list[str]:
    """The chambers that the form has a letter for: those asked, and those for which facts were written."""
    asked = manifest_form.chambers_of(draft.content, draft.country)
    every = map(str, COUNTRIES[draft.country].chambers)
    return [each for each in every if each in asked or words_form.has_core(fields, each)]


def with_new_letters(draft: Draft, fields: Mapping[str, str]) -> Mapping[str, str]:
    """The fields with a skeleton's letter for each chamber that is asked now and was not before."""
    begun = {name.split("/")[1] for name in fields if name.startswith("Letter/")}
    new = [each for each in letters_of(draft, fields) if each not in begun]
    parts = split(skeleton.words(COUNTRIES[draft.country], draft.language))
    kept = [part for part in parts if part.kind == "Letter" and part.name in new]
    return {**words_form.to_fields(kept), **fields}


def _shared_lines(kind: str, fields: Mapping[str, str]) -> list[Line]:
    texts = {part: fields.get(f"{kind}/{part}", "").strip() for part in SHARED[kind]}
    if not any(text for part, text in texts.items() if part != "Rules"):
        return []
    return [
        Line(line, f"{kind}/{part}")
        for part, text in texts.items()
        for line in (f"# {part}", "", *(each.rstrip().removeprefix("# ") for each in text.splitlines()), "")
    ]


def slug_of(text: str) -> str:
    """A name for the address: lower-case letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")


def other_files(draft: Draft) -> dict[str, str]:
    """The files that the form carries along unseen."""
    shown = {draft.words_file, *(f"{kind}.{draft.language}.md" for kind in SHARED)}
    return {name: text for name, text in draft.files.items() if name not in shown}
