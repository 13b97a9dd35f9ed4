"""What the JSON API reads and answers, as plain data; nothing here knows the web.

An error is a problem as in RFC 9457: https://www.rfc-editor.org/rfc/rfc9457
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any

from representatives.countries import LetterCountry
from representatives.directory import CountryDirectory, Directory
from representatives.matching import Candidate, Certainty, Match
from representatives.people import Constituency, Representative, Text
from representatives.postcode import MOST_TYPED, InvalidPostcode, parse

MEDIA_TYPE = "application/json"
PROBLEM_TYPE = "application/problem+json"
LARGEST_BODY = 4096
"""In bytes: many times what a question takes."""
LONGEST_CHOICE = 100
"""In characters: more than any constituency's code or suburb has."""

TITLES: Mapping[int, str] = {
    400: "The body is not JSON",
    403: "Not allowed",
    404: "Not found",
    405: "Not that method",
    408: "The question did not arrive in time",
    413: "The body is too large",
    415: "The body must be application/json",
    422: "The question cannot be answered",
    429: "Too many questions from your network",
    500: "A mistake of ours",
}
"""What each kind of problem is, where there is no more to say."""


class Problem(Exception):
    """A question that gets no answer; str() says why, without what was asked."""

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
    if len(body) > LARGEST_BODY:
        raise Problem(413, f"A question takes at most {LARGEST_BODY} bytes.")
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise Problem(400, "Send one JSON object in UTF-8.") from None
    known = Question.__dataclass_fields__
    if not isinstance(asked, dict) or "postcode" not in asked or asked.keys() - known.keys():
        raise Problem(422, f"Send an object with postcode and, if need be, {' and '.join(list(known)[1:])}.")
    for name, value in asked.items():
        longest = MOST_TYPED if name == "postcode" else LONGEST_CHOICE
        if not (isinstance(value, str) and 1 <= len(value) <= longest):
            raise Problem(422, f"{name} must be a text of 1 to {longest} characters.")
    return Question(**asked)


def look_up(question: Question, people: Directory, day: date) -> dict[str, Any]:
    """The answer.

    Raises:
        Problem: the postcode is none, or is not known, or does not allow what was chosen.
    """
    match = _match(question, people, day)
    tables = people.countries[match.postcode.country]
    chosen = question.constituency
    if not chosen and match.certainty is Certainty.EXACT:
        chosen = match.candidates[0].constituency.code
    if chosen and match.candidate(chosen) is None:
        raise Problem(422, "constituency must be the code of one of this postcode’s candidates.")
    return {
        "postcode": match.postcode.printed,
        "country": match.postcode.country,
        "certainty": match.certainty.value,
        "candidates": [_candidate(each) for each in match.candidates],
        "suburbs": list(match.localities),
        **_representatives(match, tables, chosen),
        "data": {"as_of": tables.as_of},
        "notices": [dict(text) for text in tables.notices_on(day)],
    }


def _match(question: Question, people: Directory, day: date) -> Match:
    try:
        postcode = parse(question.postcode)
    except InvalidPostcode as error:
        raise Problem(422, str(error)) from None
    tables = people.countries.get(postcode.country)
    if tables is None:
        raise Problem(404, "The data does not cover that country.")
    if reason := tables.country.without_constituency(postcode.code):
        raise Problem(422, reason["en"])
    match = people.find(postcode, day, question.suburb)
    if match.certainty is Certainty.UNKNOWN:
        raise Problem(404, "No postcode that begins like this is known.")
    if question.suburb and question.suburb not in match.localities:
        raise Problem(422, "suburb must be one of those that the answer without it lists.")
    return match


def _candidate(candidate: Candidate) -> dict[str, Any]:
    place = candidate.constituency
    return {
        "code": place.code,
        "ocd_id": place.id,
        "name": dict(place.name),
        "share": round(candidate.share, 4),
        "reason": candidate.reason.value,
        "region": {"code": place.region.code, "ocd_id": place.region.id, "name": dict(place.region.name)},
    }


def _representatives(match: Match, tables: CountryDirectory, chosen: str) -> dict[str, Any]:
    """Who speaks for the constituency, where it is settled; otherwise nobody."""
    if not chosen:
        return {"constituency": None, "vacant": None, "vacancy_note": None, "representatives": None}
    delegation = match.representatives(chosen)
    member = delegation.member
    return {
        "constituency": chosen,
        "vacant": not isinstance(member, Representative),
        "vacancy_note": None if isinstance(member, Representative) else _or_none(member.note),
        "representatives": [
            _person(person, delegation.constituency, tables.country, match) for person in delegation.people
        ],
    }


def _person(
    person: Representative, constituency: Constituency, country: LetterCountry, match: Match
) -> dict[str, Any]:
    offices = {each: country.offices(person, match.point, each) for each in country.languages}
    return {
        "id": person.id,
        "chamber": person.chamber.value,
        "name": person.name,
        "role": dict(country.role(person)),
        "party": dict(person.party),
        "email": person.email or None,
        "contact_form": person.contact_form or None,
        "page": dict(person.page),
        "salutation": {each: country.salutation(person, each) for each in country.languages},
        "offices": [
            {
                "id": office.id,
                "name": office.name,
                "local": office.local,
                "lines": {
                    each: list(country.address_block(person, constituency, offices[each][number], each))
                    for each in country.languages
                },
                "postage": dict(country.postage(person, office)),
            }
            for number, office in enumerate(offices[country.languages[0]])
        ],
        "note": _or_none(person.note),
    }


def _or_none(text: Text) -> dict[str, str] | None:
    return dict(text) or None
