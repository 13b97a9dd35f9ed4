"""The real campaigns on paper: one page, the real addresses in the window. How paper is set: outputs/test_pdf.py."""

import os
import re
import shutil
import subprocess
from html import unescape
from itertools import permutations
from pathlib import Path

import pytest

from letters.letter import Letter
from letters.outputs import pdf
from representatives import directory
from representatives.countries import COUNTRIES
from representatives.countries.ca import CANADA
from tests.letters.outputs.conftest import LETTER_TOP
from tests.letters.outputs.windows import check_window
from tests.support import OFFICES, OWN_WORDS, a_letter, campaigns, offered

INCH = 72
# A #10 envelope's window, where it shows the address however the folded sheet slides, and where it may show at all.
LEFT, RIGHT, TOP, BOTTOM = 0.875, 4.375, 2.5, 3.17
EXPOSED_RIGHT, EXPOSED_TOP, EXPOSED_BOTTOM = 5.375, 2.04, 3.63
# Boxes of words reach above the letters in them.
SLACK = 0.03

OWN_WORDS_OF = {
    "en": OWN_WORDS + " ",
    "fr": "Le mois dernier, notre association étudiante a présenté un film sur des lettres sorties en cachette d’un "
    "camp de travail, et je n’ai cessé d’y penser. Ma grand-mère a attendu trois ans un rein dans un hôpital de "
    "Hamilton : je sais donc quel cadeau c’est quand une famille dit oui. Ce que j’ai entendu ce soir-là est le "
    "contraire d’un cadeau. J’aimerais que mon pays soit celui qui pose la question à voix haute, et pouvoir dire à "
    "mes camarades qu’il l’a fait. ",
}

Word = tuple[float, float, float, float, str]


def pages_of(content: bytes, tmp_path: Path) -> list[list[Word]]:
    """The words of each page, in inches: left, top, right, bottom, text."""
    if shutil.which("pdftotext") is None:
        if os.environ.get("CI"):
            pytest.fail("pdftotext is missing: install poppler-utils")
        pytest.skip("pdftotext (poppler-utils) is not installed")
    file = tmp_path / "letters.pdf"
    file.write_bytes(content)
    done = subprocess.run(
        ["pdftotext", "-bbox", file, "-"], check=True, capture_output=True, encoding="utf-8"
    )
    word = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
    return [
        [
            (*(float(number) / INCH for number in found[:4]), unescape(found[4]))
            for found in word.findall(page)
        ]
        for page in done.stdout.split("<page ")[1:]
    ]


EACH = [
    (slug, language, to)
    for slug in campaigns()
    for country, people in OFFICES.items()
    for language in COUNTRIES[country].languages
    for to in people
]
SIXTY = {language: " ".join(text.split()[:60]) for language, text in OWN_WORDS_OF.items()}


@pytest.mark.parametrize(("slug", "language", "to"), EACH)
def test_with_a_hundred_own_words_the_longest_letters_of_three_requests_are_one_page(
    slug: str, language: str, to: str, tmp_path: Path
) -> None:
    own_words = " ".join((OWN_WORDS_OF[language] * 2).split()[:100])
    made = [
        a_letter(to, slug, language=language, requests=requests, own_words=own_words, name=f"{lot}. O’Neil")
        for requests in permutations(offered(to, slug, language), 3)
        for lot in "ABCDEFGH"
    ]
    longest = sorted(made, key=lambda letter: len(letter.text))[-3:]
    assert len(pages_of(pdf.render(longest), tmp_path)) == len(longest)


@pytest.mark.parametrize(("slug", "language", "to"), EACH)
def test_with_sixty_own_words_and_one_request_every_draw_is_one_page(
    slug: str, language: str, to: str, tmp_path: Path
) -> None:
    made = [
        a_letter(
            to, slug, language=language, requests=(id,), own_words=SIXTY[language], name=f"{lot}. O’Neil"
        )
        for id in offered(to, slug, language)
        for lot in "ABCDEF"
    ]
    assert len(pages_of(pdf.render(made), tmp_path)) == len(made)


def test_the_longest_canadian_addresses_are_in_the_window_and_nothing_else_is(tmp_path: Path) -> None:
    tables = directory().countries["ca"]
    people = [*tables.members.values(), *(each for region in tables.senators.values() for each in region)]
    longest = sorted(people, key=lambda person: len(person.name))[-12:]
    address = tuple(f"Line {number} of a long postal address" for number in range(8))
    letters = [
        a_letter(person.id, language=language, address=address)
        for person in longest
        for language in CANADA.languages
    ]
    pages = pages_of(pdf.render(letters), tmp_path)
    assert len(pages) == len(letters)
    for letter, page in zip(letters, pages, strict=True):
        exposed = [
            word
            for word in page
            if word[1] + SLACK < EXPOSED_BOTTOM and word[3] > EXPOSED_TOP and word[0] < EXPOSED_RIGHT
        ]
        assert [word[4] for word in exposed] == " ".join(letter.recipient).split()
        for left, top, right, low, text in exposed:
            assert left >= LEFT, text
            assert right <= RIGHT, text
            assert top + SLACK >= TOP, text
            assert low <= BOTTOM, text


def longest_blocks(country: str) -> list[Letter]:
    """Letters to the people and offices with the longest lines and the most of them."""
    tables = directory().countries[country]
    people = [*tables.members.values(), *(each for region in tables.senators.values() for each in region)]
    blocks = {
        (person.id, office.id): tables.country.address_block(person, office, "en")
        for person in people
        for office in tables.country.offices(person, None, "en")
    }
    longest = sorted(blocks, key=lambda key: max(map(len, blocks[key])))[-6:]
    tallest = sorted(blocks, key=lambda key: len(blocks[key]))[-6:]
    return [a_letter(id, offices={id: office}) for id, office in dict.fromkeys([*longest, *tallest])]


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_longest_real_addresses_are_in_every_window_sold_for_the_envelope(
    country: str, tmp_path: Path
) -> None:
    letters = longest_blocks(country)
    pages = pages_of(pdf.render(letters), tmp_path)
    assert len(pages) == len(letters)
    for letter, page in zip(letters, pages, strict=True):
        check_window(
            [
                (left, top + (low - top) * LETTER_TOP, *rest, low, word)
                for left, top, *rest, low, word in page
            ],
            letter,
        )


def test_a_private_use_character_is_reported_and_there_is_still_a_pdf() -> None:
    letter = a_letter(own_words="A sign \U0010fffd of my own.")
    content = pdf.render([letter])
    assert content.missing == ("U+10FFFD",)
    assert content.startswith(b"%PDF")
    assert pdf.render([letter]) == content


@pytest.mark.parametrize(("slug", "language", "to"), EACH)
def test_the_campaigns_own_words_are_set_with_the_fonts_kept_here(slug: str, language: str, to: str) -> None:
    letters = [
        a_letter(to, slug, language=language, name=name) for name in ("A. O’Neil", "B. O’Neil", "C. O’Neil")
    ]
    content = pdf.render(letters)
    assert content.missing == ()
    assert b"pdfuaid" in content, "PDF/UA"
