"""What the JSON API is asked and how it refuses.

An error is a problem as in RFC 9457: https://www.rfc-editor.org/rfc/rfc9457
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from representatives.postcode import MOST_TYPED

MEDIA_TYPE = "application/json"
PROBLEM_TYPE = "application/problem+json"
LARGEST_BODY = 4096
"""In bytes: many times what a question takes."""
LONGEST_CHOICE = 100
"""In characters: more than any constituency's code or suburb has."""
LONGEST_NAME, MOST_NAMED = 40, 3
"""Of the names in a question that an error tells again."""

TITLES: Mapping[int, str] = {
    400: "The body is not JSON",
    403: "Not allowed",
    404: "Not found",
    405: "Not that method",
    413: "The body is too large",
    415: "The body must be application/json",
    422: "The question cannot be answered",
    429: "Too many questions from your network",
    500: "A mistake of ours",
}
"""What each kind of problem is, where there is no more to say."""


class Problem(Exception):
    """A question that gets no answer; str() says why, without any value that was sent."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


def problem(status: int, detail: str = "") -> dict[str, Any]:
    """The body of an error."""
    return {
        "type": "about:blank",
        # What RFC 9457, section 4.2.1, wants beside about:blank.
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail or f"{TITLES.get(status, 'Not possible')}.",
    }


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked."""

    postcode: str
    constituency: str = ""
    """The code of the candidate that the person confirmed."""
    suburb: str = ""
    """One of the suburbs of an earlier answer."""


def read(media_type: str, body: bytes) -> Question:
    """The question in a request's body.

    Raises:
        Problem: there is none.
    """
    if media_type != MEDIA_TYPE:
        raise Problem(415, "Send the question as application/json.")
    try:
        asked = json.loads(body, object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        raise Problem(400, "Send one JSON object in UTF-8.") from None
    known = Question.__dataclass_fields__
    wanted = f"Send an object with postcode and, if need be, {' and '.join(list(known)[1:])}."
    if not isinstance(asked, dict):
        raise Problem(422, wanted)
    if unknown := [name for name in asked if name not in known]:
        raise Problem(422, f"Unknown: {_quoted(unknown)}. {wanted}")
    if "postcode" not in asked:
        raise Problem(422, wanted)
    for name, value in asked.items():
        longest = MOST_TYPED if name == "postcode" else LONGEST_CHOICE
        if not (isinstance(value, str) and 1 <= len(value) <= longest):
            raise Problem(422, f"{name} must be a text of 1 to {longest} characters.")
    return Question(**asked)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of the JSON.

    Raises:
        Problem: a name comes twice: which of the values is meant nobody can say.
    """
    names = [name for name, _ in pairs]
    if twice := [name for name in dict.fromkeys(names) if names.count(name) > 1]:
        raise Problem(422, f"{_quoted(twice)} must come once.")
    return dict(pairs)


def _quoted(names: list[str]) -> str:
    """The first few names as JSON, which shows what cannot be seen, and none longer than any that is known."""
    return ", ".join(json.dumps(name[:LONGEST_NAME]) for name in names[:MOST_NAMED])
