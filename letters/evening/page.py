"""What the host's page shows; nothing here knows the web."""

from collections.abc import Sequence
from dataclasses import dataclass

from letters.evening.guest_address import BadAddress, GuestAddress, own_address, read_address
from letters.evening.guests import MEMBER_ONLY, NONE_CLEAR, BadList, Guest, read_guests
from letters.evening.hand_sheets import count, pages
from letters.evening.prints import posting
from letters.journey.visit import Page, Visit
from letters.outputs.qr_code import qr_code
from representatives.countries import COUNTRIES


class Unusable(Exception):
    """A file cannot be made of what was typed; str() is a sentence in the page's language."""

    def __init__(self, field: str, sentence: str, guests: Sequence[Guest] = ()) -> None:
        super().__init__(sentence)
        self.field = field
        self.guests = guests


@dataclass(frozen=True, slots=True)
class Host:
    """The host's request: the visit, and what this copy knows of itself."""

    visit: Visit
    path: str
    """Of the campaign's page."""
    operator_address: str = ""
    """Under which this copy is reached, where its operator said so."""
    made: int | None = None
    """How many letters it made since it started, where one process alone serves it."""

    @property
    def country(self) -> str:
        """The one whose facts and rules are shown."""
        return self.visit.country

    @property
    def guests(self) -> tuple[Guest, ...]:
        """The list as typed.

        Raises:
            Unusable: no sheet can be made of it.
        """
        visit = self.visit
        try:
            found = read_guests(visit.form_data.value("postcodes"), visit)
        except BadList as error:
            raise Unusable("postcodes", visit.say(str(error))) from None
        if not any(guest.places for guest in found):
            raise Unusable("postcodes", visit.say(NONE_CLEAR), found)
        return found

    @property
    def address(self) -> GuestAddress:
        """Where guests find this copy: as the operator says, or as the host typed it.

        Raises:
            Unusable: the host typed none that guests can open.
        """
        if self.operator_address:
            return own_address(self.operator_address)
        try:
            return read_address(self.visit.form_data.value("address"))
        except BadAddress as error:
            raise Unusable("address", self.visit.say(str(error))) from None


def evening_page(host: Host, guests: Sequence[Guest] = (), problem: Unusable | None = None) -> Page:
    """The page, with the list that was checked or what is wrong with what was typed."""
    visit = host.visit
    guests = guests or (problem.guests if problem else ())
    # Whoever types the guests' postcodes has said which country's evening it is.
    country = next((guest.places[0].country.id for guest in guests if guest.places), host.country)
    own = host.address if host.operator_address else None
    address = own.page(host.path) if own else ""
    values = {
        "country": country,
        "countries": [COUNTRIES[each] for each in visit.campaign.countries],
        "guests": guests,
        "sheets": count(guests),
        "pages": pages(guests),
        "words_language": visit.campaign.words_in(country, visit.language).language,
        "rows": min(12, max(4, len(guests))),
        "postcodes": visit.form_data.value("postcodes"),
        "typed_address": visit.form_data.value("address"),
        "has_senators": any(len(words.letters) > 1 for words in visit.campaign.words.values()),
        "member_only": visit.form_data.value("chambers") == MEMBER_ONLY,
        "paper": visit.form_data.value("paper"),
        "poster_paper": visit.form_data.value("poster-paper"),
        "address": address,
        "is_local": own.is_local if own else False,
        "qr": qr_code(address) if address else "",
        "posting": posting(country, visit.language),
        "made": host.made,
        "errors": {problem.field: str(problem)} if problem else {},
    }
    return Page("evening.html", values, 422 if problem else 200)
