"""With scripts a little more: letters that follow the writer's edits, copying, printing one letter."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.steps import arrived, campaign, press, to_letter
from tests.support import MEMBER

pytestmark = pytest.mark.browser

LONG = "long " * 400


def edit(page: Page, text: str) -> None:
    editor = page.locator("details:has(textarea)").first
    if editor.get_attribute("open") is None:
        editor.locator("summary").click()
    page.fill(f"#text-{MEMBER}", text)


def sent(page: Page, link: str = "mailto") -> dict[str, list[str]]:
    """What the link to the mail program, or to a mailbox on the web, carries."""
    address = str(page.locator(f"[data-link={link}]").first.get_attribute("href"))
    assert "+" not in address, "a space is %20 in an address of this kind"
    assert len(address) <= 1800
    return parse_qs(urlsplit(address).query, strict_parsing=True)


def test_edits_show_at_once_and_change_the_link(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    reason = page.locator("[data-long]").first
    expect(reason).to_be_visible()
    short = sent(page)["body"]
    assert "paste" in short[0].lower(), "the whole letter is too long for a link"
    edit(page, "Dear neighbour,\n\nOne + one\n& <two>?\n\n\n\nGoodbye.")
    article = page.locator("article").first
    expect(article.locator("[data-shows^=text] p")).to_have_text(
        ["Dear neighbour,", "One + one\n& <two>?", "Goodbye."]
    )
    assert sent(page)["body"][0].startswith(
        "Dear neighbour,\r\n\r\nOne + one\r\n& <two>?\r\n\r\n\r\n\r\nGoodbye.\r\n\r\nYours sincerely,\r\n\r\nZoë"
    )
    expect(reason).to_be_hidden()
    edit(page, "Dear neighbour,\n\n" + LONG)
    assert sent(page)["body"] == short
    expect(reason).to_be_visible()
    page.fill(f"#subject-{MEMBER}", "Mine")
    assert sent(page)["subject"] == ["Mine"]
    expect(article).to_contain_text("Mine")


@pytest.mark.parametrize(("link", "subject"), [("Gmail", "su"), ("Outlook", "subject")])
def test_a_mailbox_on_the_web_follows_every_edit(open_page: Open, link: str, subject: str) -> None:
    page = open_page(campaign())
    to_letter(page)
    assert "paste" in sent(page, link)["body"][0].lower()
    edit(page, "Dear neighbour,\n\nÉté, 50 % & more.")
    page.fill(f"#subject-{MEMBER}", "A + b")
    carried = sent(page, link)
    assert carried["to"] == ["john-paul.danko@parl.gc.ca"]
    assert carried[subject] == ["A + b"]
    assert carried["body"][0].startswith("Dear neighbour,\r\n\r\nÉté, 50 % & more.\r\n\r\nYours sincerely,")


def test_a_subject_that_is_too_long_for_any_link_ends_early_here_as_on_the_server(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    edit(page, "Dear neighbour,\n\nShort.")
    page.fill(f"#subject-{MEMBER}", "字" * 198)
    here = {link: sent(page, link) for link in ("mailto", "Gmail", "Outlook")}
    press(page, page.get_by_role("button", name="Save my changes").first)
    arrived(page, "details[open]")
    assert {link: sent(page, link) for link in here} == here
    assert here["mailto"]["subject"][0].endswith("字…")


def test_what_the_script_shows_is_what_the_server_then_shows(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    edit(page, "  Dear neighbour,\n\n\n\nOne (1)!\nTwo: 'é' “ü” * 3 ~ 字\n\nLast.\n\n")
    shown, link = page.locator("article").first.inner_text(), sent(page)
    press(page, page.get_by_role("button", name="Save my changes").first)
    arrived(page, "details[open]")
    assert page.locator("article").first.inner_text() == shown
    assert " ".join(sent(page)["body"][0].split()) == " ".join(link["body"][0].split())
    assert sent(page)["subject"] == link["subject"]


def test_copying_puts_each_part_on_the_clipboard_and_says_so(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    edit(page, "Dear neighbour,\n\nAs edited.")
    status = page.get_by_role("status").first
    expect(status).to_have_text("")
    for button, text in (
        ("Copy the address of John-Paul Danko", "john-paul.danko@parl.gc.ca"),
        ("Copy the subject", page.input_value(f"#subject-{MEMBER}")),
        (
            "Copy the text",
            "Dear neighbour,\n\nAs edited.\n\nYours sincerely,\n\nZoë O’Neil\n1 Main Street West",
        ),
    ):
        page.get_by_role("button", name=button).first.click()
        expect(status).to_have_text("Copied.")
        assert page.evaluate("navigator.clipboard.readText()").startswith(text)
        status.evaluate("(e) => { e.textContent = '' }")


@pytest.mark.parametrize("works", [True, False])
def test_without_https_the_old_command_copies_or_nothing_is_claimed(open_page: Open, works: bool) -> None:
    page = open_page(campaign())
    to_letter(page)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no https')); }")
    if not works:
        page.evaluate("() => { document.execCommand = () => false; }")
    button = page.get_by_role("button", name="Copy the address")
    button.click()
    expect(button).to_be_focused()
    expect(page.get_by_role("status").first).to_have_text("Copied." if works else "")
    if works:
        assert page.evaluate("navigator.clipboard.readText()") == "john-paul.danko@parl.gc.ca"
    assert page.locator("textarea:not([name])").count() == 0


def test_printing_one_letter_shows_that_letter_alone_and_only_then(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    sheets = page.locator("[data-sheet]")

    def on_paper() -> list[bool]:
        page.emulate_media(media="print")
        shown = [sheet.is_visible() for sheet in sheets.all()]
        assert not any(
            each.is_visible() for each in page.locator("header, footer, h1, button, .screen").all()
        )
        page.emulate_media(media="screen")
        return shown

    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    sheets.nth(1).get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("window.printed") == 1
    assert on_paper() == [False, True, False, False]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert on_paper() == [True] * 4, "the browser's own command prints all"
    sheets.nth(2).get_by_role("button", name="Print", exact=True).click()
    page.get_by_role("button", name="Print all letters").click()
    assert page.evaluate("window.printed") == 3
    assert on_paper() == [True] * 4


def test_a_senator_without_an_address_has_no_link_but_a_page(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    senator = page.locator("[data-sheet]").nth(1)
    assert senator.locator("[data-link]").count() == 0
    assert senator.get_by_role("button", name=".eml").count() == 0
    official = senator.get_by_role("link", name="The official page of")
    assert str(official.get_attribute("href")).startswith("https://")
    expect(senator.get_by_role("button", name="Copy the text")).to_be_visible()
