"""A campaign of the fewest texts: what its author left out is said by its title, its facts and the words of all campaigns."""

from datetime import date

import pytest

from letters.campaign.builder import campaign_of
from letters.campaign.checks.folder import Examined, examine
from letters.campaign.model import Campaign
from letters.campaign.sections import without_empty_headings
from letters.campaign.text_file import Folder
from letters.choices import Writer
from letters.outputs.text import page
from letters.studio import sample

TOML = """
[title]
en = "Don’t cut the last buses"
[countries.gb]
languages = ["en"]
[[countries.gb.requests]]
id = "money"
chambers = ["commons"]
seen = 2026-11-01
[[countries.gb.requests]]
id = "numbers"
chambers = ["commons"]
seen = 2026-11-01
[[sources]]
id = "1"
publisher = "Department for Transport"
title = "Annual bus statistics"
url = "https://example.org/bus"
date = "2024-11"
"""
WORDS = """
# Summary

## What is known

Buses *come* less often [than before](https://example.org/x) in many villages. [1] More follows. [1]

## Who disputes it

# Request: money

Title: Bus money for several years
Lead: Please ask for bus money for several years.

# Request: numbers

Title: Publish the passenger numbers
Lead: Please ask the county to publish its passenger numbers.

# Letter: commons

Core: The department counted fewer buses. [1]
Or:
"""
DAY = date(2026, 11, 30)


def examined(toml: str = TOML, words: str = WORDS) -> Examined:
    return examine(Folder("last-buses", {"campaign.toml": toml, "gb.en.md": words}))


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    found = examined()
    assert found.mistakes == ()
    assert found.manifest
    return campaign_of(found, found.manifest)


def test_a_request_is_its_title_and_the_sentence_that_asks_for_it(campaign: Campaign) -> None:
    asked, _other = campaign.words["gb", "en"].requests
    assert asked.topic == "“Don’t cut the last buses”"
    assert asked.question == ("Will you do what I ask?", "May I count on you for this?")
    assert asked.supporting == asked.lead == ("Please ask for bus money for several years.",)
    assert (asked.meaning, asked.sources) == ("", ("1",))


def test_the_list_of_campaigns_shows_the_first_sentence(campaign: Campaign) -> None:
    assert campaign.teaser["en"] == "Buses come less often than before in many villages."


def test_a_heading_without_a_text_is_not_shown(campaign: Campaign) -> None:
    assert "Who disputes it" not in campaign.words["gb", "en"].summary
    assert without_empty_headings("## A\n\n### B\n\ntext\n\n## C\n\n## D") == "## A\n\n### B\n\ntext\n\n"


def test_a_whole_letter_is_made(campaign: Campaign) -> None:
    office = sample.office("gb", "commons", DAY)
    assert office
    letter = sample.letter(
        campaign, office, ("money",), "en", Writer("A B", ("1 Road",)), "My own words.", DAY, "1"
    )
    text = page(letter)
    for said in (
        "The department counted fewer buses.",
        "Please ask for bus money",
        "“Don’t cut the last buses”",
    ):
        assert said in text
    assert letter.subject.count("“") == 1


def test_what_was_left_out_is_advice() -> None:
    said = [each.sentence for each in examined().findings]
    for label in ("Topic", "Meaning", "Supporting", "Question", "Subject", "Opening", "Reply"):
        assert any(each.startswith(f"Without “{label}:” ") for each in said), label
    assert any(each.startswith("Without a teaser in “en”") for each in said)
    assert any(each.startswith("Under “Who disputes it” the Summary says nothing") for each in said)


def test_a_long_title_is_no_subject() -> None:
    toml = TOML.replace("Don’t cut", "Please do not ever cut even one of all of")
    assert {each.sentence for each in examined(toml).mistakes} == {
        "“Topic:” is missing: the title, with 13 words, is too long for a subject."
    }
    words = WORDS.replace("Title:", "Topic: the last buses\nTitle:")
    assert examined(toml, words).mistakes == ()
