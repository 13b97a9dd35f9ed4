"""A campaign made in a browser by somebody who does not program: from notes, with and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from letters.campaign.checks.folder import examine
from letters.campaign.text_file import MemoryFolder
from letters.studio import archive
from tests.browser.conftest import Open
from tests.browser.steps import arrived, press
from tests.pages.notes import MENDED, NOTES

pytestmark = pytest.mark.browser


def type_in(page: Page, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        page.locator(f'[name="{name}"]').fill(text)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_notes_become_a_campaign_in_two_looks(open_page: Open, tmp_path: Path, scripts: bool) -> None:
    page = open_page("/en/studio", scripts=scripts)
    press(page, page.locator("[value=start]"))
    arrived(page, "#studio")
    type_in(page, NOTES)
    press(page, page.locator("main [value=check]"))
    arrived(page, ".check")
    assert page.locator(".check .warn").count() == len(MENDED), page.locator(".check").inner_text()
    assert {mark.get_attribute("name") for mark in page.locator("[aria-invalid]").all()} == MENDED.keys()
    type_in(page, MENDED)
    press(page, page.locator("main [value=check]"))
    arrived(page, ".check .ok")
    with page.expect_download() as saved:
        page.locator("[formaction$='campaign.zip']").click()
    saved.value.save_as(tmp_path / "saved.zip")
    name, files = archive.unpack((tmp_path / "saved.zip").read_bytes())
    assert (name, examine(MemoryFolder(name, files)).mistakes) == ("clean-water-for-the-mill-river", ())
    page.goto("/en/studio")
    page.set_input_files("#archive", tmp_path / "saved.zip")
    press(page, page.locator("[value=open]"))
    arrived(page, ".check .ok")
    assert page.locator('[name="Request/first/Topic"]').input_value() == NOTES["Request/first/Topic"]


def test_a_sentence_of_the_check_leads_to_its_field(open_page: Open) -> None:
    page = open_page("/en/studio")
    press(page, page.locator("[value=start]"))
    press(page, page.locator("main [value=check]"))
    arrived(page, ".check .warn")
    page.locator(".check .warn a").first.click()
    assert page.evaluate("document.activeElement.name || document.querySelector(':target').name") == "title"
