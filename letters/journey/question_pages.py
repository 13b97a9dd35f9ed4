"""From what a visitor sent to the place and the letters, or to the page on which something must be said first.

Nothing here knows the web.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from letters.journey import suggestions
from letters.journey.form import LetterForm
from letters.journey.sheets import Place, Sheet
from letters.journey.suggestions import Question
from letters.journey.visit import Visit
from representatives import Match
from representatives.languages import N_
from representatives.lookup import NoAnswer, match_typed

TWICE = N_("This came twice with different answers: check that it is right now.")
NOTHING_TO_ASK = N_("There is nothing to ask for at present: every request has ended.")
NO_LETTER_THERE = N_("This campaign has no letter for that country yet.")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the journey: its template, what that names, and whether something must be mended on it."""

    template: str
    values: Mapping[str, Any]
    status: int = 200


class Detour(Exception):
    """Another page is to be shown instead, with everything typed still on it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.template, page.status)
        self.page = page


def write(visit: Visit, random: Random) -> Page:
    """Who was found, and everything that makes the letter the writer's.

    Raises:
        Detour: to the page on which something must be said first.
    """
    place = find_place(visit, vacant_status=200)
    form = _form(visit, place)
    suggestions.suggest(form, place, visit.requests(place), random)
    offered = {person.id for person in visit.people(place)}
    form.to.data = [id for id in form.to.data or () if id in offered]
    return _writing(visit, place, form)


def letters(visit: Visit) -> tuple[Place, LetterForm, Sequence[Sheet]]:
    """The letters of a complete form.

    Raises:
        Detour: to the page on which something must be mended.
    """
    place = find_place(visit)
    form = _form(visit, place)
    valid, twice = form.validate(), visit.typed.conflicting()
    if not valid or twice:
        asked = twice in form and (twice != "letter_language" or len(place.country.languages) > 1)
        raise Detour(_writing(visit, place, form, twice if asked else twice and "journey", 422))
    return place, form, visit.sheets(place, form)


def find_place(visit: Visit, vacant_status: int = 422) -> Place:
    """The constituency that the visitor confirmed, or the only one, where somebody sits for it.

    Args:
        visit: with what was typed.
        vacant_status: of the page of a vacant seat, which is an answer to the question but no letter.

    Raises:
        Detour: to the question, or to the page of a vacant seat.
    """
    match = _match(visit)
    if visit.typed.one("live") and visit.live and visit.live.service(match):
        raise _question(visit, match, "constituency", "")
    try:
        place = suggestions.settle(match, visit.typed)
    except Question as question:
        raise _question(visit, match, question.step, str(question)) from None
    if visit.typed.conflicting() == "constituency":
        raise _question(visit, match, "constituency", TWICE)
    if not place.delegation.people:
        raise Detour(Page("vacant.html", visit.vacant(place), vacant_status))
    return place


def _match(visit: Visit) -> Match:
    typed = visit.typed
    suburb = "" if typed.one("again") else typed.one("locality")
    try:
        match = match_typed(typed.one("postcode"), visit.day, visit.language, suburb)
    except NoAnswer as error:
        raise _ask_again(visit, str(error), **error.values) from None
    if typed.conflicting() == "postcode":
        raise _ask_again(visit, TWICE)
    if match.postcode.country not in visit.campaign.countries:
        raise _ask_again(visit, NO_LETTER_THERE)
    if typed.conflicting() == "locality" and match.localities:
        raise _question(visit, match, "locality", TWICE)
    return match


def _form(visit: Visit, place: Place) -> LetterForm:
    if not visit.requests(place):
        raise _ask_again(visit, NOTHING_TO_ASK)
    return visit.form(place)


def _ask_again(visit: Visit, sentence: str, **values: object) -> Detour:
    return Detour(Page("campaign.html", visit.asked(visit.say(sentence, **values)), 422))


def _question(visit: Visit, match: Match, step: str, sentence: str) -> Detour:
    error = visit.say(sentence) if sentence else ""
    return Detour(Page(f"{step}.html", visit.question(match, step, error), 422 if error else 200))


def _writing(visit: Visit, place: Place, form: LetterForm, twice: str = "", status: int = 200) -> Page:
    """The writing page; `twice` is the field that came with two answers, if any did."""
    errors = {field: visit.say(sentence) for field, sentence in form.sentences.items()}
    if twice:
        errors[twice] = visit.say(TWICE)
    return Page("write.html", visit.written(place, form, errors), status)
