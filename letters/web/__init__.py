"""The routes from a campaign to its letters: which address shows which of the views."""

import logging
from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import Blueprint, abort, current_app, g, redirect, request, url_for
from flask_babel import format_decimal, format_percent
from flask_babel import gettext as _

from letters import commands
from letters.campaign import Campaign
from letters.outputs import SUFFIXES
from letters.reading import load_all
from letters.typography import partial_date
from letters.web.steps import Detour
from letters.web.views import campaign_page, home, letter_file, letter_page, tell_page, write_page
from representatives.languages import IN_ADDRESS

log = logging.getLogger("no_bystander")

MENTIONED_FROM, MENTIONED_TO = 0.01, 0.99
"""A smaller or larger share is not given in figures, which would claim more than is known."""


def create_blueprint() -> Blueprint:
    """Read the campaigns and make the routes. A campaign with mistakes is left out and they are logged."""
    blueprint = Blueprint("letters", __name__, url_prefix=f"/{IN_ADDRESS}", cli_group="campaigns")
    campaigns, found = load_all()
    for mistake in found:
        log.error("%s", mistake)
    blueprint.add_url_rule("/", "home", partial(home, campaigns))
    kinds = ", ".join(f'"{suffix}"' for suffix in SUFFIXES)
    for rule, name, view in (
        ("/<slug>", "campaign", campaign_page),
        ("/<slug>/tell", "tell", tell_page),
        ("/<slug>/write", "write", write_page),
        ("/<slug>/letter", "letter", letter_page),
        (f"/<slug>/letter.<any({kinds}):suffix>", "file", letter_file),
    ):
        blueprint.add_url_rule(rule, name, _of_campaign(campaigns, view), methods=["GET", "POST"])
    blueprint.register_error_handler(Detour, lambda detour: detour.response)
    blueprint.add_app_template_filter(lambda iso: partial_date(iso, g.lang), "partial_date")
    blueprint.add_app_template_filter(_likelihood, "likelihood")
    blueprint.add_app_template_filter(format_decimal, "number")
    blueprint.add_app_template_filter(lambda share: str(format_percent(share)), "percent")
    blueprint.cli.help = "The campaign folders."
    blueprint.cli.command("check")(commands.checker(lambda: current_app.config["TODAY"]()))
    return blueprint


def _of_campaign(campaigns: Mapping[str, Campaign], view: Any) -> Any:
    """A view that takes the campaign of the address; a GET where only a form leads goes to the campaign's page."""

    def found(slug: str, **values: str) -> Any:
        campaign = campaigns.get(slug) or abort(404)
        if request.method != "POST" and view not in (campaign_page, tell_page):
            return redirect(url_for("letters.campaign", slug=slug))
        return view(campaign, **values)

    return found


def _likelihood(share: float) -> str:
    if share < MENTIONED_FROM:
        return str(_("less than 1 in 100"))
    return str(_("more than 99 in 100") if share > MENTIONED_TO else format_percent(share))
