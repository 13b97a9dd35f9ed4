"""The host's sheet has every paragraph of a campaign's summary with the numbers of its sources."""

import pytest

from letters.evening.facts import facts
from tests.pages.visits import CAMPAIGNS
from tests.support import campaigns


def test_a_paragraph_keeps_its_words_and_its_sources() -> None:
    html = '<h2>A</h2>\n<p>One <em>two</em>\nthree.<sup><a href="#s1" aria-label="source 1">1</a></sup> Four'
    html += "<sup><a>2</a></sup>.</p>\n<ul><li>Five\u00a0: six</li></ul>"
    found = [(each.kind, each.text, each.numbers) for each in facts(html)]
    assert found == [
        ("heading", "A", ()),
        ("paragraph", "One two three. Four.", ("1", "2")),
        ("item", "Five\u00a0: six", ()),
    ]


@pytest.mark.parametrize("slug", CAMPAIGNS)
def test_every_campaigns_numbers_are_of_its_sources(slug: str) -> None:
    for words in campaigns()[slug].words.values():
        numbers = [int(number) for fact in facts(words.summary) for number in fact.numbers]
        assert set(numbers) == set(range(1, max(numbers) + 1)) <= set(range(1, len(words.cited) + 1))
