"""Finding a riding and writing to its member and senators."""

import pytest

from representatives import directory
from tests.conftest import Visit
from tests.pages.visits import address
from tests.support import MEMBER, letter_form, vacant_seat


def test_an_exact_code_leads_straight_to_writing(visit: Visit) -> None:
    response = visit("POST", address("write"), data={"postcode": "l8s4l8"})
    assert response.status_code == 200
    assert "Hamilton West—Ancaster—Dundas" in response.text
    ticked = response.page.values("to")
    assert ticked[0] == MEMBER
    assert len(ticked) == 4
    assert all(id.startswith("ca-senate-") for id in ticked[1:])
    assert len(response.page.all("input", name="to")) == 22, "all of Ontario's senators are in reach"
    assert response.page.values("asks") == ["enforce"]


@pytest.mark.parametrize(
    ("language", "month", "day"),
    [
        ("en", "Status as known in September 2021.", "Status as known on December 5, 2025."),
        ("fr", "État connu en septembre 2021.", "État connu au\u00a05 décembre 2025."),
    ],
)
def test_a_status_is_dated_no_more_exactly_than_its_source(
    visit: Visit, language: str, month: str, day: str
) -> None:
    text = visit("POST", address("write", language), data={"postcode": "L8S4L8"}).text
    assert month in text
    assert day in text


def test_other_visitors_are_suggested_other_senators(visit: Visit) -> None:
    drawn = {
        tuple(visit("POST", address("write"), data={"postcode": "L8S4L8"}).page.values("to"))
        for _ in range(8)
    }
    assert len(drawn) > 1


def test_a_split_code_asks_and_preselects_only_what_is_likely(visit: Visit) -> None:
    page = visit("POST", address("write"), data={"postcode": "A0A 1A0"}).page
    assert page.all("input", name="constituency")[0]["value"] == "10001"
    assert page.values("constituency") == ["10001"]
    border = visit("POST", address("write"), data={"postcode": _code_beside_a_border()}).page
    assert len(border.all("input", name="constituency")) > 1
    assert border.values("constituency") == []


def _code_beside_a_border() -> str:
    """One whose area does not lie almost wholly elsewhere."""
    for name, area in directory().countries["ca"].areas.items():
        for run in area.runs.split():
            unit, _, place = run.partition("=")
            if "+" in place and area.constituencies().get(place.partition("+")[0], 0) > 0.1:
                return name + unit
    raise AssertionError("no code beside a border")


def test_confirming_without_a_choice_is_explained(visit: Visit) -> None:
    response = visit("POST", address("write"), data={"postcode": "A0A 1A0", "confirm": "yes"})
    assert response.status_code == 422
    assert "Choose one of the constituencies" in response.text


def test_a_code_that_is_not_held_offers_the_ridings_around_it(visit: Visit) -> None:
    response = visit("POST", address("write"), data={"postcode": "A0A 9Z9"})
    assert response.status_code == 200
    assert "We do not know the exact place of A0A 9Z9" in response.text
    assert len(response.page.all("input", name="constituency")) > 1


def test_the_confirmed_riding_leads_to_its_own_member(visit: Visit) -> None:
    page = visit("POST", address("write"), data={"postcode": "A0A 1A0", "constituency": "10007"}).page
    members = [a["value"] for a in page.all("input", name="to") if a["value"].startswith("ca-commons")]
    assert len(members) == 1
    assert directory().countries["ca"].members["10007"].id == members[0]
    assert page.values("constituency") == ["10007"]


@pytest.mark.parametrize("constituency", ["35039", "nonsense", "10001 OR 1=1"])
def test_a_riding_that_the_code_does_not_allow_is_refused(visit: Visit, constituency: str) -> None:
    typed = letter_form(postcode="A0A 1A0", constituency=constituency)
    for step in ("write", "letter", "letter.pdf"):
        response = visit("POST", address(step), data=typed)
        assert response.status_code == 422
        assert "Choose one of the constituencies" in response.text
        assert response.page.values("name") == ["Zoë O’Neil"]
        assert response.page.values("asks") == ["speak", "enforce"]


def test_a_seat_without_a_name_is_shown_and_it_and_its_senators_can_be_written_to(visit: Visit) -> None:
    code, vacant = vacant_seat()
    response = visit("POST", address("write"), data={"postcode": code, "constituency": vacant})
    assert response.status_code == 200
    assert "We cannot name who sits" in response.text
    assert response.page.values("to")
    seat, *senators = response.page.values("to")
    assert seat == f"seat:{vacant}"
    assert all(id.startswith("ca-senate-") for id in senators)


def test_another_riding_has_its_own_member_ticked(visit: Visit) -> None:
    typed = letter_form(postcode="A0A 1A0", constituency="10007")
    ticked = visit("POST", address("write"), data=typed).page.values("to")
    assert ticked == [directory().countries["ca"].members["10007"].id]
