"""Pasted text says what it said where it was written; what no letter can hold is taken out and shown in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.journey.sanitise import as_meant, translated, unprintable, visible


@pytest.mark.parametrize(
    "end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028"]
)
def test_every_line_end_is_one(end: str) -> None:
    assert visible(f"one{end}two") == "one\ntwo"


def test_a_paragraph_separator_leaves_a_blank_line() -> None:
    assert visible("one\u2029two") == "one\n\ntwo"


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("\x93It\x92s time\x94 \x96 she said \x97 \x91now\x92\x85\x80", "“It’s time” – she said — ‘now’\n€"),
        (
            "\x82low\x92, \x84low\x94, \x8bso\x9b, c\x9cur, \x8atef, \x9fves, \x95 one, \x99",
            "‚low’, „low”, ‹so›, cœur, Štef, Ÿves, • one, ™",
        ),
        (
            "\uf0b7\tone\r\n\uf0a7 two\r\n  \uf0fc three\r\n\uf076\tfour\r\n\uf0b2 five",
            "• one\n• two\n  • three\n• four\n• five",
        ),
        ("from here \uf0e0 there", "from here → there"),
    ],
    ids=["quotes and dashes", "other characters of Windows", "bullets", "an arrow"],
)
def test_characters_of_windows_and_of_word_are_what_was_meant(pasted: str, meant: str) -> None:
    assert visible(pasted) == meant
    assert unprintable(pasted) is None


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x81", "\x8d", "\ud800"])
def test_what_is_taken_out_is_shown_where_it_stood(character: str) -> None:
    typed = f"My grandmother waited{character} three years,\nand then {character}{character}she got a call."
    assert visible(typed) == "My grandmother waited three years,\nand then she got a call."
    sentence = unprintable(typed)
    assert sentence is not None
    said = translated(sentence, lambda text, **values: text % values)
    assert "waited□ three" in said
    assert "and then □she" in said
    assert character not in said


def test_only_the_first_places_are_shown() -> None:
    sentence = unprintable("\x00".join(["word"] * 50))
    assert sentence is not None
    assert len(sentence.values["places"]) < 150


@given(st.text(st.characters(codec=None)))
def test_clean_text_is_what_is_left_and_is_clean(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert unprintable(visible(text)) is None
    assert (unprintable(text) is None) == (visible(text) == as_meant(text))
