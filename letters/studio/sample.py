"""Letters of made-up writers to real offices, so that authors see what their texts become."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.deal import Deal
from letters.letter import Letter, compose
from representatives import Chamber, Constituency, InvalidPostcode, Representative, directory, find, parse
from representatives.countries import COUNTRIES
from representatives.languages import N_

WRITERS = 30
OWN_WORDS = N_("Your own words will stand here.")
NAME = N_("Your name")
STREET = N_("Your street and number")

_NAMES = (
    "Aisha Rahman", "Ben Carter", "Chloé Tremblay", "David Okafor", "Elena Rossi", "Farid Haddad", "Grace Lee",
    "Hannah Weiss", "Ivan Petrov", "Joy Adeyemi", "Kenji Sato", "Leila Moradi", "Marco Silva", "Nadia Khan",
    "Oliver Smith", "Priya Nair", "Quinn Murphy", "Rosa Delgado", "Samuel Cohen", "Tara O’Brien", "Uma Patel",
    "Victor Dubois", "Wei Zhang", "Ximena Torres", "Yusuf Demir", "Zoë Martin", "Anna Kowalska", "Brian Walsh",
    "Carmen Ortiz", "Daniel Roy",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody who sits in a chamber, and a constituency from which one writes to them."""

    person: Representative
    constituency: Constituency


def office(country: str, chamber: str, day: date, place: str = "") -> Office | None:
    """Somebody of that chamber, of the constituency of that code.

    Without a code, or where nobody sits, of the country's example postcode or else the first constituency that has somebody in
    each chamber: a delegate without a vote is no example.
    """
    tables = directory().countries[country]
    first = find(parse(COUNTRIES[country].example)).candidates[0].constituency.code
    wanted = {Chamber(chamber)} if place else set(COUNTRIES[country].chambers)
    for code in (*filter(None, [place]), first, *tables.constituencies):
        delegation = tables.delegation(code, day)
        if wanted <= {person.chamber for person in delegation.people}:
            person = next(each for each in delegation.people if each.chamber == chamber)
            return Office(person, delegation.constituency)
    return None


def constituency_of(typed: str, country: str) -> tuple[str, str]:
    """The code of a postcode's constituency, or "" and what is wrong with the postcode, marked for translation."""
    if not typed.strip():
        return "", ""
    try:
        match = find(parse(typed))
    except InvalidPostcode:
        return "", N_("This is no postcode that we know.")
    found = [each.constituency for each in match.candidates if each.constituency.country == country]
    return (
        (found[0].code, "") if found else ("", N_("This postcode lies in no constituency of this country."))
    )


def letter(
    campaign: Campaign,
    at: Office,
    requests: tuple[str, ...],
    language: str,
    writer: Writer,
    own_words: str,
    day: date,
    draw: str,
) -> Letter:
    """A letter with those requests; `draw` is the number that decides on the wordings.

    Raises:
        KeyError, ValueError: the campaign lacks a text for it, or a text cannot be filled.
    """
    choices = Choices(language, at.constituency, requests, own_words)
    return compose(campaign, at.person, writer, choices, day, Deal(draw).to(at.person.id))


def thirty(campaign: Campaign, at: Office, language: str, own_words: str, day: date) -> Iterator[Letter]:
    """Letters of thirty made-up writers to one office, each with the next of the requests first."""
    words = campaign.words_in(at.person.country, language)
    requests = [request.id for request in words.requests_to({at.person.chamber}, day)]
    for number in range(WRITERS if requests else 0):
        request = requests[number % len(requests)]
        writer = Writer(_NAMES[number], ())
        yield letter(campaign, at, (request,), language, writer, own_words, day, str(number))
