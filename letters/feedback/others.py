"""The letters of others that a letter is compared with, made once for a campaign, a recipient and its requests."""

from collections.abc import Hashable
from datetime import date
from threading import Lock

from cachetools import LRUCache, cached

from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.letter import compose
from representatives import Representative

OTHERS = 8
"""With how many letters of others a letter is compared."""
_MOST_KEPT = 512
"""About ten kilobytes each. Made anew for every letter, they would take a fifth of its page's time."""


def _what_decides(campaign: Campaign, person: Representative, choices: Choices, day: date) -> Hashable:
    return campaign, person.id, choices.constituency.id, choices.requests, choices.language, day


@cached(LRUCache(_MOST_KEPT), _what_decides, Lock())
def letters_of_others(
    campaign: Campaign, person: Representative, choices: Choices, day: date
) -> tuple[str, ...]:
    """The texts of letters by others who added nothing, in the wordings that fall to them."""
    return tuple(
        compose(campaign, person, Writer(str(number), ()), choices, day).text for number in range(OTHERS)
    )
