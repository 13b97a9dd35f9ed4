"""A campaign's files as a form and back: nothing is lost, whatever the campaign has."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.campaign.checks.folder import examine
from letters.campaign.loader import CAMPAIGNS
from letters.campaign.sections import split
from letters.campaign.text_file import Folder
from letters.studio import changes, manifest_form, skeleton, words_form
from letters.studio import draft as drafts
from letters.studio.input.normalise import with_square_brackets
from letters.studio.toml_text import to_toml
from representatives.countries import COUNTRIES

TODAY = date(2026, 11, 30)
REAL = sorted(CAMPAIGNS.glob("*/??.??.md"))
BLANKS = {
    "Title:": "Title: Publish a plan",
    "Topic:": "Topic: a public plan for the river",
    "Meaning:": "Meaning: People could see what is done.",
    "Lead:": "Lead: Please ask the minister for a public plan.",
    "Supporting:": "Supporting: A public plan would help as well.",
    "Question:": "Question: Will you ask for it?",
    'publisher = ""': 'publisher = "A ministry"',
    'title = ""': 'title = "A report"',
    'url = ""': 'url = "https://example.org/report"',
    'date = ""': "date = 2025-06-12",
    'en = ""': 'en = "Clean water"',
    'fr = ""': 'fr = "De l’eau propre"',
}


def files_of(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def plain(fields: dict[str, str]) -> dict[str, str]:
    return {name: " ".join(text.split()) for name, text in fields.items() if text.strip()}


@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_words_file_is_the_same_after_the_form(path: Path) -> None:
    content = manifest_form.read((path.parent / "campaign.toml").read_text("utf-8"))
    country = path.name[:2]
    requests = [request["id"] for request in manifest_form.requests_of(content, country)]
    fields = words_form.to_fields(split(path.read_text("utf-8")))
    lines = words_form.to_lines(fields, requests, manifest_form.chambers_of(content, country))
    assert plain(words_form.to_fields(split("\n".join(line.text for line in lines)))) == plain(fields)


@pytest.mark.parametrize("slug", sorted({path.parent.name for path in REAL}))
def test_a_whole_campaign_is_the_same_after_the_form(slug: str) -> None:
    opened = drafts.opened(slug, files_of(CAMPAIGNS / slug))
    fields = opened.fields() | {
        "country": opened.country,
        "language": opened.language,
        "slug": slug,
        "manifest": opened.folder["campaign.toml"],
        **{f"file/{name}": text for name, text in drafts.other_files(opened).items()},
    }
    again = drafts.typed(fields)
    assert again.content == tomllib.loads((CAMPAIGNS / slug / "campaign.toml").read_text("utf-8"))
    assert again.files.keys() == opened.files.keys()
    examined = examine(Folder(slug, again.folder))
    assert examined.mistakes == ()
    before = examine(CAMPAIGNS / slug)
    assert [each.sentence for each in examined.findings] == [each.sentence for each in before.findings]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_new_campaign_has_no_mistake_once_its_blanks_are_filled(country: str, language: str) -> None:
    files = skeleton.files([country], [language], TODAY)
    assert examine(Folder("river-water", files)).mistakes
    filled = {name: filled_in(text) for name, text in files.items()}
    assert [str(mistake) for mistake in examine(Folder("river-water", filled)).mistakes] == []


def filled_in(text: str) -> str:
    lines, cores = [], 0
    for line in text.splitlines():
        if line == "Core:":
            cores += 1
            line = f"Core: Report number {cores} says that the river is dirty. [1]"
        bare = line.partition("  #")[0]
        new = BLANKS.get(bare, line)
        if line.startswith("## "):
            new = f"{line}\n\nThe report says so. [1]"
        if line != "Or:":
            lines.append(new)
    return "\n".join(lines)


def test_a_second_request_country_and_language_are_added_and_taken_out() -> None:
    draft = drafts.fresh("ca", "en", TODAY)
    two = changes.with_request(draft, TODAY)
    assert [each["id"] for each in manifest_form.requests_of(two.content, "ca")] == ["first", "request-2"]
    assert changes.without_request(two, "request-2").content == draft.content
    more = changes.at(changes.at(two, "ca", "fr", TODAY), "gb", "en", TODAY)
    assert more.tabs == [("ca", "en"), ("ca", "fr"), ("gb", "en")]
    assert changes.at(more, "xx", "en", TODAY) is more


def test_a_chamber_that_is_asked_again_gets_its_letter_again() -> None:
    draft = drafts.fresh("ca", "en", TODAY)
    fields = draft.fields() | {"country": "ca", "language": "en", "manifest": draft.folder["campaign.toml"]}
    only = drafts.typed({**fields, "request/first/chambers": "commons"})
    assert "# Letter: senate" not in only.files["ca.en.md"]
    shown = {name: text for name, text in only.fields().items() if not name.startswith("Letter/senate")}
    carried = {"country": "ca", "language": "en", "manifest": only.folder["campaign.toml"]}
    both = drafts.typed({**shown, **carried, "request/first/chambers": "commons senate"})
    assert "Opening: I live {{ in_region }}" in both.files["ca.en.md"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2025-06-12", date(2025, 6, 12)),
        ("12 June 2025", date(2025, 6, 12)),
        ("June 12, 2025", date(2025, 6, 12)),
        ("12 juin 2025", date(2025, 6, 12)),
        ("décembre 2025", "2025-12"),
        ("Nov 2024", "2024-11"),
        ("Sept. 2024", "2024-09"),
        ("3 fevr. 2024", date(2024, 2, 3)),
        ("juil. 2024", "2024-07"),
        ("jui 2024", "jui 2024"),
        ("Nov 24", "Nov 24"),
        ("12/03/2024", "12/03/2024"),
        ("2025", "2025"),
        ("31 February 2025", "31 February 2025"),
        ("soon", "soon"),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, kept: date | str) -> None:
    draft = drafts.fresh("ca", "en", TODAY)
    fields = {"source/0/id": "1", "source/0/publisher": "A ministry", "source/0/date": typed}
    assert manifest_form.put(draft.content, fields, "ca", "en")["sources"][0]["date"] == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("They said so. (1)", "They said so. [1]"),
        ("They said so (1).", "They said so [1]."),
        ("So it was in 2021 (1) (2)", "So it was in 2021 [1] [2]"),
        ("They said so.(1)(2)\nOthers did not. (2)", "They said so.[1] [2]\nOthers did not. [2]"),
        ("They said so. (1) Others did not. (2)", "They said so. [1] Others did not. [2]"),
        ("It did two things: (1) it closed; (2) it left.", "It did two things: (1) it closed; (2) it left."),
        ("So says section 4 (1)", "So says section 4 (1)"),
        ("They said so. (7)", "They said so. (7)"),
    ],
)
def test_a_sources_number_in_round_brackets_is_its_mark(typed: str, kept: str) -> None:
    for name in ("Summary/0/text", "Letter/commons/Core/0/0"):
        assert with_square_brackets({name: typed}, ["1", "2"]) == {name: kept}
    assert with_square_brackets({"title": typed}, ["1", "2"]) == {"title": typed}


VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"])) | st.integers() | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=8), VALUES, max_size=5))
def test_what_is_written_as_toml_is_read_as_the_same(content: dict[str, Any]) -> None:
    assert tomllib.loads(to_toml(content)) == content


@given(
    st.dictionaries(st.sampled_from([*words_form.to_fields([]), "title", "country", "manifest"]), st.text())
)
def test_any_form_makes_a_folder(fields: dict[str, str]) -> None:
    assert "campaign.toml" in drafts.typed(fields).folder
