"""The JSON API's addresses, and its errors."""

from flask import Blueprint, Response, current_app, jsonify, request

from representatives import api, directory
from representatives.api.description import PATH, describe


def add_api(blueprint: Blueprint) -> None:
    """Make the routes."""
    blueprint.add_url_rule(PATH, "api", answer, methods=["POST", "OPTIONS"])
    blueprint.add_url_rule("/api/v1/openapi.json", "openapi", openapi)


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
    return _open(jsonify(describe(request.root_path)))


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
