"""From the guests of an evening to the sheets that they write by hand."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from letters.choices import Choices, Writer
from letters.evening.dealer import Dealer
from letters.evening.guests import Guest
from letters.evening.stack import SLIPS, HandSheet, Stack
from letters.journey.place import Place
from letters.journey.visit import Visit
from letters.letter import compose
from representatives import Representative

_NOBODY_YET = Writer("", ())


def stack(guests: Sequence[Guest], visit: Visit, paper: str, posting: Sequence[str]) -> Stack:
    """Everything to print for the guests; the same list on the same day gives the same.

    Args:
        guests: at least one of them with a place.
        visit: of the host.
        paper: "us-letter" or "a4".
        posting: what to put on the envelopes.
    """
    found = [guest for guest in guests if guest.places]
    dealer = Dealer("\n".join((visit.campaign.slug, *(guest.shown for guest in found))))
    return Stack(
        sheets=[sheet for guest in found for sheet in _sheets(guest, visit, paper, dealer)],
        unclear=[guest for guest in guests if guest.problem or guest.notes],
        posting=posting,
        language=visit.language,
        paper=paper,
        guests=len(found),
        day=visit.day,
    )


def count(guests: Sequence[Guest]) -> int:
    """How many sheets they get."""
    return sum(len(guest.members) + guest.senators_written for guest in guests)


def pages(guests: Sequence[Guest]) -> int:
    """About how many pages the file has: the sheets, the slips, the host's list, of which a page holds a dozen lines."""
    unclear = sum(bool(guest.problem or guest.notes) for guest in guests)
    return count(guests) + math.ceil(count(guests) / SLIPS) + 1 + unclear // 12


def _sheets(guest: Guest, visit: Visit, paper: str, dealer: Dealer) -> Iterator[HandSheet]:
    """The members' sheets, then the senators'."""
    for place, member in guest.members:
        only_in = place.constituency.name[visit.language] if guest.choices else ""
        yield _sheet(place, member, visit, paper, dealer, only_in)
    ids = [person.id for person in guest.senators]
    dealt = {dealer.deal(ids) for _ in range(guest.senators_written)}
    for person in guest.senators:
        if person.id in dealt:
            yield _sheet(guest.places[0], person, visit, paper, dealer, "")


def _sheet(
    place: Place, person: Representative, visit: Visit, paper: str, dealer: Dealer, only_in: str
) -> HandSheet:
    """One letter's frame, with the wordings dealt out so that no two neighbours ask in the same words."""
    language = place.words.language
    requests = place.words.requests_to({person.chamber}, visit.day)
    choices = Choices(
        language=language,
        constituency=place.constituency,
        requests=(requests[0].id,),
        own_words="",
        near=place.match.point,
    )

    def pick(wordings: Sequence[str], _text: str) -> str:
        return dealer.deal(wordings, person.chamber)

    letter = compose(visit.campaign, person, _NOBODY_YET, choices, visit.day, pick)
    return HandSheet(
        letter=replace(letter, paper=paper),
        opening=letter.paragraphs[0],
        request=letter.paragraphs[-2:],  # what is asked for, then the question
        guest=place.match.postcode.printed,
        only_in=only_in,
    )
