"""Authors are told of a request's last day before a letter asks for what is over."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from letters.endings import AHEAD, endings
from tests.support import TODAY, campaigns

SLUG = "forced-organ-harvesting"
LAST = date(2027, 1, 2)
"""The Congress ends during the next day, on which the site already says that it has ended."""


def said(day: date) -> list[str]:
    return list(endings({SLUG: campaigns()[SLUG]}, day))


def test_a_request_is_named_with_its_file_its_last_day_and_what_becomes_of_it() -> None:
    assert said(TODAY) == [
        f"{SLUG}/us.en.md: the request “senate-vote” ends on 2027-01-02 and then reads as its After texts say.",
        f"{SLUG}/us.en.md: the request “coverage” ends on 2027-01-02 and then reads as its After texts say.",
    ]


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (LAST - AHEAD - timedelta(1), 0),
        (LAST - AHEAD, 2),
        (LAST, 2),
        (LAST + timedelta(365), 2),
    ],
)
def test_it_is_said_ninety_days_ahead_and_from_then_on(day: date, number: int) -> None:
    assert timedelta(days=90) == AHEAD
    assert len(said(day)) == number


def test_a_request_without_after_texts_is_left_out_then_and_that_is_said() -> None:
    campaign = campaigns()[SLUG]
    words = campaign.words["us", "en"]
    ending = replace(words.requests[0], after=None)
    changed = replace(words, requests=(ending, *words.requests[2:]))
    only = replace(campaign, words={("us", "en"): changed})
    assert list(endings({SLUG: only}, TODAY)) == [
        f"{SLUG}/us.en.md: the request “senate-vote” ends on 2027-01-02 and is then left out."
    ]
    assert ending in changed.requests_on(LAST)
    assert "senate-vote" not in [request.id for request in changed.requests_on(LAST + timedelta(1))]


def test_every_request_of_a_bill_of_this_congress_ends_with_it() -> None:
    for slug, campaign in campaigns().items():
        for (country, _), words in campaign.words.items():
            for request in words.requests:
                assert request.until in (None, LAST), (slug, country)
                assert request.seen <= TODAY.isoformat()
                if request.until:
                    assert country == "us"
                    assert request.after, "a bill can be introduced again"
                    assert (
                        "January 3, 2027" in request.after.meaning
                        or "119th Congress" in request.after.meaning
                    )
