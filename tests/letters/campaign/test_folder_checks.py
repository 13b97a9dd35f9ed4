"""Authors learn of every mistake at once, each with its file and line, before a letter can hold it."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from letters.campaign.checks.folder import RESERVED, examine
from letters.campaign.loader import CAMPAIGNS, load_all

SLUG = "save-the-bees"
EXAMPLE = Path(__file__).parent / "example" / SLUG
"""A campaign without a mistake, for Canada and the United Kingdom."""


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
        return [str(finding) for finding in examine(self.path).findings]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(shutil.copytree(EXAMPLE, tmp_path / SLUG))


@pytest.mark.parametrize("slug", sorted(path.name for path in CAMPAIGNS.iterdir()))
def test_the_real_campaigns_have_no_mistake(slug: str) -> None:
    assert [str(mistake) for mistake in examine(CAMPAIGNS / slug).mistakes] == []


def test_the_example_gives_nothing_to_say() -> None:
    assert examine(EXAMPLE).findings == ()


def test_every_real_campaign_is_ready() -> None:
    loaded = load_all()
    assert loaded.mistakes == ()
    assert list(loaded.campaigns) == ["forced-organ-harvesting", "forced-labour", "prisoners-of-conscience"]


HERE = "Placeholders work only in a letter’s texts: not here."
# What breaks in ca.en.md: what is replaced, by what, the sentence that is said of it, and the text on its line.
WORDS = {
    "unknown placeholder": (
        "I live in {{ constituency }}",
        "I live in {{ constituancy }}",
        "Unknown placeholder “c",
        "{{ constituancy }}",
    ),
    "placeholder left open": (
        "I live in {{ constituency }}",
        "I live in {{ constituency",
        "A placeholder is not clos",
        "I live in {{ c",
    ),
    "attribute access": (
        "I live in {{ constituency }}",
        "I {{ recipient.__class__ }}",
        "Only plain placeholders",
        "__class__",
    ),
    "core too long": (
        "Core: A study",
        f"Core: {'word ' * 60}A study",
        "The Core has up to 77 words: 48 at most.",
        "Core: word",
    ),
    "lead too long": (
        "Lead: Please ask",
        f"Lead: {'word ' * 20}Please ask",
        "“Lead:” has 31 words: 27 at most.",
        "Lead: word",
    ),
    "lead for a role too long": (
        "Lead for minister: As",
        f"Lead for minister: {'word ' * 20}As",
        "“Lead for minister:” has 31 words: 27 at most.",
        "Lead for minister: word",
    ),
    "branch too long": (
        "ask in the Senate",
        f"{'word ' * 20}ask in the Senate",
        "“Lead:” has 29 words: 27 at most.",
        "word ask in the Senate",
    ),
    "opening too long": (
        "Or: As your constituent",
        f"Or: {'word ' * 10}As your constituent",
        "“Opening:” has 21 words: 18 at most.",
        "Or: word",
    ),
    "reply too long": (
        "Please write back",
        "Please write back, when you can and if you can,",
        "“Reply:” has 16 words: 12 at most.",
        "when you can",
    ),
    "topic too long": (
        "Topic: a yearly count of wild bees",
        "Topic: a yearly count of the wild bees here",
        "“Topic:” has 8 words: 7 at most.",
        "Topic: a yearly count of the",
    ),
    "subject too long": (
        "Or: From {{ constituency }}, about",
        "Or: From your constituent in {{ constituency }}, about",
        "“Subject:” can have 13 words with its topic: 12 at most.",
        "Or: From your",
    ),
    "too few subjects": (
        "Or: Your constituent in {{ constituency }} on {{ topic }}\n",
        "",
        "Advice: “Subject:” should have 4 wordings",
        "Subject: {{ topic }}: a request from {{ constituency }}",
    ),
    "subject without its topic": (
        "Or: {{ constituency }}: {{ topic }}",
        "Or: Bees, {{ constituency }}",
        "A subject says the request and the place: {{ topic }} and",
        "Or: Bees",
    ),
    "core without a source": (
        "Or: In 2021 researchers",
        "Or: Nobody said this.\nOr: In 2021 researchers",
        "This paragraph of the Core names no source: add [source-id].",
        "Or: Nobody",
    ),
    "summary paragraph without a source": (
        "A study of 2021",
        "Nobody said this.\n\nA study of 2021",
        "The paragraph “Nobody said this.” names no source: add [source-id] after each statement.",
        "Nobody said",
    ),
    "unknown source": (
        "fewer wild bees. [study-2021]",
        "fewer wild bees. [study-1921]",
        "No [[sources]] block has the id “study-1",
        "[study-1921]",
    ),
    "missing label": (
        "Reply: Please write back",
        "Please write back",
        "Advice: Without “Reply:” the letter has the same words there as other campaigns’.",
        "# Letter: commons",
    ),
    "missing topic": (
        "Topic: a yearly count of wild bees\n",
        "",
        "Advice: Without “Topic:” the subject names the campaign’s title.",
        "# Request: count",
    ),
    "empty label": ("Title: Protect their meadows", "Title:", "“Title:” is missing.", "# Request: protect"),
    "label twice": (
        "Meaning: This asks for",
        "Title: Again\nMeaning: This asks for",
        "Begin this line with one of Title:, Topic:, Meaning:, Lead:, Supporting:, Question:, After title:, ",
        "Title: Again",
    ),
    "unknown part": ("# Prompt: wish", "# Hints", "Unknown part “# Hints”.", "# Hints"),
    "unknown prompt": (
        "# Prompt: wish",
        "# Prompt: hope",
        "Unknown part “# Prompt: hope”.",
        "# Prompt: hope",
    ),
    "part for an unknown chamber": (
        "# Letter: senate",
        "# Letter: lords",
        "Unknown part “# Letter: lords”.",
        "# Letter: lords",
    ),
    "unknown request": (
        "# Request: protect",
        "# Request: other",
        "Unknown part “# Request: other”.",
        "# Request: other",
    ),
    "prompt without its question": (
        "Question: What should be done",
        "Starter: What should be done",
        "“Question:” is missing.",
        "# Prompt: wish",
    ),
    "starter with a placeholder": (
        "Starter: Where I live, people",
        "Starter: In {{ constituency }}, people",
        HERE,
        "In {{ constituency }}, people",
    ),
    "starter in two wordings": (
        "Starter: Where I live, people",
        "Starter: Where I live, people\nOr: Here, people",
        "“Starter:” has one wording only.",
        "Or: Here",
    ),
    "title with a placeholder": (
        "Title: Protect their meadows",
        "Title: Protect them {{ in_region }}",
        HERE,
        "Title: Protect them",
    ),
    "summary with a placeholder": ("A study of 2021", "In {{ region }}, a study", HERE, "In {{ region }}"),
    "a part of what comes after": (
        "# Request: protect\n",
        "# Request: protect\n\nAfter: A.\nAfter title: B\nAfter topic: T\nAfter meaning: C\nAfter supporting: D\n",
        "“After question:” is missing.",
        "# Request: protect",
    ),
    "text before the first part": (
        "# Summary",
        "Hello\n# Summary",
        "Text before the first “# ” heading belongs to no",
        "Hello",
    ),
    "a question outside the Question": (
        "Supporting: Meadows should be kept.",
        "Supporting: Should meadows not be kept?",
        "“Supporting:” asks a question: a letter has one",
        "Should meadows",
    ),
    "a question without its mark": (
        "Question: Will you ask for a yearly count?",
        "Question: Please ask for a yearly count.",
        "“Question:” is to be one question",
        "Question: Please ask",
    ),
    "a sentence in both chambers' letters": (
        "Reply: Please let me know what the Senate can do.",
        "Reply: Please write back and say what you will do.",
        "Advice: “Please write back and say what you will do.” stands in “# Letter: commons”, too: say it in other words.",
        "",
    ),
}


@pytest.mark.parametrize(("old", "new", "sentence", "stands_on"), WORDS.values(), ids=WORDS.keys())
def test_a_mistake_in_the_words_is_reported_with_its_file_and_line(
    folder: Folder, old: str, new: str, sentence: str, stands_on: str
) -> None:
    folder.change("ca.en.md", old, new)
    found = [each for each in folder.reported() if sentence in each]
    assert len(found) == 1, folder.reported()
    assert re.match(rf"{SLUG}/ca\.en\.md:\d+: ", found[0])
    assert all(each.startswith(f"{SLUG}/ca.en.md:") for each in folder.reported())
    if stands_on:
        assert found[0].split(":")[1] == str(folder.line("ca.en.md", stands_on))


ADVICE = {
    "one wording": (
        "ca.en.md",
        "Or: I would be glad of an answer in writing.\n",
        "",
        "“Reply:” has one wording: add others in lines that begin with “Or:”.",
    ),
    "nobody disputes it": (
        "ca.en.md",
        "## Who disputes it",
        "## More",
        "The Summary has no heading that says who disputes it",
    ),
    "another language": (
        "campaign.toml",
        'languages = ["en", "fr"]',
        'languages = ["en"]',
        "A letter to ca can be written in “fr”, too: add ca.fr.md.",
    ),
    "a publisher that takes sides": (
        "campaign.toml",
        "https://example.org/bees",
        "https://www.theepochtimes.com/bees",
        "“study-2021” rests on a publisher that takes sides in this",
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "sentence"), ADVICE.values(), ids=ADVICE.keys())
def test_advice_is_given_and_keeps_no_campaign_away(
    folder: Folder, name: str, old: str, new: str, sentence: str
) -> None:
    folder.change(name, old, new)
    if name == "campaign.toml" and "languages" in old:
        (folder.path / "ca.fr.md").unlink()
    (found,) = folder.reported()
    assert found.startswith(f"{SLUG}/{name}:")
    assert f": Advice: {sentence}" in found
    loaded = load_all(folder.path)
    assert (list(loaded.campaigns), loaded.mistakes) == ([SLUG], ())
    assert [str(each) for each in loaded.advice] == [found]


def test_a_second_wording_and_a_second_line_are_counted_from_the_top(folder: Folder) -> None:
    folder.change(
        "ca.en.md",
        "Or: In 2021 researchers",
        "Or: Not\nsaid {{ x }} by anyone.\nOr: In 2021 researchers",
    )
    line = folder.line("ca.en.md", "Not\nsaid")
    found = folder.reported()
    assert f"{SLUG}/ca.en.md:{line}: This paragraph of the Core names no source: add [source-id]." in found
    assert any(each.startswith(f"{SLUG}/ca.en.md:{line + 1}: Unknown placeholder “x”") for each in found)


def test_a_part_that_stands_twice_is_reported_where_it_comes_again(folder: Folder) -> None:
    text = folder.text("ca.fr.md")
    again = text[text.index("# Prompt: learned") : text.index("# Prompt: wish")]
    (folder.path / "ca.fr.md").write_text(text + again, "utf-8")
    line = text.count("\n") + 1
    assert folder.reported() == [f"{SLUG}/ca.fr.md:{line}: “# Prompt: learned” stands here twice."]


@pytest.mark.parametrize(
    "part",
    [
        "# Summary",
        "# Letter: commons",
        "# Letter: senate",
        "# Request: protect",
    ],
)
def test_a_part_that_is_missing_is_named(folder: Folder, part: str) -> None:
    text = folder.text("ca.en.md")
    start = text.index(part + "\n")
    end = text.find("\n# ", start + 1)
    (folder.path / "ca.en.md").write_text(text[:start] + (text[end + 1 :] if end > 0 else ""), "utf-8")
    assert f"{SLUG}/ca.en.md:1: The part “{part}” is missing." in folder.reported()


@pytest.mark.parametrize("name", ["learned", "matters", "wish"])
def test_the_site_asks_a_question_of_its_own_where_a_campaign_has_none(folder: Folder, name: str) -> None:
    for file in ("ca.en.md", "ca.fr.md"):
        text = folder.text(file)
        start = text.index(f"# Prompt: {name}\n")
        end = text.find("\n# ", start + 1)
        (folder.path / file).write_text(text[:start] + text[end + 1 :], "utf-8")
    assert all(": Advice: Without " in each for each in folder.reported())
    words = load_all(folder.path).campaigns[SLUG].words
    for language in ("en", "fr"):
        prompts = {prompt.id: prompt for prompt in words["ca", language].prompts}
        assert prompts.keys() == {"learned", "matters", "wish"}
        assert prompts[name].question.endswith("?")


def test_an_empty_summary_is_reported(folder: Folder) -> None:
    text = folder.text("ca.en.md")
    (folder.path / "ca.en.md").write_text("# Summary\n\n" + text[text.index("# Request") :], "utf-8")
    assert [each for each in folder.reported() if each.endswith("The Summary is empty.")]


MANIFEST = {
    "request without a source": (
        'sources = ["study-2021"]',
        "sources = []",
        "Advice: Request “count” names no source: those of the letter’s facts stand beside it.",
        0,
    ),
    "request whose source does not exist": (
        'sources = ["study-2021"]',
        'sources = ["study-1921"]',
        "Request “count” names the source “study-1921”, which no [[sources]] block has.",
        0,
    ),
    "request without its sources line": (
        'sources = ["study-2021"]\n',
        "",
        "Advice: Request “count” names no source: those of the letter’s facts stand beside it.",
        -3,
    ),
    "language nobody reads there": (
        'languages = ["en", "fr"]',
        'languages = ["en", "fr", "de"]',
        "No letter to ca can be written in language “de”.",
        0,
    ),
    "title missing in a language": (
        'fr = "Sauver',
        '# fr = "Sauver',
        "title is missing in language “fr”.",
        -2,
    ),
    "note missing in a language": (
        'note.fr = "Étude',
        '# note.fr = "Étude',
        "The note is missing in language “fr”.",
        -7,
    ),
    "an encyclopedia for a source": (
        "https://example.org/bees",
        "https://en.wikipedia.org/wiki/Bee",
        "“study-2021” rests on wikipedia.org; anybody can change it: name what it cites.",
        0,
    ),
    "a copy for a source": (
        "https://example.org/bees",
        "https://web.archive.org/web/2021/https://example.org/bees",
        "“study-2021” rests on web.archive.org; it is a copy",
        0,
    ),
    "an address that follows its readers": (
        "https://example.org/bees",
        "https://example.org/bees?utm_source=mail",
        "The address of “study-2021” follows who opens it",
        0,
    ),
    "unknown chamber": (
        '["commons", "senate"]',
        '["commons", "lords"]',
        "countries.ca.requests.0.chambers.1: Input",
        0,
    ),
    "unknown key": ("[title]", 'colour = "red"\n[title]', "colour: no such key is known here", 0),
    "bad id": (
        'id = "count"',
        'id = "Count it"',
        "countries.ca.requests.0.id: use small letters, digits and dashes.",
        0,
    ),
    "address that is none": (
        'url = "https://',
        'url = "',
        "sources.0.url: this should be a web address that begins with",
        0,
    ),
    "address with half a bracket": (
        "https://example.org/bees",
        "https://[example.org/bees",
        "sources.0.url: this should be a web address that begins with",
        0,
    ),
    "request without its id": ('id = "count"\n', "", "countries.ca.requests.0.id: this is missing.", -1),
    "day in quotes": (
        'seen = "2025-12"',
        'seen = "2025-12-02"',
        "countries.ca.requests.1.seen: this should be a day without quotes, as in 2025-12-05; or: a month",
        0,
    ),
    "date that is none": (
        "date = 2021-06-14",
        'date = "June 2021"',
        "sources.0.date: this should be a day without quotes, as in 2025-12-05; or: a month",
        0,
    ),
    "list for a date": (
        "date = 2021-06-14",
        "date = [2021, 6]",
        "sources.0.date: this should be a day without quotes, as in 2025-12-05; or: Input should be a",
        0,
    ),
    "year of a film in words": (
        "year = 2014",
        'year = "long ago"',
        "films.0.year: Input should be a valid int",
        0,
    ),
    "country without its requests": (
        "[[countries.gb.requests]]",
        "[[countries.gb.asks]]",
        "countries.gb.asks: no such key is known here",
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


def only_in_english(folder: Folder) -> None:
    text = folder.text("campaign.toml")
    text = re.sub(r"^(note\.)?fr = .*\n", "", text, flags=re.MULTILINE).replace('["en", "fr"]', '["en"]')
    (folder.path / "campaign.toml").write_text(text, "utf-8")
    for path in folder.path.glob("*.fr.md"):
        path.unlink()


def test_one_language_is_enough_and_another_is_advised(folder: Folder) -> None:
    only_in_english(folder)
    assert examine(folder.path).mistakes == ()
    found = folder.reported()
    assert any("A letter to ca can be written in “fr”, too" in each for each in found)
    assert any("Pages are read in “fr”, too" in each for each in found)
    campaign = load_all(folder.path).campaigns[SLUG]
    assert campaign.title["fr"] == campaign.title["en"]
    assert (campaign.title_language("fr"), campaign.title_language("en")) == ("en", "en")


def test_one_chamber_and_one_wording_are_enough(folder: Folder) -> None:
    only_in_english(folder)
    toml = folder.text("campaign.toml").replace('["commons", "senate"]', '["commons"]')
    (folder.path / "campaign.toml").write_text(toml, "utf-8")
    for path in folder.path.glob("??.en.md"):
        words = re.sub(r"^Or:.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(words, "utf-8")
    assert examine(folder.path).mistakes == ()
    assert any("No request can be put to the senate of ca." in each for each in folder.reported())


@pytest.mark.parametrize("name", ["data", "privacy", "about", "how", "studio"])
def test_a_campaign_cannot_have_the_name_of_a_page(folder: Folder, name: str) -> None:
    shutil.copytree(folder.path, folder.path.parent / name)
    (mistake,) = examine(folder.path.parent / name).mistakes
    assert "A page of the site has the address" in str(mistake)


def test_every_page_beside_the_campaigns_has_a_reserved_name(app: Flask) -> None:
    rules = [rule.rule.split("/") for rule in app.url_map.iter_rules()]
    pages = {parts[2] for parts in rules if len(parts) > 2 and "lang>" in parts[1] and "<" not in parts[2]}
    assert pages - {""} <= RESERVED


def test_a_campaigns_name_is_an_address(folder: Folder) -> None:
    shutil.copytree(folder.path, folder.path.parent / "Save the Bees")
    (mistake,) = examine(folder.path.parent / "Save the Bees").mistakes
    assert "small letters, digits and dashes" in str(mistake)


def test_a_remark_of_the_author_is_no_text_and_moves_no_line(folder: Folder) -> None:
    before = folder.line("ca.en.md", "# Summary")
    (folder.path / "ca.en.md").write_text(
        f"<!-- One\ntwo -->\n{folder.text('ca.en.md')}\n# Nonsense", "utf-8"
    )
    (found,) = folder.reported()
    assert before + 2 == folder.line("ca.en.md", "# Summary")
    assert found.startswith(f"{SLUG}/ca.en.md:{folder.line('ca.en.md', '# Nonsense')}: ")


def test_what_is_wrong_with_one_folder_stops_no_other(folder: Folder, tmp_path: Path) -> None:
    other = shutil.copytree(EXAMPLE, tmp_path / "more" / "save-the-ants")
    (other / "ca.en.md").unlink()
    shutil.copytree(EXAMPLE, tmp_path / "more" / SLUG)
    loaded = load_all(folder.path, tmp_path / "more", tmp_path / "nowhere")
    assert list(loaded.campaigns) == [SLUG]
    said = "\n".join(map(str, loaded.mistakes))
    assert "save-the-ants/ca.en.md:1: This file is missing." in said
    assert "Another campaign with this name was read before" in said
    assert "This folder cannot be read" in said


def test_a_source_or_a_request_that_stands_twice_is_reported(folder: Folder) -> None:
    text = folder.text("campaign.toml")
    source = text[text.index("[[sources]]") :].split("\n\n")[0]
    request = text[text.index("[[countries.ca.requests]]") :].split("\n\n")[0]
    (folder.path / "campaign.toml").write_text(f"{text}\n{source}\n\n{request}\n", "utf-8")
    found = folder.reported()
    assert len(found) == 2
    assert "The source “" in found[0] + found[1]
    assert any(each.endswith("The request “count” stands here twice.") for each in found)


FILES = sorted(path.name for path in EXAMPLE.iterdir())


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Folder, name: str) -> None:
    (folder.path / name).unlink()
    (found,) = folder.reported()
    if name.startswith(("editor", "friend")):
        assert found.startswith(f"{SLUG}/{name}:1: Advice: A ")
        assert examine(folder.path).mistakes == ()
    else:
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


def test_the_mistakes_of_every_kind_are_reported_at_once_each_with_file_and_line(folder: Folder) -> None:
    """The countries, the files and the texts do not wait for one another."""
    line = folder.change("campaign.toml", 'sources = ["study-2021"]\n', "")
    (folder.path / "ca.fr.md").unlink()
    source = folder.change("gb.en.md", "[study-2021]", "[study-1921]")
    placeholder = folder.change("ca.en.md", "I live in {{ constituency }}", "I live in {{ constituancy }}")
    found = folder.reported()
    assert len(found) == 4, found
    for start in (
        f"{SLUG}/ca.en.md:{placeholder}: Unknown placeholder “constituancy”: use one of ",
        f"{SLUG}/ca.fr.md:1: This file is missing. campaign.toml promises ca in “fr”.",
        f"{SLUG}/campaign.toml:{line - 3}: Advice: Request “count” names no source: those of",
        f"{SLUG}/gb.en.md:{source}: No [[sources]] block has the id “study-1921”.",
    ):
        assert [each for each in found if each.startswith(start)], (start, found)
    assert list(examine(folder.path).findings) == sorted(examine(folder.path).findings)


def test_the_form_of_campaign_toml_is_mended_before_anything_else_is_looked_at(folder: Folder) -> None:
    folder.change("ca.en.md", "# Prompt: wish", "# Hints")
    first = folder.change("campaign.toml", 'id = "count"\n', "") - 1
    second = folder.change("campaign.toml", "year = 2014\n", "")
    found = folder.reported()
    assert [each.split(" ")[0] for each in found] == [
        f"{SLUG}/campaign.toml:{first}:",
        f"{SLUG}/campaign.toml:{second - 3}:",
    ]
    folder.change("campaign.toml", "[[countries.ca.requests]]\n", '[[countries.ca.requests]]\nid = "count"\n')
    folder.change("campaign.toml", 'director = "', 'year = 2014\ndirector = "')
    assert {each.split(":")[0] for each in folder.reported()} == {f"{SLUG}/ca.en.md"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("[countries.gb]", "[countries.xx]"), ("[[countries.gb.requests]]", "[[countries.xx.requests]]")],
)
def test_a_header_that_misspells_a_country_is_named_by_what_its_parts_lack(
    folder: Folder, old: str, new: str
) -> None:
    folder.change("campaign.toml", old, new)
    found = folder.reported()
    assert {each.partition(": ")[2].removesuffix(": this is missing.") for each in found} == (
        {"countries.xx.requests", "countries.gb.languages"}
        if old == "[countries.gb]"
        else {"countries.gb.requests", "countries.xx.languages"}
    )


HOSTILE = {
    "brackets in a text": ("ca.en.md", "Reply: ", "Reply: {{ " + "(" * 3000 + "region" + ")" * 3000 + " }} "),
    "a long number in a text": ("ca.en.md", "Reply: ", "Reply: {{ " + "9" * 5000 + " }} "),
    "brackets in the table": ("campaign.toml", "[title]", "x = " + "[" * 5000 + "]" * 5000 + "\n[title]"),
    "brackets that are not closed": ("campaign.toml", "[title]", "x = " + "[" * 100_000 + "\n[title]"),
    "tables in tables": ("campaign.toml", "[title]", "x = " + "{a=" * 3000 + "1" + "}" * 3000 + "\n[title]"),
    "a long number in the table": ("campaign.toml", "[title]", "x = " + "9" * 5000 + "\n[title]"),
    "a file that takes long to read": ("ca.en.md", "Reply: ", "Reply: " + "x " * 200_000),
    "a month that is none": ("campaign.toml", 'date = "2022-12"', 'date = "2022-99"'),
    "a year before all others": ("campaign.toml", 'date = "2022-12"', 'date = "0000"'),
    "digits of another script": ("campaign.toml", 'date = "2022-12"', 'date = "٢٠٢١"'),
}


@pytest.mark.parametrize(("name", "old", "new"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_campaign_is_left_out_with_a_sentence_and_the_others_are_kept(
    folder: Folder, name: str, old: str, new: str
) -> None:
    shutil.copytree(CAMPAIGNS / "prisoners-of-conscience", folder.path.parent / "prisoners-of-conscience")
    folder.change(name, old, new)
    loaded = load_all(folder.path.parent)
    assert list(loaded.campaigns) == ["prisoners-of-conscience"]
    assert {mistake.file for mistake in loaded.mistakes} == {f"{SLUG}/{name}"}


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
    root = tmp_path / "campaigns"
    for slug in ("first", "second"):
        shutil.copytree(EXAMPLE, root / slug)
    Folder(root / "first").change("ca.en.md", "# Prompt: wish", "# Hints")
    loaded = load_all(root)
    assert list(loaded.campaigns) == ["second"]
    assert {mistake.file for mistake in loaded.mistakes} == {"first/ca.en.md"}


def test_the_command_says_that_all_is_well_and_what_ends_soon(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["campaigns", "check"])
    *lines, last = result.output.splitlines()
    assert result.exit_code == 0
    assert re.fullmatch(r"3 campaigns ready, 0 mistakes, \d+ pieces of advice\.", last)
    endings = [line for line in lines if ": Advice: " not in line]
    assert endings, "the bills of this Congress are asked for until 10 December 2026"
    for line in endings:
        assert re.fullmatch(
            r"[a-z-]+/us\.en\.md: the request “[a-z-]+” ends on 2026-12-10 and "
            r"(?:then reads as its After texts say|is then left out)\.",
            line,
        )


def test_the_command_reports_every_mistake_and_fails(app: Flask, tmp_path: Path) -> None:
    root = tmp_path / "campaigns"
    for slug in ("first", "second", "third"):
        shutil.copytree(EXAMPLE, root / slug)
    Folder(root / "first").change("ca.en.md", "# Summary", "# Hints")
    (root / "third" / "ca.fr.md").unlink()
    result = app.test_cli_runner().invoke(args=["campaigns", "check", str(root)])
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[-1] == "1 campaigns ready, 3 mistakes, 0 pieces of advice."
    assert [line.split(":")[0] for line in lines[:-1]] == [*["first/ca.en.md"] * 2, "third/ca.fr.md"]


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
        assert (result.exit_code, result.output.splitlines()[-1]) == (
            0,
            "1 campaigns ready, 0 mistakes, 0 pieces of advice.",
        )
    (folder.path / "ca.fr.md").unlink()
    for given in (str(folder.path), "."):
        result = runner.invoke(args=["campaigns", "check", given])
        assert (result.exit_code, result.output.splitlines()) == (
            1,
            [
                f"{SLUG}/ca.fr.md:1: This file is missing. campaign.toml promises ca in “fr”.",
                "0 campaigns ready, 1 mistakes, 0 pieces of advice.",
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
