"""Everyone can use every page and state: axe, reflow, keyboard, focus, forced colours, text spacing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import AXE, TAGS, Open
from tests.browser.steps import CONFIRM, campaign, fill, find, make, to_letter
from tests.support import vacant_seat

pytestmark = pytest.mark.browser


def _error(page: Page, language: str) -> None:
    find(page, "zzz", language)
    page.wait_for_selector(".errors")


def _choose(page: Page, language: str) -> None:
    find(page, "A0A 1A0", language)
    page.wait_for_selector("#constituency")


def _choose_error(page: Page, language: str) -> None:
    find(page, "H2B 1A1", language)
    page.wait_for_selector("#constituency")
    page.evaluate(
        "document.querySelectorAll('[name=constituency]').forEach((e) => { e.checked = true; e.value = 'x' })"
    )
    page.get_by_role("button", name=CONFIRM[language]).click()
    page.wait_for_selector(".errors")


def _write(page: Page, language: str) -> None:
    find(page, language=language)
    page.wait_for_selector("#name")
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")


def _write_error(page: Page, language: str) -> None:
    find(page, language=language)
    page.evaluate("document.querySelectorAll('[name=to]').forEach((e) => { e.checked = false })")
    page.evaluate("document.querySelectorAll('[name=asks]').forEach((e) => { e.checked = true })")
    page.fill("#own_words", "x" * 3001)
    make(page, language)
    page.wait_for_selector(".errors")


def _vacant(page: Page, language: str) -> None:
    code, riding = vacant_seat()
    find(page, code, language)
    page.check(f"[name=constituency][value='{riding}']")
    page.get_by_role("button", name=CONFIRM[language]).click()
    page.wait_for_selector(".note")


def _letter(page: Page, language: str) -> None:
    to_letter(page, language)
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")


def _letter_with_notes(page: Page, language: str) -> None:
    find(page, language=language)
    fill(page, name="Zoë \U0010fffd " + "O’Neil" * 9, own_words="")
    page.evaluate("document.querySelectorAll('[name=to]').forEach((e, i) => { e.checked = i === 0 })")
    make(page, language)
    page.wait_for_selector("#missing")


STATES: dict[str, tuple[str, Callable[[Page, str], None] | None]] = {
    "home": ("/{language}/", None),
    "data": ("/{language}/data", None),
    "privacy": ("/{language}/privacy", None),
    "about": ("/{language}/about", None),
    "nothing": ("/{language}/nothing", None),
    "campaign": ("", None),
    "campaign with an error": ("", _error),
    "choose": ("", _choose),
    "choose with an error": ("", _choose_error),
    "write": ("", _write),
    "write with errors": ("", _write_error),
    "vacant": ("", _vacant),
    "letter": ("", _letter),
    "letter with notes": ("", _letter_with_notes),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [320, 1024])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    open_page: Open, state: str, language: str, width: int
) -> None:
    path, reach = STATES[state]
    page = open_page((path or campaign(language)).format(language=language), width=width)
    if reach:
        reach(page, language)
    page.evaluate(AXE)
    found = page.evaluate("(tags) => axe.run({runOnly: tags})", TAGS)["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_long_words_do_not_overflow(open_page: Open) -> None:
    page = open_page(campaign(), width=320)
    to_letter(page, name="Wolfeschlegelsteinhausenbergerdorff" * 2, own_words="x" * 200)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def _focused(page: Page) -> str:
    return str(page.evaluate("(document.activeElement.id || document.activeElement.textContent).trim()"))


def test_the_journey_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(campaign())
    press = page.keyboard.press
    press("Tab")
    assert _focused(page) == "Skip to the content"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    press("Enter")
    _tab_to(page, "postcode")
    page.keyboard.type("l8s4l8")
    press("Enter")
    page.wait_for_selector("#name")
    assert page.url.endswith("/en/forced-organ-harvesting/write"), (
        "Enter sends the form, not the language switch"
    )
    _tab_to(page, "own_words")
    page.keyboard.type("I care about this.")
    press("Tab")
    page.keyboard.type("Zoë O’Neil")
    press("Tab")
    page.keyboard.type("1 Main Street West")
    press("Tab")
    assert _focused(page) == "Make my letter"
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid", "the focus is seen"
    press("Enter")
    page.wait_for_selector("[data-sheet]")
    _tab_to(page, "PDF to print and sign")


def _tab_to(page: Page, target: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        assert "first-button" not in page.evaluate("document.activeElement.className")
        if _focused(page) == target:
            return
    raise AssertionError(f"{target} cannot be reached by Tab")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_error_is_focused_and_leads_to_its_field(open_page: Open, scripts: bool) -> None:
    page = open_page(campaign(), scripts=scripts)
    find(page, "zzz")
    page.wait_for_selector(".errors:focus")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#postcode:target")
    assert page.input_value("#postcode") == "zzz"


def test_the_page_holds_with_forced_colours_and_wide_text(open_page: Open) -> None:
    page = open_page(campaign(), width=320, forced_colors="active")
    to_letter(page)
    page.evaluate(
        "document.querySelectorAll('*').forEach((e) => { e.style.lineHeight = '1.5'; e.style.letterSpacing = '.12em'; "
        "e.style.wordSpacing = '.16em' })"
    )
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    for control in page.locator("button:visible, a.button:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 24 or "first-button" in str(control.get_attribute("class"))
