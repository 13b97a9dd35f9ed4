"""The PDF as readers, screen readers and window envelopes see it."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings

from letters.letter import Letter
from letters.outputs import missing_characters, own_copy, pdf
from letters.outputs.typesetting import typst_pdf
from tests.letters.outputs.samples import ANY_LETTER, EIGHT_LINES, LETTER, LONG_NAME, MARKUP, NAMES, SENTENCE
from tests.letters.outputs.samples import of_words as _of_words
from tests.letters.outputs.windows import MM, check_window

INCH = 72
LETTER_TOP = (0.894 - 0.72) / (0.894 + 0.246)
UNASSIGNED, ALSO_UNASSIGNED = "\u0378", "\U0003fffd"

Word = tuple[float, float, float, float, str]


def _plain(text: str) -> str:
    """The text without spaces and direction marks, which readers of PDF guess differently."""
    return re.sub(r"[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


@pytest.mark.parametrize(("paper", "size"), [("us-letter", "612 x 792 pts"), ("a4", "595.276 x 841.89 pts")])
def test_paper(paper: str, size: str, info: Callable[[bytes], dict[str, str]]) -> None:
    found = info(pdf.render([replace(LETTER, paper=paper)]))
    assert found["Page size"].startswith(size)
    assert found["Pages"] == "1"


def test_says_what_it_is(info: Callable[[bytes], dict[str, str]]) -> None:
    found = info(pdf.render([LETTER]))
    assert found["Title"] == LETTER.subject
    assert found["Author"] == LETTER.signature
    assert found["CreationDate"].startswith("Tue Nov 24 12:00:00 2026")
    assert found["Tagged"] == "yes"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_accessible(language: str) -> None:
    content = pdf.render([replace(LETTER, language=language)])
    assert b"pdfuaid:part>1<" in content
    assert f"/Lang({language})".encode() in content


def test_same_letters_same_bytes() -> None:
    letters = [LETTER, replace(LETTER, salutation="Dear Senator,")]
    assert pdf.render(letters) == pdf.render(list(letters))


def test_each_letter_starts_a_page(words_of: Callable[[bytes], list[list[Word]]]) -> None:
    names = ("Ann", "Bea", "Cem")
    letters = [replace(LETTER, recipient=(name, *LETTER.recipient[1:])) for name in names]
    pages = words_of(pdf.render(letters))
    assert len(pages) == len(names)
    for page, name in zip(pages, names, strict=True):
        assert name in [word[4] for word in page]


@pytest.mark.parametrize("paper", ["us-letter", "a4"])
def test_350_words_fit_one_page_without_a_number(
    paper: str, words_of: Callable[[bytes], list[list[Word]]]
) -> None:
    pages = words_of(pdf.render([replace(LETTER, paper=paper, paragraphs=_of_words(350))]))
    assert len(pages) == 1
    assert "/" not in [word[4] for word in pages[0]]
    heights = {round((low - top) / (1 - LETTER_TOP) * INCH, 1) for _, top, _, low, _ in pages[0]}
    assert heights == {12.5}, "all of it in 11 points"


def test_slightly_longer_gets_smaller_before_it_needs_a_second_page(
    words_of: Callable[[bytes], list[list[Word]]],
) -> None:
    pages = words_of(pdf.render([replace(LETTER, paragraphs=_of_words(420))]))
    assert len(pages) == 1
    smallest = min((low - top) / (1 - LETTER_TOP) * INCH for _, top, _, low, _ in pages[0])
    assert smallest > 10 * 1.13, "no less than 10 points"


SIZES_OF_WORDS = {350: 11, 400: 10.5, 440: 10.5, 470: 10, 600: 11}
"""How large a letter of so many words is set: 600 need a second page whatever the size."""


def _sizes(page: list[Word]) -> set[float]:
    """In points, of everything on a page: Libertinus Serif's boxes are 1.14 em high."""
    return {round((low - top) / (1 - LETTER_TOP) * INCH / 1.14, 1) for _, top, _, low, _ in page}


def test_each_letter_of_many_is_as_large_as_fits_one_page(
    words_of: Callable[[bytes], list[list[Word]]],
) -> None:
    letters = [replace(LETTER, paragraphs=_of_words(count)) for count in SIZES_OF_WORDS]
    found = words_of(pdf.render(letters))
    assert len(found) == len(letters) + 1
    for page, size in zip(found, SIZES_OF_WORDS.values(), strict=False):
        assert max(_sizes(page[-20:])) == size


def test_plain_text_is_set_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    long_address = ("Zoë O’Neil", *EIGHT_LINES)
    letters = [
        LETTER,
        replace(LETTER, sender=long_address, recipient=long_address, paper="a4", envelope="dl"),
    ]
    content = pdf.render(letters)
    plain = pdf.set_text
    assert plain(LETTER.sender[0])["plain"]
    monkeypatch.setattr(pdf, "set_text", lambda text: plain(text) | {"plain": False})
    assert pdf.render(letters) == content


@pytest.mark.parametrize("text", ["x" * 20, "\u00a0".join(["word"] * 5), NAMES["Hebrew"], "བོད", "\x01"])
def test_text_that_needs_a_closer_look_is_not_plain(text: str) -> None:
    assert not typst_pdf.set_text(f"A {text} b")["plain"]


def test_nothing_of_one_visitor_is_in_the_file_of_the_next(text_of: Callable[[bytes], str]) -> None:
    first, second = replace(LETTER, signature="Quillon"), replace(LETTER, signature="Bea")
    content, copy = pdf.render([first]), own_copy.render([first])
    assert "Quillon" not in text_of(pdf.render([second]))
    assert "Quillon" not in text_of(own_copy.render([second]))
    assert pdf.render([first]) == content
    assert own_copy.render([first]) == copy


def test_long_letter_runs_on(words_of: Callable[[bytes], list[list[Word]]]) -> None:
    own_words = (SENTENCE * 40)[:3000]
    first = replace(LETTER, paragraphs=(*_of_words(200), own_words))
    pages = words_of(pdf.render([first, LETTER, first]))
    assert len(pages) == 5
    for page in (pages[0], pages[2], pages[3]):
        assert not [word for word in page if word[3] < 0.75], "no running head on a letter's first page"
    for page in (pages[1], pages[4]):
        head = [word[4] for word in page if word[3] < 0.75]
        assert head == ["Zoë", "O’Neil", "November", "24,", "2026", "2", "/", "2"]
        texts = [word[4] for word in page]
        assert texts[-4:] == ["Yours", "sincerely,", "Zoë", "O’Neil"], "closing and name stay together"


@pytest.mark.parametrize("name", ["", LONG_NAME, "W" * 300, "x" * 10_000])
def test_second_page_holds_any_name(name: str, words_of: Callable[[bytes], list[list[Word]]]) -> None:
    page = words_of(pdf.render([replace(LETTER, signature=name, paragraphs=_of_words(600))]))[1]
    head = [word for word in page if word[3] < 0.7]
    assert [word[4] for word in head if word[0] > 3.6] == ["November", "24,", "2026", "2", "/", head[-1][4]]
    assert all(right < 3.6 for left, _, right, _, _ in head if left < 3.6), "the name keeps clear of the date"
    assert min(top for _, top, _, _, _ in page) > 0


ADDRESSES = {
    "3 lines": LETTER.recipient,
    "5 lines": (
        "The Honourable Ann Q. Example, P.C., M.P.",
        "Member for Hamilton West—Ancaster—Dundas",
        "House of Commons",
        "Parliament Buildings",
        "Ottawa ON  K1A 0A6",
    ),
    "60-character name": (LONG_NAME, "House of Commons", "Ottawa ON  K1A 0A6"),
}


@pytest.mark.parametrize(
    ("paper", "envelope"),
    [("us-letter", "10"), ("a4", "10"), ("a4", "dl"), ("a4", "c5"), ("us-letter", "dl")],
)
@pytest.mark.parametrize("sender_lines", [2, 5, 8])
@pytest.mark.parametrize("recipient", ADDRESSES.values(), ids=ADDRESSES)
def test_only_the_recipient_shows_in_the_window(
    recipient: tuple[str, ...],
    sender_lines: int,
    paper: str,
    envelope: str,
    words_of: Callable[[bytes], list[list[Word]]],
) -> None:
    sender = (LONG_NAME, *EIGHT_LINES[:sender_lines])
    letter = replace(
        LETTER, recipient=recipient, sender=sender, paper=paper, envelope=envelope, paragraphs=_of_words(200)
    )
    check_window(words_of(pdf.render([letter]))[0], letter)


@pytest.mark.parametrize(("envelope", "folds"), [("10", 2), ("dl", 2), ("c5", 1)])
def test_fold_marks_suit_the_envelope(envelope: str, folds: int) -> None:
    """A mark is a short line in the margin; what is drawn is compressed, so the layout itself is asked."""
    letter = replace(LETTER, paper="a4", envelope=envelope)
    marks = pdf._letter_data(letter)["zone"].folds
    assert [round(mark, 1) for mark in marks] == [
        round(297 * number / (folds + 1), 1) for number in range(1, folds + 1)
    ]


@pytest.mark.parametrize("envelope", ["dl", "c5"])
def test_on_a4_350_words_fit_one_page(envelope: str, words_of: Callable[[bytes], list[list[Word]]]) -> None:
    letter = replace(
        LETTER, paper="a4", envelope=envelope, paragraphs=_of_words(350), recipient=ADDRESSES["5 lines"]
    )
    assert len(words_of(pdf.render([letter]))) == 1


def test_a_sender_too_long_for_its_place_stands_right_of_the_window(
    words_of: Callable[[bytes], list[list[Word]]],
) -> None:
    letter = replace(LETTER, paper="a4", envelope="dl", sender=("Zoë O’Neil", *EIGHT_LINES), signature="Me")
    words = words_of(pdf.render([letter]))[0]
    assert min(word[0] for word in words if word[4] in ("Zoë", "Address")) > 113 * MM
    assert max(word[2] for word in words) < 186 * MM


def test_lines_of_an_address_do_not_touch(words_of: Callable[[bytes], list[list[Word]]]) -> None:
    words = words_of(pdf.render([replace(LETTER, recipient=ADDRESSES["5 lines"])]))[0]
    tops = sorted({top for _, top, _, low, _ in words if top > 2.04 and low < 3.63})
    assert len(tops) == 5
    assert all((lower - upper) * INCH > 9 for upper, lower in pairwise(tops))


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_names_of_every_script_are_set_and_found(name: str, text_of: Callable[[bytes], str]) -> None:
    letter = replace(LETTER, paragraphs=(f"My name is {name}.", name))
    content = pdf.render([letter])
    assert b"pdfuaid" in content
    assert content.missing == ()
    assert set(_plain(name)) <= set(_plain(text_of(content)))


@pytest.mark.parametrize(
    "text",
    [
        "हिन्दी ਪੰਜਾਬੀ ગુજરાતી বাংলা தமிழ் తెలుగు ಕನ್ನಡ മലയാളം ଓଡ଼ିଆ සිංහල",
        "ภาษาไทย ລາວ ភាសាខ្មែរ မြန်မာ བོད་ཡིག",
        "አማርኛ ᠮᠣᠩᠭᠣᠯ ܣܘܪܝܝܐ ދިވެހި ⵜⴰⵎⴰⵣⵉⵖⵜ ᓀᐦᐃᔭᐍᐏᐣ ᎠᏂᏴᏫᏯ",
        "فارسی اردو ٹ ڈ ڑ ے گۆڕان ھەرىپلىرى",
    ],
)
def test_shipped_fonts_suffice(text: str) -> None:
    assert pdf.render([replace(LETTER, paragraphs=(text,))]).missing == ()


def test_tells_what_cannot_be_set() -> None:
    letters = [
        replace(LETTER, paragraphs=(f"a{UNASSIGNED}b{ALSO_UNASSIGNED}", UNASSIGNED), signature=UNASSIGNED)
    ]
    content = pdf.render(letters)
    assert set(content.missing) == {"U+0378", "U+3FFFD"}
    assert len(content.missing) == 2, "each once"
    assert missing_characters("pdf", letters) == content.missing, "the page knows it before"
    assert content.startswith(b"%PDF")
    assert b"pdfuaid" not in content


def test_emoji_is_told_whatever_fonts_this_computer_has() -> None:
    content = pdf.render([replace(LETTER, signature="Zoë \U0001f600")])
    assert content.missing == ("\U0001f600",)
    assert b"pdfuaid" not in content


def test_an_accent_that_no_font_can_set_above_its_letter_is_told_by_typst() -> None:
    letter = replace(LETTER, paragraphs=("o\u20dd",))
    content = pdf.render([letter])
    assert content.missing == ("o", "U+20DD")
    assert b"pdfuaid" not in content
    assert missing_characters("pdf", [letter]) == (), "each alone is in a font"


def test_tagged_even_without_the_claim(info: Callable[[bytes], dict[str, str]]) -> None:
    assert info(pdf.render([replace(LETTER, signature=UNASSIGNED)]))["Tagged"] == "yes"


def test_markup_stays_text(text_of: Callable[[bytes], str], info: Callable[[bytes], dict[str, str]]) -> None:
    letter = replace(
        LETTER, paragraphs=(MARKUP, f"= {MARKUP}"), subject=MARKUP, sender=(MARKUP,), signature=MARKUP
    )
    content = pdf.render([letter])
    assert _plain(text_of(content)).count(_plain(MARKUP)) == 5
    assert info(content)["Title"] == MARKUP


def test_control_characters_are_left_out(text_of: Callable[[bytes], str]) -> None:
    letter = replace(
        LETTER, subject="Sub\x00ject\ufffe", paragraphs=("one\x07\x1b two\tthree\x9f", "a\ud800b")
    )
    content = pdf.render([letter])
    text = text_of(content)
    assert "one two three" in text
    assert "Subject" in text
    assert "a\ufffdb" in text
    assert b"pdfuaid" in content


def test_line_breaks_stay(text_of: Callable[[bytes], str]) -> None:
    assert "first line\nsecond line" in text_of(
        pdf.render([replace(LETTER, paragraphs=("first line\nsecond line",))])
    )


@pytest.mark.parametrize(
    "word",
    [
        "x" * 80,
        "W" * 60,
        "x" * 10_000,
        "\u00a0".join(["word"] * 400),
        "中" * 300,
        f"https://a.ca/{'b' * 200}",
    ],
)
def test_long_words_stay_on_the_paper(word: str, words_of: Callable[[bytes], list[list[Word]]]) -> None:
    letter = replace(LETTER, paragraphs=(f"See {word} here",), signature=word[:200], recipient=(word[:80],))
    pages = words_of(pdf.render([letter]))
    assert max(right for page in pages for _, _, right, _, _ in page) < 7.52
    letters = "".join(text for page in pages for *_, text in page)
    assert _plain(letters).count(word[0]) >= word.count(word[0])


def test_words_are_only_split_when_longer_than_a_line(text_of: Callable[[bytes], str]) -> None:
    letter = replace(LETTER, paragraphs=(f"{SENTENCE}{'m' * 30} {SENTENCE}{'l' * 60}",))
    text = text_of(pdf.render([letter]))
    assert "m" * 30 in text
    assert "l" * 60 in text


def test_text_from_the_right(words_of: Callable[[bytes], list[list[Word]]]) -> None:
    letter = replace(
        LETTER,
        sender=("דוד כהן", "1 Main Street"),
        signature="דוד כהן",
        paragraphs=("שלום לכולם", "And in English."),
    )
    words = words_of(pdf.render([letter]))[0]
    right_edge = max(right for _, _, right, _, text in words if set(text) & set("שלום"))
    assert right_edge == pytest.approx(7.5, abs=0.02), "the paragraph starts at the right margin"
    names = [word for word in words if set(word[4]) & set("דכ") and (word[1] < 1 or word[1] > 5)]
    assert min(left for left, *_ in names) == pytest.approx(1, abs=0.02), "a name keeps its place"


def test_threads() -> None:
    letters = [replace(LETTER, salutation=f"Dear number {number},") for number in range(16)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda letter: pdf.render([letter]), letters))
    assert together == [pdf.render([letter]) for letter in letters]


@settings(max_examples=30, deadline=None)
@given(ANY_LETTER)
@example(replace(LETTER, signature="\ue291\u0301"))
@example(replace(LETTER, signature="\ue291\ua8e0"))
def test_any_text_makes_a_pdf(letter: Letter) -> None:
    content = pdf.render([letter])
    assert content.startswith(b"%PDF")
    assert (b"pdfuaid" in content) == (content.missing == ())
    assert set(missing_characters("pdf", [letter])) <= set(content.missing)
