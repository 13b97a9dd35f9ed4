"""An edit comes back from the page, is cleaned, and outlives another choice; what cannot be printed is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.journey.edits import LONGEST_SUBJECT, LONGEST_TEXT, MOST_LINES, edited
from letters.journey.form import LONGEST_ANSWER, LONGEST_OWN_WORDS
from letters.journey.sanitise import UNPRINTABLE
from letters.letter import Letter
from tests.support import MEMBER, a_letter

ID = MEMBER
WRITTEN = a_letter()
OTHER_ASKS = a_letter(requests=("count", "sanctions"))
FRENCH = a_letter(language="fr")
MINE = "This sentence is mine alone."


def browser(text: str) -> str:
    """A form's line ends."""
    return text.replace("\n", "\r\n")


def came_back(shown: Letter, text: str | None = None, subject: str | None = None) -> dict[str, str]:
    """The fields that a page which showed that letter sends."""
    return {
        f"text-{ID}": browser(shown.text if text is None else text),
        f"subject-{ID}": shown.subject if subject is None else subject,
        f"base-{ID}": browser(shown.text),
        f"base_subject-{ID}": shown.subject,
    }


def with_mine(letter: Letter) -> str:
    return letter.text.replace(letter.paragraphs[1], f"{letter.paragraphs[1]}\n\n{MINE}")


def test_a_letter_that_did_not_come_back_is_as_written() -> None:
    edit = edited(WRITTEN, ID, {"text-somebody-else": "Hello"})
    assert edit.letter is edit.written is WRITTEN
    assert edit.problem == ""


def test_a_letter_that_came_back_as_it_was_shown_is_as_written() -> None:
    edit = edited(WRITTEN, ID, came_back(WRITTEN))
    assert edit.letter is WRITTEN
    assert edit.problem == ""


def test_a_letter_that_was_not_edited_follows_every_choice() -> None:
    for anew in (OTHER_ASKS, FRENCH, a_letter(own_words="Other words."), a_letter(name="A. Nother")):
        assert edited(anew, ID, came_back(WRITTEN)).letter == anew


def test_an_edit_stands_in_every_output() -> None:
    edit = edited(WRITTEN, ID, came_back(WRITTEN, with_mine(WRITTEN), "My subject"))
    assert edit.letter.text == with_mine(WRITTEN)
    assert edit.letter.subject == "My subject"
    assert edit.letter.recipient == WRITTEN.recipient
    assert edit.written is WRITTEN
    assert edit.problem == ""


def test_an_edit_survives_another_choice_of_requests() -> None:
    letter = edited(OTHER_ASKS, ID, came_back(WRITTEN, with_mine(WRITTEN))).letter
    assert MINE in letter.paragraphs
    assert [paragraph for paragraph in letter.paragraphs if paragraph != MINE] == list(OTHER_ASKS.paragraphs)


def test_an_edit_survives_other_own_words_and_another_day() -> None:
    anew = a_letter(learned="I read of it.", wish="Ask.")
    letter = edited(anew, ID, came_back(WRITTEN, with_mine(WRITTEN))).letter
    assert MINE in letter.paragraphs
    assert {"I read of it.", "Ask."} <= set(letter.paragraphs)


def test_the_writers_sentence_stands_where_a_choice_would_change_it() -> None:
    question = WRITTEN.paragraphs[-1]
    text = WRITTEN.text.replace(question, "Will you act?")
    letter = edited(OTHER_ASKS, ID, came_back(WRITTEN, text)).letter
    assert letter.paragraphs[-1] == "Will you act?"


def test_a_subject_alone_can_be_edited_and_the_text_follows_the_choice() -> None:
    edit = edited(OTHER_ASKS, ID, came_back(WRITTEN, subject="My subject"))
    assert (edit.letter.subject, edit.letter.text) == ("My subject", OTHER_ASKS.text)


def test_a_subject_that_was_not_edited_follows_the_language() -> None:
    letter = edited(FRENCH, ID, came_back(WRITTEN)).letter
    assert (letter.subject, letter.language) == (FRENCH.subject, "fr")


@pytest.mark.parametrize("subject", ["", "   ", "\r\n"])
def test_an_empty_subject_is_the_one_written(subject: str) -> None:
    assert edited(WRITTEN, ID, came_back(WRITTEN, subject=subject)).letter.subject == WRITTEN.subject


def test_a_subject_is_one_line() -> None:
    letter = edited(WRITTEN, ID, came_back(WRITTEN, subject="Hello\r\nBcc: everyone@example.org\r\n")).letter
    assert letter.subject == "Hello Bcc: everyone@example.org"


def test_an_edit_without_what_was_shown_is_compared_with_what_is_written() -> None:
    fields = {f"text-{ID}": browser(with_mine(WRITTEN))}
    assert edited(WRITTEN, ID, fields).letter.text == with_mine(WRITTEN)


def test_saving_twice_is_saving_once() -> None:
    first = edited(OTHER_ASKS, ID, came_back(WRITTEN, with_mine(WRITTEN))).letter
    # The page shows the edited text, with the letter as written now beneath it.
    fields = came_back(OTHER_ASKS) | {f"text-{ID}": browser(first.text), f"subject-{ID}": first.subject}
    second = edited(OTHER_ASKS, ID, fields).letter
    assert second == first
    assert edited(OTHER_ASKS, ID, fields | {f"text-{ID}": browser(second.text)}).letter == first


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n", "\u2028", "\x0b", "\x85"])
def test_line_ends_of_every_kind_are_the_same(ends: str) -> None:
    fields = came_back(WRITTEN) | {f"text-{ID}": with_mine(WRITTEN).replace("\n", ends)}
    assert edited(WRITTEN, ID, fields).letter.text == with_mine(WRITTEN)


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x81", "\ud800"])
def test_what_cannot_be_printed_is_taken_out_and_said(char: str) -> None:
    for fields in (
        came_back(WRITTEN, WRITTEN.text + char),
        came_back(WRITTEN, subject=f"{WRITTEN.subject}{char}"),
    ):
        edit = edited(WRITTEN, ID, fields)
        assert edit.problem == UNPRINTABLE
        assert char not in edit.letter.text + edit.letter.subject


@pytest.mark.parametrize("text", ["", "   ", "\r\n\r\n", "\x00"])
def test_an_empty_letter_is_to_be_mended(text: str) -> None:
    assert edited(WRITTEN, ID, came_back(WRITTEN, text)).problem


def test_a_text_or_subject_beyond_any_letter_is_to_be_mended_and_cut() -> None:
    long = edited(WRITTEN, ID, came_back(WRITTEN, "word " * LONGEST_TEXT))
    assert long.problem
    assert len(long.letter.text) <= LONGEST_TEXT
    subject = edited(WRITTEN, ID, came_back(WRITTEN, subject="s" * (LONGEST_SUBJECT + 1)))
    assert subject.problem
    assert len(subject.letter.subject) == LONGEST_SUBJECT


def test_non_breaking_spaces_of_french_stay() -> None:
    letter = edited(FRENCH, ID, came_back(FRENCH, FRENCH.text + "\n\nOui\u00a0!")).letter
    assert "\u00a0?" in letter.text
    assert letter.paragraphs[-1] == "Oui\u00a0!"


@given(text=st.text(max_size=300), subject=st.text(max_size=60), shown=st.sampled_from([WRITTEN, FRENCH]))
def test_whatever_comes_back_is_a_letter_or_a_sentence(text: str, subject: str, shown: Letter) -> None:
    edit = edited(OTHER_ASKS, ID, came_back(shown, text, subject))
    assert isinstance(edit.letter, Letter)
    assert "\n" not in edit.letter.subject
    assert edit.problem or edit.letter.text.strip()
    assert edit.letter.sender == OTHER_ASKS.sender


def test_a_text_of_thousands_of_lines_is_too_long_and_no_more_of_it_is_set() -> None:
    long = edited(WRITTEN, ID, came_back(WRITTEN, "a\n\n" * 3_000))
    assert "too long" in long.problem
    assert long.letter.text.count("\n") <= MOST_LINES
    right = edited(WRITTEN, ID, came_back(WRITTEN, "a\n\n" * (MOST_LINES // 2 - 1) + "a"))
    assert right.problem == ""


def test_the_longest_words_of_every_answer_still_make_a_letter_that_can_be_edited() -> None:
    words = ("word " * LONGEST_OWN_WORDS)[:LONGEST_OWN_WORDS]
    answer = ("word " * LONGEST_ANSWER)[:LONGEST_ANSWER]
    written = a_letter(own_words=words, learned=answer, wish=answer)
    assert len(written.text) < LONGEST_TEXT * 0.9
    assert edited(written, ID, came_back(written, written.text + " More.")).problem == ""
