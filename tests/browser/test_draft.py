"""The draft in the tab, the one-press wipe and the live meter, on a small site of their own (docs/writing-page.md)."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from flask import Flask, request
from playwright.sync_api import Dialog, Page, expect

from letters.feedback.ownwords import words
from tests.browser.conftest import Open
from tests.browser.serving import served
from tests.browser.steps import back, press

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
<div data-meter data-core-words="90" data-fields="matters wish" data-page-words="100" data-enough="80">
<svg><path d="M0 0h0v1H0z" /></svg><p data-from="0">Nothing yet.</p>
<p data-from="1" hidden>Words: <span data-count>0</span>.</p><p data-from="80" hidden>Plenty: <span data-count>0</span>.</p>
<p data-meter-long hidden>More than one page.</p><p data-meter-said></p></div><p class="bar"><span hidden>Words</span></p>
<button formaction="{path}">Say it again</button> <button formaction="{letter}">Make my letter</button></form>
<span data-clear data-label="Clear what I typed"></span>"""
LETTER = """<h1>Letter</h1><div data-draft data-edits role="status" data-offer="An edit is here."
 data-restore="Bring it back" data-discard="Discard it"></div>
<form id="journey" action="{letter}" method="post"><div data-sheet id="to-a"><span data-sent-note="a" hidden>sent</span>
<input type="hidden" name="base-a" value="{matters}"><input type="hidden" name="base_subject-a" value="S">
<p data-shows="subject-a"></p><div data-shows="text-a"></div><input name="subject-a" id="subject-a" value="S">
<textarea name="text-a" id="text-a">
{matters}</textarea><span data-sent="a" data-label="I have sent it"></span></div></form><h2 id="next" tabindex="-1">Next</h2>"""
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
        lambda language, slug: page(LETTER, language, slug),
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
    expect(page.get_by_text("Words: 7.")).to_be_visible()
    expect(page.locator("path")).to_have_attribute("d", "M0 0h7v1H0z")
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


def test_the_draft_is_kept_until_the_letter_is_sent(page: Page) -> None:
    page.get_by_role("button", name="Make my letter").click()
    reached(page, "Letter")
    assert drafts(page) == ["draft:forced-labour"]
    page.get_by_role("button", name="I have sent it").click()
    expect(page.get_by_text("sent", exact=True)).to_be_visible()
    assert drafts(page) == []
    to_write(page)
    expect(offer(page)).to_have_count(0)


def test_an_edit_of_a_letter_comes_back_to_that_letter_and_is_offered_to_another(page: Page) -> None:
    page.get_by_role("button", name="Make my letter").click()
    reached(page, "Letter")
    page.fill("#text-a", "Edited.")
    page.once("dialog", lambda dialog: dialog.accept())
    to_write(page)
    page.get_by_role("button", name="Bring it back").click()
    page.get_by_role("button", name="Make my letter").click()
    reached(page, "Letter")
    expect(page.locator("#text-a")).to_have_value("Edited.")
    expect(page.locator("[data-shows=text-a]")).to_have_text("Edited.")
    page.once("dialog", lambda dialog: dialog.accept())
    to_write(page)
    page.fill("#matters", "Something else.")
    page.get_by_role("button", name="Make my letter").click()
    reached(page, "Letter")
    expect(page.get_by_text("An edit is here.")).to_be_visible()
    assert page.input_value("#text-a") == "Something else."
    with page.expect_request(lambda request: request.method == "POST") as sent:
        page.get_by_role("button", name="Bring it back").click()
    typed = parse_qs(sent.value.post_data or "")
    assert typed["text-a"] == ["Edited."], "the site joins it with what was changed since"
    assert typed["base-a"] != ["Something else."], "the text that it was an edit of goes with it"


def test_leaving_with_an_edit_that_no_button_has_sent_asks_first(page: Page) -> None:
    page.get_by_role("button", name="Make my letter").click()
    reached(page, "Letter")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.locator("#text-a").press_sequentially("Edited.")
    page.goto("/en/")
    assert asked == ["beforeunload"]


def test_clear_empties_the_fields_and_removes_the_draft(page: Page) -> None:
    page.get_by_role("button", name="Clear what I typed").click()
    assert (values(page), drafts(page)) == (EMPTY, [])
    expect(page.locator("#matters")).to_be_focused()
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
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
    for _ in range(2 * pages):
        back(page)
        # Home, or the browser's own page in place of one that it must not keep, which has no heading of ours.
        page.wait_for_function("['Campaigns', undefined].includes(document.querySelector('h1')?.textContent)")
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
    reached(page, "Campaigns")


def test_a_browser_that_refuses_storage_can_do_all_else(open_page: Open) -> None:
    opened = open_page("/en/")
    opened.context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused'); } })"
    )
    to_write(opened)
    type_all(opened)
    expect(opened.get_by_text("Words: 7.")).to_be_visible()
    opened.get_by_role("button", name="Clear what I typed").click()
    assert values(opened) == EMPTY
    opened.get_by_role("link", name="Wipe and leave").click()
    reached(opened, "Campaigns")


def test_without_scripts_the_link_leads_to_the_campaigns_and_no_button_is_dead(open_page: Open) -> None:
    opened = open_page("/en/forced-labour/write", scripts=False)
    assert opened.locator("button").count() == 2
    expect(opened.get_by_text("Nothing yet.")).to_be_visible()
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
    expect(page.get_by_text(f"Words: {own}." if own else "Nothing yet.")).to_be_visible()


def test_the_meter_follows_every_key_and_tells_of_a_second_page(page: Page) -> None:
    page.fill("#matters", "")
    page.fill("#wish", "")
    page.locator("#matters").press_sequentially("ten words that are mine and mine alone for once")
    expect(page.get_by_text("Words: 10.")).to_be_visible()
    expect(page.locator("path")).to_have_attribute("d", "M0 0h10v1H0z")
    expect(page.get_by_text("More than one page.")).to_be_hidden()
    page.fill("#wish", "one")
    expect(page.get_by_text("More than one page.")).to_be_visible()
    page.fill("#name", "A name is no word of the letter")
    expect(page.get_by_text("Words: 11.")).to_be_visible()
    page.fill("#wish", "more " * 200)
    expect(page.get_by_text("Plenty: 210.")).to_be_visible()
    expect(page.locator("path")).to_have_attribute("d", "M0 0h80v1H0z")


def test_the_script_holds_no_markup_and_keeps_nothing_beyond_the_tab() -> None:
    text = (STATIC / "letter.js").read_text("utf-8")
    assert "innerHTML" not in text
    assert "localStorage" not in text
    assert "cookie" not in text
