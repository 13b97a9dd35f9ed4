"""The draft in the tab, the one-press wipe and the live meter, on a small site of their own (docs/writing-page.md)."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from flask import Flask, request
from playwright.sync_api import Page, expect

from letters.feedback.ownwords import words
from tests.browser.conftest import Open
from tests.browser.serving import served
from tests.browser.steps import press

pytestmark = pytest.mark.browser

STATIC = Path(__file__).parents[2] / "static"
SCRIPT = '<script src="/static/letter.js" type="module"></script>'
WIPE = '<a data-wipe href="/{language}/">Wipe and leave</a>'
HOME = '<h1>Campaigns</h1><a href="/{language}/forced-labour">Forced labour</a> <a href="/{language}/other">Other</a>'
CAMPAIGN = """<h1>Campaign</h1><form action="{path}/write" method="post">
<input name="postcode" id="postcode"><button>Find</button></form>"""
WRITE = """<h1>Write</h1><div data-draft role="status" data-offer="An unfinished letter is here."
 data-restore="Bring it back" data-discard="Discard it"></div>
<form id="journey" action="{path}" method="post"><input type="hidden" name="postcode" value="{postcode}">
<textarea name="matters" id="matters">
{matters}</textarea><textarea name="wish" id="wish">
{wish}</textarea><input name="name" id="name" value="{name}">
<input type="checkbox" name="to" value="a" checked>
<div data-meter data-core-words="90" data-fields="matters wish" data-page-words="100"
 data-label="About {{share}} is yours: {{own}} of {{all}} words.">
<p id="meter-text" data-meter-text>About 0% is yours: 0 of 90 words.</p>
<meter min="0" max="1" value="0" aria-labelledby="meter-text"></meter>
<p data-meter-long hidden>More than one page.</p></div>
<button formaction="{path}">Say it again</button> <button formaction="{letter}">Make my letter</button></form>
<span data-clear data-label="Clear what I typed"></span>"""
LETTER = """<h1>Letter</h1><div data-draft-clear></div>
<form id="journey" action="{letter}" method="post"><textarea name="text-a" id="text">
{matters}</textarea></form>"""
KEPT = {"matters": "My grandmother waited.\nFor years.", "wish": "Ask aloud.", "name": "Zoë O’Neil"}


def site() -> Flask:
    app = Flask("site", static_folder=str(STATIC))

    def page(
        content: str, language: str, slug: str = "", cache: str = "private, no-cache"
    ) -> tuple[str, dict[str, str]]:
        path = f"/{language}/{slug}"
        typed = {name: escape(request.form.get(name, "")) for name in (*KEPT, "postcode")}
        body = (content + WIPE).format(language=language, path=path, letter=f"{path}/letter", **typed)
        html = f'<!doctype html><html lang="{language}"><title>T</title><link rel="icon" href="data:,">'
        return html + body + SCRIPT, {
            "Cache-Control": cache,
            "Content-Security-Policy": "default-src 'none'; script-src 'self'; img-src data:; form-action 'self'",
        }

    app.add_url_rule("/<language>/", "home", lambda language: page(HOME, language))
    app.add_url_rule("/<language>/<slug>", "campaign", lambda language, slug: page(CAMPAIGN, language, slug))
    app.add_url_rule(
        "/<language>/<slug>/write",
        "write",
        lambda language, slug: page(WRITE.replace("{path}", "{path}/write"), language, slug),
        methods=["GET", "POST"],
    )
    app.add_url_rule(
        "/<language>/<slug>/letter",
        "letter",
        lambda language, slug: page(LETTER, language, slug, "no-store"),
        methods=["POST"],
    )
    return app


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with served(site()) as port:
        yield f"http://127.0.0.1:{port}"


def reached(page: Page, heading: str) -> None:
    """The page with that heading, its script run: before that a link is only a link."""
    expect(page.locator("h1")).to_have_text(heading)
    page.wait_for_load_state("load")


def to_write(page: Page, slug: str = "forced-labour") -> None:
    page.goto(f"/en/{slug}")
    page.fill("#postcode", "L8S 4L8")
    page.get_by_role("button", name="Find").click()
    reached(page, "Write")


def type_all(page: Page) -> None:
    for name, text in KEPT.items():
        page.fill(f"#{name}", text)


def values(page: Page) -> dict[str, str]:
    return {name: page.input_value(f"#{name}") for name in KEPT}


def drafts(page: Page) -> list[str]:
    return list(page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('draft:'))"))


def offer(page: Page) -> object:
    return page.get_by_text("An unfinished letter is here.")


def back(page: Page) -> None:
    """Press Back after a wipe, and wait until the campaigns are shown anew."""
    page.evaluate("() => { document.documentElement.dataset.old = ''; setTimeout(() => history.back()); }")
    expect(page.locator("html:not([data-old]) h1")).to_have_text("Campaigns")
    page.wait_for_load_state()


@pytest.fixture
def page(open_page: Open) -> Page:
    """The writing page with everything typed."""
    opened = open_page("/en/")
    to_write(opened)
    type_all(opened)
    return opened


EMPTY = dict.fromkeys(KEPT, "")


def test_after_an_accident_the_draft_is_offered_back(page: Page) -> None:
    to_write(page)
    assert values(page) == EMPTY
    expect(offer(page)).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("An unfinished letter is here.")
    page.get_by_role("button", name="Bring it back").click()
    assert values(page) == KEPT
    expect(page.locator("#matters")).to_be_focused()
    expect(page.locator("[data-draft]")).to_be_empty()
    assert "words" in str(page.locator("#meter-text").text_content())
    assert page.locator("meter").evaluate("(meter) => meter.value") > 0
    assert drafts(page) == ["draft:forced-labour"]


def test_a_draft_that_is_discarded_is_gone(page: Page) -> None:
    to_write(page)
    page.get_by_role("button", name="Discard it").click()
    expect(page.locator("[data-draft]")).to_be_empty()
    expect(page.locator("#matters")).to_be_focused()
    assert (values(page), drafts(page)) == (EMPTY, [])
    to_write(page)
    expect(offer(page)).to_have_count(0)


def test_nothing_is_offered_where_nothing_was_typed(open_page: Open) -> None:
    opened = open_page("/en/")
    to_write(opened)
    assert drafts(opened) == []
    expect(offer(opened)).to_have_count(0)
    opened.fill("#matters", "A")
    opened.fill("#matters", " ")
    assert drafts(opened) == [], "what was taken out again is not kept"


def test_nothing_is_offered_where_the_page_still_shows_it(page: Page) -> None:
    press(page, page.get_by_role("button", name="Say it again"))
    assert values(page) == KEPT
    expect(offer(page)).to_have_count(0)
    page.goto("/en/")
    page.go_back()
    expect(page.locator("#matters")).to_have_value(KEPT["matters"])
    expect(offer(page)).to_have_count(0)


def test_what_is_typed_while_a_draft_is_offered_is_kept_with_it(page: Page) -> None:
    to_write(page)
    page.fill("#wish", "Another wish.")
    to_write(page)
    page.fill("#name", "Z.")
    page.get_by_role("button", name="Bring it back").click()
    assert values(page) == {"matters": KEPT["matters"], "wish": "Another wish.", "name": "Z."}


def test_each_campaign_and_each_tab_has_its_own_draft(page: Page, open_page: Open) -> None:
    to_write(page, "other")
    expect(offer(page)).to_have_count(0)
    page.goto("/fr/forced-labour/write")
    expect(offer(page)).to_be_visible()
    another = page.context.new_page()
    to_write(another)
    assert (values(another), drafts(another)) == (EMPTY, [])
    assert page.evaluate("localStorage.length") == 0


def test_the_draft_is_gone_when_the_letter_is_made(page: Page) -> None:
    page.get_by_role("button", name="Make my letter").click()
    reached(page, "Letter")
    assert drafts(page) == []
    to_write(page)
    expect(offer(page)).to_have_count(0)


def test_clear_empties_the_fields_and_removes_the_draft(page: Page) -> None:
    page.get_by_role("button", name="Clear what I typed").click()
    assert (values(page), drafts(page)) == (EMPTY, [])
    expect(page.locator("#matters")).to_be_focused()
    expect(page.locator("#meter-text")).to_have_text("About 0% is yours: 0 of 90 words.")
    assert page.locator("input[type=hidden]").input_value() == "L8S 4L8", "the journey goes on"
    to_write(page)
    expect(offer(page)).to_have_count(0)
    type_all(page)
    to_write(page)
    page.get_by_role("button", name="Clear what I typed").click()
    expect(page.locator("[data-draft]")).to_be_empty()
    assert drafts(page) == [], "an offered draft goes too"


@pytest.mark.parametrize("pages", [2, 3], ids=["write", "letter"])
def test_one_press_wipes_everything_and_back_shows_nothing_typed(page: Page, pages: int) -> None:
    if pages == 3:
        page.get_by_role("button", name="Make my letter").click()
        reached(page, "Letter")
    page.get_by_role("link", name="Wipe and leave").click()
    reached(page, "Campaigns")
    assert drafts(page) == []
    assert "forced-labour" not in str(page.evaluate("JSON.stringify(sessionStorage)"))
    for _ in range(pages):
        back(page)
        shown = page.content() + str(
            page.locator("input, textarea").evaluate_all("(all) => all.map((e) => e.value)")
        )
        assert not any(part in shown for part in ("grandmother", "Zoë", "L8S"))


def test_after_a_wipe_the_next_person_keeps_what_they_type(page: Page) -> None:
    page.get_by_role("link", name="Wipe and leave").click()
    reached(page, "Campaigns")
    page.get_by_role("link", name="Forced labour").click()
    page.fill("#postcode", "A0A 1A0")
    page.get_by_role("button", name="Find").click()
    reached(page, "Write")
    expect(offer(page)).to_have_count(0)
    page.fill("#matters", "Mine.")
    press(page, page.get_by_role("button", name="Say it again"))
    page.go_back()
    expect(page.locator("#matters")).to_have_value("Mine.")
    page.go_back()
    expect(page.locator("#postcode")).to_have_value("A0A 1A0")
    page.reload()
    reached(page, "Campaign")


def test_a_browser_that_does_not_tell_positions_still_wipes(page: Page) -> None:
    page.context.add_init_script("Object.defineProperty(window, 'navigation', { value: undefined })")
    to_write(page)
    page.get_by_role("link", name="Wipe and leave").click()
    reached(page, "Campaigns")
    back(page)


def test_a_browser_that_refuses_storage_can_do_all_else(open_page: Open) -> None:
    opened = open_page("/en/")
    opened.context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused'); } })"
    )
    to_write(opened)
    type_all(opened)
    expect(opened.locator("#meter-text")).to_have_text("About 7% is yours: 7 of 97 words.")
    opened.get_by_role("button", name="Clear what I typed").click()
    assert values(opened) == EMPTY
    opened.get_by_role("link", name="Wipe and leave").click()
    reached(opened, "Campaigns")


def test_without_scripts_the_link_leads_to_the_campaigns_and_no_button_is_dead(open_page: Open) -> None:
    opened = open_page("/en/forced-labour/write", scripts=False)
    assert opened.locator("button").count() == 2
    expect(opened.locator("#meter-text")).to_have_text("About 0% is yours: 0 of 90 words.")
    opened.get_by_role("link", name="Wipe and leave").click()
    reached(opened, "Campaigns")


@pytest.mark.parametrize(
    "text",
    [
        "One, two — three/four re-elected 5,650 l’été…",
        "我写信给您 and わたし",
        "สวัสดี नमस्ते दुनिया مرحبا بالعالم 나는 편지를",
        "… — !? * _ 'x'",
        "a\u00a0b\u202fc\n\nd",
    ],
)
def test_the_meter_counts_words_as_the_letter_does(page: Page, text: str) -> None:
    page.fill("#matters", text)
    page.fill("#wish", "")
    own = len(words(text))
    expect(page.locator("#meter-text")).to_have_text(
        f"About {own / (own + 90):.0%} is yours: {own} of {own + 90} words."
    )


def test_the_meter_follows_every_key_and_tells_of_a_second_page(page: Page) -> None:
    page.fill("#matters", "")
    page.fill("#wish", "")
    page.locator("#matters").press_sequentially("ten words that are mine and mine alone for once")
    expect(page.locator("#meter-text")).to_have_text("About 10% is yours: 10 of 100 words.")
    assert page.locator("meter").evaluate("(meter) => meter.value") == pytest.approx(0.1)
    expect(page.get_by_text("More than one page.")).to_be_hidden()
    page.fill("#wish", "one")
    expect(page.get_by_text("More than one page.")).to_be_visible()
    page.fill("#name", "A name is no word of the letter")
    expect(page.locator("#meter-text")).to_have_text("About 11% is yours: 11 of 101 words.")


def test_the_meter_writes_percentages_as_the_language_does(open_page: Open) -> None:
    opened = open_page("/fr/forced-labour/write")
    opened.fill("#matters", "dix " * 10)
    text = str(opened.locator("#meter-text").text_content())
    assert text.replace("\u00a0", " ").replace("\u202f", " ").startswith("About 10 % is yours")
    assert "10 %" not in text, "the space does not break"


def test_the_script_holds_no_markup_and_keeps_nothing_beyond_the_tab() -> None:
    text = (STATIC / "letter.js").read_text("utf-8")
    assert "innerHTML" not in text
    assert "localStorage" not in text
    assert "cookie" not in text
