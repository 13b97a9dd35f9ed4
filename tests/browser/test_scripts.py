"""With scripts a little more: letters that follow the writer's edits, copying, printing one letter."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.steps import arrived, campaign, edit, fill, find, make, press, to_letter
from tests.support import MEMBER, OWN_WORDS

pytestmark = pytest.mark.browser

LONG = "long " * 400
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"


def sent(page: Page) -> dict[str, list[str]]:
    """What the link to the mail program carries."""
    address = str(page.locator("[data-mail]").first.get_attribute("href"))
    assert "+" not in address, "a space is %20 in an address of this kind"
    assert len(address) <= int(str(page.locator("[data-mail]").first.get_attribute("data-mail")))
    return parse_qs(urlsplit(address).query, strict_parsing=True)


def test_edits_show_at_once_and_change_the_link(open_page: Open) -> None:
    page = open_page(campaign(), user_agent=WINDOWS)
    to_letter(page)
    reason = page.locator("[data-paste]").first
    edit(page, "Dear neighbour,\n\nOne + one\n& <two>?\n\n\n\nGoodbye, “all” — l’été…")
    shown = page.locator("article [data-shows^=text] p").all_text_contents()[:3]
    assert shown == ["Dear neighbour,", "One + one\n& <two>?", "Goodbye, “all” — l’été…"]
    assert sent(page)["body"][0].startswith(
        'Dear neighbour,\r\n\r\nOne + one\r\n& <two>?\r\n\r\n\r\n\r\nGoodbye, "all" - l\'été...\r\n\r\n'
        "Yours sincerely,\r\n\r\nZoë"
    )
    expect(reason).to_be_hidden()
    edit(page, "Dear neighbour,\n\n" + LONG)
    assert "body" not in sent(page), "too long for Windows: no stub that could be sent"
    expect(reason).to_be_visible()
    page.fill(f"#subject-{MEMBER}", "Mine")
    assert sent(page) == {"subject": ["Mine"]}
    page.fill(f"#subject-{MEMBER}", "字" * 198)
    assert sent(page)["subject"][0].endswith("字...")


def test_the_own_sentences_stay_marked_as_the_letter_is_edited(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    article = page.locator("article").first
    marked = article.locator("mark").all_text_contents()
    assert " ".join(marked).split() == OWN_WORDS.split()
    field = page.locator(f"#text-{MEMBER}")
    edit(page, field.input_value() + "\n\nOne line more.")
    assert article.locator("mark").all_text_contents() == [*marked, "One line more."]


def test_the_letter_grows_beside_the_form_and_says_what_is_missing(open_page: Open) -> None:
    page = open_page(campaign())
    find(page)
    arrived(page, "#name")
    sheet = page.locator("#preview .sheet")
    expect(sheet).to_contain_text("Your own words will stand here.")
    expect(sheet).to_contain_text("Your street and town")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.fill("#own_words", "I care.\n\nDeeply.")
    page.fill("#name", "Zoë O’Neil")
    page.fill("#address", "1 Main Street\nHamilton ON")
    expect(sheet.locator("mark")).to_have_text(["I care.", "Deeply."])
    expect(sheet).to_contain_text("Hamilton ON  L8S 4L8")  # in one line, as the letter has it
    expect(sheet).not_to_contain_text("Your own words will stand here.")
    grown = sheet.inner_text().split("I care.")[1].split()
    page.fill("#address", "1 Main Street\nHamilton ON L8S4L8")
    expect(sheet.locator("[data-postcode]")).to_be_hidden()
    expect(sheet.locator("[data-shows=address]")).to_have_text("1 Main Street\nHamilton ON L8S4L8")
    page.fill("#address", "1 Main Street\nHamilton")
    expect(sheet.locator("[data-postcode]")).to_be_visible()
    page.fill("#address", "1 Main Street\nHamilton on")
    sender = sheet.locator("p").first.inner_text().split("\n")
    assert requests == [], "nothing leaves the browser while typing"
    make(page)
    arrived(page, "[data-sheet]")
    letter = page.locator("article").first.inner_text()
    assert letter.split("I care.")[1].split() == grown, "in the wording that is sent"
    assert page.locator(".sender").first.inner_text().split("\n") == sender


def test_the_folded_lines_name_what_is_ticked_also_after_back(open_page: Open) -> None:
    page = open_page(campaign())
    find(page)
    fill(page)
    line = page.locator(".line:has([name=to])")
    line.locator("summary").click()
    names = str(line.locator("summary b").text_content()).split(", ")
    assert len(names) == 3
    for name in names:
        line.get_by_label(name, exact=True).uncheck()
    expect(line.locator("summary")).to_contain_text("To nobody else")
    line.get_by_label(names[2], exact=True).check()
    line.get_by_label(names[1], exact=True).check()
    expect(line.locator("summary")).to_contain_text(f"Also in the Senate: {names[1]}, {names[2]}")
    expect(line.locator("summary")).not_to_contain_text(names[0])
    page.locator(".line:has([name=asks]) > summary").first.click()
    asked = page.locator("[name=asks][type=radio] + label").nth(1)
    asked.click()
    title = asked.inner_text()
    make(page)
    arrived(page, "[data-sheet]")
    page.go_back()
    arrived(page, "#own_words")
    expect(line.locator("summary b")).to_have_text(f"{names[1]}, {names[2]}")
    expect(page.locator("[data-choice*=asks]")).to_have_text(title)


def test_without_scripts_the_letter_has_the_address_that_is_sent_and_no_count(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False, width=360)
    find(page)
    fill(page)
    page.locator("#preview summary").click()
    press(page, page.locator("[data-stale]"))
    arrived(page, "#preview")
    assert (
        page.locator("#preview [data-shows=address]").text_content()
        == "1 Main Street West\nHamilton ON  L8S 4L8"
    )
    expect(page.locator("#preview [data-postcode]")).to_be_hidden()
    expect(page.locator(".bar span")).to_be_hidden()


def test_on_a_phone_the_letter_is_one_press_away(open_page: Open) -> None:
    page = open_page(campaign(), width=360)
    find(page)
    arrived(page, "#name")
    page.fill("#own_words", "I care.")
    page.get_by_role("link", name="See your letter").click()
    expect(page.locator(".sheet mark")).to_be_visible()
    expect(page.locator("html")).to_have_css("overflow", "hidden")  # one thing scrolls: the sheet
    page.keyboard.press("Escape")
    expect(page.locator("html")).to_have_css("overflow", "visible")
    expect(page.locator(".sheet mark")).to_be_hidden()
    expect(page.get_by_role("link", name="See your letter")).to_be_focused()


@pytest.mark.parametrize("works", [True, False])
def test_where_the_link_is_empty_the_same_press_copies_the_letter(open_page: Open, works: bool) -> None:
    page = open_page(campaign(), user_agent=WINDOWS)
    to_letter(page)
    edit(page, "Dear neighbour,\n\n" + LONG)
    page.locator(".edit > summary").first.click()
    if not works:
        page.evaluate(
            "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no https')); }"
        )
        page.evaluate("() => { document.execCommand = () => false; }")
    link = page.locator("[data-mail]").first
    link.evaluate("(e) => e.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    status = page.locator(".ways [role=status]").first
    if works:
        expect(status).to_have_text("Copied: paste it into the message.")
        assert page.evaluate("navigator.clipboard.readText()").startswith("Dear neighbour,\n\nlong long")
    else:
        expect(status).to_have_text("Copy this, then paste it.")
        expect(page.locator(f"#text-{MEMBER}")).to_be_visible()
        assert page.evaluate("getSelection().toString()").startswith("Dear neighbour,")


def test_a_form_on_the_web_is_opened_in_a_new_tab_with_the_text_copied(open_page: Open) -> None:
    page = open_page(campaign())
    find(page, "10001")
    fill(page)
    make(page)
    arrived(page, "[data-sheet]")
    link = page.locator("[data-bare]").first
    expect(link).to_contain_text("Copy, and open the form of")
    assert link.get_attribute("target") == "_blank"
    link.evaluate("(e) => e.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    expect(page.locator(".ways [role=status]").first).to_contain_text("Copied")
    assert "Sincerely" not in page.evaluate("navigator.clipboard.readText()"), (
        "the form asks for a name itself"
    )


def test_what_the_script_shows_is_what_the_server_then_shows(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    edit(page, "  Dear neighbour,\n\n\n\nOne (1)!\nTwo: 'é' “ü” * 3 ~ 字\n\nLast.\n\n")
    texts = page.locator("article [data-shows^=text]").first.locator("p")
    shown, link = texts.all_text_contents(), sent(page)
    press(page, page.get_by_role("button", name="Save my changes").first)
    arrived(page, "article:has-text('Last.')")
    assert texts.all_text_contents() == shown
    assert " ".join(sent(page)["body"][0].split()) == " ".join(link["body"][0].split())
    assert sent(page)["subject"] == link["subject"]


def test_copying_puts_each_part_on_the_clipboard_and_says_so(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    edit(page, "Dear neighbour,\n\nAs edited.")
    status = page.locator(".ways [role=status]").first
    expect(status).to_have_text("")
    page.get_by_text("Other ways").first.click()
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
    page.get_by_text("Other ways").first.click()
    button = page.get_by_role("button", name="Copy the address")
    button.click()
    expect(button).to_be_focused()
    expect(page.locator(".ways [role=status]").first).to_have_text("Copied." if works else "")
    if works:
        assert page.evaluate("navigator.clipboard.readText()") == "john-paul.danko@parl.gc.ca"
    assert page.locator("textarea:not([name])").count() == 0


def test_printing_one_letter_shows_that_letter_alone_and_only_then(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    sheets = page.locator("[data-sheet]")

    def print_it(sheet: Locator) -> None:
        if sheet.get_attribute("open") is None:
            sheet.locator("summary").first.click()
        sheet.get_by_text("Other ways").click()
        sheet.get_by_role("button", name="Print", exact=True).click()

    def on_paper() -> list[bool]:
        page.emulate_media(media="print")
        shown = [sheet.locator("article").is_visible() for sheet in sheets.all()]
        assert not any(
            each.is_visible() for each in page.locator("header, footer, h1, button, .screen").all()
        )
        page.emulate_media(media="screen")
        return shown

    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    print_it(sheets.nth(1))
    assert page.evaluate("window.printed") == 1
    assert on_paper() == [False, True, False, False]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert on_paper() == [True] * 4, "the browser's own command prints all"
    print_it(sheets.nth(2))
    page.get_by_text("other files and envelopes").click()
    page.get_by_role("button", name="Print all letters").click()
    assert page.evaluate("window.printed") == 3
    assert on_paper() == [True] * 4


def test_a_senator_without_an_address_has_no_link_but_a_page(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    senator = page.locator("[data-sheet]").nth(1)
    senator.locator("summary").first.click()
    assert senator.locator("[data-mail]").count() == 0
    assert senator.get_by_role("button", name=".eml").count() == 0
    official = senator.get_by_role("link", name="The official page of")
    assert str(official.get_attribute("href")).startswith("https://")
    assert official.get_attribute("target") == "_blank", "the letter stays"
    senator.get_by_text("Other ways").click()
    expect(senator.get_by_role("button", name="Copy the text")).to_be_visible()


def test_one_letter_is_open_at_a_time_and_the_next_is_named(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    to_letter(page)
    first, second = page.locator("[data-sheet]").nth(0), page.locator("[data-sheet]").nth(1)
    expect(first.locator("summary").first).to_contain_text("Letter 1 of 4")
    expect(second.locator("summary").first).to_contain_text("Next, by post")
    second.locator("summary").first.click()
    expect(first.locator("article")).to_be_hidden()
    expect(second.locator("article")).to_be_visible()
