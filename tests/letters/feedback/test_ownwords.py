"""The own-words meter: what counts as the writer's, and how alike two letters are."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.feedback.ownwords import FILTER, SHINGLE, likeness, measure, words
from letters.typography import word_count
from tests.support import OWN_WORDS, a_letter

TEXT = "I live in Hamilton and I ask you to speak in the House about what the experts reported in June"
# Two alphabets, so that texts of one share no word with texts of the other.
texts = st.text(max_size=400)
plain = st.lists(st.sampled_from(["one", "two", "three", "four", "five"]), max_size=60).map(" ".join)
strange = st.lists(st.sampled_from(["uno", "due", "tre", "quattro", "cinque"]), max_size=60).map(" ".join)


@given(texts, texts)
def test_likeness_is_symmetric_and_between_0_and_1(first: str, second: str) -> None:
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == likeness(second, first)


@given(plain, plain)
def test_likeness_of_texts_that_share_words_is_symmetric_and_between_0_and_1(first: str, second: str) -> None:
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == likeness(second, first)


@given(texts, st.text("aZ’'—é\u00a05,.-\x1f", max_size=40))
def test_words_are_the_same_whether_or_not_a_text_can_be_read_as_ascii(text: str, mostly_ascii: str) -> None:
    # A Chinese character is a word by itself, and no ASCII.
    for each in (text, mostly_ascii):
        assert words(f"{each} 王") == [*words(each), "王"]


@given(texts)
def test_a_text_is_wholly_like_itself(text: str) -> None:
    assert likeness(text, text) == 1


@given(plain.filter(bool), strange.filter(bool))
def test_texts_without_a_common_word_are_wholly_unlike(first: str, second: str) -> None:
    assert likeness(first, second) == 0


@given(plain, strange, strange)
def test_each_own_word_that_is_added_makes_a_letter_less_like_the_unedited_one(
    unedited: str, own: str, more: str
) -> None:
    shorter, longer = f"{unedited} {own}", f"{unedited} {own} {more}"
    assert likeness(longer, unedited) <= likeness(shorter, unedited)
    assert measure(longer, unedited).share >= measure(shorter, unedited).share
    assert measure(longer, unedited).own_words >= measure(shorter, unedited).own_words


@given(plain, strange)
def test_a_share_is_between_0_and_1_and_own_words_are_among_all(unedited: str, own: str) -> None:
    made = measure(f"{unedited} {own}", unedited)
    assert 0 <= made.share <= 1
    assert made.own_words <= made.all_words == len((unedited + " " + own).split())


@pytest.mark.parametrize(
    ("shared", "own", "expected"),
    [(190, 60, 0.76), (190, 190, 0.5), (80, 80, 0.5), (80, 120, 0.4), (150, 0, 1)],
)
def test_two_letters_from_one_text_are_alike_by_the_texts_part(
    shared: int, own: int, expected: float
) -> None:
    template = " ".join(f"shared{number}" for number in range(shared))
    first, second = (
        template + "".join(f" {who}{number}" for number in range(own)) for who in ("mine", "yours")
    )
    assert likeness(first, second) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Dear Madam,\n\nI ask you: speak!", "dear madam i ask you speak"),
        ("the Senate’s attention", "the Senate's attention"),
        ("l’été où nous l’avons appris", "L'ETE OU NOUS L'AVONS APPRIS"),
        ("re-elected by 5,650 voters", "reelected by 5650 voters"),
        ("a year — at last", "a year—at last"),
        ("de\u00a0nouveau\u202f: oui", "de nouveau: oui"),
        (unicodedata.normalize("NFC", "Zoë a été là"), unicodedata.normalize("NFD", "Zoë a été là")),
        ("Straße zum Fluß hin", "STRASSE ZUM FLUSS HIN"),
        ("the ﬁrst oﬃce here", "the first office here"),
        ("١٢ رسالةً إلى النائب", "١٢ رسالة إلى النائب"),
    ],
)
def test_case_marks_accents_and_spaces_do_not_count(first: str, second: str) -> None:
    assert likeness(first, second) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("我写信给您", 5),
        ("わたしは書く", 6),
        ("नमस्ते दुनिया", 2),
        ("مرحبا بالعالم", 2),
        ("나는 편지를 씁니다", 3),
        ("Привет, мир", 2),
        ("…—!? * _", 0),
        ("", 0),
    ],
)
def test_words_are_found_in_every_script(text: str, number: int) -> None:
    assert len(words(text)) == number


def test_likeness_works_in_scripts_without_spaces() -> None:
    assert 0.5 < likeness("我写信给您谈强制劳动的问题", "我写信给您谈强制劳动的事情") < 1
    assert likeness("我写信给您谈强制劳动", "今天天气很好") == 0


def test_words_are_counted_as_on_the_page() -> None:
    for language in ("en", "fr"):
        text = a_letter(language=language).text
        assert len(words(text)) == pytest.approx(word_count(text), abs=2)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("", "", 1), ("", "word", 0), ("one two", "one two", 1), ("one two", "two one", 0), ("…", "", 1)],
)
def test_very_short_texts_are_alike_only_if_they_are_the_same(
    first: str, second: str, expected: float
) -> None:
    assert likeness(first, second) == expected


def test_a_repeated_run_counts_as_often_as_it_is_repeated() -> None:
    assert likeness("please act now " * 50, TEXT + " please act now") < 0.1


def test_moved_paragraphs_stay_alike() -> None:
    letter = a_letter()
    moved = "\n\n".join(reversed(letter.text.split("\n\n")))
    assert likeness(letter.text, moved) > 0.9


def test_an_unedited_letter_holds_nothing_of_its_writer() -> None:
    text = a_letter(own_words="").text
    made = measure(text, text)
    assert (made.own_words, made.share) == (0, 0)


def test_own_words_count_as_the_writers() -> None:
    letter, unedited = a_letter(), a_letter(own_words="")
    made = measure(letter.text, unedited.text)
    assert made.own_words == pytest.approx(word_count(OWN_WORDS), abs=4)
    assert made.share == made.own_words / made.all_words
    assert made.all_words == len(words(letter.text))


def test_an_edited_word_counts_as_the_writers_and_its_neighbours_do_not() -> None:
    changed = TEXT.replace("experts", "judges")
    assert measure(changed, TEXT).own_words == 1
    assert measure(TEXT.replace("in June", "last summer"), TEXT).own_words == 2
    assert measure(TEXT.replace("and I ask you ", ""), TEXT).own_words == 0, "what is left out is nobody's"


def test_an_edit_makes_a_letter_less_like_the_unedited_one() -> None:
    unedited = a_letter(own_words="").text
    edited = unedited.replace("I ", "We ")
    assert likeness(edited, unedited) < 1
    assert measure(edited, unedited).own_words > 0


def test_a_letter_in_the_writers_own_words_alone_would_not_be_grouped() -> None:
    made = measure(OWN_WORDS, a_letter(own_words="").text)
    assert made.share > 0.95
    assert likeness(OWN_WORDS, a_letter(own_words="").text) < 0.05


@pytest.mark.parametrize(("own", "grouped"), [(390, True), (410, False)])
def test_at_half_alike_a_filter_groups(own: int, grouped: bool) -> None:
    unedited = " ".join(f"given{number}" for number in range(200))
    written = unedited + " mine" * own
    assert (likeness(written, unedited) >= FILTER) is grouped
    assert measure(written, unedited, [unedited]).grouped == grouped


def test_other_wordings_are_counted_apart() -> None:
    letter = TEXT + " because my own grandmother waited for years"
    made = measure(letter, TEXT, others=[TEXT, "Quite other words of the same letter", TEXT + " please"])
    assert (made.compared, made.grouped) == (3, 2)
    assert (measure(letter, TEXT).compared, measure(letter, TEXT).grouped) == (0, 0)


def test_an_empty_letter_is_measured() -> None:
    made = measure("", TEXT)
    assert (made.own_words, made.all_words, made.share) == (0, 0, 0)


def test_shingles_are_long_enough_that_strangers_on_one_subject_share_little() -> None:
    other = (
        "I live in Halifax and I am asking the House to speak about forced labour. The experts who met in June "
        "reported that nobody knows who made the clothes that we wear, and I would like an answer."
    )
    assert SHINGLE == 3
    assert likeness(TEXT, other) < 0.1


def test_two_letters_are_compared_in_a_millisecond() -> None:
    first, second = a_letter().text, a_letter(own_words="").text
    taken = []
    for _ in range(30):
        start = time.thread_time()
        likeness(first, second)
        taken.append(time.thread_time() - start)
    assert min(taken) < 0.001


@pytest.mark.parametrize(
    "text", ["word " * 4000, "x" * 20_000, "我" * 20_000, "a b " * 5000, "\u0301" * 20_000]
)
def test_the_longest_text_of_any_kind_is_measured_at_once(text: str) -> None:
    start = time.thread_time()
    measure(text, text + " more")
    assert time.thread_time() - start < 0.5
