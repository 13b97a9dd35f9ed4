"""What a visitor asks on the pages: whose constituency is this postcode, and may a public service settle it?

Nothing here knows the web; sentences are marked for translation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from representatives import Certainty, Directory, InvalidPostcode, Match, Postcode, directory, parse
from representatives.countries import COUNTRIES
from representatives.countries.service import Service
from representatives.languages import N_
from representatives.people import Constituency
from representatives.postcode import elsewhere, slips

if TYPE_CHECKING:
    from representatives.live import Live

_UNKNOWN = N_("We know no postal code that begins like %(postcode)s. Please check it for a typing mistake.")
_MEANT = N_("Did you mean %(postcode)s?")
OTHER_COUNTRY = N_("In %(country)s? Type %(postcode)s.")
"""For a postcode that other_country() finds."""
_KNOWN = frozenset({Certainty.EXACT, Certainty.SPLIT})
_NOT_COVERED = N_("%(postcode)s is a postcode of a country that this site does not cover yet: %(country)s.")


class NoAnswer(Exception):
    """No candidates can be shown for what was typed; str() is a sentence for the visitor, marked for translation."""

    def __init__(self, sentence: str, values: Mapping[str, object], meant: Postcode | None = None) -> None:
        super().__init__(sentence)
        self.values = values
        """What the sentence has in its places."""
        self.meant = meant
        """The one known postcode that what was typed is a slip of."""


@dataclass(frozen=True, slots=True)
class Help:
    """A public service that can settle what a match leaves open, and what it said."""

    service: Service
    asked: bool
    found: tuple[Constituency, ...] = ()


def match_typed(text: str, day: date, language: str, locality: str = "") -> Match:
    """The match of a postcode as somebody typed it.

    Args:
        text: what was typed.
        day: whose people and notices count.
        language: the page's.
        locality: the suburb that was chosen, if any.

    Raises:
        NoAnswer: with the sentence to show beside the field.
    """
    try:
        postcode = parse(text)
    except InvalidPostcode as error:
        raise _unread(text, error, day, language) from None
    people = directory()
    tables = people.countries.get(postcode.country)
    if tables and (reason := tables.country.without_constituency(postcode.code)):
        raise NoAnswer(reason[language], {})
    match = people.find(postcode, day, locality)
    if match.certainty is Certainty.UNKNOWN:
        raise _unknown(postcode, people, day, language)
    return match


def other_country(postcode: Postcode, language: str) -> dict[str, object]:
    """A known code of another country that this one may stand for, if it lost its zeros; {} where there is none.

    What is found are the values of OTHER_COUNTRY.
    """
    for country in COUNTRIES.values():
        restored = country.restored(postcode.code, frozenset())
        if restored and country.id != postcode.country:
            other = parse(restored)
            if directory().find(other, date.min).certainty in _KNOWN:
                return {"country": country.name[language], "postcode": other}
    return {}


def _unread(text: str, error: InvalidPostcode, day: date, language: str) -> NoAnswer:
    if reason := elsewhere(text):
        return NoAnswer(reason[language], {})
    return _offer(error.readings, day) or NoAnswer(error.sentence, error.examples(language))


def _offer(readings: Sequence[Postcode], day: date) -> NoAnswer | None:
    """The one reading that is known, as a question: a slip is never corrected unseen."""
    known = {each for each in readings if directory().find(each, day).certainty in _KNOWN}
    if len(known) != 1:
        return None
    (meant,) = known
    return NoAnswer(_MEANT, {"postcode": meant}, meant)


def _unknown(postcode: Postcode, people: Directory, day: date, language: str) -> NoAnswer:
    if postcode.country in people.countries:
        if other := other_country(postcode, language):
            return NoAnswer(OTHER_COUNTRY, other)
        return _offer(slips(postcode.code), day) or NoAnswer(_UNKNOWN, {"postcode": postcode})
    country = COUNTRIES[postcode.country].name[language]
    return NoAnswer(_NOT_COVERED, {"postcode": postcode, "country": country})


def live_help(live: "Live | None", match: Match, address: str | None) -> Help | None:
    """The service that the visitor may ask or has just asked; None where there is none.

    Args:
        live: the services, where the operator wants them.
        match: what the dataset leaves open.
        address: what was typed for the service when its button was pressed; None where it was not.
    """
    service = live.service(match) if live else None
    if live is None or service is None:
        return None
    if address is None:
        return Help(service, asked=False)
    codes = live.confirm(match, address)
    found = tuple(c.constituency for c in match.candidates if c.constituency.code in codes)
    return Help(service, True, found)


def services(config: Mapping[str, Any]) -> "Live | None":
    """The live look-ups as the operator's settings want them; None where they want none."""
    if not config["SETTINGS"].live:
        return None
    # Their libraries are loaded only where an operator wants them.
    from representatives.live import Live

    return Live(copies=config["WORKERS"])
