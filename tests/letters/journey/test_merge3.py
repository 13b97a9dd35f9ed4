"""An edit and a change of choices in one letter: both are kept, and where they meet the writer's words stand."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from letters.journey.merge3 import merge

PARAGRAPH = st.sampled_from(["a", "b", "c", "d", "e", ""]) | st.text(max_size=5)
LETTER = st.lists(PARAGRAPH, max_size=8)


@pytest.mark.parametrize(
    ("shown", "edited", "anew", "merged"),
    [
        ("dear own core ask", "dear OWN core ask", "dear own core other", "dear OWN core other"),
        ("dear own core ask", "dear own core ASK", "dear own core other", "dear own core ASK"),
        ("dear own core ask", "dear own mine core ask", "dear own core other", "dear own mine core other"),
        ("dear own core ask", "dear core ask", "dear own core other", "dear core other"),
        ("dear own core ask", "dear own core ask ps", "hello own core ask", "hello own core ask ps"),
        ("dear own core ask", "dear own core ask", "cher mien fond demande", "cher mien fond demande"),
        ("dear own core ask", "DEAR OWN CORE ASK", "cher mien fond demande", "DEAR OWN CORE ASK"),
        ("dear own core ask", "", "dear own core other", ""),
        ("", "mine", "", "mine"),
        ("dear learned core", "dear LEARNED core", "dear learned own core", "dear LEARNED own core"),
        ("dear wish ask", "dear WISH ask", "dear own wish ask", "dear own WISH ask"),
        ("dear learned core", "dear core", "dear learned own core", "dear own core"),
        ("dear core", "dear mine core", "dear own core", "dear mine own core"),
        (
            "dear intro own more core",
            "DEAR intro own more core",
            "dear other mine core",
            "DEAR other mine core",
        ),
        (
            "dear own core ask bye",
            "dear own core ask BYE",
            "dear mine more core other bye",
            "dear mine more core other BYE",
        ),
        ("dear intro own core", "DEAR INTRO own core", "dear intro mine core", "DEAR INTRO mine core"),
    ],
)
def test_both_changes_are_kept_and_the_writers_words_stand(
    shown: str, edited: str, anew: str, merged: str
) -> None:
    assert merge(shown.split(), edited.split(), anew.split()) == merged.split()


@given(shown=LETTER, anew=LETTER)
def test_without_an_edit_the_letter_is_the_one_written_anew(shown: list[str], anew: list[str]) -> None:
    assert merge(shown, shown, anew) == anew


@given(shown=LETTER, edited=LETTER)
def test_without_a_change_the_letter_is_the_one_edited(shown: list[str], edited: list[str]) -> None:
    assert merge(shown, edited, shown) == edited


@given(shown=LETTER, edited=LETTER)
def test_where_both_did_the_same_it_is_done_once(shown: list[str], edited: list[str]) -> None:
    assert merge(shown, edited, edited) == edited


@given(shown=LETTER, edited=LETTER, anew=LETTER, own=st.text(min_size=6, max_size=9))
def test_what_the_writer_added_is_never_lost(
    shown: list[str], edited: list[str], anew: list[str], own: str
) -> None:
    for place in range(len(edited) + 1):
        assert own in merge(shown, [*edited[:place], own, *edited[place:]], anew)


@given(
    shown=st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=8, unique=True),
    anew=LETTER,
    data=st.data(),
)
def test_what_the_writer_took_out_does_not_come_back_from_the_letter_shown(
    shown: list[str], anew: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(shown))
    assume(gone not in anew)
    assert gone not in merge(shown, [paragraph for paragraph in shown if paragraph != gone], anew)


@given(shown=LETTER, edited=LETTER, anew=LETTER)
def test_nothing_is_made_up(shown: list[str], edited: list[str], anew: list[str]) -> None:
    assert set(merge(shown, edited, anew)) <= {*edited, *anew}


@given(shown=LETTER, edited=LETTER, anew=LETTER)
def test_saving_again_changes_nothing(shown: list[str], edited: list[str], anew: list[str]) -> None:
    """The page then shows the merged letter over the new one: what comes back unchanged stays."""
    merged = merge(shown, edited, anew)
    assert merge(anew, merged, anew) == merged
