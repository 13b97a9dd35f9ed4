"""Without a mouse: the order of Tab, a focus that is seen, Enter, the skip link, errors that lead to their fields."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.states import STATES, choose_error, letter_error, pdf_error, write_errors
from tests.browser.steps import UNSURE, arrived, campaign, fill, find, press

pytestmark = pytest.mark.browser

# Numbers what Tab should reach, in the order of the page: of a group of radio buttons one, of closed details nothing.
NUMBER = """() => {
    const groups = new Set();
    const all = [...document.querySelectorAll('a[href], button, input, textarea, select, summary')].filter((e) => {
        if (e.type === 'hidden' || e.tabIndex < 0 || !e.checkVisibility({ contentVisibilityAuto: true })) return false;
        if (e.type !== 'radio') return true;
        const group = [...document.querySelectorAll(`[type=radio][name="${e.name}"]`)];
        return group.some((other) => other.checked) ? e.checked : group[0] === e;
    });
    all.forEach((e, number) => { e.dataset.stop = number; });
    return all.length;
}"""
STOP = """() => {
    const e = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(e);
    const { top, bottom, left, right } = e.getBoundingClientRect();
    const inView = left >= 0 && right <= innerWidth && top < innerHeight && bottom > 0;
    return [Number(e.dataset.stop ?? -1), outlineStyle, parseFloat(outlineWidth) >= 2, inView];
}"""


def focused(page: Page) -> str:
    return str(page.evaluate("(document.activeElement.id || document.activeElement.textContent).trim()"))


def tab_to(page: Page, target: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if focused(page) == target:
            return
    raise AssertionError(f"{target} cannot be reached by Tab")


@pytest.mark.parametrize(
    "state", ["home", "campaign", "choose", "suburb", "write", "letters", "letters, US", "tell", "data"]
)
def test_tab_reaches_every_control_in_order_and_is_seen(open_page: Open, state: str) -> None:
    address, reach = STATES[state]
    page = open_page(address.format(language="en"), width=320)
    if reach:
        reach(page, "en")
    count = page.evaluate(NUMBER)
    assert count > 5
    for number in range(count):
        page.keyboard.press("Tab")
        assert page.evaluate(STOP) == [number, "solid", True, True], focused(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.stop") in (None, "0"), "nothing else, and no trap"


def test_the_skip_link_leads_past_the_header(open_page: Open) -> None:
    page = open_page(campaign())
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert focused(page) == "postcode"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_journey_by_keyboard_alone(open_page: Open, scripts: bool) -> None:
    page = open_page(campaign(), scripts=scripts)
    press, write = page.keyboard.press, page.keyboard.type
    tab_to(page, "postcode")
    write("m5v 3a8")
    press("Enter")
    arrived(page, "#constituency")
    tab_to(page, "constituency-1")
    press("ArrowDown")
    assert page.locator("[type=radio]").nth(1).is_checked()
    press("ArrowUp")
    assert page.locator("[type=radio]").first.is_checked()
    tab_to(page, "This is my riding")
    press("Enter")
    arrived(page, "#own_words")
    tab_to(page, "own_words")
    write("I care about this.")
    tab_to(page, "learned")
    write("I saw a film.")
    tab_to(page, "wish")
    press("Tab")
    assert focused(page) == "name"
    write("Zoë O’Neil")
    press("Tab")
    write("1 Main Street\nSt. John’s NL")
    tab_to(page, "Make my letter")
    press("Space")
    arrived(page, "[data-sheet]")
    tab_to(page, "Edit the letter to Chi Nguyen")
    press("Enter")
    press("Tab")
    assert focused(page).startswith("subject-")
    press("End")
    write(", please")
    tab_to(page, "Save my changes")
    with page.expect_navigation():
        press("Enter")
    expect(page.locator("article strong").first).to_contain_text(", please")
    tab_to(page, "All letters in one PDF")
    with page.expect_download() as caught:
        press("Enter")
    assert caught.value.suggested_filename.endswith(".pdf")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_enter_goes_on_and_does_not_switch_the_language(open_page: Open, language: str) -> None:
    page = open_page(campaign(language))

    def enter(selector: str, leads_to: str, shows: str) -> None:
        with page.expect_navigation():
            page.locator(selector).first.press("Enter")
        arrived(page, shows)
        assert page.url.endswith(campaign(language) + leads_to)

    page.fill("#postcode", UNSURE)
    enter("#postcode", "/write", "#constituency")
    page.locator("[type=radio]").first.check()
    enter("[name=constituency]:checked", "/write", "#own_words")
    fill(page)
    enter("#name", "/letter", "[data-sheet]")
    page.locator(".edit > summary").first.click()
    page.locator("[name^=subject-]").first.fill("My own subject")
    enter("[name^=subject-]", "/letter", "[data-sheet] strong:has-text('My own subject')")


def test_enter_without_a_choice_of_riding_says_what_is_missing(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    find(page, UNSURE)
    radio = page.locator("[type=radio]").first
    page.evaluate("document.querySelectorAll('[type=radio]').forEach((e) => { e.checked = false })")
    radio.press("Enter")
    expect(page.locator(".errors")).to_be_focused()


def test_the_button_that_takes_enter_is_in_nobodys_way(open_page: Open) -> None:
    page = open_page(campaign())
    button = page.locator(".first-button")
    assert button.get_attribute("tabindex") == "-1"
    assert button.get_attribute("aria-hidden") == "true"
    box = button.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 0
    assert page.locator("button").first.evaluate("(e) => e.className") == "first-button"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("reach", "fields"),
    [
        (lambda page: find(page, "zzz"), ["postcode"]),
        (choose_error, ["constituency"]),
        (write_errors, ["to", "asks", "name", "address", "own_words"]),
        (letter_error, ["text-ca-commons-122959"]),
        (pdf_error, ["journey"]),
    ],
    ids=["campaign", "choose", "write", "letter", "pdf"],
)
def test_an_error_is_focused_and_leads_to_its_field(
    open_page: Open, reach: object, fields: list[str], scripts: bool
) -> None:
    page = open_page(campaign(), scripts=scripts)
    reach(page)  # type: ignore[operator]
    expect(page.locator(".errors")).to_be_focused()
    assert page.title().startswith("Error: ")
    links = page.locator(".errors a")
    assert sorted(str(link.get_attribute("href")) for link in links.all()) == sorted(
        f"#{id}" for id in fields
    )
    for link in links.all():
        link.press("Enter")
        field = page.locator(f"[id='{str(link.get_attribute('href'))[1:]}']")
        expect(field).to_be_focused()
        expect(field).to_be_in_viewport()
        if field.evaluate("(e) => e.tagName") == "FORM":
            continue
        described = str(field.get_attribute("aria-describedby")).split()
        assert link.inner_text() in page.locator(f"[id='{described[-1]}']").inner_text()


def test_errors_stand_in_the_order_of_the_page(open_page: Open) -> None:
    page = open_page(campaign())
    write_errors(page)
    fields = [str(link.get_attribute("href")) for link in page.locator(".errors a").all()]
    tops = [page.locator(field).bounding_box()["y"] for field in fields]  # type: ignore[index]
    assert tops == sorted(tops), fields


def test_what_is_chosen_is_said_where_it_is_folded(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    find(page)
    for line in page.locator(".line:has(:checked)").all():
        assert line.locator("summary b").first.inner_text()
    page.locator(".line:has([name=asks]) > summary").first.click()
    page.locator("[name=asks][type=radio]").nth(1).check()
    chosen = page.locator("[name=asks][type=radio] + label").nth(1).inner_text()
    press(page, page.get_by_role("button", name="Make my letter"))
    arrived(page, ".errors")
    expect(page.locator("[data-choice*=asks]")).to_have_text(chosen)


def test_a_row_of_beginnings_is_one_stop_and_a_press_goes_on_in_the_box(open_page: Open) -> None:
    page = open_page(campaign())
    find(page)
    row = page.locator("[data-chips] button")
    row.first.focus()
    page.keyboard.press("ArrowRight")
    expect(row.nth(1)).to_be_focused()
    text = row.nth(1).inner_text().removesuffix("…")
    page.keyboard.press("Enter")
    expect(page.locator("#own_words")).to_be_focused()
    page.keyboard.type("I say so.")
    expect(page.locator("#own_words")).to_have_value(f"{text} I say so.")
    page.keyboard.press("Shift+Tab")
    expect(row.nth(1)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert not page.evaluate("document.activeElement.closest('[data-chips]')")
