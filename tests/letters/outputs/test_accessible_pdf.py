"""Every kind of PDF as a checker of PDF/UA-1 and WCAG 2.2 that is not ours reads it: no error, no warning."""

from dataclasses import replace
from pathlib import Path

import pytest
from outloud import check

from letters.evening.guest_address import GuestAddress
from letters.evening.guests import read_guests
from letters.evening.hand_sheets import stack
from letters.evening.host_sheet import make_host_sheet
from letters.evening.poster import make_poster
from letters.evening.stack import render
from letters.evening.worksheet import make_worksheet
from letters.letter import Letter
from letters.outputs import download
from letters.outputs.kinds import KINDS
from tests.letters.evening.hosts import CERTAIN, SPLIT, host
from tests.letters.outputs.samples import EIGHT_LINES, LETTER, LONG_NAME, NAMES, of_words
from tests.pages.visits import LANGUAGES
from tests.support import CAMPAIGN

PAGE = "https://letters.example/en/a-campaign"
PDFS = [suffix for suffix, kind in KINDS.items() if kind.media_type == "application/pdf"]
HARD = replace(LETTER, sender=(LONG_NAME, *EIGHT_LINES), recipient=(LONG_NAME, *EIGHT_LINES[:6]), subject="")
LETTERS = {
    "one": [LETTER],
    "French, on A4": [replace(LETTER, language="fr", paper="a4", envelope="dl")],
    "several, of two pages": [replace(HARD, paragraphs=of_words(600)), LETTER],
    "every script": [replace(LETTER, sender=(*NAMES.values(),), paragraphs=tuple(NAMES.values()))],
}


def check_pdf(content: bytes, folder: Path, but: str = "") -> None:
    """A person must hear some things for themselves; what a program can find, there is none of."""
    file = folder / "letter.pdf"
    file.write_bytes(content)
    result = check(str(file))
    assert [f"{found.rule} {found.message}" for found in result.findings if found.rule != but] == []


@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS)
@pytest.mark.parametrize("suffix", PDFS)
def test_a_checker_finds_nothing_in_a_download(suffix: str, letters: list[Letter], tmp_path: Path) -> None:
    check_pdf(download(suffix, letters, PAGE).content, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_checker_finds_nothing_in_what_is_printed_for_an_evening(language: str, tmp_path: Path) -> None:
    visit = host(language=language)
    room = GuestAddress("http://192.168.1.20:5000", is_local=True)
    guests = read_guests("\n".join((*CERTAIN, SPLIT, "no code")), visit)
    for content in (
        make_poster(visit, "ca", room, f"/{language}/{CAMPAIGN}", "letter"),
        make_host_sheet(visit, "gb", "a4"),
        make_worksheet(visit, "ca", "letter"),
    ):
        check_pdf(content, tmp_path)
    # Each sheet is a letter of its own: what all of them say at their head and foot each of them must say.
    check_pdf(render(stack(guests, visit, "us-letter", ("Post it.",))), tmp_path, but="PAG-001")
