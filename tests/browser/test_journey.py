"""The journey in a browser: without scripts everything works, with scripts a little more does."""

import gzip
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.steps import CONFIRM, campaign, fill, find, make, to_letter
from tests.support import MEMBER, OWN_WORDS

pytestmark = pytest.mark.browser


def _download(page: Page, button: str) -> bytes:
    with page.expect_download() as caught:
        page.get_by_role("button", name=button, exact=True).first.click()
    return Path(caught.value.path()).read_bytes()


def test_the_whole_journey_without_scripts_in_four_clicks(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    clicks = 0
    page.fill("#postcode", "a0a1a0")
    for button in ("Find my representatives", CONFIRM["en"]):
        page.get_by_role("button", name=button).click()
        clicks += 1
    fill(page)
    make(page)
    clicks += 1
    assert _download(page, "All letters in one PDF").startswith(b"%PDF")
    clicks += 1
    assert clicks <= 4
    assert page.url.endswith("/letter")
    assert b"X-Unsent: 1" in _download(page, "E-mail draft (.eml)")
    assert OWN_WORDS[:40].encode() in _download(page, "Text")
    assert page.get_by_role("button", name="Print", exact=True).count() == 0, (
        "what needs a script is not there"
    )
    assert page.get_by_role("button", name="Copy").count() == 0


def test_an_edit_without_scripts_is_in_the_letter_and_in_the_files(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    to_letter(page)
    page.locator("details summary").first.click()
    page.fill(f"#text-{MEMBER}", "Dear neighbour,\n\nOne thing only.")
    page.get_by_role("button", name="Save my changes").first.click()
    expect(page.locator("article").first).to_contain_text("One thing only.")
    assert b"One thing only." in _download(page, "Text")


def test_edits_show_at_once_and_change_the_link(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page, own_words="Short.")
    link = page.locator("[data-mailto]")
    page.locator("details summary").first.click()
    page.fill(f"#text-{MEMBER}", "Dear neighbour,\n\nOne + one & <two>?")
    expect(page.locator("article").first).to_contain_text("One + one & <two>?")
    address = str(link.get_attribute("href"))
    assert "+" not in address
    sent = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert sent["body"][0].startswith(
        "Dear neighbour,\r\n\r\nOne + one & <two>?\r\n\r\nYours sincerely,\r\n\r\nZoë"
    )
    expect(page.locator(f"[data-long='{MEMBER}']")).to_be_hidden()
    page.fill(f"#text-{MEMBER}", "Dear neighbour,\n\n" + "long " * 500)
    assert "body" not in str(link.get_attribute("href"))
    expect(page.locator(f"[data-long='{MEMBER}']")).to_be_visible()
    page.fill(f"#subject-{MEMBER}", "Mine")
    assert parse_qs(urlsplit(str(link.get_attribute("href"))).query)["subject"] == ["Mine"]


def test_copying_puts_each_part_on_the_clipboard_and_says_so(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    for button, start in (
        ("Copy the address of John-Paul Danko", "john-paul.danko@parl.gc.ca"),
        ("Copy the subject", "Forced organ harvesting in China"),
        ("Copy the text", "Dear John-Paul Danko,"),
    ):
        page.get_by_role("button", name=button).first.click()
        expect(page.get_by_role("status").first).to_have_text("Copied.")
        assert page.evaluate("navigator.clipboard.readText()").startswith(start)


def test_printing_one_letter_shows_that_letter_alone(open_page: Open) -> None:
    page = open_page(campaign())
    to_letter(page)
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.locator("[data-sheet]").nth(1).get_by_role("button", name="Print", exact=True).click()
    assert page.title() == "printed"
    page.emulate_media(media="print")
    shown = [sheet.is_visible() for sheet in page.locator("[data-sheet]").all()]
    assert shown == [False, True, False, False]
    assert not page.locator("header, footer, h1, .actions").first.is_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_letter_prints_on_one_clean_page(open_page: Open, tmp_path: Path, paper: str) -> None:
    page = open_page(campaign())
    to_letter(page)
    path = tmp_path / "print.pdf"
    page.pdf(path=path, format=paper, prefer_css_page_size=False)
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed.")
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.rstrip("\f\n").split("\f")
    assert len(pages) == 4
    for each in pages:
        assert "Yours sincerely," in each
        for other in ("PDF", "Copy", "Edit", "No Bystander", "Privacy", "ready"):
            assert other not in each


@pytest.mark.parametrize("scripts", [True, False])
def test_back_keeps_what_was_typed(open_page: Open, scripts: bool) -> None:
    page = open_page(campaign(), scripts=scripts)
    find(page)
    fill(page)
    page.check("#ask-speak")
    senator = page.locator("input[name=to]:checked").nth(1).get_attribute("value")
    page.uncheck(f"[name=to][value='{senator}']")
    make(page)
    page.wait_for_selector("[data-sheet]")
    page.go_back()
    page.wait_for_selector("#own_words")
    assert page.input_value("#own_words") == OWN_WORDS
    assert page.input_value("#name") == "Zoë O’Neil"
    assert page.input_value("#address") == "1 Main Street West\nHamilton ON"
    assert page.is_checked("#ask-speak")
    assert not page.is_checked(f"[name=to][value='{senator}']")


def test_the_language_switch_keeps_what_was_typed(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    page.fill("#postcode", "l8s4l8")
    page.get_by_role("button", name="Français").click()
    assert page.url.endswith("/fr/forced-organ-harvesting")
    assert page.input_value("#postcode") == "l8s4l8"
    find(page, language="fr")
    fill(page)
    page.get_by_role("button", name="English").click()
    assert page.input_value("#own_words") == OWN_WORDS
    assert page.input_value("#name") == "Zoë O’Neil"


@pytest.mark.parametrize("slug", ["forced-organ-harvesting", "forced-labour", "prisoners-of-conscience"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_first_page_is_light(open_page: Open, slug: str, language: str) -> None:
    page = open_page("/health")
    bodies: list[bytes] = []
    page.on("response", lambda response: bodies.append(response.body()))
    page.goto(f"/{language}/{slug}", wait_until="networkidle")
    script = Path("static/letter.js").read_bytes()
    assert sum(map(len, bodies)) + len(script) < 30_000
    assert sum(len(gzip.compress(body)) for body in [*bodies, script]) < 14_000
    assert len(script) < 10_000
    assert len(Path("static/style.css").read_bytes()) < 6_000
