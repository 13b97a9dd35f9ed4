"""Wordings are dealt like cards: the same number gives the same letters, and none comes again while another is left."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.deal import Deal, derived

WORDINGS = ("one", "two", "three")
PEOPLE = ("a", "b", "c", "d", "e")


@given(draw=st.from_regex("[0-9]{1,10}", fullmatch=True), number=st.integers(1, 5))
def test_no_wording_comes_again_while_another_is_left(draw: str, number: int) -> None:
    deal = Deal(draw)
    counted = Counter(deal.to(person)(WORDINGS, "opening") for person in PEOPLE[:number])
    assert max(counted.values()) - min(counted.values() if number >= 3 else [1]) <= 1


def test_each_text_is_dealt_by_itself_so_that_whoever_is_not_asked_takes_no_turn() -> None:
    deal = Deal("1")
    senators = [deal.to(person)(WORDINGS, "senate opening") for person in PEOPLE[:2]]
    deal.to("member")(WORDINGS, "house opening")
    assert {*senators, deal.to("c")(WORDINGS, "senate opening")} == set(WORDINGS)


def test_a_letter_keeps_its_wording_however_often_it_is_written() -> None:
    deal = Deal("7")
    first = {person: deal.to(person)(WORDINGS, "reply") for person in PEOPLE}
    assert {person: deal.to(person)(WORDINGS, "reply") for person in reversed(PEOPLE)} == first
    again = Deal("7")
    assert {person: again.to(person)(WORDINGS, "reply") for person in PEOPLE} == first


def test_other_numbers_give_other_letters_and_every_wording_is_dealt_first_to_somebody() -> None:
    first = Counter(Deal(str(draw)).to("a")(WORDINGS, "opening") for draw in range(300))
    assert set(first) == set(WORDINGS)
    assert min(first.values()) > 60


def test_what_does_not_fit_one_letter_is_not_dealt_to_it_and_stays_for_the_others() -> None:
    for draw in range(30):
        deal = Deal(str(draw))
        fitting = deal.to("a")(("", "two", "three"), "opening")
        others = {deal.to(person)(WORDINGS, "opening") for person in ("b", "c")}
        assert others | {fitting} == set(WORDINGS)
        assert deal.to("a")(("", "two", "three"), "opening") == fitting
    assert derived("a")(("", "two", ""), "opening") == "two"


def test_a_text_with_fewer_wordings_in_another_language_leaves_the_first_as_it_was() -> None:
    for draw in range(30):
        deal = Deal(str(draw))
        first = deal.to("a")(WORDINGS, "reply")
        assert deal.to("a")(("un",), "reply") == "un"
        assert deal.to("a")(WORDINGS, "reply") == first


@pytest.mark.parametrize("parts", [("slug", "a", "Zoë"), ("slug", "b", "Zoë"), ("\ud800",)])
def test_without_a_number_the_choice_follows_from_the_letter(parts: tuple[str, ...]) -> None:
    assert derived(*parts)(WORDINGS, "opening") == derived(*parts)(WORDINGS, "opening")
    assert len({derived(*parts, str(each))(WORDINGS, "opening") for each in range(30)}) == 3
