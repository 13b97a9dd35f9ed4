"""A campaign made in a browser by somebody who does not program: from notes, with and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from letters.campaign.checks.folder import examine
from letters.campaign.text_file import Folder
from letters.studio import archive
from tests.browser.conftest import Open
from tests.browser.steps import arrived, press
from tests.pages.notes import MENDED, NOTES

pytestmark = pytest.mark.browser
UNFOLD = "(part) => { while ((part = part.parentElement)) if (part.tagName === 'DETAILS') part.open = true; }"


def type_in(page: Page, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        field = page.locator(f'[name="{name}"]')
        if not field.is_visible():
            field.evaluate(UNFOLD)
        field.fill(text)


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
        page.locator("[formaction$='campaign.zip']").first.click()
    saved.value.save_as(tmp_path / "saved.zip")
    name, files = archive.unpack((tmp_path / "saved.zip").read_bytes())
    assert (name, examine(Folder(name, files)).mistakes) == ("clean-water-for-the-mill-river", ())
    page.goto("/en/studio")
    page.set_input_files("#archive", tmp_path / "saved.zip")
    press(page, page.locator("[value=open]"))
    arrived(page, ".check .ok")
    assert page.locator('[name="Request/first/Title"]').input_value() == NOTES["Request/first/Title"]


def test_a_sentence_of_the_check_leads_to_its_field(open_page: Open) -> None:
    page = open_page("/en/studio")
    press(page, page.locator("[value=start]"))
    press(page, page.locator("main [value=check]"))
    arrived(page, ".check .warn")
    page.locator(".check .warn a").first.click()
    assert page.evaluate("document.activeElement.name || document.querySelector(':target').name") == "title"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_box_that_was_added_is_on_the_screen_with_its_label(
    open_page: Open, scripts: bool, width: int
) -> None:
    page = open_page("/en/studio", scripts=scripts, width=width)
    press(page, page.locator("[value=start]"))
    for do, first in (
        ("source", "source/2/publisher"),
        ("request", "Request/request-2/Title"),
        ("write senate", "Letter/senate/Core/0/0"),
    ):
        press(page, page.locator(f"main [value='{do}']"))
        box = page.locator(f'[name="{first}"]')
        arrived(page, f'[name="{first}"]:focus')
        assert page.locator(f'label[for="{first}"]').bounding_box()["y"] >= 0  # type: ignore[index]
        assert box.bounding_box()["y"] < 800  # type: ignore[index]


def test_what_is_in_no_file_yet_is_not_left_without_a_question(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/en/studio")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    press(page, page.locator("[value=start]"))
    page.locator("a.brand").click()
    page.wait_for_url("**/en/")
    assert asked == []
    page.goto("/en/studio")
    press(page, page.locator("[value=start]"))
    type_in(page, {"title": NOTES["title"]})
    press(page, page.locator("main [value=check]"))
    page.locator("a.brand").click()
    page.wait_for_url("**/en/")
    assert asked == ["beforeunload"]
    page.goto("/en/studio")
    press(page, page.locator("[value=start]"))
    type_in(page, NOTES)
    with page.expect_download() as saved:
        page.locator("[formaction$='campaign.zip']").first.click()
    saved.value.save_as(tmp_path / "saved.zip")
    page.get_by_text("Saved: look into the folder").wait_for()
    press(page, page.locator("main [value=check]"))
    page.locator("a.brand").click()
    page.wait_for_url("**/en/")
    page.goto("/en/studio")
    page.set_input_files("#archive", tmp_path / "saved.zip")
    press(page, page.locator("[value=open]"))
    page.locator("a.brand").click()
    page.wait_for_url("**/en/")
    assert asked == ["beforeunload"]


def test_an_old_letter_and_words_too_many_are_said_while_typing(open_page: Open) -> None:
    page = open_page("/en/studio")
    press(page, page.locator("[value=start]"))
    type_in(page, NOTES)
    lead, facts = (
        page.locator(f'[id="{each}/0-count"]') for each in ("Request/first/Lead", "Letter/commons/Core/0")
    )
    assert lead.inner_text() == "37 of 27 words: take out 10."
    assert facts.inner_text() == "19 of 48 words"
    page.get_by_text("Questions that help people").click()
    press(page, page.locator("main [value=check]"))
    arrived(page, "[data-fold=prompts][open]")
    stale = [page.get_by_text(f"You have typed since: {then}") for then in ("check again", "press")]
    assert not any(each.is_visible() for each in stale)
    type_in(page, MENDED)
    assert all(each.is_visible() for each in stale)
    assert lead.inner_text() == "18 of 27 words"
    assert page.locator(".over").count() == 0


def test_words_are_counted_while_typing_as_after_the_check(open_page: Open) -> None:
    page = open_page("/en/studio")
    press(page, page.locator("[value=start]"))
    type_in(page, NOTES | MENDED)
    type_in(
        page,
        {
            "Letter/commons/Core/0/0": "“Never again” – the (new) report’s 2,000 words. [1][2] They said so. (1)",
            "Letter/commons/Core/0/1": "Other words [1] of the same, {{ constituency }} [no source](x).",
            "Letter/commons/Core/1/0": "A further paragraph. [2]",
            "Request/first/Topic": "clean water",
            "friend/Text": "Please read this.",
        },
    )
    counts = page.locator("[data-most]")
    texts = dict(
        zip(counts.evaluate_all("all => all.map((each) => each.id)"), counts.all_inner_texts(), strict=True)
    )
    press(page, page.locator("main [value=check]"))
    arrived(page, ".check")
    for id, text in texts.items():
        assert page.locator(f'[id="{id}"]').inner_text() == text, id


@pytest.mark.parametrize("width", [360, 1280])
def test_what_changes_the_letter_leads_back_to_it(open_page: Open, width: int) -> None:
    page = open_page("/en/studio", width=width)
    press(page, page.locator("[value=start]"))
    type_in(page, NOTES | MENDED)
    press(page, page.locator("main [value=check]"))
    for do in ("another", "another", "sample"):
        arrived(page, ".letter")
        if do == "sample":
            page.get_by_text("See it from another place").click()
            page.fill("#place", "K1A 0A6")
        press(page, page.locator(f"main [value='{do}']"))
        arrived(page, ".letter")
        assert -1 <= page.locator("#example").bounding_box()["y"] < 400  # type: ignore[index]
    assert "Ottawa" in page.locator(".letter").inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_what_is_named_can_be_reached_by_its_link(open_page: Open, scripts: bool) -> None:
    """With the label of the field, out of whatever it is folded in."""
    page = open_page("/en/studio", scripts=scripts, width=1280)
    press(page, page.locator("[value=start]"))
    press(page, page.locator("main [value=check]"))
    arrived(page, ".check .warn")
    reach_each(page)
    type_in(page, NOTES | MENDED)
    press(page, page.locator("main [value=check]"))
    arrived(page, ".check .ok")
    page.get_by_text("Make it better, if you like").click()
    page.locator("[data-fold=more-ideas] summary").click()
    reach_each(page)


def reach_each(page: Page) -> None:
    links = page.locator("#studio li a").all()
    assert links
    for link in links:
        link.click()
        field = link.get_attribute("href").removeprefix("#")  # type: ignore[union-attr]
        assert page.locator(f'label[for="{field}"]').bounding_box()["y"] >= 0  # type: ignore[index]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_check_stays_in_sight_and_over_no_field_that_is_typed_in(open_page: Open, width: int) -> None:
    page = open_page("/en/studio", width=width)
    press(page, page.locator("[value=start]"))
    check = page.locator("main [value=check]")
    for field in page.locator("#studio :is(input:not([type]), textarea)").all():
        if field.is_visible():
            field.focus()
            box, foot = field.bounding_box(), check.bounding_box()
            assert box, field
            assert foot
            assert box["y"] + box["height"] <= foot["y"] < foot["y"] + foot["height"] <= 800, field
