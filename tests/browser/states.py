"""Every page and state that a visitor can meet, and how it is reached."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.steps import SURE, UNSURE, arrived, campaign, edit, fill, find, make, press, to_letter
from tests.support import vacant_seat

Reach = Callable[[Page, str], None]


def _bad_postcode(page: Page, language: str) -> None:
    find(page, "zzz", language)
    arrived(page, ".errors")


def _choose(page: Page, language: str) -> None:
    find(page, UNSURE, language)
    arrived(page, "#constituency")


def _compact_choice(page: Page, language: str) -> None:
    find(page, SURE, language)
    arrived(page, "#constituency")
    page.locator("#constituency input").last.check()


def choose_error(page: Page, language: str = "en") -> None:
    find(page, UNSURE, language)
    arrived(page, "#constituency")
    page.evaluate(
        "document.querySelectorAll('[name=constituency]').forEach((e) => { e.checked = true; e.value = 'x' })"
    )
    press(page, page.locator("main button[name=confirm]"))
    arrived(page, ".errors")


def _write(page: Page, language: str) -> None:
    find(page, language=language)
    arrived(page, "#name")


def _write_opened(page: Page, language: str) -> None:
    _write(page, language)
    _open_details(page)


def _sheet_open(page: Page, language: str) -> None:
    _write(page, language)
    fill(page)
    page.locator("[data-popover]").click()
    arrived(page, "[data-shut] button")


def write_errors(page: Page, language: str = "en") -> None:
    _write(page, language)
    page.evaluate("document.querySelectorAll('[name=to]').forEach((e) => { e.checked = false })")
    page.evaluate("document.querySelectorAll('[name=asks]').forEach((e) => { e.checked = true })")
    page.fill("#own_words", "x" * 3001)
    make(page, language)
    arrived(page, ".errors")


def _not_a_word(page: Page, language: str) -> None:
    _write(page, language)
    fill(page, own_words="")
    make(page, language)
    arrived(page, "[name=alone]")


def _marked(page: Page, language: str) -> None:
    _write(page, language)
    fill(page, own_words="i hope this letter finds you well, Mr. Danko")
    make(page, language)
    arrived(page, "[data-sheet]")


def _embed_made(page: Page, _language: str) -> None:
    page.fill("#address", "https://letters.example.org")
    press(page, page.locator("main button").first)
    arrived(page, "#link-code")


def _studio_checked(page: Page, _language: str) -> None:
    press(page, page.locator("[value=start]"))
    arrived(page, "#studio")
    press(page, page.locator("main [value=check]"))
    arrived(page, ".check .warn")
    _open_details(page)


def _vacant(page: Page, language: str) -> None:
    code, riding = vacant_seat()
    find(page, code, language)
    arrived(page, "#constituency")
    page.check(f"[name=constituency][value='{riding}']")
    press(page, page.locator("#constituency button, main button[name=confirm]").first)
    arrived(page, ".note")


def _letters_opened(page: Page, language: str) -> None:
    to_letter(page, language)
    _open_details(page)


def _letter_edited(page: Page, language: str) -> None:
    _save(page, language, "Dear neighbour,\n\nOne thing only.")
    arrived(page, "[data-sheet] strong")


def letter_error(page: Page, language: str = "en") -> None:
    _save(page, language, "")
    arrived(page, ".errors")


def _vacant_us(page: Page, language: str) -> None:
    find(page, "79830", language)
    arrived(page, "main .note")


def _asked(postcode: str, shows: str) -> Reach:
    def reach(page: Page, language: str) -> None:
        find(page, postcode, language)
        arrived(page, shows)

    return reach


def _suburb_error(page: Page, language: str) -> None:
    find(page, "2042", language)
    press(page, page.locator("main button[name=confirm]"))
    arrived(page, ".errors")


def _suburbs_error(page: Page, language: str) -> None:
    find(page, "0822", language)
    press(page, page.locator("main button[name=confirm]"))
    arrived(page, ".errors")


def _suburb_chosen(page: Page, language: str) -> None:
    find(page, "2042", language)
    page.check("[value=Enmore]")
    press(page, page.locator("main button[name=confirm]"))
    arrived(page, "#name")


def _written(postcode: str) -> Reach:
    """The writing page and then every letter that a country's page offers first, everything opened."""

    def reach(page: Page, language: str) -> None:
        find(page, postcode, language)
        arrived(page, "#name")
        fill(page)
        make(page, language)
        arrived(page, "[data-sheet]")
        _open_details(page)

    return reach


def _twice(page: Page, language: str) -> None:
    _write(page, language)
    fill(page)
    page.evaluate(
        """() => { const more = document.createElement("input"); more.type = "hidden"; more.name = "name";
        more.value = "Second Person"; document.getElementById("journey").append(more); }"""
    )
    make(page, language)
    arrived(page, ".errors")


def _two_pages(page: Page, language: str) -> None:
    _write(page, language)
    fill(page, own_words="I have thought about this for a long time and I say it here. " * 46)
    make(page, language)
    arrived(page, "#two_pages")
    press(page, page.locator("form > .actions button").first)
    arrived(page, ".errors")


def _draft_offered(page: Page, language: str) -> None:
    _write(page, language)
    fill(page)
    page.goto(campaign(language))
    _write(page, language)
    arrived(page, "[data-draft] button")


def _save(page: Page, language: str, text: str) -> None:
    to_letter(page, language)
    edit(page, text)
    press(page, page.locator(".edit button").first)


def _one_letter_with_notes(page: Page, language: str) -> None:
    """With a character that no font has and a name without a space."""
    _write(page, language)
    fill(page, name="Zoë \U0010fffd " + "O’Neil" * 9)
    page.evaluate("document.querySelectorAll('[name=to]').forEach((e, i) => { e.checked = i === 0 })")
    make(page, language)
    arrived(page, "#missing")


def pdf_error(page: Page, language: str = "en") -> None:
    """A file asked for before the page could say what the file will lack."""
    to_letter(page, language)
    edit(page, "Dear neighbour,\n\nA sign \U0010fffd of my own.")
    press(page, page.locator("form > .actions button").first)
    arrived(page, ".errors")


def _from_another_site(page: Page, language: str) -> None:
    """A form on a page of no site, sent here."""
    address = page.evaluate("location.href") + "/write"
    page.goto("about:blank")
    page.set_content(f'<form method="post" action="{address}"><button>Send</button></form>')
    press(page, page.locator("button"))
    arrived(page, "footer")


def _open_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")


def _evening(postcodes: str, shows: str) -> Reach:
    """The host's page with a list that was checked."""

    def reach(page: Page, language: str) -> None:
        page.goto(campaign(language) + "/evening")
        page.fill("#postcodes", postcodes)
        press(page, page.locator("#sheets ~ button.big"))
        arrived(page, shows)

    return reach


def _evening_address(page: Page, language: str) -> None:
    """The host's page with an address that guests cannot open."""
    page.goto(campaign(language) + "/evening")
    page.fill("#address", "http://localhost:5000")
    press(page, page.locator("#poster-title ~ button"))
    arrived(page, ".errors")


_ADDRESSES = {
    "home": "",
    "data": "data",
    "privacy": "privacy",
    "about": "about",
    "how": "how",
    "no page": "nothing",
}
_REACHED: dict[str, Reach | None] = {
    "campaign": None,
    "bad postcode": _bad_postcode,
    "choose": _choose,
    "choose, error": choose_error,
    "write, compact choice": _compact_choice,
    "write": _write_opened,
    "write, sheet open": _sheet_open,
    "write, errors": write_errors,
    "not a word of one’s own": _not_a_word,
    "marks on own words": _marked,
    "vacant seat": _vacant,
    "letters": _letters_opened,
    "letter, edited": _letter_edited,
    "letter, error": letter_error,
    "one letter, notes": _one_letter_with_notes,
    "letter, PDF error": pdf_error,
    "vacant seat, US": _vacant_us,
    "choose, UK": _asked("BT1 1AA", "[name=constituency]"),
    "choose, US": _asked("11743", "[name=constituency]"),
    "a military ZIP": _asked("09012", ".errors"),
    "suburb": _asked("2042", "#locality"),
    "suburb, error": _suburb_error,
    "suburbs, error": _suburbs_error,
    "suburb chosen": _suburb_chosen,
    "letter, UK": _written("SW1A 1AA"),
    "letters, US": _written("10001"),
    "letters, Australia": _written("2000"),
    "answered twice": _twice,
    "two pages": _two_pages,
    "draft offered": _draft_offered,
    "from another site": _from_another_site,
    "evening, checked": _evening("L8S 4L8\nL9H 5E3\nJane\n2042\nSW1A 1AA", ".guests"),
    "evening, error": _evening("Jane\n" + "x" * 120, ".errors"),
    "evening, address": _evening_address,
}
STATES: dict[str, tuple[str, Reach | None]] = {
    **{name: (f"/{{language}}/{path}", None) for name, path in _ADDRESSES.items()},
    "tell": (campaign("{language}") + "/tell", None),
    "wordings": (campaign("{language}") + "/wordings", None),
    "evening": (campaign("{language}") + "/evening", None),
    "embed made": ("/{language}/embed", _embed_made),
    "studio": ("/{language}/studio", None),
    "studio checked": ("/{language}/studio", _studio_checked),
    **{name: (campaign("{language}"), reach) for name, reach in _REACHED.items()},
}
"""By name: the address to open, with a place for the language, and what to do there."""
