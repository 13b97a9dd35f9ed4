"""On a shared computer nothing typed stays in the browser; elsewhere Back shows the letter with its edits."""

import re
from collections.abc import Iterator

import pytest

from tests.conftest import Visit
from tests.pages.visits import LANGUAGES, address, sent_by
from tests.support import Page, letter_form, visible_text

TYPED = {"write": {"postcode": "L8S 4L8", "name": "Zoë"}, "letter": letter_form(), "": {"postcode": "zzz"}}


@pytest.mark.parametrize("step", TYPED)
def test_pages_with_what_was_typed_may_be_kept_by_the_browser_alone(visit: Visit, step: str) -> None:
    response = visit("POST", address(step), data=TYPED[step])
    assert response.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("step", TYPED)
def test_on_a_shared_computer_the_browser_keeps_none_of_them(visit: Visit, step: str) -> None:
    response = visit("POST", address(step), data=TYPED[step] | {"shared": "yes"})
    assert response.headers["Cache-Control"] == "no-store"
    assert sent_by(response.text)["shared"] == ["yes"], "and so on every page from then on"
    assert response.page.all("form", id="journey", autocomplete="off") or step == ""
    assert not [a for a in response.page.all("div") if "data-draft" in a]
    named = [a for tag in ("input", "textarea") for a in response.page.all(tag) if a.get("autocomplete")]
    assert {a["autocomplete"] for a in named} <= {"off"}


def test_it_can_be_said_before_anything_is_typed_and_later(visit: Visit) -> None:
    begun = visit("GET", address())
    assert begun.page.all("input", type="checkbox", name="shared", value="yes")
    assert "shared" not in sent_by(begun.text), "nobody is taken for somebody at a shared computer"
    wrong = visit("POST", address("write"), data={"postcode": "zzz", "shared": "yes"})
    (kept,) = wrong.page.all("input", name="shared")
    assert (kept["type"], kept["value"]) == ("hidden", "yes"), "nobody undoes it for the next person"
    (later,) = visit("POST", address("write"), data=TYPED["write"]).page.all("input", name="shared")
    assert later["type"] == "checkbox"
    assert "checked" not in later


def test_the_host_has_said_it_for_every_guest(visit: Visit) -> None:
    (box,) = visit("GET", f"{address()}?evening").page.all("input", name="shared")
    assert (box["type"], box["value"]) == ("hidden", "yes")


def links_of_a_shared_page(page: Page) -> Iterator[str]:
    """Those to other pages of this site; every other leads to none, or wipes and stays shared."""
    assert page.all("span", **{"class": "brand"})
    assert not page.all("input", type="checkbox", name="shared")
    for link in page.all("a"):
        if link["href"].startswith("/"):
            path, _, query = link["href"].partition("?")
            assert "evening" in query or path.endswith(".pdf"), link
            yield link["href"]
        else:
            assert "target" in link or link["href"].startswith(("#", "mailto:")), link


def test_nobody_leaves_a_shared_journey_unshared(visit: Visit) -> None:
    shared, seen = {"shared": "yes"}, set[str]()
    for step, typed in (("write", TYPED["write"]), ("letter", letter_form()), ("write", {"postcode": "zzz"})):
        for language in LANGUAGES:
            page = visit("POST", address(step, language), data={**typed, **shared}).page
            stays = f"{address(language=language)}?country="
            for link in page.all("a"):
                wipes, new_tab = "data-wipe" in link, "target" in link
                assert wipes or new_tab or link["href"].startswith(("#", stays, "mailto:")), link
            seen |= {*links_of_a_shared_page(page)}
    (brand,) = visit("POST", address("letter"), data=letter_form()).page.all("a", **{"class": "brand"})
    assert brand["href"] == "/en/"
    # Neither by the pages that open in new tabs, nor by those that follow from them.
    left = [*seen]
    while left:
        response = visit("GET", left.pop())
        assert response.status_code == 200
        if response.mimetype == "text/html":
            found = {*links_of_a_shared_page(response.page)} - seen
            seen |= found
            left += found
    assert {path.partition("?")[0] for path in seen} >= {
        *(f"/{language}/{name}" for language in LANGUAGES for name in ("privacy", "data")),
        *(address("evening", language) for language in LANGUAGES),
    }


def test_a_host_who_checks_a_list_there_stays_shared(visit: Visit) -> None:
    for file, typed in (("", "L8S 4L8"), ("", "?"), ("/sheets.pdf", "?"), ("/poster.pdf", "?")):
        page = visit("GET", f"{address('evening')}?evening").page
        action = f"{address('evening')}{file}?evening="
        sent_to = {
            a.get("action") or a.get("formaction") for tag in ("form", "button") for a in page.all(tag)
        }
        assert action in sent_to or file == "/sheets.pdf"
        assert [*links_of_a_shared_page(visit("POST", action, data={"postcodes": typed}).page)]


def test_a_guest_can_give_up_in_the_open_and_the_first_page_says_that_it_is_shared(visit: Visit) -> None:
    writing = visit("POST", address("write"), data=TYPED["write"] | {"shared": "yes"})
    shown = re.sub(r"<details.*?</details>", "", writing.text, flags=re.DOTALL)
    assert shown.count(">Next guest<") == 1
    first = visit("GET", f"{address()}?evening")
    assert "This computer is shared: nothing that you type stays on it." in visible_text(first.text)
    assert first.page.all("a", href=f"{address('evening')}?evening=")


def test_a_letter_on_a_shared_computer_is_printed_first_and_never_by_the_owners_mail(visit: Visit) -> None:
    own, shared = (
        visit("POST", address("letter"), data=letter_form(**more)) for more in ({}, {"shared": "yes"})
    )
    (big,) = own.page.all("a", **{"class": "button big"})
    assert big["href"].startswith("mailto:")
    assert [a["href"] for a in shared.page.all("a", **{"class": "button big"})] == [f"{address()}?evening"]
    (print_,) = shared.page.all("button", **{"class": "big"})
    assert print_["formaction"] == address("letter.pdf")
    assert shared.page.all("a", href=big["href"]), "it is still there, among the other ways"
    assert "This browser runs no scripts: close this tab" in shared.text


@pytest.mark.parametrize("value", ["no", "", "YES", "<b>"])
def test_only_yes_means_yes(visit: Visit, value: str) -> None:
    response = visit("POST", address("letter"), data=letter_form(shared=value))
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_files_are_never_kept(visit: Visit) -> None:
    assert visit("POST", address("letter.txt"), data=letter_form()).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/en/?cleared", "/fr/forced-labour?cleared"])
def test_after_a_wipe_the_browser_is_told_to_forget_its_copies(visit: Visit, path: str) -> None:
    assert visit("GET", path).headers["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in visit("GET", path.removesuffix("?cleared")).headers


def test_the_page_after_a_wipe_says_what_is_cleared_and_what_is_not(visit: Visit) -> None:
    said = "What you typed is cleared from this tab."
    assert said in visible_text(visit("GET", "/en/?cleared").text)
    assert said not in visible_text(visit("GET", "/en/").text)


def test_a_letter_edited_for_another_place_is_kept_and_shown(visit: Visit) -> None:
    first = sent_by(visit("POST", address("letter"), data=letter_form()).text)
    edited = {name: values[0] for name, values in first.items() if name not in ("to", "asks")}
    text = next(name for name in edited if name.startswith("text-"))
    edited[text] = "Dear neighbour,\r\n\r\nOnly this."
    moved = {"postcode": "SW1A 1AA", "constituency": "", "to": "gb-commons-5257", "asks": "data"}
    response = visit("POST", address("letter"), data=edited | moved)
    assert response.status_code == 200
    assert "A letter that you edited for another place is kept" in response.text
    assert "Only this." in response.text
    assert sent_by(response.text)[text] == [edited[text]]
