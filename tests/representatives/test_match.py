"""How likely a candidate is called, and how long the bar beside the words is."""

import pytest

from representatives import find, parse
from tests.support import TODAY


@pytest.mark.parametrize(
    ("share", "words", "bar"),
    [
        (1.0, "about nine in ten", 0.9),
        (0.9, "about nine in ten", 0.9),
        (0.8999, "about three in four", 0.75),
        (0.7, "about three in four", 0.75),
        (0.6999, "possible", 0.6999),
        (0.61, "possible", 0.61),
        (0.004, "possible", 0.004),
    ],
)
def test_the_bar_is_as_long_as_the_words_say(share: float, words: str, bar: float) -> None:
    candidate = find(parse("M5V 3A8"), TODAY).candidates[0]._replace(share=share)
    assert (candidate.likelihood, candidate.shown_share) == (words, bar)
