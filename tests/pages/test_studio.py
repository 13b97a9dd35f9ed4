"""The studio: a campaign made in the browser without scripts, with nothing stored, by people who do not program."""

import io
import json
import logging
import random
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

import app as application
from app import create_app
from letters.campaign.checks.folder import examine
from letters.campaign.loader import CAMPAIGNS
from letters.campaign.text_file import Folder
from letters.studio import archive
from tests.support import TODAY, UNLIMITED, check_answer, visible_text
from web.settings import Settings

Fields = dict[str, list[str]]
NEEDED = {
    "title": "Clean water for the Mill River",
    "source/0/publisher": "Ministry of the Environment",
    "source/0/title": "Monitoring report",
    "source/0/url": "www.example.org/report",
    "source/0/date": "12 June 2025",
    "Summary/0/text": "The ministry says that bacteria were above the limit. [1]",
    "Request/first/Title": "Publish a plan for the river",
    "Request/first/Lead/0": "Please ask the minister for a public plan.",
    "Letter/commons/Core/0/0": "The ministry reported in June 2025 that the Mill River is dirty. [1]",
}
"""Nothing else is demanded."""
TYPED = NEEDED | {
    "teaser": "The Mill River was closed again. Ask for a public plan.",
    "Request/first/Topic": "a public plan for the Mill River",
    "Request/first/Meaning": "People could see what is done.",
    "Request/first/Supporting/0": "A public plan would help as well.",
    "Request/first/Question/0": "Will you ask the minister for it?",
}


@pytest.fixture(scope="module")
def studio() -> Flask:
    config = {"TESTING": True, "TODAY": lambda: TODAY, "RANDOM": random.Random(1), "STUDIO": True}
    return create_app(UNLIMITED, config)


@pytest.fixture
def browser(studio: Flask) -> FlaskClient:
    return studio.test_client()


class Form(HTMLParser):
    """What a browser would send of the studio's form."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: Fields = {}
        self._inside, self._area = False, ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("id") == "studio"
        if not self._inside or not given.get("name") or tag == "button":
            return
        if tag == "textarea":
            self._area = given["name"]
            self.fields[self._area] = [""]
        elif given.get("type") != "checkbox" or "checked" in given:
            self.fields.setdefault(given["name"], []).append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            self.fields[self._area][0] = self.fields[self._area][0].removeprefix("\n")
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area][0] += data


def post(browser: FlaskClient, do: str, fields: Fields, language: str = "en") -> TestResponse:
    response = browser.post(f"/{language}/studio", data={**fields, "do": do})
    check_answer(response, f"/{language}/studio")
    return response


def begun(browser: FlaskClient, country: str = "ca", language: str = "en") -> Fields:
    return Form(post(browser, "start", {"country": [country], "language": [language]}).text).fields


def opened(browser: FlaskClient, content: bytes) -> TestResponse:
    data = {"do": "open", "archive": (io.BytesIO(content), "campaign.zip")}
    response = browser.post("/en/studio", data=data, content_type="multipart/form-data")
    check_answer(response, "/en/studio")
    return response


def real(slug: str) -> bytes:
    return archive.pack(slug, {path.name: path.read_text("utf-8") for path in (CAMPAIGNS / slug).iterdir()})


def filled(browser: FlaskClient, texts: Mapping[str, str] = TYPED) -> Fields:
    fields = begun(browser)
    for name, text in texts.items():
        assert name in fields, name
        fields[name] = [text]
    return fields


def test_what_is_typed_becomes_a_campaign_without_a_mistake(browser: FlaskClient) -> None:
    page = post(browser, "check", filled(browser))
    assert "No mistake is left" in page.text
    saved = browser.post("/en/studio/campaign.zip", data=Form(page.text).fields)
    assert saved.headers["Content-Disposition"] == 'attachment; filename="clean-water-for-the-mill-river.zip"'
    name, files = archive.unpack(saved.data)
    assert examine(Folder(name, files)).mistakes == ()
    again = opened(browser, saved.data)
    assert "No mistake is left" in again.text
    assert {
        name: Form(again.text).fields[name] for name in TYPED if "/url" not in name and "/date" not in name
    } == {name: [text] for name, text in TYPED.items() if "/url" not in name and "/date" not in name}


def test_a_source_in_round_brackets_is_put_in_square_ones(browser: FlaskClient) -> None:
    fields = filled(browser) | {"Summary/0/text": ["The ministry says so. (1)"]}
    page = post(browser, "check", fields)
    assert "No mistake is left" in page.text
    assert Form(page.text).fields["Summary/0/text"] == ["The ministry says so. [1]"]


def test_nothing_else_is_demanded(browser: FlaskClient) -> None:
    page = post(browser, "check", filled(browser, NEEDED))
    assert "No mistake is left" in page.text
    letter = visible_text(page.text).partition("The letter as it will be")[2]
    assert "“Clean water for the Mill River”" in letter
    assert "Will you do what I ask?" in letter or "May I count on you for this?" in letter
    saved = browser.post("/en/studio/campaign.zip", data=Form(page.text).fields)
    assert examine(Folder("river", archive.unpack(saved.data)[1])).mistakes == ()


@pytest.mark.parametrize(
    ("do", "focus"),
    [
        ("source", "source/2/publisher"),
        ("section", "Summary/3/heading"),
        ("request", "Request/request-2/Title"),
        ("write senate", "Letter/senate/Core/0/0"),
    ],
)
def test_a_button_adds_one_box_and_checks_nothing(browser: FlaskClient, do: str, focus: str) -> None:
    """The cursor stands in it, whatever was filled before."""
    for fields in (begun(browser), filled(browser)):
        page = post(browser, do, fields)
        added = Form(page.text).fields.keys() - fields.keys()
        added -= {"place", *(name for name in added if name.endswith("/note"))}  # of a source that is filled
        boxes = {"/".join(name.split("/")[:2]) for name in added if name[0] != "r"}
        assert boxes == {"/".join(focus.split("/")[:2])}
        assert re.findall(r'id="([^"]+)"[^>]* autofocus', page.text) == [focus]
        assert 'class="error"' not in page.text
        assert "to be mended" not in page.text


def test_sources_pasted_all_at_once_go_into_the_boxes(browser: FlaskClient) -> None:
    pasted = "The river (Ministry, “Report”, 2024, https://a.example/1) is dirty.\r\nCity: Plan, 2025, https://b.example/2"
    fields = begun(browser) | {"references": [pasted]}
    page = post(browser, "references", fields).text
    assert "2 sources were found" in page
    after = Form(page).fields
    assert after["references"] == [""]
    assert [after[f"source/{n}/title"] for n in (0, 1)] == [["Report"], ["Plan"]]
    assert re.findall(r'name="([^"]*)"[^>]*autofocus', page) == ["source/0/publisher"]


def test_a_pasted_text_without_an_address_is_given_back_with_a_sentence(browser: FlaskClient) -> None:
    fields = begun(browser) | {"references": ["Ministry, Report, 2024"]}
    page = post(browser, "references", fields).text
    assert Form(page).fields["references"] == ["Ministry, Report, 2024"]
    assert "There is no web address in it" in visible_text(page)


def test_the_letter_to_the_other_chamber_comes_and_goes_by_a_button(browser: FlaskClient) -> None:
    fields = filled(browser)
    assert not any(name.startswith("Letter/senate") for name in fields)
    both = Form(post(browser, "write senate", fields).text).fields
    assert both["Letter/senate/Core/0/0"] == fields["Letter/commons/Core/0/0"]
    assert both["request/first/chambers"] == ["commons", "senate"]
    assert "region" in both["Letter/senate/Subject"][0]
    page = post(browser, "check", both)
    assert "No mistake is left" in page.text
    assert "The letter to the other chamber says the same: better in other words." in page.text
    one = Form(post(browser, "silence senate", both).text).fields
    assert one["request/first/chambers"] == ["commons"]
    assert not any(name.startswith("Letter/senate") for name in one)
    assert Form(post(browser, "silence commons", one).text).fields["Letter/commons/Core/0/0"]


def test_a_topic_begins_with_a_small_letter_but_for_a_name(browser: FlaskClient) -> None:
    for typed, kept in (
        ("The limit for bacteria", "the limit for bacteria"),
        ("Mill River bacteria", "Mill River bacteria"),
        ("Example reports", "Example reports"),  # it stands in small letters in an address only
    ):
        fields = filled(browser) | {"Request/first/Topic": [typed]}
        assert Form(post(browser, "check", fields).text).fields["Request/first/Topic"] == [kept]


def test_a_mistake_names_its_request_and_its_field(browser: FlaskClient) -> None:
    fields = Form(post(browser, "request", filled(browser)).text).fields
    page = visible_text(post(browser, "check", fields).text)
    assert "Request 2, “What is asked for, in a few words” – This is empty." in page
    fields["Request/request-2/Lead/0"] = ["word " * 30]
    assert "This has 30 words: take out 3." in visible_text(post(browser, "check", fields).text)


def test_what_was_open_stays_open(browser: FlaskClient) -> None:
    def opened_in(page: TestResponse) -> set[str]:
        return set(re.findall(r'<details data-fold="([^"]+)" open', page.text))

    assert opened_in(post(browser, "check", filled(browser, NEEDED))) == set()
    left = filled(browser, NEEDED) | {"open": ["prompts ideas"]}
    assert opened_in(post(browser, "check", left)) == {"prompts", "ideas"}
    typed = filled(browser, NEEDED) | {"Prompt/wish/Question": ["What do you want?"]}
    assert opened_in(post(browser, "check", typed)) == {"more", "prompts"}
    wrong = filled(browser, NEEDED) | {"Request/first/Topic": ["word " * 9]}
    assert opened_in(post(browser, "check", wrong)) == {"Request/first"}


def test_a_campaign_without_a_mistake_is_ready_and_ideas_wait_in_a_fold(browser: FlaskClient) -> None:
    for language, ready, senate in (
        ("en", "your campaign is ready to be saved", "the Senate, too"),
        ("fr", "votre campagne est prête", "l’autre chambre\xa0: Sénat"),
    ):
        page = post(browser, "check", filled(browser, NEEDED), language).text
        first, fold, ideas = page.partition('<details data-fold="ideas" >')
        assert ready in first[first.index('<h2 id="checks">') :]
        assert fold
        assert ideas.partition("<details")[0].count("<li>") == 3
        assert senate in ideas.partition("<details")[0]
    page = post(browser, "check", filled(browser, NEEDED | {"Request/first/Lead/0": "Please act"})).text
    assert "Who disputes it – Readers believe a page that names the other side." in visible_text(page)
    assert "Put a full stop at the end." in visible_text(page)
    assert 'data-fold="ideas"' not in post(browser, "check", begun(browser)).text


def test_who_follows_an_idea_meets_no_new_one(browser: FlaskClient) -> None:
    def counted(texts: Mapping[str, str]) -> int:
        page = post(
            browser, "check", filled(browser, NEEDED) | {name: [text] for name, text in texts.items()}
        )
        found = re.search(r"Make it better, if you like: (\d+) ideas", page.text)
        assert found
        return int(found[1])

    done: dict[str, str] = {}
    left = counted(done)
    for field, text in (
        ("friend/Text", "Please ask for a plan, too."),
        ("Summary/1/text", "The company denies it. [1]"),
        ("Letter/commons/Core/0/1", "A report of June 2025 by the ministry says that it is dirty. [1]"),
        ("Request/first/Lead/1", "Please see to it that the ministry makes a plan."),
        ("Request/first/Topic", "a plan for the Mill River"),
        ("Request/first/Question/0", "Will you ask for a plan?"),
        ("Request/first/Meaning", "People could see what is done."),
    ):
        done[field] = text
        assert counted(done) in (left, left - 1)
        left = counted(done)


def test_facts_that_were_left_out_are_what_is_known(browser: FlaskClient) -> None:
    facts, known = "Letter/commons/Core/0/0", "Summary/0/text"
    fields = filled(browser, NEEDED) | {facts: [""]}
    assert Form(post(browser, "source", fields).text).fields[facts] == [""]
    page = post(browser, "check", fields)
    assert "No mistake is left" in page.text
    assert Form(page.text).fields[facts] == [NEEDED[known]]
    saved = browser.post("/en/studio/campaign.zip", data=fields)
    assert examine(Folder("river", archive.unpack(saved.data)[1])).mistakes == ()
    page = post(browser, "check", fields | {known: ["Nobody says so."]})
    assert Form(page.text).fields[facts] == [""]
    assert re.findall(r'id="([^"]+)-error"', page.text) == [known]
    page = post(browser, "check", fields | {known: [f"{'word ' * 50}[1]"]})
    assert "The facts have 50 words: take out 2." in visible_text(page.text)


def test_facts_follow_what_is_known_until_somebody_changes_them(browser: FlaskClient) -> None:
    known, commons, senate = "Summary/0/text", "Letter/commons/Core/0/0", "Letter/senate/Core/0/0"
    fields = filled(browser, NEEDED | {commons: ""})
    fields = Form(post(browser, "check", fields).text).fields
    fields = Form(post(browser, "write senate", fields).text).fields
    assert fields[commons] == fields[senate] == [NEEDED[known]]
    fields[senate] = ["The ministry says so itself. [1]"]
    later = "The ministry says now that it was wrong. [1]\n\nIt says so since May. [1]"
    fields = Form(post(browser, "source", fields | {known: [later]}).text).fields
    assert fields[commons] == [" ".join(later.split())]
    assert fields[senate] == ["The ministry says so itself. [1]"]
    first = f"The U.S. House says one thing. [1] {'Nobody doubts this. ' * 9} So says Dr. Ross. [1]"
    long = f"{first} It says {'more ' * 40} [1] And less. [1]"
    fields = Form(post(browser, "check", fields | {known: [long]}).text).fields
    assert fields[commons] == ["The U.S. House says one thing. [1] So says Dr. Ross. [1]"]
    listed = ["- Only this is left. [1]\n- And this. [1]"]
    fields = Form(post(browser, "check", fields | {known: listed}).text).fields
    assert fields[commons] == ["Only this is left. [1] And this. [1]"]
    fields = Form(post(browser, "check", fields | {known: ["Only this is left. [1]"]}).text).fields
    assert fields[commons] == ["Only this is left. [1]"]


def test_an_example_goes_to_a_member_who_votes(browser: FlaskClient) -> None:
    """The postcode that stands for the United States lies in the District of Columbia, whose delegate does not."""
    texts = {name.replace("commons", "house"): text for name, text in NEEDED.items()}
    fields = begun(browser, "us") | {name: [text] for name, text in texts.items()}
    page = visible_text(post(browser, "check", fields).text)
    example = page[page.index("The letter as it will be") :]
    assert "District of Columbia" not in example
    assert "An example, as somebody in " in example


def test_a_date_is_shown_as_people_write_it(browser: FlaskClient) -> None:
    for typed, shown in (("Nov 2024", "November 2024"), ("2024-11-05", "November 5, 2024"), ("2024", "2024")):
        page = post(browser, "check", filled(browser, NEEDED | {"source/0/date": typed}))
        assert "No mistake is left" in page.text
        fields = Form(page.text).fields
        assert fields["source/0/date"] == [shown]
        assert Form(post(browser, "check", fields).text).fields["manifest"] == fields["manifest"]


def test_words_are_counted_beside_a_field_as_the_check_counts_them(browser: FlaskClient) -> None:
    lead, facts = "Request/first/Lead/0", "Letter/commons/Core/{}/0".format

    def counted(texts: Mapping[str, str], field: str) -> str:
        page = post(browser, "check", filled(browser) | {name: [text] for name, text in texts.items()})
        found = re.search(rf'id="{field}-count"[^>]*>([^<]+)<', page.text)
        assert found
        return found[1]

    assert counted({lead: ""}, lead) == "27 words at most"
    assert counted({lead: "Please – act, for {{ constituency }}."}, lead) == "4 of 27 words"
    assert counted({lead: "word " * 30}, lead) == "30 of 27 words"
    both = {facts(0): "One two three. [1] [2]", facts(1): "Four five. [1]"}
    assert counted(both, facts(0)) == counted(both, facts(1)) == "5 of 48 words"
    assert counted({facts(0): "They said so. (1)"}, facts(0)) == "3 of 48 words"


def test_with_several_requests_it_is_said_that_each_writer_chooses(browser: FlaskClient) -> None:
    said = "Each writer chooses one of these, and can add two more."
    assert said not in visible_text(post(browser, "check", filled(browser)).text)
    assert said in visible_text(post(browser, "request", filled(browser)).text)


def test_the_example_can_come_from_another_place(browser: FlaskClient) -> None:
    page = post(browser, "sample", filled(browser) | {"place": ["K1A 0A6"]})
    assert "Ottawa" in visible_text(page.text).partition("The letter as it will be")[2]
    for typed, sentence in (("x", "This is no postcode"), ("SW1A 1AA", "in no constituency of this country")):
        page = post(browser, "sample", filled(browser) | {"place": [typed]})
        assert page.status_code == 422
        assert sentence in page.text
        assert Form(page.text).fields["title"] == [TYPED["title"]]


def test_the_letter_is_shown_as_it_will_be(browser: FlaskClient) -> None:
    text = visible_text(post(browser, "check", filled(browser)).text)
    letter = text[text.index("The letter as it will be") :]
    assert "Dear John-Paul Danko" in letter
    assert "Your own words will stand here." in letter
    assert "The ministry reported in June 2025 that the Mill River is dirty." in letter
    assert "[1]" not in letter
    both = Form(post(browser, "write senate", filled(browser)).text).fields
    both["Letter/senate/Core/0/0"] = ["In June 2025 a report found bacteria in the Mill River. [1]"]
    senate = visible_text(post(browser, "sample senate", both).text)
    assert "In June 2025 a report found bacteria" in senate[senate.index("The letter as it will be") :]


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("title", "", "This is empty."),
        ("Request/first/Lead/0", "word " * 40, "This has 40 words: take out 13."),
        ("Request/first/Question/0", "Please do", "Write one question, with its question mark at the end."),
        ("Request/first/Title", "", "This is empty."),
        (
            "Summary/0/text",
            "Nobody said this.",
            "The paragraph “Nobody said this.” names no source. Put the number of one after what it says",
        ),
        (
            "Summary/0/text",
            "They said this. [1]\n\nThe unit at our hospital was closed.",
            "The paragraph “The unit at our hospital …” names no source.",
        ),
        ("Summary/0/text", "They said this. [9]", "There is no source 9."),
        ("source/0/date", "12/03/2024", "Write it as 5 November 2024, as Nov 2024, or only 2024."),
        ("source/0/url", "nowhere", "Type a whole web address"),
        (
            "Letter/commons/Core/0/0",
            "{{ constituancy }} [1]",
            "Write what stands in double braces exactly so",
        ),
        ("friend/Text", "word " * 61, "This has 61 words: take out 1."),
    ],
)
def test_each_mistake_is_said_beside_its_field(
    browser: FlaskClient, name: str, text: str, sentence: str
) -> None:
    fields = filled(browser) | {name: [text]}
    page = post(browser, "check", fields)
    beside = re.findall(r'<p class="error" id="([^"]+)-error">', page.text)
    assert name in beside
    assert sentence in re.sub(r"\s+", " ", page.text)
    assert Form(page.text).fields[name] == [text.strip() if "/" in name or text else text]


def test_the_checks_sentences_are_in_the_pages_language(browser: FlaskClient) -> None:
    page = post(browser, "check", begun(browser, "ca", "fr"), "fr")
    assert "À remplir." in page.text
    assert "This is" not in page.text


@pytest.mark.parametrize("slug", sorted(path.name for path in CAMPAIGNS.iterdir()))
def test_the_included_campaigns_open_without_a_mistake_and_with_every_country(
    browser: FlaskClient, slug: str
) -> None:
    page = opened(browser, real(slug))
    assert "No mistake is left" in page.text
    moved = post(browser, "at au en", Form(page.text).fields)
    assert "No mistake is left" in moved.text
    assert Form(moved.text).fields["country"] == ["au"]


def test_a_request_a_source_and_a_language_are_added_and_nothing_is_lost(browser: FlaskClient) -> None:
    fields = filled(browser)
    for do in ("request", "source", "at ca fr", "at ca en"):
        fields = Form(post(browser, do, fields).text).fields
    assert {name: fields[name][0] for name in ("title", "Request/first/Topic")} == {
        name: TYPED[name] for name in ("title", "Request/first/Topic")
    }
    assert fields["Request/request-2/Title"] == [""]
    assert "file/ca.fr.md" in fields


@pytest.mark.parametrize("content", [b"", b"no zip", archive.pack("a", {"ca.en.md": ""}), b"x" * 300_000])
def test_a_file_that_is_no_campaign_is_refused_beside_its_field(browser: FlaskClient, content: bytes) -> None:
    page = opened(browser, content)
    assert page.status_code == 422
    assert 'id="archive-error"' in page.text


COUNTRIES_LISTED = st.dictionaries(
    st.sampled_from(["ca", "gb", "us", "au", "zz", "CA"]),
    st.lists(st.sampled_from(["en", "fr", "de"])),
    max_size=3,
)
FILES = st.sets(st.sampled_from(["ca.en.md", "ca.fr.md", "gb.en.md", "us.en.md", "zz.en.md", "friend.en.md"]))


@given(COUNTRIES_LISTED, FILES)
@settings(max_examples=40, deadline=None)
def test_files_of_countries_that_are_not_listed_end_in_a_page(
    studio: Flask, listed: Mapping[str, list[str]], files: set[str]
) -> None:
    countries = [f"[countries.{code}]\nlanguages = {json.dumps(spoken)}" for code, spoken in listed.items()]
    letter = "# Letter: commons\nCore: They said so. [1]\n# Letter: house\nCore: They said so. [1]"
    content = dict.fromkeys(files, letter) | {
        "campaign.toml": "\n".join(['title = { en = "x" }', *countries])
    }
    browser = studio.test_client()
    page = opened(browser, archive.pack("river", content))
    if page.status_code == 200:
        for do in ("check", "sample", "another"):
            page = post(browser, do, Form(page.text).fields)
    else:
        assert page.status_code == 422
        assert "names no country and language" in page.text


def test_the_campaigns_address_is_kept_and_a_pages_own_is_refused_beside_its_field(
    browser: FlaskClient,
) -> None:
    page = post(browser, "check", filled(browser) | {"slug": ["river"]})
    assert Form(page.text).fields["slug"] == ["river"]
    saved = browser.post("/en/studio/campaign.zip", data=Form(page.text).fields)
    assert archive.unpack(saved.data)[0] == "river"
    assert Form(opened(browser, saved.data).text).fields["slug"] == ["river"]
    assert Form(post(browser, "check", filled(browser)).text).fields["slug"] == [""]  # the title makes it
    for fields in (filled(browser), begun(browser)):
        page = post(browser, "check", fields | {"slug": ["data"]})
        error = re.search(r'id="slug-error">(.*?)</p>', page.text, re.DOTALL)
        assert error
        assert "A page of the site has this name: choose another." in error[1]
        assert 'data-fold="slug" open' in page.text


def test_a_form_that_was_tampered_with_is_answered_with_a_page(browser: FlaskClient) -> None:
    for fields in (
        {"manifest": ["not = toml ["], "country": ["xx"], "language": ["de"]},
        {"manifest": ["[countries]\nca = 3\n[[sources]]\nid = 4"], "country": ["ca"], "language": ["en"]},
        {"manifest": [""], "file/../../etc/passwd": ["x"], "draw": ["-1"], "sample": ["<b>"]},
        {"manifest": [""], "draw": ["9" * 4300], "source/0/date": [f"{'9' * 20} May 2025"]},
        {"manifest": ["countries = 1\nsources = [1]\ntitle = []"], "country": ["gb"], "language": ["en"]},
    ):
        for do in (
            "check",
            "request",
            "drop x",
            "at",
            "at ca",
            "another",
            "nonsense",
            "write x",
            "silence",
            "",
        ):
            assert post(browser, do, fields).status_code == 200
    many = {f"Summary/{number}/text": [""] for number in range(200)} | {"manifest": [""], "open": ["<b> x"]}
    many |= {f"source/{number}/id": [""] for number in range(200)}
    for do in ("section", "source", "silence commons", "write commons"):
        assert len(Form(post(browser, do, many).text).fields) < 500
    long = {"manifest": [""], "place": ["1" * 5000]}
    assert post(browser, "sample", long).status_code == 422
    assert browser.post("/en/studio", data={"manifest": "x" * 2_000_000}).status_code == 413


def test_nothing_typed_is_logged_or_written(
    browser: FlaskClient, caplog: pytest.LogCaptureFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with caplog.at_level(logging.DEBUG):
        fields = filled(browser) | {"title": ["Marked title"]}
        browser.post("/en/studio/campaign.zip", data=Form(post(browser, "check", fields).text).fields)
        opened(browser, archive.pack("marked", {"campaign.toml": "# Marked"}))
    assert "arked" not in json.dumps([record.__dict__ for record in caplog.records], default=str)
    assert list(tmp_path.iterdir()) == []


def test_another_site_cannot_post_to_the_studio(browser: FlaskClient) -> None:
    response = browser.post("/en/studio", data={"do": "start"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403


@pytest.fixture
def run_command() -> Iterator[None]:
    with click.Context(click.Command("run"), info_name="run"):
        yield


@pytest.mark.parametrize(
    ("setting", "proxies", "at_home", "status"),
    [
        ("auto", 0, True, 200),
        ("auto", 1, True, 404),
        ("auto", 0, False, 404),
        ("on", 1, False, 200),
        ("off", 0, True, 404),
    ],
)
def test_the_studio_is_there_at_home_or_where_the_operator_wants_it(
    setting: str, proxies: int, at_home: bool, status: int, request: pytest.FixtureRequest
) -> None:
    if at_home:
        request.getfixturevalue("run_command")
    assert application._has_studio(Settings(studio=setting, trusted_proxies=proxies)) is (status == 200)


def test_where_there_is_no_studio_its_addresses_are_not_found(client: FlaskClient) -> None:
    assert client.get("/en/studio").status_code == 404
    assert client.post("/en/studio", data={"do": "start"}).status_code == 404
    assert client.post("/en/studio/campaign.zip", data={"manifest": ""}).status_code == 404
