"""The JSON API's own description: https://spec.openapis.org/oas/v3.1.1.html"""

from collections.abc import Mapping
from typing import Any

from representatives.api.request import LONGEST_CHOICE, MEDIA_TYPE, PROBLEM_TYPE, TITLES
from representatives.countries import COUNTRIES
from representatives.match import Certainty, Reason
from representatives.people import Chamber
from representatives.postcode import MOST_TYPED

VERSION = "1.1.0"
"""Of the interface: it changes when an answer's form does."""
PATH = "/api/v1/representatives"
ERRORS = (400, 404, 413, 415, 422, 429)
"""The statuses that a question can be answered with besides 200."""


def describe(root: str = "") -> dict[str, Any]:
    """The whole document; `root` is the path that the app stands under, or ""."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "No Bystander: who speaks for a postcode",
            "version": VERSION,
            "summary": "From a postcode of Canada, the United Kingdom, the United States or Australia to the people who "
            "represent it.",
            "description": "Read-only, without a key, from any site. Nothing that is asked is kept. A postcode may lie in "
            "several constituencies: then all are candidates, and a person must say which is theirs. Ask "
            "again with `constituency` (or, where `suburbs` are listed, with `suburb`).",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": root or "/"}],
        "paths": {PATH: {"post": _operation()}},
        "components": {"schemas": _schemas()},
    }


def _operation() -> dict[str, Any]:
    return {
        "operationId": "findRepresentatives",
        "summary": "Who speaks for a postcode",
        "requestBody": {
            "required": True,
            "content": {MEDIA_TYPE: {"schema": _ref("Question"), "example": {"postcode": "L8S 4L8"}}},
        },
        "responses": {
            "200": {"description": "What is known.", "content": {MEDIA_TYPE: {"schema": _ref("Answer")}}},
            **{str(status): _problem(status) for status in ERRORS},
        },
    }


def _problem(status: int) -> dict[str, Any]:
    return {
        "description": f"{TITLES[status]}.",
        "content": {PROBLEM_TYPE: {"schema": _ref("Problem")}},
        **({"headers": {"Retry-After": {"schema": {"type": "string"}}}} if status == 429 else {}),
    }


def _schemas() -> dict[str, Any]:
    return {
        "Question": {
            **_object({"postcode": _text(MOST_TYPED)}),
            "properties": {
                "postcode": _text(MOST_TYPED),
                "constituency": _text(LONGEST_CHOICE),
                "suburb": _text(LONGEST_CHOICE),
            },
        },
        "Answer": _object(_ANSWER),
        "Candidate": _object(_CANDIDATE),
        "Representative": _object(_REPRESENTATIVE),
        "Office": _object(_OFFICE),
        "Seat": _object(_SEAT),
        "Change": _object(_CHANGE),
        "Text": {**_BY_LANGUAGE, "description": "A text by language code."},
        "Problem": _object(
            {"type": _STRING, "title": _STRING, "status": {"type": "integer"}, "detail": _STRING}
        ),
    }


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _text(longest: int) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": longest}


def _list(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(items)}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


_STRING: Mapping[str, Any] = {"type": "string"}
_MAYBE: Mapping[str, Any] = {"type": ["string", "null"]}
_BY_LANGUAGE: Mapping[str, Any] = {"type": "object", "additionalProperties": _STRING}

_ANSWER: Mapping[str, Any] = {
    "postcode": _STRING,
    "country": {"enum": sorted(COUNTRIES)},
    "certainty": {"enum": [each.value for each in Certainty if each is not Certainty.UNKNOWN]},
    "candidates": {**_list(_ref("Candidate")), "minItems": 1},
    "suburbs": _list(_STRING),
    "constituency": _MAYBE,
    "vacant": {
        "type": ["boolean", "null"],
        "description": "Whether no member can be named: `vacancy_note` and `seat` say why, and to whom to write.",
    },
    "vacancy_note": {"anyOf": [_ref("Text"), {"type": "null"}]},
    "representatives": {"anyOf": [_list(_ref("Representative")), {"type": "null"}]},
    "data": _object({"as_of": _STRING}),
    "notices": _list(_ref("Text")),
    "seat": {"anyOf": [_list(_ref("Seat")), {"type": "null"}]},
    "reported": {"anyOf": [_list(_ref("Change")), {"type": "null"}]},
    "official_lookup": _object({"name": _ref("Text"), "address": _ref("Text")}),
}
_SEAT: Mapping[str, Any] = {
    "id": _STRING,
    "chamber": {"enum": [each.value for each in Chamber]},
    "name": _ref("Text"),
    "why": {"anyOf": [_ref("Text"), {"type": "null"}]},
    "salutation": _BY_LANGUAGE,
    "lines": {"type": "object", "additionalProperties": _list(_STRING)},
}
_CHANGE: Mapping[str, Any] = {
    "seat": _STRING,
    "chamber": {"enum": [each.value for each in Chamber]},
    "what": _STRING,
    "day": _MAYBE,
    "certain": {"type": "boolean"},
    "text": _ref("Text"),
    "source": _object({"body": _STRING, "day": _STRING}),
}
_CANDIDATE: Mapping[str, Any] = {
    "code": _STRING,
    "ocd_id": _STRING,
    "name": _ref("Text"),
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "reason": {"enum": [each.value for each in Reason]},
    "region": _object({"code": _STRING, "ocd_id": _STRING, "name": _ref("Text")}),
}
_REPRESENTATIVE: Mapping[str, Any] = {
    "id": _STRING,
    "chamber": {"enum": [each.value for each in Chamber]},
    "name": _STRING,
    "role": _ref("Text"),
    "party": _ref("Text"),
    "email": _MAYBE,
    "contact_form": _MAYBE,
    "page": _ref("Text"),
    "salutation": _BY_LANGUAGE,
    "offices": _list(_ref("Office")),
    "note": {"anyOf": [_ref("Text"), {"type": "null"}]},
}
_OFFICE: Mapping[str, Any] = {
    "id": _STRING,
    "name": _STRING,
    "local": {"type": "boolean"},
    "lines": {"type": "object", "additionalProperties": _list(_STRING)},
    "postage": _ref("Text"),
}
