"""What is printed for an evening, on paper: addresses in windows, one page a sheet, everything on it."""

import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from letters.evening.guest_address import GuestAddress
from letters.evening.guests import Guest, read_guests
from letters.evening.hand_sheets import stack
from letters.evening.host_sheet import make_host_sheet
from letters.evening.poster import make_poster
from letters.evening.stack import HandSheet, Stack, render
from letters.evening.worksheet import make_worksheet
from letters.outputs.pdf import pages
from representatives.countries import COUNTRIES
from tests.letters.evening.hosts import CERTAIN, host
from tests.letters.outputs.samples import LETTER
from tests.letters.outputs.test_real_addresses import longest
from tests.letters.outputs.windows import check_window, plain
from tests.pages.visits import CAMPAIGNS, LANGUAGES
from tests.support import TODAY

Word = tuple[float, float, float, float, str]
TEXT = "Please ask the Ministers of Justice and Public Safety to report to Parliament every year. "


def a_stack(sheets: list[HandSheet], paper: str, unclear: tuple[Guest, ...] = ()) -> Stack:
    return Stack(sheets, unclear, ("No stamp is needed.",), "en", paper, len(sheets), TODAY)


@pytest.mark.parametrize("paper", ["us-letter", "a4"])
@pytest.mark.parametrize("country", COUNTRIES)
def test_the_longest_addresses_are_in_the_window_and_nothing_else_is(
    country: str, paper: str, words_of: Callable[[bytes], list[list[Word]]]
) -> None:
    letters = [replace(letter, paper=paper) for letter in longest(country)]
    sheets = [HandSheet(letter, TEXT, (TEXT * 2, TEXT * 2), "L8S 4L8", "Somewhere") for letter in letters]
    printed = words_of(render(a_stack(sheets, paper)))
    for letter, page in zip(letters, printed, strict=False):
        check_window(page, letter)


def test_every_sheet_is_one_page_and_says_all_of_it(text_of: Callable[[bytes], str]) -> None:
    visit = host()
    guests = read_guests("\n".join([*CERTAIN, "L9H 5E3", "Jane"]), visit)
    made = stack(guests, visit, "us-letter", ("Post it.",))
    content = render(made)
    assert pages(content) == len(made.sheets) + 2 + 1, "sheets, slips, the list"
    printed = [plain(page) for page in text_of(content).split("\f")]
    for sheet, page in zip(made.sheets, printed, strict=False):
        for text in (*sheet.letter.recipient, sheet.letter.salutation, sheet.opening, *sheet.request):
            assert plain(text) in page
        assert plain(sheet.letter.closing) in page
        assert plain(sheet.guest) in page
        assert (plain("Only if you live in") in page) == bool(sheet.only_in)
    host_list = text_of(content).split("\f")[len(made.sheets) + 2]
    assert "Line 7\n" in host_list
    assert "Jane" not in host_list, "no name goes on paper"
    assert "Dan Muys" in host_list
    assert "Post it." in host_list


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", CAMPAIGNS)
def test_the_real_campaigns_leave_room_for_own_words(
    slug: str, language: str, words_of: Callable[[bytes], list[list[Word]]]
) -> None:
    """Between the two labels there is room for seven lines at the least, in both languages and every country."""
    visit = host(slug, language)
    made = stack(read_guests("\n".join(CERTAIN), visit), visit, "us-letter", ())
    printed = words_of(render(made))
    own, request = {"en": ("In", "The"), "fr": ("Avec", "La")}[made.sheets[0].letter.language]
    for sheet, page in zip(made.sheets, printed, strict=False):
        if sheet.letter.language == made.sheets[0].letter.language:
            gaps = [below[1] - above[3] for above, below in pairwise(sorted(page, key=lambda word: word[1]))]
            assert max(gap for gap in gaps[20:]) * 25.4 > 7 * 6, (own, request)
        assert max(word[3] for word in page) < 11


def test_thirty_guests_are_sixty_sheets_in_under_three_seconds() -> None:
    """Measured with the processor's own clock, so that other work on this computer does not count."""
    visit = host()
    render(a_stack([HandSheet(LETTER, TEXT, (TEXT,), "L8S 4L8")], "a4"))  # the fonts are read once
    start = time.process_time()
    made = stack(read_guests("10001\n" * 20 + "L8S 4L8\n" * 10, visit), visit, "us-letter", ())
    content = render(made)
    assert len(made.sheets) == 90
    assert pages(content) >= 90
    assert time.process_time() - start < 3


def test_the_largest_list_is_bounded_in_size() -> None:
    visit = host()
    made = stack(read_guests("L9H 5E3\n" * 60, visit), visit, "a4", ())
    assert len(made.sheets) == 240
    assert len(render(made)) < 4_000_000


def test_equal_lists_give_equal_bytes_and_odd_lines_are_named_by_number(
    text_of: Callable[[bytes], str],
) -> None:
    odd = (Guest(2, "😀 ሀ", problem="That is no code."), Guest(3, "*1* #2 Jane $3$", problem="Nor is that."))
    made = a_stack([HandSheet(LETTER, TEXT, (TEXT,), "L8S 4L8")], "a4", odd)
    assert render(made) == render(made)
    assert b"pdfuaid" in render(made)
    text = text_of(render(made))
    assert "Line 2\n" in text
    assert "Line 3: *1* #2 $3$" in text


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", CAMPAIGNS)
def test_poster_host_sheet_and_worksheet_are_one_page_each(
    slug: str,
    language: str,
    paper: str,
    info: Callable[[bytes], dict[str, str]],
    text_of: Callable[[bytes], str],
) -> None:
    visit = host(slug, language)
    address = GuestAddress("http://192.168.1.20:5000", is_local=True)
    for country in visit.campaign.countries:
        prints = (
            make_poster(visit, country, address, f"/{language}/{slug}", paper),
            make_host_sheet(visit, country, paper),
            make_worksheet(visit, country, paper),
        )
        poster, _host_sheet, worksheet = texts = [text_of(content) for content in prints]
        for content, text in zip(prints, texts, strict=True):
            assert pages(content) == 1
            assert b"pdfuaid" in content
            assert ("A4" in info(content)["Page size"]) == (paper == "a4")
            assert plain(visit.campaign.title[language]) in plain(text)
        words = visit.campaign.words_in(country, language)
        assert all(plain(prompt.question) in plain(worksheet) for prompt in words.prompts)
        shown = poster.replace("\u200b", "").replace("\n", "")
        assert f"http://192.168.1.20:5000/{language}/{slug}" in shown
