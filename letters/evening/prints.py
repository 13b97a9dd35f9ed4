"""What all that a host prints has in common: its paper, and what to put on the envelopes."""

from collections.abc import Sequence

from letters.outputs.phrases import say
from representatives import directory
from representatives.countries import COUNTRIES
from representatives.languages import N_

PAPERS = {"a4": "a4", "letter": "us-letter"}
"""The field `paper` -> what letters and outputs call it."""
_ABROAD = N_(
    "Each of these is for letters posted in that country: from abroad, ask the post office for the postage."
)


def paper_in(country: str, wanted: str) -> str:
    """The paper that was asked for, or the country's."""
    return PAPERS.get(wanted, COUNTRIES[country].paper)


def posting(country: str, language: str) -> tuple[str, ...]:
    """What to put on an envelope to the country's members, and how long post takes."""
    rules = COUNTRIES[country]
    member = next(iter(directory().countries[country].members.values()))
    office = rules.offices(member, None, language)[0]
    texts = (rules.postage, rules.delay(member, office))
    return tuple(text[language] for text in texts if text)


def posting_to(countries: Sequence[str], language: str) -> list[str]:
    """The same for letters to several countries: each sentence says which it is about."""
    if len(countries) == 1:
        return [*posting(countries[0], language)]
    named = ((COUNTRIES[country].name[language], posting(country, language)) for country in countries)
    return [*(f"{name}: {text}" for name, texts in named for text in texts), say(language, _ABROAD)]
