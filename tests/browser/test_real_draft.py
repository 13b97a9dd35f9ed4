"""The draft, the meter and the wipe on the site itself: offered after an accident, gone when it is no longer wanted."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.steps import arrived, campaign, fill, find, make
from tests.support import OWN_WORDS

pytestmark = pytest.mark.browser

OFFER = "You typed a letter here before."


def to_write(page: Page, postcode: str = "L8S 4L8") -> None:
    page.goto(campaign())
    find(page, postcode)
    arrived(page, "#name")


@pytest.fixture
def page(open_page: Open) -> Page:
    """The writing page with everything typed."""
    opened = open_page(campaign())
    to_write(opened)
    fill(opened)
    opened.fill("#wish", "Ask aloud.")
    return opened


def kept(page: Page) -> str:
    return str(page.evaluate("JSON.stringify(sessionStorage)"))


def test_after_an_accident_the_draft_is_offered_and_comes_back(page: Page) -> None:
    to_write(page)
    expect(page.get_by_text(OFFER)).to_be_visible()
    assert page.input_value("#own_words") == ""
    page.get_by_role("button", name="Bring it back").click()
    assert page.input_value("#own_words") == OWN_WORDS
    assert page.input_value("#wish") == "Ask aloud."
    assert page.input_value("#name") == "Zoë O’Neil"
    expect(page.get_by_text(OFFER)).to_have_count(0)
    assert page.locator("meter").evaluate("(e) => e.value") > 0.2, "the meter counts what came back"


def test_a_reload_loses_nothing(page: Page) -> None:
    page.reload()
    arrived(page, "#name")
    if page.input_value("#own_words") != OWN_WORDS:
        page.get_by_role("button", name="Bring it back").click()
    assert page.input_value("#own_words") == OWN_WORDS


def test_the_draft_is_gone_when_the_letter_is_made(page: Page) -> None:
    make(page)
    arrived(page, "[data-sheet]")
    assert "grandmother" not in kept(page)
    to_write(page)
    expect(page.get_by_text(OFFER)).to_have_count(0)


@pytest.mark.parametrize("made", [False, True], ids=["write", "letter"])
def test_one_press_wipes_all_and_back_shows_nothing(page: Page, made: bool) -> None:
    if made:
        make(page)
        arrived(page, "[data-sheet]")
    page.get_by_role("link", name="Leave, and clear what was typed").click()
    page.wait_for_url("**/en/")
    assert "grandmother" not in kept(page)
    for _ in range(1 + made):
        page.evaluate(
            "() => { document.documentElement.dataset.old = ''; setTimeout(() => history.back()); }"
        )
        arrived(page, "html:not([data-old]) .campaigns")
        shown = page.content() + str(
            page.locator("input, textarea").evaluate_all("(all) => all.map((e) => e.value)")
        )
        assert not any(part in shown for part in ("grandmother", "Zoë", "L8S 4L8"))


def test_after_a_wipe_the_messages_to_others_do_not_come_back_either(open_page: Open) -> None:
    page = open_page(f"{campaign()}/tell")
    page.fill("#message", "My grandmother waited.")
    to_write(page)
    page.get_by_role("link", name="Leave, and clear what was typed").click()
    page.wait_for_url("**/en/")
    page.evaluate("() => { document.documentElement.dataset.old = ''; setTimeout(() => history.go(-2)); }")
    arrived(page, "html:not([data-old]) .campaigns")


def test_clear_empties_the_fields_and_goes_on(page: Page) -> None:
    page.get_by_role("button", name="Clear what I typed").click()
    assert [page.input_value(f"#{name}") for name in ("own_words", "wish", "name", "address")] == [""] * 4
    expect(page.locator("#meter-text")).to_contain_text("0%")
    assert "grandmother" not in kept(page)
    fill(page)
    page.fill("#wish", "ask.")
    make(page)
    arrived(page, "[data-sheet]")


@pytest.mark.parametrize("postcode", ["L8S 4L8", "SW1A 1AA", "10001", "2000"])
def test_the_meter_follows_each_of_the_three_answers(open_page: Open, postcode: str) -> None:
    page = open_page(campaign())
    to_write(page, postcode)
    text, meter, shares = page.locator("#meter-text"), page.locator("meter"), []
    for field in ("learned", "own_words", "wish"):
        page.fill(f"#{field}", "ten words that are mine and mine alone for once")
        shares.append(meter.evaluate("(e) => e.value"))
    assert shares == sorted(set(shares)), "every answer counts"
    expect(text).to_contain_text("30 of ")
    expect(page.locator("[data-meter-long]")).to_be_hidden()
    page.fill("#own_words", "word " * 600)
    expect(page.locator("[data-meter-long]")).to_be_visible()


def test_what_the_script_says_is_what_the_page_said_without_it(open_page: Open) -> None:
    said = []
    for scripts in (True, False):
        page = open_page(campaign(), scripts=scripts)
        to_write(page)
        fill(page, name="")
        make(page)
        arrived(page, ".errors")
        said.append(page.locator("#meter-text").inner_text())
    assert said[0] == said[1]
