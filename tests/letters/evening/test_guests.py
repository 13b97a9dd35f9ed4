"""Whatever a host pastes, each line is a guest with a place or a line with a reason, in the host's order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.evening.guests import MOST_GUESTS, NO_POSTCODES, TOO_MANY, BadList, read_guests
from letters.evening.hand_sheets import count, stack
from tests.letters.evening.hosts import CERTAIN, SPLIT, host
from tests.support import vacant_seat

VISIT = host()
ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)
SPACES = st.sampled_from(["", " ", "\t", "\u00a0", "  "])
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\n \n"])


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=2000))
def test_any_text_is_a_list_or_a_sentence_that_says_why_not(text: str) -> None:
    try:
        guests = read_guests(text, VISIT)
    except BadList as error:
        assert str(error) in (NO_POSTCODES, TOO_MANY)
        return
    assert 1 <= len(guests) <= MOST_GUESTS
    assert [guest.number for guest in guests] == sorted({guest.number for guest in guests})
    assert all(bool(guest.places) != bool(guest.problem) for guest in guests)


@given(
    st.lists(
        st.tuples(st.sampled_from(CERTAIN), SPACES, SPACES, st.booleans(), ENDS), min_size=1, max_size=20
    )
)
def test_codes_however_written_are_all_placed_in_order_and_duplicates_stay(
    lines: list[tuple[str, str, str, bool, str]],
) -> None:
    text = "".join(
        before + (code.lower() if lower else code) + after + end for code, before, after, lower, end in lines
    )
    guests = read_guests(text, VISIT)
    assert [guest.shown for guest in guests] == [code for code, *_ in lines]
    assert all(guest.members and not guest.notes for guest in guests)
    for guest in guests:
        first = next(each.number for each in guests if each.shown == guest.shown)
        assert guest.same_as == (0 if first == guest.number else first)


@given(
    st.lists(
        st.one_of(st.sampled_from(CERTAIN), st.sampled_from(["Jane Doe", "L8S", "09012", "?"])), min_size=1
    )
)
def test_a_bad_line_is_named_by_its_number_and_takes_nothing_from_the_others(lines: list[str]) -> None:
    lines = lines[:MOST_GUESTS]
    guests = read_guests("\n".join(lines), VISIT)
    assert [guest.number for guest in guests if guest.problem] == [
        number for number, line in enumerate(lines, 1) if line not in CERTAIN
    ]
    assert all(guest.typed == lines[guest.number - 1] for guest in guests)


@given(
    st.lists(
        st.sampled_from([*CERTAIN, SPLIT, "H2B 1A1", "BT1 1AA", "2042"]), min_size=1, max_size=MOST_GUESTS
    )
)
def test_a_guest_has_at_most_four_sheets(lines: list[str]) -> None:
    guests = read_guests("\n".join(lines), VISIT)
    made = stack(guests, VISIT, "a4", ())
    assert len(made.sheets) == count(guests) <= 4 * len(lines) <= 240
    for guest in guests:
        assert len(guest.members) <= 2
        assert guest.senators_written <= 2


def test_sixty_lines_are_a_list_and_sixty_one_are_not() -> None:
    assert len(read_guests("L8S 4L8\n" * 60, VISIT)) == 60
    with pytest.raises(BadList, match="Sixty"):
        read_guests("L8S 4L8\n" * 61, VISIT)
    with pytest.raises(BadList, match="Type"):
        read_guests(" \n\t\n", VISIT)


def test_an_uncertain_code_names_both_members_and_asks() -> None:
    (guest,) = read_guests(SPLIT, VISIT)
    assert [member.name for _, member in guest.members] == ["John-Paul Danko", "Dan Muys"]
    assert len(guest.choices) == 2
    assert "ask the guest" in guest.notes[0]
    sheets = stack([guest], VISIT, "a4", ()).sheets
    assert [bool(sheet.only_in) for sheet in sheets] == [True, True, False, False]


def test_a_code_of_many_ridings_says_how_many_and_who_knows() -> None:
    (guest,) = read_guests("K1A 0A6", VISIT)
    assert "5 ridings are possible" in guest.notes[0]
    assert "Elections Canada" in guest.notes[0]
    assert len(guest.choices) == 2


def test_a_seat_without_a_name_has_a_sheet_and_so_have_the_senators() -> None:
    code, riding = vacant_seat()
    (guest,) = read_guests(code, VISIT)
    assert f"seat:{riding}" in [member.id for _, member in guest.members]
    assert not any("vacant" in note for note in guest.notes)
    assert guest.senators_written == 2


def test_a_code_without_a_constituency_has_no_sheet_and_a_reason() -> None:
    (guest,) = read_guests("09012", VISIT)
    assert guest.problem


@pytest.mark.parametrize("marker", ["{}. ", "{}.", "{}) ", "{}: ", "{}\t", "{} ", "• ", "- ", "* ", "– "])
def test_no_number_before_a_line_becomes_part_of_a_code(marker: str) -> None:
    codes = ["2134", "2600", "10001", "L8S 4L8", "SW1A 1AA"]
    text = "\n".join(marker.format(number) + code for number, code in enumerate(codes, 1))
    guests = read_guests(text, VISIT)
    assert [guest.shown for guest in guests] == codes
    assert all(guest.places for guest in guests)
