"""Every page and state that a visitor can meet, and how it is reached."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.steps import CONFIRM, campaign, fill, find, make, to_letter
from tests.support import MEMBER, vacant_seat

Reach = Callable[[Page, str], None]


def _bad_postcode(page: Page, language: str) -> None:
    find(page, "zzz", language)
    page.wait_for_selector(".errors")


def _choose(page: Page, language: str) -> None:
    find(page, "A0A 1A0", language)
    page.wait_for_selector("#constituency")


def choose_error(page: Page, language: str = "en") -> None:
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


def _write_opened(page: Page, language: str) -> None:
    _write(page, language)
    _open_details(page)


def write_errors(page: Page, language: str = "en") -> None:
    _write(page, language)
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


def _letters_opened(page: Page, language: str) -> None:
    to_letter(page, language)
    _open_details(page)


def _letter_edited(page: Page, language: str) -> None:
    _save(page, language, "Dear neighbour,\n\nOne thing only.")
    page.wait_for_selector("details[open]")


def letter_error(page: Page, language: str = "en") -> None:
    _save(page, language, "")
    page.wait_for_selector(".errors")


def _save(page: Page, language: str, text: str) -> None:
    to_letter(page, language)
    page.locator("details summary").first.click()
    page.fill(f"#text-{MEMBER}", text)
    page.locator("details button").first.click()


def _one_letter_with_notes(page: Page, language: str) -> None:
    """Without own words, with a character that no font has and a name without a space."""
    _write(page, language)
    fill(page, name="Zoë \U0010fffd " + "O’Neil" * 9, own_words="")
    page.evaluate("document.querySelectorAll('[name=to]').forEach((e, i) => { e.checked = i === 0 })")
    make(page, language)
    page.wait_for_selector("#missing")


def pdf_error(page: Page, language: str = "en") -> None:
    """A file asked for before the page could say what the file will lack."""
    to_letter(page, language)
    page.locator("details summary").first.click()
    page.fill(f"#text-{MEMBER}", "Dear neighbour,\n\nA sign \U0010fffd of my own.")
    page.locator("form .actions button").first.click()
    page.wait_for_selector(".errors")


def _from_another_site(page: Page, language: str) -> None:
    """A form on a page of no site, sent here."""
    address = page.evaluate("location.href") + "/write"
    page.goto("about:blank")
    page.set_content(f'<form method="post" action="{address}"><button>Send</button></form>')
    page.click("button")
    page.wait_for_selector("footer")


def _open_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")


_ADDRESSES = {"home": "", "data": "data", "privacy": "privacy", "about": "about", "no page": "nothing"}
_REACHED: dict[str, Reach | None] = {
    "campaign": None,
    "bad postcode": _bad_postcode,
    "choose": _choose,
    "choose, error": choose_error,
    "write": _write_opened,
    "write, errors": write_errors,
    "vacant seat": _vacant,
    "letters": _letters_opened,
    "letter, edited": _letter_edited,
    "letter, error": letter_error,
    "one letter, notes": _one_letter_with_notes,
    "letter, PDF error": pdf_error,
    "from another site": _from_another_site,
}
STATES: dict[str, tuple[str, Reach | None]] = {
    **{name: (f"/{{language}}/{path}", None) for name, path in _ADDRESSES.items()},
    **{name: (campaign("{language}"), reach) for name, reach in _REACHED.items()},
}
"""By name: the address to open, with a place for the language, and what to do there."""
