"""The steps of the journey, as a visitor takes them."""

from contextlib import suppress

from playwright.sync_api import Error, Locator, Page

from tests.support import CAMPAIGN, MEMBER, OWN_WORDS

FIND = {"en": "Find my representatives", "fr": "Trouver qui me représente"}
CONFIRM = {"en": "This is my riding", "fr": "C’est ma circonscription"}
UNSURE, SURE = "M5V 3A8", "A0A 1A0"
"""Codes that may lie in several ridings: the likeliest is under nine in ten, and over."""
MAKE = {"en": "Make my letter", "fr": "Composer ma lettre"}


def campaign(language: str = "en") -> str:
    return f"/{language}/{CAMPAIGN}"


def arrived(page: Page, selector: str) -> None:
    """Wait until the page that shows this is there to its last line, with what it loads.

    A browser shows the beginning of a page before it has read the rest, and what Playwright asks of many elements at
    once, or of the document, does not wait.
    """
    page.wait_for_selector(selector)
    page.wait_for_load_state()


def press(page: Page, button: Locator) -> None:
    """Press a button that leads to a page, and wait for the whole page: a click waits for its beginning alone."""
    with page.expect_navigation():
        button.click()


def back(page: Page) -> None:
    """Press Back where a page of before a wipe is left again at once: that ends the way there."""
    with suppress(Error):
        page.go_back(wait_until="commit")


def find(page: Page, postcode: str = "L8S 4L8", language: str = "en") -> None:
    """From the campaign page on."""
    page.fill("#postcode", postcode)
    press(page, page.get_by_role("button", name=FIND[language]))


def choose(page: Page, code: str = "") -> None:
    """Where the constituency is asked for: on a page of its own, or on the writing page, where one is likely."""
    arrived(page, "[name=constituency]")
    if code:
        page.check(f"[name=constituency][value='{code}']")
    confirm = page.locator("main button[name=confirm]")
    if confirm.count():
        press(page, confirm)


def fill(page: Page, name: str = "Zoë O’Neil", own_words: str = OWN_WORDS) -> None:
    """On the writing page."""
    page.fill("#name", name)
    page.fill("#address", "1 Main Street West\nHamilton ON")
    page.fill("#own_words", own_words)


def edit(page: Page, text: str) -> None:
    """On the page of the letters, in the first one."""
    editor = page.locator(".edit").first
    if editor.get_attribute("open") is None:
        editor.locator("summary").click()
    page.fill(f"#text-{MEMBER}", text)


def make(page: Page, language: str = "en") -> None:
    press(page, page.get_by_role("button", name=MAKE[language]))


def to_letter(page: Page, language: str = "en", **typed: str) -> None:
    find(page, language=language)
    fill(page, **typed)
    make(page, language)
    arrived(page, "[data-sheet]")
