"""The journey's pages as a visit fills them, each with what must be mended on it."""

from collections.abc import Mapping
from typing import Any

from flask import current_app, g, render_template, request
from flask_babel import gettext as _

from letters.campaign import Campaign
from letters.forms import LetterForm
from letters.journey import Place
from letters.pages import Visit
from letters.typed import Typed
from representatives import Match
from representatives.marking import N_
from representatives.web import live_help

TWICE = N_("This came twice with different answers: check that it is right now.")


def visit_to(campaign: Campaign) -> Visit:
    """The request that is being answered, as a visit to the campaign."""
    return Visit(campaign, g.lang, current_app.config["TODAY"](), Typed(request.form))


def show(template: str, campaign: Campaign, values: Mapping[str, Any]) -> str:
    """A page of the campaign's."""
    return render_template(template, campaign=campaign, **values)


def campaign_page(campaign: Campaign, error: str = "") -> str:
    """What is known, and the postcode question with what is wrong with its answer."""
    country = request.values.get("country", "")
    return show("campaign.html", campaign, visit_to(campaign).asked(country, error))


def question_page(campaign: Campaign, match: Match, step: str, error: str) -> str:
    """The question of the suburb or of the constituency."""
    values = visit_to(campaign).question(match, step, error)
    values["live"] = live = live_help(match) if step == "constituency" else None
    if live and live.asked:
        values["picked"] = live.found[0].code if len(live.found) == 1 else ""
    return show(f"{step}.html", campaign, values)


def write_page(campaign: Campaign, place: Place, form: LetterForm, twice: str = "") -> str:
    """The writing page; `twice` is the field that came with two answers, if any did."""
    errors = {field: _(sentence) for field, sentence in form.sentences.items()}
    if twice:
        errors[twice] = _(TWICE)
    return show("write.html", campaign, visit_to(campaign).written(place, form, errors))
