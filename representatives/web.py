"""The site's pages about its data, whether it is whole, the JSON API, and the maintainers' commands."""

import logging
from functools import partial, update_wrapper
from pathlib import Path

from flask import Blueprint, Response, current_app, jsonify, render_template, request

from representatives import Dataset, commands, directory
from representatives.api import request as api_request
from representatives.api import response as api_response
from representatives.api.openapi import PATH, describe
from representatives.inventory import inventory
from representatives.languages import IN_ADDRESS
from representatives.lookup import services
from representatives.storage.dataset import DATA, DatasetError

log = logging.getLogger("no_bystander")


def create_blueprint() -> Blueprint:
    """Read the dataset and make the routes.

    Raises:
        DatasetError: the dataset on disk is damaged.
    """
    directory()
    blueprint = Blueprint("representatives", __name__)
    blueprint.add_url_rule(f"/{IN_ADDRESS}/data", view_func=data)
    blueprint.add_url_rule("/health", view_func=health)
    blueprint.add_url_rule(PATH, "api", answer, methods=["POST", "OPTIONS"])
    blueprint.add_url_rule("/api/v1/openapi.json", "openapi", openapi)
    blueprint.record_once(lambda state: state.app.config.setdefault("LIVE", services(state.app.config)))
    blueprint.cli.help = "The data about representatives."
    maintainer = commands.Maintainer(
        lambda: current_app.config["TODAY"](), lambda: current_app.config["SETTINGS"].contact
    )
    for name, command in (
        ("update", commands.update),
        ("import", commands.import_bulk),
        ("gather", commands.gather),
    ):
        blueprint.cli.command(name)(update_wrapper(partial(command, maintainer), command))
    blueprint.cli.command("first-tables")(commands.first_tables)
    return blueprint


def data() -> str:
    """Every country's counts; every table's origin, licence, date, and what is known to be missing."""
    settings = current_app.config["SETTINGS"]
    return render_template(
        "data.html",
        countries=inventory(directory(), Dataset(), current_app.config["TODAY"](), settings.contact),
    )


def health(root: Path = DATA) -> tuple[Response, int]:
    """For a balancer: whether the data on disk is whole, and how old it is."""
    try:
        dataset = Dataset(root)
        dataset.check()
    except DatasetError as error:
        log.error("%s", error)
        return jsonify({"status": "the data is damaged"}), 503
    as_of = {name: resource["as_of"] for name, resource in dataset.resources.items()}
    return jsonify({"status": "ok", "data": as_of}), 200


def answer() -> Response:
    """The JSON API's one question."""
    if request.method == "OPTIONS":
        return _open(Response(status=204))
    request.max_content_length = api_request.LARGEST_BODY
    try:
        question = api_request.read(request.mimetype, request.get_data())
        found = api_response.look_up(question, directory(), current_app.config["TODAY"]())
    except api_request.Problem as error:
        return problem(error.status, str(error))
    response = _open(jsonify(found))
    response.headers["Cache-Control"] = "no-store"
    return response


def openapi() -> Response:
    """The JSON API's description of itself."""
    return _open(jsonify(describe(request.root_path)))


def is_api() -> bool:
    """Whether the request is for the JSON API, whose errors are JSON too and which any site may ask."""
    return request.path.startswith("/api/")


def problem(status: int, detail: str = "") -> Response:
    """An error of the JSON API."""
    response = _open(jsonify(api_request.problem(status, detail)))
    response.status_code, response.mimetype = status, api_request.PROBLEM_TYPE
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
