"""The writer's own copy: what it says, and that its code leads to the campaign and says nothing of anyone."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import segno

from letters.outputs import own_copy, pdf
from tests.letters.outputs.conftest import need
from tests.letters.outputs.samples import LETTER, MARKUP, SENTENCE

PAGE = "https://letters.example/en/a-campaign"


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "Your copy",
                "Letter to Ann Example, November 24, 2026",
                "Thursday 24 December 2026",
                "Post it.",
            ),
        ),
        (
            "fr",
            (
                "Votre copie",
                "Lettre à Ann Example, November 24, 2026",
                "jeudi 24 décembre 2026",
                "Postez-la.",
            ),
        ),
    ],
)
def test_it_is_marked_dated_and_says_what_to_do(
    language: str, said: tuple[str, ...], text_of: Callable[[bytes], str]
) -> None:
    content = own_copy.render([replace(LETTER, language=language)], PAGE)
    text = squeezed(text_of(content))
    for words in (
        *said,
        LETTER.subject,
        LETTER.salutation,
        *LETTER.paragraphs,
        LETTER.closing,
        LETTER.signature,
    ):
        assert squeezed(words) in text
    assert squeezed(PAGE).replace("-", "") in text.replace("-", ""), "poppler drops a hyphen at a line's end"
    assert b"pdfuaid" in content
    assert f"/Lang({language})".encode() in content


def test_one_copy_for_each_letter_and_identical_bytes(info: Callable[[bytes], dict[str, str]]) -> None:
    letters = [LETTER, replace(LETTER, paper="a4")]
    content = own_copy.render(letters, PAGE)
    assert own_copy.render(letters, PAGE) == content
    assert info(content)["Pages"] == "2"
    assert info(content)["Title"] == "Your copy"


def test_the_code_holds_the_campaigns_address_alone(tmp_path: Path) -> None:
    """What is printed, module by module, is the code of that address: whoever writes and whatever they wrote."""
    need("pdftoppm", "poppler-utils")
    wanted = [[bool(dark) for dark in row] for row in segno.make_qr(PAGE, error="m").matrix]
    for letter in (
        LETTER,
        replace(LETTER, recipient_name="B", paragraphs=("Other words",), signature="Else"),
    ):
        (tmp_path / "copy.pdf").write_bytes(own_copy.render([letter], PAGE))
        drawn = subprocess.run(
            ["pdftoppm", "-r", "288", "-gray", tmp_path / "copy.pdf"], check=True, capture_output=True
        ).stdout
        assert dark_modules(drawn, len(wanted)) == wanted


def dark_modules(picture: bytes, size: int) -> list[list[bool]]:
    """The squares of the code in a grey picture (PGM) of 288 dots an inch: 28 mm wide, in the right 48 mm of the text."""
    header = re.match(rb"P5\n(\d+) (\d+)\n255\n", picture)
    assert header
    width, height = int(header[1]), int(header[2])
    start = header.end()
    column = range(round(width - 288 - 48 / 25.4 * 288) - 2, width - 288)
    top = next(y for y in range(height) if min(picture[start + y * width + x] for x in column) < 128)
    left = next(x for x in column if picture[start + (top + 4) * width + x] < 128)
    step = 28 / 25.4 * 288 / size
    return [
        [
            picture[start + int(top + (row + 0.5) * step) * width + int(left + (place + 0.5) * step)] < 128
            for place in range(size)
        ]
        for row in range(size)
    ]


def test_without_an_address_there_is_no_code(text_of: Callable[[bytes], str]) -> None:
    for page in ("", "https://letters.example/" + "x" * 5000):
        content = own_copy.render([LETTER], page)
        assert "For a friend" not in text_of(content)
        assert squeezed(LETTER.closing) in squeezed(text_of(content))


def test_the_letter_itself_never_has_a_code() -> None:
    assert b"Figure" in own_copy.render([LETTER], PAGE)
    assert b"Figure" not in own_copy.render([LETTER])
    assert b"Figure" not in pdf.render([LETTER])


def test_hard_letters_and_markup_stay_text(text_of: Callable[[bytes], str]) -> None:
    letter = replace(
        LETTER, paragraphs=((SENTENCE * 40)[:3000], MARKUP, "שלום"), signature=MARKUP, recipient_name=MARKUP
    )
    text = squeezed(text_of(own_copy.render([letter], PAGE)))
    assert text.count(squeezed(MARKUP)) == 3
    assert own_copy.render([replace(LETTER, subject="")], PAGE).startswith(b"%PDF")
