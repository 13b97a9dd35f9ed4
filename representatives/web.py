"""The postcode question and its answer, and what the site says about its data."""

import logging
from collections.abc import Mapping
from functools import partial

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
    Problem,
    api,
    api_description,
    commands,
    directory,
    parse,
)
from representatives.countries import COUNTRIES
from representatives.integrity import Integrity
from representatives.inventory import inventory

log = logging.getLogger("no_bystander")

LANGUAGES: Mapping[str, str] = {"en": "English", "fr": "Français"}
"""The pages' languages, each in its own words."""


class NoAnswer(Exception):
    """No candidates can be shown for what was typed; str() is a sentence for the visitor, in the page's language."""


def create_blueprint() -> Blueprint:
    """Read the dataset and make the routes.

    Raises:
        DatasetError: the dataset on disk is damaged.
    """
    directory()
    blueprint = Blueprint("representatives", __name__)
    blueprint.add_url_rule("/<any(en, fr):lang>/data", view_func=data)
    blueprint.add_url_rule("/health", "health", partial(health, Integrity()))
    blueprint.add_url_rule(api_description.PATH, "api", answer, methods=["POST", "OPTIONS"])
    blueprint.add_url_rule("/api/v1/openapi.json", "openapi", openapi)
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
        raise NoAnswer(_problem_sentence(error.problem)) from None
    people = directory()
    tables = people.countries.get(postcode.country)
    if tables and (reason := tables.country.without_constituency(postcode.code)):
        raise NoAnswer(reason[_language()])
    match = people.find(postcode, current_app.config["TODAY"](), locality)
    if match.certainty is Certainty.UNKNOWN:
        raise NoAnswer(_unknown_sentence(postcode, people))
    return match


def _problem_sentence(problem: Problem) -> str:
    sentences = {
        Problem.EMPTY: _("Type your postal code, for example L8S 4L8 or SW1A 1AA."),
        Problem.TOO_LONG: _("Type only your postal code, for example L8S 4L8 or SW1A 1AA."),
        Problem.INCOMPLETE: _(
            "Type your whole postal code, for example L8S 4L8 or SW1A 1AA: this is only a part of one."
        ),
        Problem.AMBIGUOUS: _(
            "Check the letters O and I and the digits 0 and 1: this could be two different postal codes."
        ),
        Problem.UNRECOGNISED: _(
            "That does not look like a postal code. One looks like L8S 4L8 in Canada, SW1A 1AA in the United "
            "Kingdom, 20500 in the United States, 2600 in Australia."
        ),
    }
    return str(sentences[problem])


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


def answer() -> Response:
    """The JSON API's one question."""
    if request.method == "OPTIONS":
        return _open(Response(status=204))
    request.max_content_length = api.LARGEST_BODY
    try:
        question = api.read(request.mimetype, request.get_data())
        found = api.look_up(question, directory(), current_app.config["TODAY"]())
    except api.Problem as error:
        return problem(error.status, str(error))
    response = _open(jsonify(found))
    response.headers["Cache-Control"] = "no-store"
    return response


def openapi() -> Response:
    """The JSON API's description of itself."""
    return _open(jsonify(api_description.describe(request.root_path)))


def is_api() -> bool:
    """Whether the request is for the JSON API, whose errors are JSON too and which any site may ask."""
    return request.path.startswith("/api/")


def problem(status: int, detail: str = "") -> Response:
    """An error of the JSON API."""
    response = _open(jsonify(api.problem(status, detail)))
    response.status_code, response.mimetype = status, api.PROBLEM_TYPE
    response.headers["Cache-Control"] = "no-store"
    return response


def _open(response: Response) -> Response:
    """What lets scripts of any site read the answer: https://fetch.spec.whatwg.org/#http-cors-protocol"""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "POST, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = "Content-Type"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response
