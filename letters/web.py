"""The first page, how letters are made, and every other page of letters put together in one blueprint."""

import logging
from collections.abc import Sequence
from pathlib import Path

from flask import Blueprint, Response, current_app, g, render_template, request
from flask_babel import format_decimal, format_percent
from flask_babel import gettext as _

from letters import commands
from letters.campaign.drawing import drawing
from letters.campaign.loader import CAMPAIGNS, load_all
from letters.evening import web as evening
from letters.journey import web as journey
from letters.outputs.bounds.queue import Queue
from letters.studio import web as studio
from letters.typography import partial_date
from representatives.countries import COUNTRIES
from representatives.languages import IN_ADDRESS, NAMES

log = logging.getLogger("no_bystander")


def create_blueprint(folders: Sequence[Path] = (CAMPAIGNS,)) -> Blueprint:
    """Read the campaigns of the folders and make the routes. One with mistakes is left out and they are logged."""
    blueprint = Blueprint("letters", __name__, url_prefix=f"/{IN_ADDRESS}", cli_group="campaigns")
    campaigns, mistakes, _advice = load_all(*folders)
    for mistake in mistakes:
        log.error("%s", mistake)
    blueprint.record_once(lambda state: state.app.extensions.update(campaigns=campaigns, file_queue=Queue()))
    blueprint.add_url_rule("/", view_func=home)
    blueprint.add_url_rule("/how", view_func=how)
    journey.add_to(blueprint, campaigns)
    evening.add_to(blueprint, campaigns)
    blueprint.add_app_template_filter(
        lambda iso, country="": partial_date(iso, g.lang, country), "partial_date"
    )
    blueprint.add_app_template_filter(lambda code: _(NAMES[code]), "language_name")
    blueprint.add_app_template_filter(format_decimal, "number")
    blueprint.add_app_template_filter(format_percent, "percent")
    blueprint.add_app_template_global(drawing)
    blueprint.after_request(_forget)
    blueprint.cli.help = "The campaign folders."
    commands.add_to(blueprint, lambda: current_app.config["TODAY"]())
    studio.add_to(blueprint)
    return blueprint


def _forget(response: Response) -> Response:
    """After a wipe the browser's own copies of pages go, too; without scripts nothing else would make it forget them."""
    if "cleared" in request.args:
        response.headers["Clear-Site-Data"] = '"cache"'
    return response


def home() -> str:
    """The list of campaigns."""
    campaigns = current_app.extensions["campaigns"].values()
    written_for = {country for campaign in campaigns for country in campaign.countries}
    countries = [country.name[g.lang] for country in COUNTRIES.values() if country.id in written_for]
    return render_template("home.html", campaigns=campaigns, countries=countries)


def how() -> str:
    """How these letters are made, for the offices that open them."""
    return render_template("how.html", campaigns=current_app.extensions["campaigns"].values())
