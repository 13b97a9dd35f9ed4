"""All wordings of a campaign on one page, for whoever wants to know in which words its letters can come."""

from collections.abc import Iterable, Iterator, Mapping

from letters.campaign.model import Campaign, LetterText, Request, Wordings
from letters.campaign.placeholders import NAMES, fill
from letters.journey.visit import Page, Values, Visit
from representatives import Chamber
from representatives.countries import COUNTRIES
from representatives.languages import N_

_PLACES: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "constituency": "circonscription",
        "region": "région",
        "in_region": "en région",
        "recipient": "destinataire",
        "office": "fonction",
        "topic": "sujet",
    }
}
"""What stands for a placeholder on the page, by the text's language; elsewhere its name."""
ROLES: Mapping[str, str] = {
    "minister": N_("to a minister"),
    "prime-minister": N_("to the prime minister"),
    "parliamentary-secretary": N_("to a parliamentary secretary"),
    "speaker": N_("to a Speaker"),
    "no-seat": N_("to a member who does not take the seat"),
    "delegate": N_("to a delegate"),
    "committee-member": N_("to a member of the committee that has it"),
}


Wording = tuple[str, str, Wordings]
"""One text of the letters: what it is and to whom it is said, both marked for translation ("" for everybody); its wordings."""


def wordings_page(visit: Visit) -> Page:
    """The page, in the page's language where the campaign has it."""
    return Page("wordings.html", {"letters": tuple(_letters(visit.campaign, visit.language))})


def _letters(campaign: Campaign, language: str) -> Iterator[Values]:
    """Everything that a letter to one chamber can say, for each."""
    for country in campaign.countries:
        words = campaign.words_in(country, language)
        for chamber, text in words.letters.items():
            asked = [each for request in words.requests for each in (request, request.after) if each]
            values = _values(chamber, words.language)
            yield {
                "chamber": COUNTRIES[country].chambers[chamber],
                "country": COUNTRIES[country].name,
                "language": words.language,
                "letter": _filled(_of_letter(text), values),
                "requests": [
                    (each.title, _filled(_of_request(each), values))
                    for each in asked
                    if chamber in each.chambers
                ],
            }


def _of_letter(text: LetterText) -> Iterator[Wording]:
    yield N_("Subject"), "", text.subject
    yield N_("Opening"), "", text.opening
    for core in text.core:
        yield N_("What is known"), "", core
    yield N_("End"), "", text.reply


def _of_request(request: Request) -> Iterator[Wording]:
    yield N_("Request"), "", request.lead
    for role, said in request.by_role.items():
        if said.lead:
            yield N_("Request"), ROLES[role], said.lead
    yield N_("The same beside another request"), "", request.supporting
    yield N_("Question"), "", request.question
    for role, said in request.by_role.items():
        if said.question:
            yield N_("Question"), ROLES[role], said.question


def _values(chamber: Chamber, language: str) -> Mapping[str, str]:
    """What placeholders stand for in a letter to the chamber: names of places and people are left open."""
    known = _PLACES.get(language, {})
    open_ = {name: f"‹{known.get(name, name.replace('_', ' '))}›" for name in NAMES}
    return open_ | {"chamber": str(chamber)}


def _filled(listed: Iterable[Wording], values: Mapping[str, str]) -> list[Wording]:
    """The same with its placeholders filled, each wording once."""
    return [
        (label, role, tuple(dict.fromkeys(fill(text, values) for text in texts)))
        for label, role, texts in listed
    ]
