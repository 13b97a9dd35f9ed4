"""Which wordings and which senators the sheets of an evening have."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.evening.dealer import Dealer
from letters.evening.guests import read_guests
from letters.evening.hand_sheets import stack
from letters.evening.stack import HandSheet
from tests.letters.evening.hosts import host
from tests.pages.visits import CAMPAIGNS


@given(st.text(), st.lists(st.text(max_size=3), min_size=2, max_size=6, unique=True), st.integers(2, 60))
def test_cards_are_dealt_each_once_before_one_comes_again_and_never_twice_in_a_row(
    seed: str, pack: list[str], times: int
) -> None:
    dealer = Dealer(seed)
    dealt = [dealer.deal(pack) for _ in range(times)]
    for start in range(0, times, len(pack)):
        assert len(set(dealt[start : start + len(pack)])) == len(dealt[start : start + len(pack)])
    assert all(one != other for one, other in pairwise(dealt))


def to_members(sheets: list[HandSheet]) -> list[HandSheet]:
    return [sheet for sheet in sheets if "-senate-" not in sheet.letter.recipient_id]


@pytest.mark.parametrize("slug", CAMPAIGNS)
@pytest.mark.parametrize("postcode", ["L8S 4L8", "SW1A 1AA", "10001", "2000"])
def test_no_two_neighbours_begin_or_ask_in_the_same_words(slug: str, postcode: str) -> None:
    visit = host(slug)
    sheets = list(stack(read_guests(f"{postcode}\n" * 30, visit), visit, "a4", ()).sheets)
    assert len(to_members(sheets)) == 30
    for one, other in pairwise(to_members(sheets)):
        assert one.opening != other.opening
        assert one.request[0] != other.request[0]
        assert one.request[1] != other.request[1]
    assert len({(sheet.opening, sheet.request) for sheet in to_members(sheets)}) > 10


def test_letters_spread_over_all_senators_of_a_large_region() -> None:
    visit = host()
    sheets = stack(read_guests("L8S 4L8\n" * 30, visit), visit, "us-letter", ()).sheets
    senators = [s.letter.recipient_id for s in sheets if "-senate-" in s.letter.recipient_id]
    assert len(senators) == 60
    counts = {id: senators.count(id) for id in senators}
    assert max(counts.values()) - min(counts.values()) <= 1
    for one, other in zip(senators[::2], senators[1::2], strict=True):
        assert one != other


def test_the_same_list_gives_the_same_sheets() -> None:
    visit = host()
    guests = read_guests("L8S 4L8\n10001", visit)
    assert stack(guests, visit, "a4", ()) == stack(guests, visit, "a4", ())


def test_a_sheet_has_no_name_and_nothing_that_was_not_typed() -> None:
    visit = host()
    (sheet, *_) = stack(read_guests("l8s4l8", visit), visit, "a4", ()).sheets
    assert sheet.guest == "L8S 4L8"
    assert sheet.letter.signature == ""
    assert sheet.letter.salutation == "Dear John-Paul Danko,"
    assert all("{" not in text for text in (sheet.opening, *sheet.request))


def test_a_letter_to_parliament_is_in_french_on_a_french_page() -> None:
    visit = host(language="fr")
    (sheet, *_) = stack(read_guests("H2X 1Y4", visit), visit, "us-letter", ()).sheets
    assert sheet.letter.language == "fr"
    (sheet, *_) = stack(read_guests("10001", visit), visit, "us-letter", ()).sheets
    assert sheet.letter.language == "en"
