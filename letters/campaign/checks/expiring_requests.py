"""Which requests end soon, so that an author is told before a letter asks for what is over."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from letters.campaign.model import Campaign

AHEAD = timedelta(days=90)
"""How long before a request's last day it is spoken of."""


def endings(campaigns: Mapping[str, Campaign], day: date) -> Iterator[str]:
    """A sentence for each request whose last day is near or past."""
    for campaign in campaigns.values():
        for (country, language), words in campaign.words.items():
            for request in words.requests:
                if request.until and request.until <= day + AHEAD:
                    becomes = "then reads as its After texts say" if request.after else "is then left out"
                    place = f"{campaign.slug}/{country}.{language}.md"
                    yield f"{place}: the request “{request.id}” ends on {request.until} and {becomes}."
