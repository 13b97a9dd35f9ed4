"""Authors are told of a request's last day before a letter asks for what is over."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from letters.campaign.checks.expiring_requests import AHEAD, endings
from tests.support import TODAY, campaigns

SLUG = "forced-organ-harvesting"
LAST = date(2026, 12, 10)
"""Letters of the last weeks of a Congress ask for what is true before and after its end."""
PENDING = ("S. 817", "S. 4009", "H.R. 1503", "H.R. 1540", "H.R. 2114")
"""Bills of the Congress that ends."""


def said(day: date) -> list[str]:
    return list(endings({SLUG: campaigns()[SLUG]}, day))


def test_a_request_is_named_with_its_file_its_last_day_and_what_becomes_of_it() -> None:
    assert said(TODAY) == [
        f"{SLUG}/us.en.md: the request “senate-vote” ends on 2026-12-10 and then reads as its After texts say.",
        f"{SLUG}/us.en.md: the request “coverage” ends on 2026-12-10 and then reads as its After texts say.",
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
    changed = replace(words, requests=(ending, words.requests[4]))
    only = replace(campaign, words={("us", "en"): changed})
    assert list(endings({SLUG: only}, TODAY)) == [
        f"{SLUG}/us.en.md: the request “senate-vote” ends on 2026-12-10 and is then left out."
    ]
    assert ending in changed.requests_on(LAST)
    assert "senate-vote" not in [request.id for request in changed.requests_on(LAST + timedelta(1))]


def test_every_request_for_a_pending_bill_ends_and_then_reads_otherwise() -> None:
    for slug, campaign in campaigns().items():
        for (country, language), words in campaign.words.items():
            for request in words.requests:
                asks = " ".join((*request.lead, *request.supporting, *request.question))
                named = [bill for bill in PENDING if bill in asks]
                assert bool(named) == bool(request.until), (slug, country, language, request.id)
                assert request.seen <= TODAY.isoformat()
                if request.until:
                    assert request.until == LAST
                    assert request.after, "what was asked for can be asked for without the bill"


def test_what_ends_with_this_congress_says_when_that_is() -> None:
    for campaign in campaigns().values():
        for request in campaign.words["us", "en"].requests:
            if request.after:
                assert "January 3, 2027" in request.after.meaning
                again = [
                    text
                    for text in request.after.lead
                    if re.search("unless|not law|not enact", text.casefold())
                ]
                assert again == list(request.after.lead), "true before and after the Congress ends"
