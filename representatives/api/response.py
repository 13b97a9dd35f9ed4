"""What the JSON API answers, as plain data."""

from datetime import date
from typing import Any

from representatives.api.request import Problem, Question
from representatives.countries import LetterCountry
from representatives.directory import Directory
from representatives.match import Candidate, Certainty, Match
from representatives.people import Constituency, Representative, Text
from representatives.postcode import InvalidPostcode, parse
from representatives.storage.country_tables import CountryDirectory


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
