"""The postcode question and its answer, and what the site says about its data."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, current_app, jsonify, render_template, request
from flask_babel import get_locale
from flask_babel import gettext as _

from representatives import (
    Certainty,
    Dataset,
    Directory,
    InvalidPostcode,
    Match,
    Postcode,
    commands,
    directory,
    parse,
)
from representatives.api.web import add_api
from representatives.countries import COUNTRIES
from representatives.countries.service import Service
from representatives.integrity import Integrity
from representatives.inventory import inventory
from representatives.languages import IN_ADDRESS
from representatives.people import Constituency

if TYPE_CHECKING:
    from representatives.live import Live

log = logging.getLogger("no_bystander")


@dataclass(frozen=True, slots=True)
class Help:
    """A public service that can settle what a match leaves open, and what it said."""

    service: Service
    asked: bool
    found: tuple[Constituency, ...] = ()


class NoAnswer(Exception):
    """No candidates can be shown for what was typed; str() is a sentence for the visitor, in the page's language."""


def create_blueprint() -> Blueprint:
    """Read the dataset and make the routes.

    Raises:
        DatasetError: the dataset on disk is damaged.
    """
    directory()
    blueprint = Blueprint("representatives", __name__)
    blueprint.add_url_rule(f"/{IN_ADDRESS}/data", view_func=data)
    blueprint.add_url_rule("/health", "health", partial(health, Integrity()))
    add_api(blueprint)
    blueprint.record_once(lambda state: state.app.config.setdefault("LIVE", _live(state.app.config)))
    blueprint.cli.help = "The data about representatives."
    blueprint.cli.command("update")(commands.update)
    blueprint.cli.command("import")(commands.import_bulk)
    return blueprint


def match_typed(locality: str = "") -> Match:
    """The match of the postcode in the form that was sent.

    Args:
        locality: the suburb that was chosen, if any.

    Raises:
        NoAnswer: with the sentence to show beside the field.
    """
    try:
        postcode = parse(request.form.get("postcode", ""))
    except InvalidPostcode as error:
        raise NoAnswer(str(_(error.sentence, **error.examples(_language())))) from None
    people = directory()
    tables = people.countries.get(postcode.country)
    if tables and (reason := tables.country.without_constituency(postcode.code)):
        raise NoAnswer(reason[_language()])
    match = people.find(postcode, current_app.config["TODAY"](), locality)
    if match.certainty is Certainty.UNKNOWN:
        raise NoAnswer(_unknown_sentence(postcode, people))
    return match


def _live(config: Mapping[str, Any]) -> "Live | None":
    if not config["SETTINGS"].live:
        return None
    # Their libraries are loaded only where an operator wants them.
    from representatives.answers import OwnAnswers
    from representatives.live import Live

    own = OwnAnswers(copies=config["WORKERS"])
    return Live(config["SHARE_ANSWERS"](own))


def live_help(match: Match) -> Help | None:
    """The service that the visitor may ask or, with the field `live`, has just asked; None where there is none."""
    live: Live | None = current_app.config["LIVE"]
    service = live.service(match) if live else None
    if live is None or service is None:
        return None
    if not request.form.get("live"):
        return Help(service, asked=False)
    codes = live.confirm(match, request.form.get("live_address", ""))
    return Help(
        service, True, tuple(c.constituency for c in match.candidates if c.constituency.code in codes)
    )


def _unknown_sentence(postcode: Postcode, people: Directory) -> str:
    if postcode.country in people.countries:
        sentence = _(
            "We know no postal code that begins like %(postcode)s. Please check it for a typing mistake.",
            postcode=postcode,
        )
    else:
        sentence = _(
            "%(postcode)s is a postcode of a country that this site does not cover yet: %(country)s.",
            postcode=postcode,
            country=COUNTRIES[postcode.country].name[_language()],
        )
    return str(sentence)


def _language() -> str:
    return str(get_locale())


def data() -> str:
    """Every country's counts; every table's origin, licence, date, and what is known to be missing."""
    settings = current_app.config["SETTINGS"]
    return render_template(
        "data.html",
        countries=inventory(directory(), Dataset(), current_app.config["TODAY"](), settings.contact),
    )


def health(integrity: Integrity) -> tuple[Response, int]:
    """For a balancer: whether the data on disk is whole, and how old it is."""
    if mistake := integrity.mistake():
        log.error("%s", mistake)
        return jsonify({"status": "the data is damaged"}), 503
    as_of = {name: resource["as_of"] for name, resource in Dataset().resources.items()}
    return jsonify({"status": "ok", "data": as_of}), 200
