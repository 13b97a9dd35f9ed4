"""A call in place of a letter, for when post comes too late: whom to ring, and what to say in half a minute."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from letters.body import Body
from representatives import Office, Representative
from representatives.countries import COUNTRIES
from representatives.people import Text

_SCRIPTS: Mapping[str, str] = {
    "en": "Hello, my name is {name}. I am calling as a constituent, from {place}. {request} {question} Thank you.",
    "fr": "Bonjour, je m’appelle {name}. J’appelle de la circonscription suivante\u00a0: {place}. {request} {question} Merci.",
}
"""Thirty seconds are about eighty words: https://virtualspeech.com/blog/average-speaking-rate-words-per-minute"""


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to ring, why, and what to say."""

    why: Text
    offices: tuple[Office, ...]
    """Those with a number, Washington's or the parliament's first."""
    script: str


def call(
    person: Representative, offices: tuple[Office, ...], said: Body, name: str, place: str, day: date
) -> Call | None:
    """A call to the person; None where a letter does as well, or no number is known.

    Args:
        person: to whom the letter would go.
        offices: theirs, the best for a letter first.
        said: what the letter says.
        name: the writer's.
        place: the writer's constituency, in the letter's language.
        day: on which it is asked.
    """
    why = COUNTRIES[person.country].call_rather(person, day)
    with_number = [office for office in offices if office.phone]
    with_number.sort(key=lambda office: office.local)
    if not why or not with_number:
        return None
    request, question = said.in_short
    script = _SCRIPTS[said.asked.language].format(name=name, place=place, request=request, question=question)
    return Call(why, tuple(with_number[:2]), script)
