"""One journey a country, with scripts and without: from the postcode to the file, and on to telling others."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from letters.outputs import ENVELOPES
from tests.browser.conftest import Open
from tests.browser.steps import MAKE, arrived, campaign, choose, fill, find, press
from tests.support import OWN_WORDS

pytestmark = pytest.mark.browser


def canada(page: Page, language: str) -> None:
    find(page, "A0A 1A0", language)
    choose(page, "10007")


def united_kingdom(page: Page, language: str) -> None:
    find(page, "BT1 1AA", language)
    choose(page, "N05000003")


def united_states(page: Page, language: str) -> None:
    find(page, "11743", language)
    choose(page, "NY-3")


def australia(page: Page, language: str) -> None:
    find(page, "2042", language)
    page.check("[value=Newtown]")
    press(page, page.locator("main button[name=confirm]"))
    choose(page, "Grayndler")


JOURNEYS = {
    "Canada": (canada, "House of Commons", "10"),
    "the United Kingdom": (united_kingdom, "LONDON SW1A 0AA", "dl"),
    "the United States": (united_states, "The Honorable", "10"),
    "Australia": (australia, "House of Representatives", "dl"),
}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("country", JOURNEYS)
def test_a_letter_leaves_from_each_country(
    open_page: Open, country: str, language: str, scripts: bool
) -> None:
    reach, block, envelope = JOURNEYS[country]
    page = open_page(campaign(language), scripts=scripts, width=320 if scripts else 1024)
    reach(page, language)
    arrived(page, "#name")
    if language == "fr" and country == "Canada":
        page.locator("#letter_language-en").evaluate("(e) => { e.closest('details').open = true; }")
        page.check("#letter_language-en")
    fill(page)
    page.fill("#learned", "I saw a film at our club.")
    press(page, page.get_by_role("button", name=MAKE[language]))
    arrived(page, "[data-sheet]")
    article = page.locator("article").first
    assert article.get_attribute("lang") == "en"
    text = " ".join(article.inner_text().split())
    assert block in text
    assert "I saw a film at our club." in text
    assert OWN_WORDS[:60] in text
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 1024
    for button, start in (
        ("pdf", b"%PDF"),
        ("docx", b"PK"),
        ("ics", b"BEGIN:VCALENDAR"),
        ("copy.pdf", b"%PDF"),
    ):
        found = page.locator(f"[formaction$='letter.{button}']").first
        found.evaluate(
            "(e) => { for (let d = e; (d = d.parentElement?.closest('details')); ) d.open = true; }"
        )
        with page.expect_download() as caught:
            found.click()
        assert Path(caught.value.path()).read_bytes().startswith(start)
    assert page.get_by_text(ENVELOPES[envelope].name[language]).count()
    press(page, page.locator("main [aria-labelledby=next] a[href$='/tell']"))
    arrived(page, "#editorial")
    assert page.url.endswith(campaign(language) + "/tell")


def test_another_office_is_chosen_without_scripts(open_page: Open) -> None:
    page = open_page(campaign(), scripts=False)
    find(page, "10001")
    arrived(page, "#name")
    fill(page)
    press(page, page.get_by_role("button", name=MAKE["en"]))
    sheet = page.locator("[data-sheet]").first
    expect(sheet.locator("article")).not_to_contain_text("Washington, DC 20515")
    sheet.get_by_text("Other ways").click()
    sheet.get_by_label("Washington", exact=True).check()
    press(page, sheet.get_by_role("button", name="Use this address"))
    expect(sheet.locator("article")).to_contain_text("Washington, DC 20515")
    # The choice itself, folded, says it too.
    expect(page.locator("[aria-labelledby=next]").get_by_text("screened for safety")).to_be_visible()


def test_another_suburb_is_chosen_from_the_writing_page(open_page: Open) -> None:
    page = open_page(campaign())
    find(page, "2042")
    page.check("[value=Enmore]")
    press(page, page.locator("main button[name=confirm]"))
    arrived(page, "#name")
    fill(page)
    page.locator(".to > summary").click()
    press(page, page.get_by_role("button", name="Choose another suburb"))
    arrived(page, "#locality")
    expect(page.locator("[value=Enmore]")).to_be_checked()
    page.check("[value='-']")
    press(page, page.locator("main button[name=confirm]"))
    choose(page, "Sydney")
    arrived(page, "#name")
    assert page.input_value("#name") == "Zoë O’Neil"
    assert page.locator("[name=to][value=au-house-sydney]").is_checked()
