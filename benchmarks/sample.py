"""The letters that are measured: one writer to one member, each letter another."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from letters.campaign.loader import load_all
from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.letter import Letter, compose
from representatives import directory, parse
from representatives.people import Representative

DAY = date(2026, 11, 24)
POSTCODE = "L8S 4L8"
PLACE = "35039"
CAMPAIGN = "forced-organ-harvesting"
PAGE = f"/en/{CAMPAIGN}"


def member() -> Representative:
    """Who is written to."""
    return directory().find(parse(POSTCODE), DAY).representatives(PLACE).people[0]


def form(number: int = 0) -> dict[str, str]:
    """A complete form for a letter."""
    return {
        "postcode": POSTCODE,
        "constituency": PLACE,
        "to": member().id,
        "asks": "speak",
        "name": "Zoë O’Neil",
        "address": "1 Main St\nHamilton ON",
        "own_words": f"I saw film {number}. " * 20,
    }


def letters(first: int, number: int) -> Iterator[Letter]:
    """That many letters, each another, since the typesetter remembers what it has set."""
    return (letter_of(f"I saw film {each}. " * 20) for each in range(first, first + number))


@cache
def _campaign() -> Campaign:
    return load_all()[0][CAMPAIGN]


def letter_of(words: str) -> Letter:
    """A letter with those own words."""
    delegation = directory().find(parse(POSTCODE), DAY).representatives(PLACE)
    choices = Choices("en", delegation.constituency, ("speak", "enforce"), words)
    writer = Writer("Zoë O’Neil", ("1 Main St", "Hamilton ON"))
    return compose(_campaign(), delegation.people[0], writer, choices, DAY)
