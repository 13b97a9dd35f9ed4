"""From what a visitor sent to the place and the letters, or to the page on which something must be said first."""

from collections.abc import Sequence

from flask import current_app, request
from flask_babel import gettext as _

from letters import choosing
from letters.campaign import Campaign
from letters.choosing import Question
from letters.forms import LetterForm
from letters.journey import Place, Sheet
from letters.typed import Typed
from letters.web.showing import TWICE, campaign_page, question_page, show, visit_to, write_page
from representatives import Match
from representatives.web import NoAnswer, match_typed


class Detour(Exception):
    """Another page is to be shown instead, with everything typed still on it."""

    def __init__(self, page: str, status: int) -> None:
        super().__init__(status)
        self.response = page, status


def letters(campaign: Campaign) -> tuple[Place, LetterForm, Sequence[Sheet]]:
    """The letters of a complete form.

    Raises:
        Detour: to the page on which something must be mended.
    """
    place = find_place(campaign)
    form = find_form(campaign, place)
    valid, twice = form.validate(), Typed(request.form).conflicting()
    if not valid or twice:
        asked = twice in form and (twice != "letter_language" or len(place.country.languages) > 1)
        raise Detour(write_page(campaign, place, form, twice if asked else twice and "journey"), 422)
    return place, form, visit_to(campaign).sheets(place, form)


def find_form(campaign: Campaign, place: Place) -> LetterForm:
    """The writing page's form.

    Raises:
        Detour: nothing can be asked for today.
    """
    visit = visit_to(campaign)
    if not visit.requests(place):
        sentence = _("There is nothing to ask for at present: every request has ended.")
        raise Detour(campaign_page(campaign, sentence), 422)
    return visit.form(place)


def find_place(campaign: Campaign) -> Place:
    """The constituency that the visitor confirmed, or the only one, where somebody sits for it.

    Raises:
        Detour: to the question, or to the page of a vacant seat.
    """
    match, typed = _match(campaign), Typed(request.form)
    if typed.one("live") and current_app.config["LIVE"] and len(match.candidates) > 1:
        raise Detour(question_page(campaign, match, "constituency", ""), 200)
    try:
        place = choosing.settle(match, typed)
    except Question as question:
        error = _(str(question)) if str(question) else ""
        raise Detour(question_page(campaign, match, question.step, error), 422 if error else 200) from None
    if typed.conflicting() == "constituency":
        raise Detour(question_page(campaign, match, "constituency", _(TWICE)), 422)
    if not place.delegation.people:
        page = show("vacant.html", campaign, visit_to(campaign).vacant(place))
        raise Detour(page, 200 if request.endpoint == "letters.write" else 422)
    return place


def _match(campaign: Campaign) -> Match:
    typed = Typed(request.form)
    try:
        match = match_typed("" if typed.one("again") else typed.one("locality"))
    except NoAnswer as error:
        raise Detour(campaign_page(campaign, str(error)), 422) from None
    if typed.conflicting() == "postcode":
        raise Detour(campaign_page(campaign, _(TWICE)), 422)
    if match.postcode.country not in campaign.countries:
        raise Detour(campaign_page(campaign, _("This campaign has no letter for that country yet.")), 422)
    if typed.conflicting() == "locality" and match.localities:
        raise Detour(question_page(campaign, match, "locality", _(TWICE)), 422)
    return match
