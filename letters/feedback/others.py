"""The letters of others that a letter is compared with, made once for a campaign, a recipient and its requests."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.letter import compose
from representatives import Representative

OTHERS = 8
"""With how many letters of others a letter is compared."""
_MOST_KEPT = 512
"""About ten kilobytes each."""


@dataclass(frozen=True)
class _Letters:
    """What decides on the letters; what is not compared follows from the ids."""

    campaign: Campaign
    person: Representative = field(compare=False)
    choices: Choices = field(compare=False)
    day: date
    person_id: str
    constituency_id: str
    requests: tuple[str, ...]
    language: str


def letters_of_others(
    campaign: Campaign, person: Representative, choices: Choices, day: date
) -> tuple[str, ...]:
    """The texts of letters by others who added nothing, in the wordings that fall to them."""
    place, requests, language = choices.constituency.id, choices.requests, choices.language
    return _texts(_Letters(campaign, person, choices, day, person.id, place, requests, language))


@lru_cache(maxsize=_MOST_KEPT)
def _texts(key: _Letters) -> tuple[str, ...]:
    return tuple(
        compose(key.campaign, key.person, Writer(str(number), ()), key.choices, key.day).text
        for number in range(OTHERS)
    )
