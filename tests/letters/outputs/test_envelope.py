"""Envelopes and labels as postal machines and peel-off sheets need them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from letters.letter import Letter
from letters.outputs import envelope, own_copy
from tests.letters.outputs.samples import EIGHT_LINES, LETTER, LONG_NAME, MARKUP, NAMES

MM = 1 / 25.4
SIZES = {"10": (9.5, 4.125), "dl": (220 * MM, 110 * MM), "c5": (229 * MM, 162 * MM)}
HARD = replace(
    LETTER,
    sender=("Writer", *(line.replace("Court", "Sender") for line in EIGHT_LINES)),
    recipient=(LONG_NAME, *EIGHT_LINES[:7]),
)
Word = tuple[float, float, float, float, str]


def squeezed(text: str) -> str:
    return "".join(text.split())


def split(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The words of the return address and those of the address, which lie apart."""
    above = [word for word in words if word[3] < 30 * MM]
    return above, [word for word in words if word not in above]


@pytest.mark.parametrize(
    ("size", "points"), [("10", "684 x 297"), ("dl", "623.622 x 311.811"), ("c5", "649.134 x 459.213")]
)
def test_a_page_is_an_envelope(size: str, points: str, info: Callable[[bytes], dict[str, str]]) -> None:
    content = envelope.render([LETTER, HARD], size)
    assert info(content)["Page size"].startswith(points)
    assert info(content)["Pages"] == "2"
    assert info(content)["Tagged"] == "yes"
    assert b"pdfuaid" in content


@pytest.mark.parametrize("letter", [LETTER, HARD], ids=["usual", "long"])
@pytest.mark.parametrize("size", SIZES)
def test_addresses_stand_where_every_postal_authority_reads_them(
    size: str, letter: Letter, words_of: Callable[[bytes], list[list[Word]]]
) -> None:
    width, height = SIZES[size]
    returned, address = split(words_of(envelope.render([letter], size))[0])
    assert squeezed("".join(word[4] for word in address)) == squeezed("".join(letter.recipient))
    for left, top, right, low, word in address:
        assert left >= max(0.5, 15 * MM), word
        assert right <= width - max(0.5, 15 * MM), word
        assert top >= max(40 * MM, height - 2.75) - 0.01, word
        assert low <= height - 18 * MM, "above the strip for bar codes"
    text = "".join(word[4] for word in returned)
    assert text.startswith("Returnaddress:"), "Royal Mail asks that it be named"
    assert squeezed("".join(letter.sender)) == text.removeprefix("Returnaddress:").replace(
        ",", ""
    ) or squeezed(",".join(letter.sender)) == text.removeprefix("Returnaddress:")
    for left, top, right, low, word in returned:
        assert left >= 5 * MM, word
        assert top >= 5 * MM, word
        assert right <= width - 90 * MM, "clear of the stamp"
        assert low <= 28 * MM, "12 mm clear of the address"


@pytest.mark.parametrize("size", SIZES)
def test_an_address_is_large_enough_for_machines(
    size: str, words_of: Callable[[bytes], list[list[Word]]]
) -> None:
    for letter in (LETTER, HARD):
        address = split(words_of(envelope.render([letter], size))[0])[1]
        # The box of a word, from the top of its letters down, is 0.966 of the size of type; capitals are 0.658.
        assert all((low - top) / 0.966 * 0.658 >= 2 * MM for _, top, _, low, _ in address), (
            "2 mm, for Canada Post"
        )


def test_the_return_address_is_named_in_the_letters_language(text_of: Callable[[bytes], str]) -> None:
    assert "Adresse de retour :" in text_of(envelope.render([replace(LETTER, language="fr")], "10"))


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(KeyError):
        envelope.render([LETTER], "c6")


# From the left and the top, width, height, from one to the next across and down: inches.
AVERY = {
    "a4": (4.65 * MM, 15.15 * MM, 99.1 * MM, 38.1 * MM, 101.6 * MM, 38.1 * MM),
    "us-letter": (0.156, 0.833, 4, 1.333, 4.188, 1.333),
}


@pytest.mark.parametrize("paper", AVERY)
def test_each_letter_has_a_row_of_labels(paper: str, words_of: Callable[[bytes], list[list[Word]]]) -> None:
    letters = [replace(letter, paper=paper) for letter in (LETTER, HARD) * 4]
    pages = words_of(envelope.render_labels(letters))
    assert len(pages) == 2, "seven rows on a sheet"
    left, top, width, height, across, down = AVERY[paper]
    for number, letter in enumerate(letters):
        page, row = pages[number // 7], number % 7
        low = top + row * down
        in_row = [word for word in page if low <= word[1] and word[3] <= low + height]
        for column, text in ((0, "".join(letter.recipient)), (1, "Returnaddress:" + "".join(letter.sender))):
            start = left + column * across
            label = [word for word in in_row if start + 2 * MM < word[0] and word[2] < start + width - 2 * MM]
            assert squeezed("".join(word[4] for word in label)) == squeezed(text)
    assert sum(map(len, pages)) == sum(
        len(" ".join(("Return address:", *letter.recipient, *letter.sender)).split()) for letter in letters
    ), "nothing outside the labels"


def test_the_sheet_of_labels_is_the_letters_paper(info: Callable[[bytes], dict[str, str]]) -> None:
    assert info(envelope.render_labels([LETTER]))["Page size"].startswith("612 x 792")
    assert info(envelope.render_labels([replace(LETTER, paper="a4")]))["Page size"].startswith(
        "595.276 x 841.89"
    )


def test_markup_stays_text(text_of: Callable[[bytes], str]) -> None:
    letter = replace(LETTER, sender=(MARKUP,), recipient=(MARKUP,))
    for content in (envelope.render([letter], "c5"), envelope.render_labels([letter])):
        assert squeezed(text_of(content)).count(squeezed(MARKUP)) == 2


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_names_of_every_script_are_set(name: str, text_of: Callable[[bytes], str]) -> None:
    letter = replace(
        LETTER, sender=(name, "1 Main Street"), recipient=(name, "1 Main Street"), signature=name
    )
    for content in (
        envelope.render([letter], "10"),
        envelope.render_labels([letter]),
        own_copy.render([letter]),
    ):
        assert b"pdfuaid" in content
        assert set(squeezed(name)) <= set(text_of(content))


def test_what_no_font_has_still_makes_an_envelope() -> None:
    letter = replace(LETTER, sender=("\u0378",), recipient=("\U0003fffd",))
    for content in (envelope.render([letter], "dl"), envelope.render_labels([letter])):
        assert content.startswith(b"%PDF")
        assert set(content.missing) == {"U+0378", "U+3FFFD"}
