"""One computer for a room: after "Next guest" nothing of a guest is left, whichever way the next one looks for it."""

import re
from contextlib import suppress
from time import monotonic

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.browser.conftest import Open
from tests.browser.steps import arrived, campaign, fill, find, make, press
from tests.support import CAMPAIGN

pytestmark = pytest.mark.browser

NAME = "Wilhelmina Firstguest"
PRIVATE = ("Firstguest", "grandmother", "1 Main Street", "L8P 1A1")
START = f"{campaign()}?evening"
PATIENCE = 60
"""Seconds, however slow the computer, in which a page that is left has led to one that stays."""


def guest(page: Page, name: str = NAME) -> None:
    """From the postcode to the letters."""
    find(page, "L8P 1A1")
    fill(page, name=name)
    make(page)
    arrived(page, "[data-sheet]")


def next_guest(page: Page) -> None:
    page.get_by_role("link", name="Next guest").click()
    page.wait_for_url(f"**/{CAMPAIGN}?evening")
    arrived(page, "#postcode")


def shown(page: Page) -> str:
    """Everything that the page holds, its source and what stands in its fields; of one that is being left, the next."""
    fields = "(all) => all.map((e) => e.value + (e.defaultValue ?? ''))"
    end = monotonic() + PATIENCE
    while monotonic() < end:
        with suppress(Error):
            page.wait_for_load_state()
            return page.content() + str(page.locator("input, textarea").evaluate_all(fields))
    raise AssertionError("the page leads on for ever")


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page(START)


@pytest.fixture
def visited(page: Page) -> Page:
    """A page whose guest tried everything: an error, another riding's question, files, edits, there and back."""
    find(page, "L8P 1A1")
    fill(page, name=NAME)
    page.fill("#address", "")
    make(page)
    arrived(page, ".errors")
    page.fill("#address", "1 Main Street West")
    make(page)
    arrived(page, "[data-sheet]")
    page.get_by_text("Change something").click()
    press(page, page.get_by_role("button", name="Change your words"))
    arrived(page, "#name")
    make(page)
    arrived(page, "[data-sheet]")
    return page


def test_it_is_the_last_big_button_and_stands_at_the_first_field(page: Page) -> None:
    expect(page.locator("#postcode")).to_be_focused()
    guest(page)
    assert page.locator("main .button.big, main button.big").last.text_content().strip() == "Next guest"  # type: ignore[union-attr]
    next_guest(page)
    expect(page.locator("#postcode")).to_be_focused()
    assert page.input_value("#postcode") == ""
    guest(page, "Second Guest")
    assert "Second Guest" in shown(page)
    assert "Firstguest" not in shown(page)


def go(page: Page, step: int) -> None:
    """Back or Forward, to a page, to none, or to one that the browser must not show again or that is left at once."""
    try:
        (page.go_back if step < 0 else page.go_forward)(wait_until="commit")
    except Error as error:
        if "ERR_CACHE_MISS" in error.message:  # the browser's own page, which says so, comes a moment later
            page.wait_for_url("chrome-error://**")
    with suppress(Error):
        page.wait_for_load_state()


@pytest.mark.parametrize("first", [-1, 1], ids=["back", "forward"])
def test_neither_back_nor_forward_shows_the_guest_before(visited: Page, first: int) -> None:
    next_guest(visited)
    for step in (first, *(-1,) * 7, *(1,) * 8):
        go(visited, step)
        assert not any(part in shown(visited) for part in PRIVATE), visited.url


def test_a_guest_who_goes_back_before_the_press_leaves_nothing_ahead(page: Page) -> None:
    guest(page)
    page.get_by_text("Change something").click()
    press(page, page.get_by_role("button", name="Change your words"))
    arrived(page, "#name")
    go(page, -1)
    page.goto(START)
    guest(page, "Second Guest")
    next_guest(page)
    assert page.evaluate("window.navigation?.canGoForward ?? false") is False


def test_the_browser_is_told_to_remember_no_field_of_any_page(page: Page) -> None:
    """What autofill would offer the next guest: a field that may be remembered, on any page of the journey."""
    remembered = """() => [...document.querySelectorAll('form :is(input:not([type]), textarea)')]
        .filter((e) => (e.autocomplete || e.form.autocomplete) !== 'off').map((e) => e.name)"""
    assert page.evaluate(remembered) == []
    find(page, "A0A 1A0")
    arrived(page, "#constituency")
    assert page.evaluate(remembered) == []
    page.goto(START)
    find(page)
    assert page.evaluate(remembered) == []
    fill(page, name="")
    make(page)
    arrived(page, ".errors")
    assert page.evaluate(remembered) == []
    fill(page, name=NAME)
    make(page)
    arrived(page, "[data-sheet]")
    assert page.evaluate(remembered) == []


def test_no_page_of_it_may_be_stored_and_no_draft_is(open_page: Open) -> None:
    page = open_page("/en/about")
    kept: list[str] = []
    page.on(
        "response", lambda r: r.request.is_navigation_request() and kept.append(r.headers["cache-control"])
    )
    page.goto(START)
    guest(page)
    assert set(kept) == {"no-store"}
    assert "Firstguest" not in str(page.evaluate("JSON.stringify([sessionStorage, localStorage])"))
    next_guest(page)
    stored = str(page.evaluate("JSON.stringify([sessionStorage, localStorage])"))
    assert not any(part in stored for part in PRIVATE)
    context: BrowserContext = page.context
    assert context.cookies() == []


def test_without_scripts_it_is_a_link_to_the_first_field(open_page: Open) -> None:
    page = open_page(START, scripts=False)
    guest(page)
    next_guest(page)
    assert not any(part in shown(page) for part in PRIVATE)
    guest(page, "Second Guest")
    assert re.search("Second Guest", shown(page))


def test_a_form_that_the_browser_sends_again_is_left_at_once(visited: Page) -> None:
    """On what Back cannot show, a browser offers to send the form of the guest before once more."""
    next_guest(visited)
    go(visited, -1)
    with suppress(Error):  # which the page that leaves may interrupt
        visited.reload()
    visited.wait_for_url(f"**/{CAMPAIGN}?evening")
    arrived(visited, "#postcode")
    assert not any(part in shown(visited) for part in PRIVATE)
