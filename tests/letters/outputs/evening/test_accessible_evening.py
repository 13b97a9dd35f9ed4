"""What is printed for an evening as a checker of PDF/UA-1 and WCAG 2.2 that is not ours reads it."""

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
from tests.letters.evening.hosts import CERTAIN, SPLIT, host
from tests.pages.visits import LANGUAGES

SAME_ON_EVERY_SHEET = {"PAG-001"}
"""Each sheet is a letter of its own: what stands at its head and foot is read with it, not taken for a page's furniture."""


def found(content: bytes, folder: Path) -> tuple[set[str], str]:
    file = folder / "evening.pdf"
    file.write_bytes(content)
    result = check(str(file))
    return {f"{each.rule} {each.message}" for each in result.findings}, result.verdict


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_checker_finds_nothing_on_poster_host_sheet_and_worksheet(language: str, tmp_path: Path) -> None:
    visit = host(language=language)
    address = GuestAddress("https://letters.example")
    for content in (
        make_poster(visit, "ca", address, f"/{language}/forced-organ-harvesting", "a4"),
        make_host_sheet(visit, "ca", "letter"),
        make_worksheet(visit, "ca", "a4"),
    ):
        assert found(content, tmp_path) == (set(), "pass")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_checker_finds_no_error_on_the_sheets(language: str, tmp_path: Path) -> None:
    visit = host(language=language)
    guests = read_guests("\n".join([*CERTAIN, SPLIT, "K1A 0A6", "Jane"]), visit)
    findings, verdict = found(render(stack(guests, visit, "us-letter", ("Post it.",))), tmp_path)
    assert {finding.split()[0] for finding in findings} <= SAME_ON_EVERY_SHEET, findings
    assert verdict != "fail"
