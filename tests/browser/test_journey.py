"""The journey in a browser without scripts, Back and the other language on the way, paper, and the first page's weight."""

import email
import io
import os
import re
import shutil
import subprocess
import zipfile
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.steps import (
    CONFIRM,
    FIND,
    MAKE,
    UNSURE,
    arrived,
    campaign,
    edit,
    fill,
    find,
    make,
    press,
    to_letter,
)
from tests.support import MEMBER, OWN_WORDS

pytestmark = pytest.mark.browser

both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def download(page: Page, button: str) -> bytes:
    found = page.get_by_role("button", name=button, exact=True, include_hidden=True).first
    found.evaluate("(e) => { for (let d = e; (d = d.parentElement?.closest('details')); ) d.open = true; }")
    with page.expect_download() as caught:
        found.click()
    return Path(caught.value.path()).read_bytes()


def draft(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("postcode", ["L8S 4L8", "a0a1a0"])
def test_a_letter_in_three_clicks_without_scripts(open_page: Open, postcode: str, language: str) -> None:
    page = open_page(campaign(language), scripts=False)
    clicks = 0

    def click(name: str) -> None:
        nonlocal clicks
        clicks += 1
        press(page, page.get_by_role("button", name=name))

    page.fill("#postcode", postcode)
    click(FIND[language])
    fill(page)
    click(MAKE[language])
    arrived(page, "[data-sheet]")
    with page.expect_download() as caught:
        clicks += 1
        page.locator("form > .actions button").first.click()
    assert Path(caught.value.path()).read_bytes().startswith(b"%PDF")
    assert clicks <= 3


def test_every_file_and_no_button_that_needs_a_script(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    to_letter(page)
    assert download(page, "All letters in one PDF").startswith(b"%PDF")
    assert download(page, "PDF to print and sign").startswith(b"%PDF")
    message = draft(download(page, "E-mail draft (.eml)"))
    assert message["X-Unsent"] == "1"
    assert "john-paul.danko@parl.gc.ca" in message["To"]
    text = download(page, "Text").decode()
    assert OWN_WORDS.split("\n")[0] in " ".join(text.split("\n"))
    assert "Yours sincerely," in text
    for button, kind in (
        ("As e-mail drafts, those with a published address (.zip)", ".eml"),
        ("All as text (.zip)", ".txt"),
    ):
        names = zipfile.ZipFile(io.BytesIO(download(page, button))).namelist()
        assert names
        assert all(name.endswith(kind) for name in names)
    assert page.url.endswith("/letter")
    assert page.get_by_role("button", name=re.compile("^(Print|Copy)")).count() == 0, "what needs a script"


def test_an_edit_without_scripts_is_in_the_letter_and_in_every_file(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    to_letter(page)
    edit(page, "Dear neighbour,\n\nOne thing only.")
    page.fill(f"#subject-{MEMBER}", "Mine")
    assert "One thing only." in download(page, "Text").decode(), "even before it is saved"
    press(page, page.get_by_role("button", name="Save my changes").first)
    article = page.locator("article").first
    expect(article).to_contain_text("One thing only.")
    expect(article.locator("strong")).to_have_text("Mine")
    expect(page.locator(f"#text-{MEMBER}")).to_have_value("Dear neighbour,\n\nOne thing only.")
    assert "One thing only." in download(page, "Text").decode()
    message = draft(download(page, "E-mail draft (.eml)"))
    assert message["Subject"] == "Mine"
    assert "One thing only." in message.get_content()
    assert "One%20thing%20only." in str(page.locator("[data-mail]").first.get_attribute("href"))
    expect(page.locator("article").nth(1)).not_to_contain_text("One thing only.")


def typed(page: Page) -> dict[str, object]:
    """Everything that a visitor filled in or picked on the writing page; the suggested subject follows the request."""
    fields = "document.querySelectorAll('main [name]:not([type=hidden], [name=subject], button)')"
    value = "e.matches('[type=radio], [type=checkbox]') ? e.checked : e.value"
    return dict(page.evaluate(f"[...{fields}].map((e) => [e.id, {value}])"))


def fill_and_pick(page: Page) -> None:
    fill(page)
    page.fill("#learned", "I saw a film at our club.")
    page.fill("#wish", "Ask aloud.")
    page.evaluate("document.querySelectorAll('form details').forEach((e) => { e.open = true })")
    page.check("#ask-speak")
    page.check("#letter_language-en")
    page.locator("input[name=to]:checked").nth(1).uncheck()
    page.locator("[name=to]").nth(5).check()
    page.check("#more-enforce")


@both
def test_back_keeps_everything_typed(open_page: Open, scripts: bool) -> None:
    page = open_page(campaign(), scripts=scripts)
    find(page)
    fill_and_pick(page)
    before = typed(page)
    make(page)
    arrived(page, "[data-sheet]")
    page.go_back()
    arrived(page, "#own_words")
    assert typed(page) == before
    page.go_back()
    arrived(page, "#postcode")
    assert page.input_value("#postcode") == "L8S 4L8"


@both
def test_back_from_an_error_keeps_everything_typed_and_so_does_the_error(
    open_page: Open, scripts: bool
) -> None:
    page = open_page(campaign(), scripts=scripts)
    find(page)
    fill_and_pick(page)
    page.fill("#name", "")
    before = typed(page)
    make(page)
    arrived(page, ".errors")
    assert typed(page) == before
    page.go_back()
    arrived(page, "main:not(:has(.errors)) #own_words")
    assert typed(page) == before
    page.go_forward()
    arrived(page, ".errors")
    page.fill("#name", "Zoë O’Neil")
    make(page)
    arrived(page, "[data-sheet]")
    page.get_by_text("Change something").click()
    press(page, page.get_by_role("button", name="Change your words"))
    arrived(page, "#own_words")
    assert typed(page) == before | {"name": "Zoë O’Neil"}


def test_the_other_language_keeps_everything_typed(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)

    def other(name: str, shows: str) -> None:
        press(page, page.get_by_role("button", name=name))
        language = {"English": "en", "Français": "fr"}[name]
        arrived(page, f"html[lang={language}] {shows}")
        assert f"/{language}/" in page.url

    page.fill("#postcode", "l8s4l8")
    other("Français", "#postcode")
    assert page.input_value("#postcode") == "l8s4l8"
    find(page, language="fr")
    fill_and_pick(page)
    before = typed(page)
    other("English", "#own_words")
    assert typed(page) == before
    make(page)
    other("Français", "[data-sheet]")
    article = page.locator("article").first
    expect(article).to_contain_text("Dear John-Paul Danko,")
    expect(article).to_contain_text(OWN_WORDS[:40])
    page.get_by_text("Changer quelque chose").click()
    press(page, page.get_by_role("button", name="Modifier vos mots"))
    arrived(page, "#own_words")
    assert typed(page) == before
    page.locator("#letter_language-fr").evaluate("(e) => { e.closest('details').open = true; }")
    page.check("#letter_language-fr")
    make(page, "fr")
    arrived(page, "[data-sheet]")
    expect(article).to_contain_text("Bonjour John-Paul Danko,")
    expect(article).to_contain_text(OWN_WORDS[:40])


def test_the_other_language_does_not_answer_which_riding(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    find(page, UNSURE)
    page.locator("[type=radio]").nth(1).check()
    picked = page.locator("[type=radio]:checked").get_attribute("value")
    for name, language in (("Français", "fr"), ("English", "en")):
        press(page, page.get_by_role("button", name=name))
        arrived(page, f"html[lang={language}] #constituency")
        assert page.locator("[type=radio]:checked").get_attribute("value") == picked
        assert page.locator(".errors").count() == 0
    press(page, page.get_by_role("button", name=CONFIRM["en"]))
    page.locator(".to > summary").click()
    press(page, page.get_by_role("button", name="Choose another riding"))
    arrived(page, "#constituency")
    assert page.locator("[type=radio]:checked").get_attribute("value") == picked


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_letter_prints_on_one_clean_page(
    open_page: Open, tmp_path: Path, paper: str, language: str
) -> None:
    if not shutil.which("pdftotext"):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("pdftotext is not installed.")
    page = open_page(campaign(language))
    to_letter(page, language)
    # One letter is open; all are printed, and nothing of their editors.
    edited = "[...document.querySelectorAll('article')].map((e) => [...e.children].filter((c) => !c.matches('.edit'))"
    letters = page.evaluate(edited + ".map((c) => c.textContent).join(' ').replace(/\\s+/g, ' '))")
    path = tmp_path / "print.pdf"
    page.pdf(path=path, format=paper)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
    printed = [" ".join(each.split()) for each in done.stdout.rstrip("\f\n").split("\f")]
    assert [_words(each) for each in printed] == [_words(each) for each in letters], (
        "these letters, nothing else"
    )


def _words(text: str) -> str:
    """Without spaces: a line may end within a word, at a dash."""
    return "".join(text.split())
