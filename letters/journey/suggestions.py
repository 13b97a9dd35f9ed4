"""Which constituency is the visitor's, and what a fresh writing page suggests; nothing here knows the web."""

from collections.abc import Sequence
from random import Random

from letters.campaign.model import Request, Words
from letters.feedback.ownwords import words as count_words
from letters.journey.form import LetterForm
from letters.journey.form_data import Typed
from letters.journey.sheets import Place
from representatives import Certainty, Chamber, Match, Representative
from representatives.languages import N_

SUGGESTED_SENATORS = 3
"""How many senators are ticked at first where there are many, drawn at random so that letters spread over all."""
PRESELECT_FROM = 0.8
"""The share from which the likeliest constituency is ticked for the visitor to confirm."""
NO_LOCALITY = "-"
"""The answer of a visitor whose suburb is not listed."""


class Question(Exception):
    """The visitor must say more before anyone can be named; str() is the sentence to show, or ""."""

    def __init__(self, step: str, sentence: str = "") -> None:
        super().__init__(sentence)
        self.step = step
        """ "locality" or "constituency"."""


def settle(match: Match, typed: Typed) -> Place:
    """The constituency that the visitor confirmed, or the only one.

    Raises:
        Question: there are several and none was picked, the one picked is none of them, or another is wanted.
    """
    if typed.one("again"):
        raise Question("locality" if match.localities else "constituency")
    code = typed.one("constituency")
    asked = bool(code or typed.one("confirm"))
    if not code and match.certainty is Certainty.EXACT:
        code = match.candidates[0].constituency.code
    candidate = match.candidate(code)
    if candidate:
        return Place(match, candidate.constituency, match.representatives(code))
    if match.localities and not code and not typed.one("locality"):
        sentence = N_("Choose your suburb, or say that it is not listed.")
        raise Question("locality", sentence if asked else "")
    sentence = N_("Choose one of the constituencies that this postal code can lie in.")
    raise Question("constituency", sentence if asked and not _came_from_suburbs(typed) else "")


def _came_from_suburbs(typed: Typed) -> bool:
    return typed.one("confirm") == "locality"


def likeliest(match: Match) -> str:
    """The code to tick beforehand, or "" where no constituency is likely enough."""
    first = match.candidates[0]
    return first.constituency.code if first.share >= PRESELECT_FROM else ""


def rest_words(words: Words, request: Request, chamber: Chamber) -> int:
    """About how many words a letter with one request has besides the writer's own."""
    text = words.letters[chamber]
    parts = (text.opening, *text.core, request.lead, request.question, text.reply)
    return sum(len(count_words(wordings[0])) for wordings in parts)


def suggest(form: LetterForm, place: Place, requests: Sequence[Request], random: Random) -> None:
    """Fill a fresh writing page: the member and a few senators ticked, and the first request.

    Another country's requests, chosen before its postcode gave way to this one, are none of the choices here.
    """
    if not (form.name.data or form.to.data):
        form.to.data = _first_recipients(place, random)
    else:
        _tick_the_new_member(form, place)
    offered = [request.id for request in requests]
    form.asks.data = [id for id in form.asks.data or () if id in offered] or offered[:1]


def _first_recipients(place: Place, random: Random) -> list[str]:
    senators = place.delegation.senators
    drawn = random.sample(senators, min(SUGGESTED_SENATORS, len(senators)))
    return [*_member(place), *(person.id for person in senators if person in drawn)]


def _tick_the_new_member(form: LetterForm, place: Place) -> None:
    """After another constituency was chosen, whoever was ticked and does not sit for it gives way to its member."""
    people = {person.id for person in place.delegation.people}
    known = [id for id in form.to.data or () if id in people]
    lost = len(known) < len(form.to.data or ())
    member = _member(place)
    form.to.data = [*member, *(id for id in known if id not in member)] if lost else known


def _member(place: Place) -> list[str]:
    member = place.delegation.member
    return [member.id] if isinstance(member, Representative) else []
