"""All wordings of a campaign on one page, for whoever wants to know in which words its letters can come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from letters.campaign.model import Campaign, LetterText, Request, Wordings, Words
from letters.campaign.placeholders import NAMES, fill
from letters.journey.visit import Page, Visit
from representatives import Chamber
from representatives.countries import COUNTRIES
from representatives.languages import N_
from representatives.people import Text

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


@dataclass(frozen=True, slots=True)
class Wording:
    """One text of the letters."""

    label: str
    """What it is, a sentence marked for translation."""
    texts: tuple[str, ...]
    """Its wordings."""
    role: str = ""
    """To whom it is said in these words, marked for translation; "" for everybody."""


@dataclass(frozen=True, slots=True)
class LettersTo:
    """Everything that a letter to one chamber can say."""

    chamber: Text
    country: Text
    language: str
    letter: Sequence[Wording]
    requests: Sequence[tuple[str, Sequence[Wording]]]
    """Title and wordings of each."""


def wordings_page(visit: Visit) -> Page:
    """The page, in the page's language where the campaign has it."""
    return Page("wordings.html", {"letters": tuple(_letters(visit.campaign, visit.language))})


def _letters(campaign: Campaign, language: str) -> Iterator[LettersTo]:
    for country in campaign.countries:
        words = campaign.words_in(country, language)
        for chamber, text in words.letters.items():
            yield LettersTo(
                chamber=COUNTRIES[country].chambers[chamber],
                country=COUNTRIES[country].name,
                language=words.language,
                letter=tuple(_of_letter(text, _values(chamber, words.language))),
                requests=tuple(_of_requests(words, chamber)),
            )


def _of_letter(text: LetterText, values: Mapping[str, str]) -> Iterator[Wording]:
    yield Wording(N_("Subject"), _said(text.subject, values))
    yield Wording(N_("Opening"), _said(text.opening, values))
    for core in text.core:
        yield Wording(N_("What is known"), _said(core, values))
    yield Wording(N_("End"), _said(text.reply, values))


def _of_requests(words: Words, chamber: Chamber) -> Iterator[tuple[str, Sequence[Wording]]]:
    for request in words.requests:
        for asked in (request, request.after):
            if asked and chamber in asked.chambers:
                yield asked.title, tuple(_of_request(asked, _values(chamber, words.language)))


def _of_request(request: Request, values: Mapping[str, str]) -> Iterator[Wording]:
    yield Wording(N_("Request"), _said(request.lead, values))
    for role, said in request.by_role.items():
        if said.lead:
            yield Wording(N_("Request"), _said(said.lead, values), ROLES[role])
    yield Wording(N_("The same beside another request"), _said(request.supporting, values))
    yield Wording(N_("Question"), _said(request.question, values))
    for role, said in request.by_role.items():
        if said.question:
            yield Wording(N_("Question"), _said(said.question, values), ROLES[role])


def _values(chamber: Chamber, language: str) -> Mapping[str, str]:
    """What placeholders stand for in a letter to the chamber: names of places and people are left open."""
    known = _PLACES.get(language, {})
    open_ = {name: f"‹{known.get(name, name.replace('_', ' '))}›" for name in NAMES}
    return open_ | {"chamber": str(chamber)}


def _said(wordings: Wordings, values: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fill(text, values) for text in wordings))
