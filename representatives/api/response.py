"""What the JSON API answers, as plain data."""

from datetime import date
from typing import Any

from representatives.api.request import Problem, Question
from representatives.countries import Country
from representatives.directory import Directory
from representatives.match import Candidate, Certainty, Match
from representatives.people import Delegation, Point, Representative, Text, Vacancy
from representatives.postcode import InvalidPostcode, elsewhere, parse
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
    delegation = _delegation(match, chosen)
    return {
        "postcode": match.postcode.printed,
        "country": match.postcode.country,
        "certainty": match.certainty.value,
        "candidates": [_candidate(each) for each in match.candidates],
        "suburbs": list(match.localities),
        **_representatives(match, tables, delegation),
        **_reported(tables, delegation),
        "data": {"as_of": tables.as_of},
        "notices": [dict(text) for text in tables.notices_on(day)],
        "official_lookup": {
            "name": dict(tables.country.official_name),
            "address": dict(tables.country.official_lookup),
        },
    }


def _delegation(match: Match, chosen: str) -> Delegation | None:
    """Who speaks for the constituency or, where only that can be told, for the region; None where neither is settled."""
    if chosen:
        return match.representatives(chosen)
    return match.representatives(match.region.code) if match.region else None


def _match(question: Question, people: Directory, day: date) -> Match:
    try:
        postcode = parse(question.postcode)
    except InvalidPostcode as error:
        raise Problem(422, elsewhere(question.postcode).get("en") or str(error)) from None
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


def _representatives(match: Match, tables: CountryDirectory, delegation: Delegation | None) -> dict[str, Any]:
    """Who speaks for the constituency, where it is settled; otherwise nobody."""
    if delegation is None:
        return {"constituency": None, "vacant": None, "vacancy_note": None, "representatives": None}
    member, place = delegation.member, delegation.constituency
    is_region = match.region is not None and place.code == match.region.code
    people = [person for person in delegation.people if not person.is_seat]
    near = match.point
    return {
        "constituency": None if is_region else place.code,
        "vacant": isinstance(member, Vacancy),
        "vacancy_note": _or_none(member.note) if isinstance(member, Vacancy) else None,
        "representatives": [_person(person, tables.country, near) for person in people],
    }


def _reported(tables: CountryDirectory, delegation: Delegation | None) -> dict[str, Any]:
    """The seats that a letter can be addressed to where nobody can be named, and what was reported since the list."""
    if delegation is None:
        return {"seat": None, "reported": None}
    place, country = delegation.constituency, tables.country
    changes = [each for seat in (place.code, place.region.code) for each in tables.changes.get(seat, ())]
    return {
        "seat": [_seat(person, delegation, country) for person in delegation.people if person.is_seat],
        "reported": [
            {
                "seat": each.seat,
                "chamber": each.chamber.value,
                "what": each.what,
                "day": each.day or None,
                "certain": each.source.is_certain,
                "text": dict(each.text(month_first=country.month_first)),
                "source": {"body": each.source.body, "day": each.source.day},
            }
            for each in changes
        ],
    }


def _seat(seat: Representative, delegation: Delegation, country: Country) -> dict[str, Any]:
    """An office without a name: what a letter to it is addressed to, and why."""
    (office, *_) = country.offices(seat, None, country.languages[0])
    return {
        "id": seat.id,
        "chamber": seat.chamber.value,
        "name": dict(seat.names),
        "why": _or_none(delegation.reasons.get(seat.id, {})),
        "salutation": {each: country.salutation(seat, each) for each in country.languages},
        "lines": {each: list(country.address_block(seat, office, each)) for each in country.languages},
    }


def _person(person: Representative, country: Country, near: Point | None) -> dict[str, Any]:
    offices = {each: country.offices(person, near, each) for each in country.languages}
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
                    each: list(country.address_block(person, offices[each][number], each))
                    for each in country.languages
                },
                "postage": dict(country.postage),
            }
            for number, office in enumerate(offices[country.languages[0]])
        ],
        "note": _or_none(person.note),
    }


def _or_none(text: Text) -> dict[str, str] | None:
    return dict(text) or None
