"""The steps of the journey, as a visitor takes them."""

from playwright.sync_api import Page

from tests.support import CAMPAIGN, OWN_WORDS

FIND = {"en": "Find my representatives", "fr": "Trouver qui me représente"}
CONFIRM = {"en": "This is my riding", "fr": "C’est ma circonscription"}
MAKE = {"en": "Make my letter", "fr": "Composer ma lettre"}


def campaign(language: str = "en") -> str:
    return f"/{language}/{CAMPAIGN}"


def find(page: Page, postcode: str = "L8S 4L8", language: str = "en") -> None:
    """From the campaign page on."""
    page.fill("#postcode", postcode)
    page.get_by_role("button", name=FIND[language]).click()


def choose(page: Page, code: str = "") -> None:
    """On the page that asks for the constituency, in any language."""
    if code:
        page.check(f"[name=constituency][value='{code}']")
    page.locator("main button[name=confirm]").click()


def fill(page: Page, name: str = "Zoë O’Neil", own_words: str = OWN_WORDS) -> None:
    """On the writing page."""
    page.fill("#name", name)
    page.fill("#address", "1 Main Street West\nHamilton ON")
    page.fill("#own_words", own_words)


def make(page: Page, language: str = "en") -> None:
    page.get_by_role("button", name=MAKE[language]).click()


def to_letter(page: Page, language: str = "en", **typed: str) -> None:
    find(page, language=language)
    fill(page, **typed)
    make(page, language)
    page.wait_for_selector("[data-sheet]")
