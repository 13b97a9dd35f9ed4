"""In Australia a postcode that is split asks for the suburb, and only then for the electorate."""

import pytest

from tests.conftest import Visit
from tests.pages.visits import LANGUAGES, address, form_in, sent_by
from tests.support import visible_text

SPLIT = {"postcode": "2042"}
"""Enmore lies in Grayndler, Newtown in two electorates."""
LONG = "0822"
"""Over a hundred localities."""


def suburbs(response: object) -> list[str]:
    return [a["value"] for a in response.page.all("input", name="locality")]  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_split_postcode_asks_for_the_suburb_first(visit: Visit, language: str) -> None:
    response = visit("POST", address("write", language), data=SPLIT)
    assert response.status_code == 200
    assert suburbs(response) == ["Enmore", "Newtown", "-"]
    assert response.page.values("locality") == [], "none is picked for the visitor"
    assert not response.page.all("input", name="constituency")


def test_a_suburb_in_one_electorate_leads_straight_to_writing(visit: Visit) -> None:
    response = visit("POST", address("write"), data=SPLIT | {"locality": "Enmore", "confirm": "locality"})
    sent = sent_by(response.text)
    assert (sent["locality"], sent["constituency"]) == (["Enmore"], ["Grayndler"])
    assert "au-house-grayndler" in sent["to"]
    assert "We know of no other" not in response.text, "of the postcode there is another"


@pytest.mark.parametrize("locality", ["Newtown", "-"])
def test_a_suburb_in_several_or_none_asks_for_the_electorate(visit: Visit, locality: str) -> None:
    response = visit("POST", address("write"), data=SPLIT | {"locality": locality, "confirm": "locality"})
    assert response.status_code == 200, "the suburb was an answer: nothing is wrong yet"
    offered = [a["value"] for a in response.page.all("input", name="constituency")]
    assert sorted(offered) == ["Grayndler", "Sydney"]
    sent = sent_by(response.text) | {"constituency": ["Sydney"], "confirm": ["constituency"]}
    assert sent["locality"] == [locality]
    after = sent_by(visit("POST", address("write"), data=sent).text)
    assert (after["constituency"], after["locality"]) == (["Sydney"], [locality])


def test_enter_on_the_suburbs_goes_on_without_an_error(visit: Visit) -> None:
    page = visit("POST", address("write"), data=SPLIT).page
    (first,) = page.all("button", **{"class": "first-button"})
    response = visit("POST", address("write"), data=SPLIT | {"locality": "-", first["name"]: first["value"]})
    assert response.status_code == 200
    assert len(response.page.all("input", name="constituency")) == 2


@pytest.mark.parametrize("typed", [{"confirm": "locality"}, {"locality": "", "confirm": "yes"}])
def test_going_on_without_a_suburb_is_explained(visit: Visit, typed: dict[str, str]) -> None:
    response = visit("POST", address("write"), data=SPLIT | typed)
    assert response.status_code == 422
    assert "Choose your suburb, or say that it is not listed." in response.text
    assert response.page.all("a", href="#locality")


def test_a_suburb_and_an_electorate_that_do_not_fit_are_refused(visit: Visit) -> None:
    for step in ("write", "letter", "letter.pdf"):
        form = form_in("au", postcode="2042", locality="Enmore", constituency="Sydney")
        response = visit("POST", address(step), data=form)
        assert response.status_code == 422
        offered = [a["value"] for a in response.page.all("input", name="constituency")]
        assert offered == ["Grayndler"]
        assert sent_by(response.text)["name"] == ["Zoë O’Neil"]


@pytest.mark.parametrize(
    "locality", ["Ashfield", "nowhere", "{{ 7 }}", "<script>alert(1)</script>", "x" * 9000]
)
def test_an_unknown_suburb_asks_for_the_electorate_and_narrows_nothing(visit: Visit, locality: str) -> None:
    response = visit("POST", address("write"), data=SPLIT | {"locality": locality})
    assert response.status_code in (200, 422)
    assert len(response.page.all("input", name="constituency")) == 2
    assert "<script>" not in response.text


def test_two_different_suburbs_are_refused(visit: Visit) -> None:
    response = visit(
        "POST", address("letter"), data=form_in("au", postcode="2042", locality=["Enmore", "Newtown"])
    )
    assert response.status_code == 422
    assert suburbs(response) == ["Enmore", "Newtown", "-"]
    assert response.page.all("a", href="#locality")
    assert sent_by(response.text)["name"] == ["Zoë O’Neil"]


def test_another_suburb_can_be_chosen_from_the_writing_page(visit: Visit) -> None:
    form = form_in(
        "au", postcode="2042", locality="Enmore", constituency="Grayndler", to=["au-house-grayndler"]
    )
    again = visit("POST", address("write"), data=form | {"again": "yes"})
    assert again.status_code == 200
    assert suburbs(again) == ["Enmore", "Newtown", "-"]
    assert again.page.values("locality") == ["Enmore"], "what was picked is still picked"
    sent = sent_by(again.text) | {"locality": ["Newtown"], "confirm": ["locality"]}
    asked = visit("POST", address("write"), data=sent)
    assert len(asked.page.all("input", name="constituency")) == 2, "the electorate of before does not stick"
    assert sent_by(asked.text)["name"] == ["Zoë O’Neil"]


def test_a_long_list_of_suburbs_is_one_field(visit: Visit) -> None:
    response = visit("POST", address("write"), data={"postcode": LONG})
    assert response.page.all("select", name="locality")
    assert len(response.page.all("option")) > 100
    assert sent_by(response.text)["locality"] == [""]
    nothing = visit("POST", address("write"), data=sent_by(response.text) | {"confirm": ["locality"]})
    assert nothing.status_code == 422
    assert nothing.page.all("select", **{"aria-invalid": "true"})
    chosen = visit("POST", address("write"), data={"postcode": LONG, "locality": "Charles Darwin"})
    assert sent_by(chosen.text)["constituency"] == ["Solomon"]


def test_senators_follow_the_electorates_state(visit: Visit) -> None:
    form = {"postcode": "0872", "locality": "-", "constituency": "Grey"}
    response = visit("POST", address("write"), data=form)
    assert "South Australia" in visible_text(response.text)
    assert len(response.page.all("input", name="to")) == 13


@pytest.mark.parametrize(("postcode", "heading"), [("2134", "Write your letter"), ("2040", "Which suburb")])
def test_who_lives_in_boston_is_told_to_type_the_zero(visit: Visit, postcode: str, heading: str) -> None:
    """One sentence on the page that comes anyway."""
    text = visible_text(visit("POST", address("write"), data={"postcode": postcode}).text)
    assert heading in text
    assert f"In the United States? Type 0{postcode}." in text
    text = visible_text(visit("POST", address("write"), data={"postcode": "4000"}).text)
    assert "In the United States?" not in text
