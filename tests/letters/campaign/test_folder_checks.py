"""Authors learn of every mistake at once, each with its file and line, before a letter can hold it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from letters.campaign.checks.folder import mistakes
from letters.campaign.loader import CAMPAIGNS, load_all

SLUG = "forced-labour"


class Folder:
    """A campaign's folder that can be broken one way at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def text(self, name: str) -> str:
        return (self.path / name).read_text("utf-8")

    def change(self, name: str, old: str, new: str) -> int:
        """Replace the first `old`; returns its line."""
        text = self.text(name)
        assert old in text, old
        (self.path / name).write_text(text.replace(old, new, 1), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    def line(self, name: str, of: str) -> int:
        """The line on which that text stands."""
        text = self.text(name)
        return text[: text.index(of)].count("\n") + 1

    def reported(self) -> list[str]:
        return [str(mistake) for mistake in mistakes(self.path)]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(shutil.copytree(CAMPAIGNS / SLUG, tmp_path / SLUG))


@pytest.mark.parametrize("slug", sorted(path.name for path in CAMPAIGNS.iterdir()))
def test_the_real_campaigns_have_no_mistake(slug: str) -> None:
    assert [str(mistake) for mistake in mistakes(CAMPAIGNS / slug)] == []


def test_every_real_campaign_is_ready() -> None:
    campaigns, found = load_all()
    assert found == ()
    assert list(campaigns) == ["forced-labour", "forced-organ-harvesting", "prisoners-of-conscience"]


LONG = "word " * 60

# What breaks: file, what is replaced, by what, then which sentence is said of that file, how many lines below.
WORDS = {
    "unknown placeholder": (
        "I live in {{ constituency }}",
        "I live in {{ constituancy }}",
        "Unknown placeholder “c",
    ),
    "placeholder left open": (
        "I live in {{ constituency }}",
        "I live in {{ constituency",
        "A placeholder is not clos",
    ),
    "attribute access": (
        "I live in {{ constituency }}",
        "I {{ recipient.__class__ }}",
        "Only plain placeholders",
    ),
    "core too long": ("Core: A note", f"Core: {LONG}A note", "The Core has up to 133 words: 80 at most."),
    "core without a source": (
        "Or: In 2018 the BBC told how",
        "Or: Nobody said this.\nOr: In 2018 the BBC told how",
        "This paragraph of the Core names no source: add [source-id].",
    ),
    "summary paragraph without a source": (
        "On 28 December 2013",
        "Nobody said this.\n\nOn 28 December 2013",
        "This paragraph names no source: add [source-id] after each statement.",
    ),
    "unknown source": (
        "for almost no pay. [bbc-2018]",
        "for almost no pay. [bbc-1918]",
        "No [[sources]] block has the id “bbc-1",
    ),
    "missing label": ("Reply: Please write back", "Please write back", "“Reply:” is missing."),
    "empty label": (
        "Title: Consider a presumption for high-risk goods",
        "Title:",
        "“Title:” is missing.",
    ),
    "label twice": (
        "Meaning: The Supply Chains Act",
        "Title: Again\nMeaning: The Supply Chains Act",
        "Begin this line with one of Title:, Meaning:, Lead:, Supporting:, Question:, After title:, After meaning:, ",
    ),
    "unknown part": ("# Prompt: wish", "# Hints", "Unknown part “# Hints”."),
    "unknown prompt": ("# Prompt: wish", "# Prompt: hope", "Unknown part “# Prompt: hope”."),
    "part for an unknown chamber": ("# Letter: senate", "# Letter: lords", "Unknown part “# Letter: lords”."),
    "unknown request": ("# Request: presumption", "# Request: other", "Unknown part “# Request: other”."),
    "prompt without its question": (
        "Question: Why does it matter to you, to those close",
        "Starter: To those close",
        "“Question:” is missing.",
    ),
    "starter with a placeholder": (
        "Starter: Where I live, people",
        "Starter: In {{ constituency }}, people",
        "Placeholders work only in a letter’s texts: not here.",
    ),
    "starter in two wordings": (
        "Starter: Where I live, people",
        "Starter: Where I live, people\nOr: Here, people",
        "“Starter:” has one wording only.",
    ),
    "title with a placeholder": (
        "Title: Consider a presumption for high-risk goods",
        "Title: Consider it {{ in_region }}",
        "Placeholders work only in a letter’s texts: not here.",
    ),
    "summary with a placeholder": (
        "On 28 December 2013",
        "In {{ region }}, on 28 December 2013",
        "Placeholders work only in a letter’s texts: not here.",
    ),
    "subject in two wordings": (
        "Subject: Goods made with forced labour: a request from {{ constituency }}",
        "Subject: Goods\nOr: Labour",
        "“Subject:” has one wording only.",
    ),
    "a part of what comes after": (
        "# Request: presumption\n",
        "# Request: presumption\n\nAfter: A.\nAfter title: B\nAfter meaning: C\nAfter supporting: D\n",
        "“After question:” is missing.",
    ),
    "text before the first part": (
        "# Summary",
        "Hello\n# Summary",
        "Text before the first “# ” heading belongs to no",
    ),
}


@pytest.mark.parametrize(("old", "new", "sentence"), WORDS.values(), ids=WORDS.keys())
def test_a_mistake_in_the_words_is_reported_with_its_file(
    folder: Folder, old: str, new: str, sentence: str
) -> None:
    folder.change("ca.en.md", old, new)
    found = [each for each in folder.reported() if sentence in each]
    assert len(found) == 1, folder.reported()
    assert re.match(rf"{SLUG}/ca\.en\.md:\d+: ", found[0])
    assert all(each.startswith(f"{SLUG}/ca.en.md:") for each in folder.reported())


@pytest.mark.parametrize(
    ("name", "stands_on"),
    [
        ("unknown placeholder", "{{ constituancy }}"),
        ("attribute access", "__class__"),
        ("core too long", "Core: word"),
        ("core without a source", "Or: Nobody"),
        ("summary paragraph without a source", "Nobody said"),
        ("unknown source", "[bbc-1918]"),
        ("missing label", "# Letter: commons"),
        ("empty label", "# Request: presumption"),
        ("label twice", "Title: Again"),
        ("unknown part", "# Hints"),
        ("part for an unknown chamber", "# Letter: lords"),
        ("unknown request", "# Request: other"),
        ("unknown prompt", "# Prompt: hope"),
        ("prompt without its question", "# Prompt: matters"),
        ("starter with a placeholder", "In {{ constituency }}, people"),
        ("starter in two wordings", "Or: Here"),
        ("title with a placeholder", "Title: Consider it"),
        ("summary with a placeholder", "In {{ region }}"),
        ("subject in two wordings", "Or: Labour"),
        ("a part of what comes after", "# Request: presumption"),
        ("text before the first part", "Hello"),
    ],
)
def test_the_line_is_the_one_to_mend(folder: Folder, name: str, stands_on: str) -> None:
    old, new, sentence = WORDS[name]
    folder.change("ca.en.md", old, new)
    line = folder.line("ca.en.md", stands_on)
    assert [each.split(":")[1] for each in folder.reported() if sentence in each] == [str(line)]


def test_a_second_wording_and_a_second_line_are_counted_from_the_top(folder: Folder) -> None:
    folder.change(
        "ca.en.md",
        "Or: Our law is not silent",
        "Or: Not\nsaid {{ x }} by anyone.\nOr: Our law is not silent",
    )
    line = folder.line("ca.en.md", "Not\nsaid")
    found = folder.reported()
    assert f"{SLUG}/ca.en.md:{line}: This paragraph of the Core names no source: add [source-id]." in found
    assert any(each.startswith(f"{SLUG}/ca.en.md:{line + 1}: Unknown placeholder “x”") for each in found)


def test_a_part_that_stands_twice_is_reported_where_it_comes_again(folder: Folder) -> None:
    text = folder.text("ca.fr.md")
    again = text[text.index("# Prompt: learned") : text.index("# Prompt: matters")]
    (folder.path / "ca.fr.md").write_text(text + again, "utf-8")
    line = text.count("\n") + 1
    assert folder.reported() == [f"{SLUG}/ca.fr.md:{line}: “# Prompt: learned” stands here twice."]


@pytest.mark.parametrize(
    "part",
    [
        "# Summary",
        "# Prompt: learned",
        "# Prompt: matters",
        "# Prompt: wish",
        "# Letter: commons",
        "# Letter: senate",
        "# Request: presumption",
    ],
)
def test_a_part_that_is_missing_is_named(folder: Folder, part: str) -> None:
    text = folder.text("ca.en.md")
    start = text.index(part + "\n")
    end = text.find("\n# ", start + 1)
    (folder.path / "ca.en.md").write_text(text[:start] + (text[end + 1 :] if end > 0 else ""), "utf-8")
    assert f"{SLUG}/ca.en.md:1: The part “{part}” is missing." in folder.reported()


def test_an_empty_summary_is_reported(folder: Folder) -> None:
    text = folder.text("ca.en.md")
    (folder.path / "ca.en.md").write_text("# Summary\n\n" + text[text.index("# Request") :], "utf-8")
    assert [each for each in folder.reported() if each.endswith("The Summary is empty.")]


MANIFEST = {
    "request without a source": (
        'sources = ["ca-welke-2023", "ca-gowling-2024"]',
        "sources = []",
        "Request “enforce-ban” names no source.",
        0,
    ),
    "request whose source does not exist": (
        'sources = ["ca-welke-2023", "ca-gowling-2024"]',
        'sources = ["ca-welke-1923"]',
        "Request “enforce-ban” names the source “ca-welke-1923”, which no [[sources]] block has.",
        0,
    ),
    "request without its sources line": (
        'sources = ["ca-welke-2023", "ca-gowling-2024"]\n',
        "",
        "Request “enforce-ban” names no source.",
        -3,
    ),
    "missing language": (
        'languages = ["en", "fr"]',
        'languages = ["en"]',
        "Language “fr” is missing: a letter to ca can be written in it.",
        0,
    ),
    "language nobody reads there": (
        'languages = ["en", "fr"]',
        'languages = ["en", "fr", "de"]',
        "No letter to ca can be written in language “de”.",
        0,
    ),
    "title missing in a language": (
        'fr = "Bannir',
        '# fr = "Bannir',
        "title is missing in language “fr”.",
        -2,
    ),
    "unknown chamber": (
        '["commons", "senate"]',
        '["commons", "lords"]',
        "countries.ca.requests.0.chambers.1: Input",
        0,
    ),
    "unknown key": ("[title]", 'colour = "red"\n[title]', "colour: Unexpected keyword argument", 0),
    "bad id": (
        'id = "enforce-ban"',
        'id = "Enforce ban"',
        "countries.ca.requests.0.id: Value error, this should match the pattern",
        0,
    ),
    "address that is none": (
        'url = "https://',
        'url = "',
        "sources.0.url: Value error, this should match the pattern",
        0,
    ),
    "request without its id": (
        'id = "enforce-ban"\n',
        "",
        "countries.ca.requests.0.id: Field required.",
        -1,
    ),
    "day in quotes": (
        'seen = "2024-12"',
        'seen = "2024-12-02"',
        "countries.ca.requests.0.seen: Value error, this should be a day without quotes, as in 2025-12-05; or: Value",
        0,
    ),
    "date that is none": (
        "date = 2018-10-29",
        'date = "October 2018"',
        "sources.0.date: Value error, this should be a day without quotes, as in 2025-12-05; or: Value error, this",
        0,
    ),
    "list for a date": (
        "date = 2018-10-29",
        "date = [2018, 10]",
        "sources.0.date: Value error, this should be a day without quotes, as in 2025-12-05; or: Input should be a",
        0,
    ),
    "country without its requests": (
        "[[countries.gb.requests]]",
        "[[countries.gb.asks]]",
        "countries.gb.asks: Unexpected keyword argument.",
        0,
    ),
    "not TOML": ("[teaser]", "[teaser", "This is not TOML:", 0),
}


@pytest.mark.parametrize(("old", "new", "sentence", "below"), MANIFEST.values(), ids=MANIFEST.keys())
def test_a_mistake_in_campaign_toml_is_reported_on_its_line(
    folder: Folder, old: str, new: str, sentence: str, below: int
) -> None:
    line = folder.change("campaign.toml", old, new) + below
    found = [each for each in folder.reported() if sentence in each]
    assert len(found) == 1, folder.reported()
    assert found[0].startswith(f"{SLUG}/campaign.toml:{line}: ")


@pytest.mark.parametrize("code", ["cx", "uk", "canada"])
def test_a_broken_country_code_is_reported(folder: Folder, code: str) -> None:
    text = folder.text("campaign.toml").replace("countries.ca", f"countries.{code}")
    (folder.path / "campaign.toml").write_text(text, "utf-8")
    for name in ("en", "fr"):
        (folder.path / f"ca.{name}.md").rename(folder.path / f"{code}.{name}.md")
    line = folder.line("campaign.toml", f"[countries.{code}]")
    assert folder.reported() == [
        f"{SLUG}/campaign.toml:{line}: Unknown country “{code}”: use one of au, ca, gb, us."
    ]


def test_a_campaign_for_one_language_still_has_its_titles_in_all_of_the_pages(folder: Folder) -> None:
    text = folder.text("campaign.toml")
    start = text.index("[countries.ca]")
    (folder.path / "campaign.toml").write_text(
        text[:start].replace('fr = "', '# fr = "') + text[text.index("[countries.gb]") :], "utf-8"
    )
    found = folder.reported()
    for key in ("title", "teaser"):
        assert any(each.endswith(f"{key} is missing in language “fr”.") for each in found), found


def test_a_source_or_a_request_that_stands_twice_is_reported(folder: Folder) -> None:
    text = folder.text("campaign.toml")
    source = text[text.index("[[sources]]") :].split("\n\n")[0]
    request = text[text.index("[[countries.ca.requests]]") :].split("\n\n")[0]
    (folder.path / "campaign.toml").write_text(f"{text}\n{source}\n\n{request}\n", "utf-8")
    found = folder.reported()
    assert len(found) == 2
    assert "The source “" in found[0] + found[1]
    assert any(each.endswith("The request “enforce-ban” stands here twice.") for each in found)


FILES = sorted(path.name for path in (CAMPAIGNS / SLUG).iterdir())


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Folder, name: str) -> None:
    (folder.path / name).unlink()
    (found,) = folder.reported()
    assert found.startswith(f"{SLUG}/{name}:1: This file is missing.")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_utf8_is_named(folder: Folder, name: str) -> None:
    (folder.path / name).write_text(folder.text(name), "utf-16")
    (found,) = folder.reported()
    assert found.startswith(f"{SLUG}/{name}:1: This file is not saved as UTF-8 text.")


@pytest.mark.parametrize("character", ["\x07", "\x1b", "\u200b", "\u202e", "\u2066", "\ufeff"])
@pytest.mark.parametrize("name", FILES)
def test_a_character_that_nobody_sees_is_named(folder: Folder, name: str, character: str) -> None:
    (folder.path / name).write_text(f"{folder.text(name)}\n{character}\n", "utf-8")
    line = folder.text(name).count("\n")
    assert folder.reported() == [
        f"{SLUG}/{name}:1: Line {line} holds the character U+{ord(character):04X}, which nobody sees: take it out."
    ]


def test_a_file_that_campaign_toml_does_not_list_is_named(folder: Folder) -> None:
    (folder.path / "nz.en.md").write_text("# Summary\n", "utf-8")
    assert folder.reported() == [f"{SLUG}/nz.en.md:1: campaign.toml does not list this country and language."]


def test_several_mistakes_are_reported_at_once_in_order(folder: Folder) -> None:
    folder.change("campaign.toml", 'fr = "Le billet', '# fr = "Le billet')
    folder.change("ca.en.md", "# Prompt: wish", "# Hints")
    folder.change("ca.en.md", "I live in {{ constituency }}", "I live in {{ town }}")
    (folder.path / "ca.fr.md").unlink()
    found = mistakes(folder.path)
    assert [mistake.file for mistake in found] == [
        f"{SLUG}/ca.en.md",
        f"{SLUG}/ca.en.md",
        f"{SLUG}/ca.en.md",
        f"{SLUG}/ca.fr.md",
        f"{SLUG}/campaign.toml",
    ]
    assert list(found) == sorted(found)


def test_the_mistakes_of_every_kind_are_reported_at_once_each_with_file_and_line(folder: Folder) -> None:
    """The shape of campaign.toml, the countries, the files and the texts do not wait for one another."""
    text = folder.text("campaign.toml").replace("countries.gb", "countries.uk")
    (folder.path / "campaign.toml").write_text(text, "utf-8")
    line = folder.change("campaign.toml", 'sources = ["ca-welke-2023", "ca-gowling-2024"]\n', "")
    country = folder.line("campaign.toml", "[countries.uk]")
    (folder.path / "ca.fr.md").unlink()
    source = folder.change("gb.en.md", "[uk-jchr-2025]", "[uk-jchr-1925]")
    placeholder = folder.change("ca.en.md", "{{ constituency }}.", "{{ constituancy }}.")
    core = folder.change("us.en.md", "Core: ", f"Core: {LONG}")
    found = folder.reported()
    assert len(found) == 6, found
    for start in (
        f"{SLUG}/campaign.toml:{line - 3}: Request “enforce-ban” names no source.",
        f"{SLUG}/campaign.toml:{country}: Unknown country “uk”: use one of au, ca, gb, us.",
        f"{SLUG}/ca.fr.md:1: This file is missing. campaign.toml promises ca in “fr”.",
        f"{SLUG}/gb.en.md:{source}: No [[sources]] block has the id “uk-jchr-1925”.",
        f"{SLUG}/ca.en.md:{placeholder}: Unknown placeholder “constituancy”: use one of ",
        f"{SLUG}/us.en.md:{core}: The Core has up to ",
    ):
        assert [each for each in found if each.startswith(start)], (start, found)


@pytest.mark.parametrize(
    ("old", "new"),
    [("[countries.gb]", "[countries.xx]"), ("[[countries.gb.requests]]", "[[countries.xx.requests]]")],
)
def test_a_header_that_misspells_a_country_is_named_and_nothing_that_follows_from_it(
    folder: Folder, old: str, new: str
) -> None:
    line = folder.change("campaign.toml", old, new)
    wanted = f"{SLUG}/campaign.toml:{line}: Unknown country “xx”: use one of au, ca, gb, us."
    assert folder.reported() == [wanted]
    folder.change("gb.en.md", "# Prompt: wish", "# Hints")
    assert len(folder.reported()) == 3, "its words are checked all the same"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "enforce-ban"', 'id = "Enforce ban"'),
        ('["commons", "senate"]', '["commons", "lords"]'),
        ('languages = ["en", "fr"]', "languages = 2"),
        ('languages = ["en", "fr"]\n', ""),
        ('languages = ["en", "fr"]', 'languages = ["en"]'),
        ('fr = "Bannir', '# fr = "Bannir'),
        ('[title]\nen = "', '[titles]\nen = "'),
        ("[[sources]]", "[sources]"),
    ],
)
def test_a_mistake_brings_no_other_and_hides_none(folder: Folder, old: str, new: str) -> None:
    (folder.path / "au.en.md").unlink()
    folder.change("ca.fr.md", "[bbc-2018]", "[bbc-1918]")
    before = folder.reported()
    text = folder.text("campaign.toml")
    count = -1 if "[sources]" in new else 1
    text = text.replace(old, new, count)
    if count < 0:
        text = text[: text.index("[sources]")] + "[sources]\n"
        before = before[:1]  # which sources there are cannot be told
    (folder.path / "campaign.toml").write_text(text, "utf-8")
    found = folder.reported()
    assert set(before) < set(found)
    rest = [each for each in found if each not in before]
    assert all(each.startswith(f"{SLUG}/campaign.toml:") for each in rest), rest
    assert len(rest) == (2 if "titles" in new else 1), rest


def test_texts_are_checked_where_campaign_toml_cannot_be_read(folder: Folder) -> None:
    folder.change("campaign.toml", "[teaser]", "[teaser")
    folder.change("ca.en.md", "{{ constituency }}.", "{{ constituancy }}.")
    folder.change("friend.fr.md", "# Text", "# Texte")
    assert [each.split(":")[0] for each in folder.reported()] == [
        f"{SLUG}/ca.en.md",
        f"{SLUG}/campaign.toml",
        *[f"{SLUG}/friend.fr.md"] * 2,
    ]


HOSTILE = {
    "brackets in a text": ("ca.en.md", "Reply: ", "Reply: {{ " + "(" * 3000 + "region" + ")" * 3000 + " }} "),
    "a long number in a text": ("ca.en.md", "Reply: ", "Reply: {{ " + "9" * 5000 + " }} "),
    "brackets in the table": ("campaign.toml", "[title]", "x = " + "[" * 5000 + "]" * 5000 + "\n[title]"),
    "brackets that are not closed": ("campaign.toml", "[title]", "x = " + "[" * 100_000 + "\n[title]"),
    "tables in tables": ("campaign.toml", "[title]", "x = " + "{a=" * 3000 + "1" + "}" * 3000 + "\n[title]"),
    "a long number in the table": ("campaign.toml", "[title]", "x = " + "9" * 5000 + "\n[title]"),
    "a file that takes long to read": ("ca.en.md", "Reply: ", "Reply: " + "x " * 200_000),
    "a month that is none": ("campaign.toml", 'date = "2021-12"', 'date = "2021-99"'),
    "a year before all others": ("campaign.toml", 'date = "2021-12"', 'date = "0000"'),
    "digits of another script": ("campaign.toml", 'date = "2021-12"', 'date = "٢٠٢١"'),
}


@pytest.mark.parametrize(("name", "old", "new"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_campaign_is_left_out_with_a_sentence_and_the_others_are_kept(
    folder: Folder, name: str, old: str, new: str
) -> None:
    shutil.copytree(CAMPAIGNS / "prisoners-of-conscience", folder.path.parent / "prisoners-of-conscience")
    folder.change(name, old, new)
    campaigns, found = load_all(folder.path.parent)
    assert list(campaigns) == ["prisoners-of-conscience"]
    assert {mistake.file for mistake in found} == {f"{SLUG}/{name}"}


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("name", ["campaign.toml", "ca.en.md", "friend.fr.md"])
@pytest.mark.parametrize("put", [Path.mkdir, pipe, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_named_and_never_read(
    folder: Folder, name: str, put: Callable[[Path], object]
) -> None:
    """git brings a stranger's links along, and a device or a pipe would be read until the memory ends."""
    (folder.path / name).unlink()
    put(folder.path / name)
    assert f"{SLUG}/{name}:1: This is not a file." in folder.reported()


def test_a_link_in_a_circle_is_named(folder: Folder) -> None:
    (folder.path / "ca.en.md").unlink()
    (folder.path / "ca.en.md").symlink_to("ca.en.md")
    [said] = folder.reported()
    assert said.startswith(f"{SLUG}/ca.en.md:1: This file cannot be read.")


def test_a_campaign_with_a_mistake_is_left_out_and_the_others_are_kept(tmp_path: Path) -> None:
    root = shutil.copytree(CAMPAIGNS, tmp_path / "campaigns")
    Folder(root / SLUG).change("ca.en.md", "# Prompt: wish", "# Hints")
    campaigns, found = load_all(root)
    assert list(campaigns) == ["forced-organ-harvesting", "prisoners-of-conscience"]
    assert {mistake.file for mistake in found} == {f"{SLUG}/ca.en.md"}


def test_the_command_says_that_all_is_well_and_what_ends_soon(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["campaigns", "check"])
    *endings, last = result.output.splitlines()
    assert (result.exit_code, last) == (0, "3 campaigns ready, 0 mistakes.")
    assert endings, "the Congress ends on 3 January 2027"
    for line in endings:
        assert re.fullmatch(
            r"[a-z-]+/us\.en\.md: the request “[a-z-]+” ends on 2027-01-02 and "
            r"(?:then reads as its After texts say|is then left out)\.",
            line,
        )


def test_the_command_reports_every_mistake_and_fails(app: Flask, tmp_path: Path) -> None:
    root = shutil.copytree(CAMPAIGNS, tmp_path / "campaigns")
    Folder(root / SLUG).change("ca.en.md", "# Prompt: wish", "# Hints")
    (root / "prisoners-of-conscience" / "ca.fr.md").unlink()
    result = app.test_cli_runner().invoke(args=["campaigns", "check", str(root)])
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[-1] == "1 campaigns ready, 3 mistakes."
    assert [line.split(":")[0] for line in lines[:-1] if " ends on " not in line] == [
        *[f"{SLUG}/ca.en.md"] * 2,
        "prisoners-of-conscience/ca.fr.md",
    ]


def test_the_command_refuses_a_folder_that_is_not_there(app: Flask, tmp_path: Path) -> None:
    result = app.test_cli_runner().invoke(args=["campaigns", "check", str(tmp_path / "nowhere")])
    assert result.exit_code == 2
    assert "does not exist" in result.output


def test_the_command_checks_a_campaigns_own_folder(
    app: Flask, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = app.test_cli_runner()
    monkeypatch.chdir(folder.path)
    for given in (str(folder.path), "."):
        result = runner.invoke(args=["campaigns", "check", given])
        assert (result.exit_code, result.output.splitlines()[-1]) == (0, "1 campaigns ready, 0 mistakes.")
    (folder.path / "ca.fr.md").unlink()
    for given in (str(folder.path), "."):
        result = runner.invoke(args=["campaigns", "check", given])
        assert (result.exit_code, result.output.splitlines()) == (
            1,
            [
                f"{SLUG}/ca.fr.md:1: This file is missing. campaign.toml promises ca in “fr”.",
                "0 campaigns ready, 1 mistakes.",
            ],
        )


def test_the_command_refuses_a_folder_without_a_campaign(app: Flask, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path.parent / "outer"):
        (folder / "inner").mkdir(parents=True, exist_ok=True)
        result = app.test_cli_runner().invoke(args=["campaigns", "check", str(folder)])
        assert result.exit_code == 2
        assert f"there is no campaign in {folder}" in result.output
        (folder / "inner").rmdir()
        assert app.test_cli_runner().invoke(args=["campaigns", "check", str(folder)]).exit_code == 2


def test_campaigns_without_a_mistake_are_read_without_pydantic() -> None:
    code = "import sys; from letters.campaign.loader import load_all; load_all(); sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=CAMPAIGNS.parents[1], check=False).returncode == 0
