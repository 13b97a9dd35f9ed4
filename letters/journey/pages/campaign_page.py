"""The campaign's page: what is known, who disputes it, what the law does; and the postcode question."""

from letters.journey.visit import Detour, Page, Visit
from representatives.countries import COUNTRIES
from representatives.languages import N_

_MEANT = N_("Did you mean %(postcode)s? It stands in the field now: look at it, then press the button.")


def campaign_page(visit: Visit, error: str = "", meant: str = "") -> Page:
    """The page, with what is wrong with the postcode, and the one that was probably meant."""
    country = visit.country
    words = visit.campaign.words_in(country, visit.language)
    values = {
        "country": country,
        "for_guests": visit.for_guests,
        "countries": [COUNTRIES[each] for each in visit.campaign.countries],
        "titles": visit.campaign.titles_in(country, visit.language),
        "words": words,
        "requests": words.requests_on(visit.day),
        "postcode": meant or visit.form_data.value("postcode"),
        "errors": {"postcode": error} if error else {},
        # What was chosen for another postcode is no answer for the one that is typed here.
        "carried": visit.form_data.carried("postcode", "country", "locality", "constituency", "shared"),
    }
    return Page("campaign.html", values, 422 if error else 200)


def ask_whether_meant(visit: Visit, meant: str) -> Detour:
    """The way back to the postcode question where the typed code has a slip: the right one is in the field, to be seen."""
    return Detour(campaign_page(visit, visit.say(_MEANT, postcode=meant), meant))


def ask_again(visit: Visit, sentence: str, **values: object) -> Detour:
    """The way back to the postcode question, with a marked sentence that says why."""
    return Detour(campaign_page(visit, visit.say(sentence, **values)))
