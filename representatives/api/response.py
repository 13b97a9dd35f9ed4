"""What the JSON API answers, as plain data."""

from datetime import date
from typing import Any

from representatives.api.request import Problem, Question
from representatives.countries import Country
from representatives.directory import Directory
from representatives.match import Candidate, Certainty, Match
from representatives.people import Delegation, Point, Representative, Vacancy
from representatives.postcode import InvalidPostcode, elsewhere, parse
from representatives.sitting.changes import Change
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
        "certainty": match.certainty,
        "candidates": [_candidate(each) for each in match.candidates],
        "suburbs": match.localities,
        "constituency": chosen or None,
        **_delegation(match, tables, chosen),
        "data": {"as_of": tables.as_of},
        "notices": tables.notices_on(day),
        "official_lookup": {"name": tables.country.official_name, "address": tables.country.official_lookup},
    }


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
        "name": place.name,
        "share": round(candidate.share, 4),
        "reason": candidate.reason,
        "region": {"code": place.region.code, "ocd_id": place.region.id, "name": place.region.name},
    }


def _delegation(match: Match, tables: CountryDirectory, chosen: str) -> dict[str, Any]:
    """Who speaks for the constituency or, where only that can be told, for the region; nobody where neither is settled.

    With them come the seats that a letter can be addressed to where nobody can be named, and what was reported since the list.
    """
    code = chosen or (match.region.code if match.region else "")
    if not code:
        return dict.fromkeys(("vacant", "vacancy_note", "representatives", "seat", "reported"))
    delegation, country = match.representatives(code), tables.country
    member, place = delegation.member, delegation.constituency
    return {
        "vacant": isinstance(member, Vacancy),
        "vacancy_note": member.note or None if isinstance(member, Vacancy) else None,
        "representatives": [
            _person(person, country, match.point) for person in delegation.people if not person.is_seat
        ],
        "seat": [_seat(person, delegation, country) for person in delegation.people if person.is_seat],
        "reported": [
            _change(each, country)
            for seat in (place.code, place.region.code)
            for each in tables.changes.get(seat, ())
        ],
    }


def _person(person: Representative, country: Country, near: Point | None) -> dict[str, Any]:
    offices = {each: country.offices(person, near, each) for each in country.languages}
    return {
        "id": person.id,
        "chamber": person.chamber,
        "name": person.name,
        "role": country.role(person),
        "party": person.party,
        "email": person.email or None,
        "contact_form": person.contact_form or None,
        "page": person.page,
        "salutation": {each: country.salutation(person, each) for each in country.languages},
        "offices": [
            {
                "id": office.id,
                "name": office.name,
                "local": office.local,
                "lines": {
                    each: country.address_block(person, offices[each][number], each)
                    for each in country.languages
                },
                "postage": country.postage,
            }
            for number, office in enumerate(offices[country.languages[0]])
        ],
        "note": person.note or None,
    }


def _seat(seat: Representative, delegation: Delegation, country: Country) -> dict[str, Any]:
    """An office without a name: what a letter to it is addressed to, and why."""
    (office, *_) = country.offices(seat, None, country.languages[0])
    return {
        "id": seat.id,
        "chamber": seat.chamber,
        "name": seat.names,
        "why": delegation.reasons.get(seat.id) or None,
        "salutation": {each: country.salutation(seat, each) for each in country.languages},
        "lines": {each: country.address_block(seat, office, each) for each in country.languages},
    }


def _change(change: Change, country: Country) -> dict[str, Any]:
    return {
        "seat": change.seat,
        "chamber": change.chamber,
        "what": change.what,
        "day": change.day or None,
        "certain": change.source.is_certain,
        "text": change.text(month_first=country.month_first),
        "source": {"body": change.source.body, "day": change.source.day},
    }
