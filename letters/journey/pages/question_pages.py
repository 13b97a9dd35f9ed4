"""The questions that a postcode leaves open: which suburb, which constituency; and the page of a vacant seat."""

from collections.abc import Mapping

from letters.journey.pages.campaign_page import ask_again, ask_whether_meant
from letters.journey.place import NO_LOCALITY, Place, PlaceQuestion, confirmed, likeliest, place_at
from letters.journey.visit import TWICE, Detour, Page, Visit, dated
from representatives import Match, Reason, directory
from representatives.countries import COUNTRIES, examples
from representatives.languages import N_
from representatives.lookup import NoAnswer, live_help, match_typed, other_country

_PAGES = {"locality": "locality.html", "constituency": "constituency.html"}
"""By the step that asks."""
NO_LETTER_THERE = N_("This campaign has no letter for that country yet.")


def find_place(visit: Visit, vacant_status: int = 422) -> Place:
    """The constituency that the visitor confirmed, or the only one, where somebody sits for it.

    Args:
        visit: with what was typed.
        vacant_status: of the page of a vacant seat, which is an answer to the question but no letter.

    Raises:
        Detour: to the question, or to the page of a vacant seat.
    """
    match = _match(visit)
    if visit.form_data.value("live") and visit.live and visit.live.service(match):
        raise _ask(visit, match, "constituency")
    try:
        constituency = confirmed(match, visit.form_data)
    except PlaceQuestion as question:
        raise _ask(visit, match, question.step, str(question)) from None
    if visit.form_data.conflicting() == "constituency":
        raise _ask(visit, match, "constituency", TWICE)
    place = place_at(match, constituency, visit.campaign, visit.language, visit.day)
    if not place.delegation.people:
        values = {"place": place, "carried": visit.form_data.carried(), **dated(visit, place)}
        raise Detour(Page("vacant.html", values, vacant_status))
    return place


def examples_for(visit: Visit) -> Mapping[str, str]:
    """Postcodes as a sentence shows them: of the campaign's countries alone."""
    countries = visit.campaign.countries
    first = COUNTRIES[countries[0]]
    return {"example": first.printed(first.example), "examples": examples(visit.language, countries)}


def _match(visit: Visit) -> Match:
    form_data = visit.form_data
    try:
        match = match_typed(form_data.value("postcode"), visit.day, visit.language, _suburb(visit))
    except NoAnswer as error:
        if error.meant:
            raise ask_whether_meant(visit, str(error.meant)) from None
        raise ask_again(visit, str(error), **{**error.values, **examples_for(visit)}) from None
    if form_data.conflicting() == "postcode":
        raise ask_again(visit, TWICE)
    if match.postcode.country not in visit.campaign.countries:
        raise ask_again(visit, NO_LETTER_THERE)
    if form_data.conflicting() == "locality" and match.localities:
        raise _ask(visit, match, "locality", TWICE)
    return match


def _suburb(visit: Visit) -> str:
    return "" if visit.form_data.value("again") else visit.form_data.value("locality")


def _ask(visit: Visit, match: Match, step: str, sentence: str = "") -> Detour:
    """The page that asks; `sentence` says what is wrong with the answer, if one came."""
    tables = directory().countries[match.postcode.country]
    address = visit.form_data.value("live_address") if visit.form_data.value("live") else None
    live = live_help(visit.live, match, address) if step == "constituency" else None
    picked = next(reversed(visit.form_data.values(step)), "")
    if live and live.asked:
        picked = live.found[0].code if len(live.found) == 1 else ""
    suburb = _suburb(visit)
    values = {
        "match": match,
        "other_country": other_country(match.postcode, visit.language),
        "locality": suburb if suburb in match.localities else "",
        "country": tables.country,
        "as_of": tables.as_of,
        "notices": tables.notices_on(visit.day),
        "reasons": Reason,
        "likeliest": likeliest(match),
        "no_locality": NO_LOCALITY,
        "errors": {step: visit.say(sentence)} if sentence else {},
        "picked": picked,
        "live": live,
        "carried": visit.form_data.carried(step, "constituency"),
    }
    return Detour(Page(_PAGES[step], values, 422 if sentence else 200))
