"""A campaign as it stands in the studio's form: the whole folder, and which country and language are being edited."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from letters.campaign.sections import split
from letters.studio import manifest_form, skeleton, words_form
from letters.studio.manifest_form import Content
from letters.studio.normalise import with_small_topics, with_square_brackets
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
        return fields


def fresh(country: str, language: str, day: date) -> Draft:
    """A new campaign for a country, in a language that its letters can be in."""
    files = skeleton.files([country], [language], day)
    return opened("", files)


def opened(slug: str, files: Mapping[str, str]) -> Draft:
    """The campaign of a folder, at its first country and language."""
    content = manifest_form.read(files.get("campaign.toml", ""))
    kept = {name: text for name, text in files.items() if _FILE.fullmatch(name)}
    draft = Draft(slug_of(slug), content, kept, "", "")
    country, language = next(iter(draft.tabs), ("ca", "en"))
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
    fields = with_small_topics(with_new_letters(draft, fields))
    fields = with_square_brackets(fields, [str(source["id"]) for source in content["sources"]])
    files[draft.words_file] = text_of(words_lines(draft, fields))
    for kind in SHARED:
        files[f"{kind}.{language}.md"] = text_of(shared_lines(kind, fields))
    return replace(draft, files={name: text for name, text in files.items() if text})


def settled(draft: Draft) -> Draft:
    """The draft with the files that its form shows as the form writes them, line by line."""
    fields = with_new_letters(draft, draft.fields())
    written = {draft.words_file: text_of(words_lines(draft, fields))}
    for kind in SHARED:
        if text := text_of(shared_lines(kind, fields)):
            written[f"{kind}.{draft.language}.md"] = text
    return replace(draft, files={**draft.files, **written})


def words_lines(draft: Draft, fields: Mapping[str, str]) -> list[Line]:
    """The words file that is being edited, each line with its field."""
    requests = [request["id"] for request in manifest_form.requests_of(draft.content, draft.country)]
    chambers = [each for each in letters_of(draft, fields) if _is_begun(fields, each)]
    return words_form.to_lines(fields, requests, chambers)


def letters_of(draft: Draft, fields: Mapping[str, str]) -> list[str]:
    """The chambers that the form has a letter for: those asked, and those for which facts were written."""
    asked = manifest_form.chambers_of(draft.content, draft.country)
    every = map(str, COUNTRIES[draft.country].chambers)
    return [each for each in every if each in asked or words_form.has_core(fields, each)]


def _is_begun(fields: Mapping[str, str], chamber: str) -> bool:
    return any(name.startswith(f"Letter/{chamber}/") for name in fields)


def with_new_letters(draft: Draft, fields: Mapping[str, str]) -> Mapping[str, str]:
    """The fields with a skeleton's letter for each chamber that is asked now and was not before."""
    new = [each for each in letters_of(draft, fields) if not _is_begun(fields, each)]
    if not new:
        return fields
    parts = split(skeleton.words(COUNTRIES[draft.country], draft.language))
    kept = [part for part in parts if part.kind == "Letter" and part.name in new]
    return {**words_form.to_fields(kept), **fields}


def shared_lines(kind: str, fields: Mapping[str, str]) -> list[Line]:
    """The text for friends or newspapers, each line with its field; none where nothing was typed."""
    names = [(part, f"{kind}/{part}") for part in SHARED[kind]]
    if not any(fields.get(field, "").strip() for part, field in names if part != "Rules"):
        return []
    return [line for part, field in names for line in _part(part, field, fields.get(field, ""))]


def _part(part: str, field: str, text: str) -> Iterator[Line]:
    yield Line(f"# {part}", field)
    yield Line("", field)
    yield from (Line(line.rstrip().removeprefix("# "), field) for line in text.strip().splitlines())
    yield Line("", field)


def slug_of(text: str) -> str:
    """A name for the address: lower-case letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")


def text_of(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines) + "\n" if lines else ""


def other_files(draft: Draft) -> dict[str, str]:
    """The files that the form carries along unseen."""
    shown = {draft.words_file, *(f"{kind}.{draft.language}.md" for kind in SHARED)}
    return {name: text for name, text in draft.files.items() if name not in shown}
