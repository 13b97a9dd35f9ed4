"""The longest postal addresses that the dataset makes, on paper: in the window, on envelopes, on labels."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from letters.letter import Letter
from letters.outputs import envelope, pdf
from representatives import directory
from representatives.countries import COUNTRIES
from tests.letters.outputs.samples import EIGHT_LINES, LETTER, LONG_NAME
from tests.letters.outputs.windows import check_window, plain

Word = tuple[float, float, float, float, str]


def every_block(country: str) -> Iterator[tuple[str, ...]]:
    """The postal block of every representative at each of their offices, in every language of their country."""
    rules, tables = COUNTRIES[country], directory().countries[country]
    for code, constituency in tables.constituencies.items():
        senators = tables.senators.get(constituency.region.code, ())
        for person in filter(None, (tables.members.get(code), *senators)):
            for language in rules.languages:
                for office in rules.offices(person, None, language):
                    yield rules.address_block(person, office, language)


@cache
def longest(country: str) -> tuple[Letter, ...]:
    """Letters to the longest of them: most lines, longest line, most characters."""
    rules, blocks = COUNTRIES[country], sorted(set(every_block(country)))
    found = {
        block
        for size in (len, lambda block: max(map(len, block)), lambda block: sum(map(len, block)))
        for block in sorted(blocks, key=size)[-6:]
    }
    sender = (LONG_NAME, *EIGHT_LINES)
    letter = replace(LETTER, paper=rules.paper, envelope=rules.envelope, sender=sender)
    return tuple(replace(letter, recipient=block) for block in sorted(found))


@pytest.mark.parametrize("country", COUNTRIES)
def test_they_are_in_the_window_and_nothing_else_is(
    country: str, words_of: Callable[[bytes], list[list[Word]]]
) -> None:
    letters = longest(country)
    pages = words_of(pdf.render(letters))
    assert len(pages) == len(letters)
    for letter, page in zip(letters, pages, strict=True):
        check_window(page, letter)


@pytest.mark.parametrize("country", COUNTRIES)
def test_they_fit_the_countrys_envelope_and_labels(
    country: str, words_of: Callable[[bytes], list[list[Word]]]
) -> None:
    letters = longest(country)
    for letter, page in zip(letters, words_of(envelope.render(letters, letters[0].envelope)), strict=True):
        address = [word for word in page if word[1] > 1.2]
        assert plain("".join(word[4] for word in address)) == plain("".join(letter.recipient))
        assert min(low - top for _, top, _, low, _ in address) * 72 > 8, "at least 9 points"
    assert len(words_of(envelope.render_labels(letters))) == -(-len(letters) // 7)
