"""What a fresh writing page has ticked."""

from collections.abc import Sequence
from random import Random

from letters.journey.form import LetterForm
from letters.journey.place import Place
from representatives import Representative

SUGGESTED_SENATORS = 3
"""How many senators are ticked at first where there are many, chosen at random so that letters spread over all."""


def suggest(form: LetterForm, place: Place, random: Random) -> None:
    """Fill a fresh writing page: the member and a few senators ticked, and the first request.

    Another country's requests, chosen before its postcode gave way to this one, are none of the choices here.
    """
    is_fresh = not (form.name.data or form.to.data)
    chosen = _first_recipients(place, random) if is_fresh else _with_the_new_member(form.to.data or (), place)
    askable = {person.id for person in place.people}
    form.to.data = [id for id in chosen if id in askable]
    offered = [request.id for request in place.requests]
    form.asks.data = [id for id in form.asks.data or () if id in offered] or offered[:1]


def follow_the_choice(form: LetterForm, place: Place) -> None:
    """Where another of the postcode's constituencies was chosen: who sits for those before gives way to who sits here.

    So the choice on the writing page works without a script, which would tick other people.
    """
    here = {person.id for person in place.delegation.people}
    others = [each for each in place.match.candidates if each.constituency != place.constituency]
    elsewhere = {
        person.id for each in others for person in place.match.representatives(each.constituency).people
    }
    lost = [id for id in form.to.data or () if id in elsewhere - here]
    if not lost:
        return
    kept = [id for id in form.to.data or () if id not in lost]
    senators = place.delegation.senators if len(lost) > 1 else ()
    added = [*_member(place), *(person.id for person in senators[:SUGGESTED_SENATORS])]
    form.to.data = list(dict.fromkeys([*added, *kept]))


def _first_recipients(place: Place, random: Random) -> list[str]:
    senators = place.delegation.senators
    chosen = random.sample(senators, min(SUGGESTED_SENATORS, len(senators)))
    return [*_member(place), *(person.id for person in senators if person in chosen)]


def _with_the_new_member(chosen: Sequence[str], place: Place) -> list[str]:
    """After another constituency was chosen, whoever was ticked and does not sit for it gives way to its member."""
    people = {person.id for person in place.delegation.people}
    known = [id for id in chosen if id in people]
    return known if len(known) == len(chosen) else list(dict.fromkeys([*_member(place), *known]))


def _member(place: Place) -> list[str]:
    """The member; where nobody can be named, the seat if somebody may hold it, or nobody else is there to write to."""
    member = place.delegation.member
    if isinstance(member, Representative):
        return [member.id]
    is_first = member.seat is not None and (not member.is_empty or not place.delegation.senators)
    return [member.seat.id] if member.seat and is_first else []
