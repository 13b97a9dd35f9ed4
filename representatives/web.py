"""The postcode question and its answer, and what the site says about its data."""

import logging
from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, render_template, request
from flask_babel import get_locale
from flask_babel import gettext as _

from representatives import (
    Certainty,
    Chamber,
    Dataset,
    Directory,
    InvalidPostcode,
    Match,
    Postcode,
    Problem,
    Vacancy,
    directory,
    parse,
)
from representatives.countries import COUNTRIES
from representatives.integrity import Integrity

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
    return blueprint


def match_typed() -> Match:
    """The match of the postcode in the form that was sent.

    Raises:
        NoAnswer: with the sentence to show beside the field.
    """
    try:
        postcode = parse(request.form.get("postcode", ""))
    except InvalidPostcode as error:
        raise NoAnswer(_problem_sentence(error.problem)) from None
    people = directory()
    match = people.find(postcode, current_app.config["TODAY"]())
    if match.certainty is Certainty.UNKNOWN:
        raise NoAnswer(_unknown_sentence(postcode, people))
    return match


def _problem_sentence(problem: Problem) -> str:
    sentences = {
        Problem.EMPTY: _("Type your postal code, for example L8S 4L8."),
        Problem.TOO_LONG: _("Type only your postal code, for example L8S 4L8."),
        Problem.INCOMPLETE: _(
            "Type your whole postal code, for example L8S 4L8: this is only a part of one."
        ),
        Problem.AMBIGUOUS: _(
            "Check the letters O and I and the digits 0 and 1: this could be two different postal codes."
        ),
        Problem.UNRECOGNISED: _(
            "That does not look like a postal code. In Canada one looks like L8S 4L8: letter, digit, letter, "
            "digit, letter, digit."
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
            "%(postcode)s is a postcode of another country: %(country)s. This site can write to Canada’s Parliament "
            "only, so far. If you live in Canada, check your postal code.",
            postcode=postcode,
            country=COUNTRIES[postcode.country].name[_language()],
        )
    return str(sentence)


def _language() -> str:
    return str(get_locale())


def data() -> str:
    """Every table's origin, licence, date, counts, and what is known to be missing."""
    people = directory()
    return render_template(
        "data.html",
        resources=[{**table, "title": table["titles"]} for table in Dataset().resources.values()],
        counts={country: _counts(people, country) for country in people.countries},
        countries=COUNTRIES,
    )


def _counts(people: Directory, country: str) -> dict[str, Any]:
    tables = people.countries[country]
    day = current_app.config["TODAY"]()
    delegations = [tables.delegation(code, day) for code in tables.constituencies]
    senators = [person for region in tables.senators.values() for person in region]
    return {
        "constituencies": len(tables.constituencies),
        "seats": {str(chamber): number for chamber, number in tables.country.seats.items()},
        "members": len(tables.members),
        "vacant": [d.constituency for d in delegations if isinstance(d.member, Vacancy)],
        "senators": sum(tables.country.offered(person, day) for person in senators),
        "retired": sum(not tables.country.offered(person, day) for person in senators),
        "senate_seats": tables.country.seats[Chamber.SENATE],
    }


def health(integrity: Integrity) -> tuple[Response, int]:
    """For a balancer: whether the data on disk is whole, and how old it is."""
    if mistake := integrity.mistake():
        log.error("%s", mistake)
        return jsonify({"status": "the data is damaged"}), 503
    as_of = {name: resource["as_of"] for name, resource in Dataset().resources.items()}
    return jsonify({"status": "ok", "data": as_of}), 200
