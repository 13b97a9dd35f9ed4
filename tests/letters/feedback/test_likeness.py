"""The measure of how alike the letters of one campaign are (python -m benchmarks.likeness): told, not chased."""

import random
from itertools import combinations

import pytest

from benchmarks.likeness import (
    DAY,
    OWN_WORDS,
    Office,
    offices,
    pairs,
    word_shingles,
    written,
)
from benchmarks.writers import own_words
from letters.feedback.ownwords import FILTER, likeness
from letters.typography import word_count
from representatives import directory
from tests.support import campaigns

EACH = list(offices(directory()))

each = pytest.mark.parametrize("office", EACH, ids=lambda office: office.name)


def test_every_campaign_country_language_and_chamber_is_measured() -> None:
    expected = {
        f"{slug} {country}.{language} {chamber}"
        for slug, campaign in campaigns().items()
        for (country, language), words in campaign.words.items()
        for chamber in words.letters
    }
    assert {office.name for office in EACH} == expected
    assert expected
    assert OWN_WORDS == (0, 60, 100)


@each
def test_the_letters_measured_are_the_same_each_time_and_hold_60_own_words(office: Office) -> None:
    lot, asked = random.Random(1), next(office.asked(DAY))
    for letter in written(office, 3, asked):
        assert letter.recipient_id == office.person.id
        own = own_words(lot, office.words.prompts, office.words.language, 60)
        assert word_count(f"{own.learned} {own.matters} {own.wish}") == pytest.approx(60, abs=3)
    assert [letter.text for letter in written(office, 3, asked)] == [
        letter.text for letter in written(office, 3, asked)
    ]


def test_pairs_are_compared_as_likeness_compares_them() -> None:
    texts = [letter.text for letter in written(EACH[0], 12, next(EACH[0].asked(DAY)))]
    found = pairs(texts, word_shingles)
    alone = [likeness(first, second) for first, second in combinations(texts, 2)]
    assert found.mean == pytest.approx(sum(alone) / len(alone))
    assert found.most == pytest.approx(max(alone))
    assert found.alike == sum(like >= FILTER for like in alone) / len(alone)
