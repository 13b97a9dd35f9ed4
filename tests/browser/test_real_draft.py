"""The draft, the meter and the wipe on the site itself: offered after an accident, gone when it is no longer wanted."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.steps import arrived, back, campaign, edit, fill, find, make, press, to_letter
from tests.support import MEMBER, OWN_WORDS

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


def change(page: Page) -> None:
    """On the writing page: open what stands behind the first "change"."""
    page.locator("details.to > summary").click()


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
    assert page.locator("[data-count]").last.inner_text() != "0", "the meter counts what came back"


def test_a_reload_loses_nothing(page: Page) -> None:
    page.reload()
    arrived(page, "#name")
    if page.input_value("#own_words") != OWN_WORDS:
        page.get_by_role("button", name="Bring it back").click()
    assert page.input_value("#own_words") == OWN_WORDS


def test_the_draft_is_gone_when_every_letter_is_sent(page: Page) -> None:
    make(page)
    arrived(page, "[data-sheet]")
    assert "grandmother" in kept(page)
    for sheet in page.locator("[data-sheet]").all():
        expect(sheet).to_have_attribute("open", "")
        sheet.get_by_role("button", name="I have sent it").click()
    expect(page.locator("#next")).to_be_focused()
    assert "grandmother" not in kept(page)
    to_write(page)
    expect(page.get_by_text(OFFER)).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("saved", [True, False])
def test_an_edit_survives_back_and_forward(open_page: Open, scripts: bool, saved: bool) -> None:
    page = open_page(campaign(), scripts=scripts)
    to_letter(page)
    edit(page, "Dear neighbour,\n\nAs edited.")
    if saved:
        press(page, page.get_by_role("button", name="Save my changes").first)
        arrived(page, "article:has-text('As edited.')")
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto("/en/privacy")
    page.go_back()
    arrived(page, "[data-sheet]")
    assert "As edited." in page.input_value(f"#text-{MEMBER}")
    if scripts:
        expect(page.locator(f"[data-shows='text-{MEMBER}']")).to_contain_text("As edited.")
    page.go_back()
    page.go_forward()
    arrived(page, "[data-sheet]")
    assert "As edited." in page.input_value(f"#text-{MEMBER}")


def test_an_edit_brought_back_joins_what_was_changed_since(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    text = page.input_value(f"#text-{MEMBER}")
    edit(page, text.replace("Dear ", "Good morning, ", 1))
    press(page, page.get_by_role("button", name="Save my changes").first)
    arrived(page, "article:has-text('Good morning')")
    to_write(page)
    fill(page, own_words="My neighbour waits for a kidney, and I think of her.")
    make(page)
    arrived(page, "[data-sheet]")
    press(page, page.get_by_role("button", name="Bring it back"))
    arrived(page, "article:has-text('Good morning')")
    merged = page.input_value(f"#text-{MEMBER}")
    assert "My neighbour waits for a kidney" in merged
    assert merged.startswith("Good morning, ")
    expect(page.get_by_text("You had edited a letter here.")).to_have_count(0)


def test_on_a_shared_computer_there_is_no_draft_and_back_shows_nothing(open_page: Open) -> None:
    page = open_page(campaign())
    to_write(page)
    fill(page)
    assert "grandmother" in kept(page)
    change(page)
    page.get_by_label("This computer is shared").check()
    assert "grandmother" not in kept(page), "what was kept goes at once"
    page.fill("#wish", "Ask aloud.")
    make(page)
    arrived(page, "[data-sheet]")
    assert kept(page) == "{}"
    assert page.locator("[data-draft]").count() == 0


def test_said_before_anything_is_typed_it_holds_from_the_first_field_on(open_page: Open) -> None:
    page = open_page(campaign())
    offered = (
        "(all) => all.filter((e) => (e.autocomplete || e.form.autocomplete) !== 'off').map((e) => e.name)"
    )
    fields = page.locator("form :is(input:not([type]), textarea)")
    assert fields.evaluate_all(offered) == ["postcode"]
    page.get_by_label("This computer is shared").check()
    assert fields.evaluate_all(offered) == []
    find(page)
    arrived(page, "#name")
    assert fields.evaluate_all(offered) == []
    fill(page)
    assert kept(page) == "{}"
    change(page)
    expect(page.get_by_label("This computer is shared")).to_have_count(0)
    make(page)
    arrived(page, "[data-sheet]")
    assert kept(page) == "{}"
    expect(page.get_by_role("link", name="Next guest")).to_be_visible()


@pytest.mark.parametrize("made", [False, True], ids=["write", "letter"])
def test_one_press_wipes_all_and_back_shows_nothing(page: Page, made: bool) -> None:
    if made:
        make(page)
        arrived(page, "[data-sheet]")
    page.get_by_text("or clear what was typed").click() if made else change(page)
    page.get_by_role("link", name="Leave, and clear what was typed").click()
    page.wait_for_url("**/en/?cleared")
    assert "grandmother" not in kept(page)
    for _ in range(2 + 2 * made):
        back(page)
        if page.url == "about:blank":
            break
        # Home, or the browser's own page where it may not show an answer to a form again.
        page.locator(".envelopes, #main-frame-error").first.wait_for()
        shown = page.content() + str(
            page.locator("input, textarea").evaluate_all("(all) => all.map((e) => e.value)")
        )
        assert not any(part in shown for part in ("grandmother", "Zoë", "L8S 4L8"))


def test_after_a_wipe_the_messages_to_others_do_not_come_back_either(open_page: Open) -> None:
    page = open_page(f"{campaign()}/tell")
    page.fill("#message", "My grandmother waited.")
    to_write(page)
    change(page)
    page.get_by_role("link", name="Leave, and clear what was typed").click()
    page.wait_for_url("**/en/?cleared")
    page.evaluate("() => { document.documentElement.dataset.old = ''; setTimeout(() => history.go(-2)); }")
    arrived(page, "html:not([data-old]) .envelopes")


def test_clear_empties_the_fields_and_goes_on(page: Page) -> None:
    change(page)
    page.get_by_role("button", name="Clear what I typed").click()
    assert [page.input_value(f"#{name}") for name in ("own_words", "wish", "name", "address")] == [""] * 4
    expect(page.locator("[data-from='0']")).to_be_visible()
    assert "grandmother" not in kept(page)
    fill(page)
    page.fill("#wish", "ask.")
    make(page)
    arrived(page, "[data-sheet]")


@pytest.mark.parametrize("postcode", ["L8S 4L8", "SW1A 1AA", "10001", "2000"])
def test_the_meter_follows_each_of_the_three_answers(open_page: Open, postcode: str) -> None:
    page = open_page(campaign())
    to_write(page, postcode)
    for number, field in enumerate(("learned", "own_words", "wish"), 1):
        page.fill(f"#{field}", "ten words that are mine and mine alone for once")
        expect(page.locator("[data-meter]")).to_contain_text(f"{number}0 words of your own.")
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
        said.append(page.locator("[data-meter]").inner_text())
    assert said[0] == said[1]
