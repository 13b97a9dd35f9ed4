"""What a host prints beside the sheets: the poster, the host's own sheet, the guests' worksheet."""

from collections.abc import Sequence

from letters.evening.facts import facts, film_line, source_line
from letters.evening.guest_address import GuestAddress
from letters.journey.visit import Visit
from letters.outputs.evening import host_sheet, poster, worksheet
from letters.outputs.phrases import say
from representatives import directory
from representatives.countries import COUNTRIES
from representatives.languages import N_

PAPERS = {"a4": "a4", "letter": "us-letter"}
"""The field `paper` -> what letters and outputs call it."""
_ROOM = {"matters": 3, "learned": 2, "wish": 2}
"""How much of the worksheet a prompt's answer takes, in parts."""
_ABROAD = N_(
    "Each of these is for letters posted in that country: from abroad, ask the post office for the postage."
)


def paper_in(country: str, wanted: str) -> str:
    """The paper that was asked for, or the country's."""
    return PAPERS.get(wanted, COUNTRIES[country].paper)


def posting(country: str, language: str) -> tuple[str, ...]:
    """What to put on an envelope to the country's members, and how long post takes."""
    rules = COUNTRIES[country]
    member = next(iter(directory().countries[country].members.values()))
    office = rules.offices(member, None, language)[0]
    texts = (rules.postage, rules.delay(member, office))
    return tuple(text[language] for text in texts if text)


def posting_to(countries: Sequence[str], language: str) -> list[str]:
    """The same for letters to several countries: each sentence says which it is about."""
    if len(countries) == 1:
        return [*posting(countries[0], language)]
    named = ((COUNTRIES[country].name[language], posting(country, language)) for country in countries)
    return [*(f"{name}: {text}" for name, texts in named for text in texts), say(language, _ABROAD)]


def make_poster(visit: Visit, country: str, address: GuestAddress, path: str, wanted_paper: str) -> bytes:
    """The poster; `path` is that of the campaign's page."""
    return poster.render(
        title=visit.campaign.title[visit.language],
        teaser=visit.campaign.teaser[visit.language],
        address=address.page(path),
        is_local=address.is_local,
        language=visit.language,
        paper=paper_in(country, wanted_paper),
        day=visit.day,
    )


def make_host_sheet(visit: Visit, country: str, wanted_paper: str) -> bytes:
    """The host's own sheet."""
    words = visit.campaign.words_in(country, visit.language)
    sources = [visit.campaign.sources[id] for id in words.cited]
    found = facts(words.summary)
    named = max((int(number) for fact in found for number in fact.numbers), default=0)
    return host_sheet.render(
        title=visit.campaign.title[visit.language],
        facts=found,
        sources=[source_line(source, words.language) for source in sources[:named]],
        films=[film_line(film, visit.language) for film in visit.campaign.films],
        posting=posting(country, visit.language),
        language=visit.language,
        words_language=words.language,
        paper=paper_in(country, wanted_paper),
        day=visit.day,
    )


def make_worksheet(visit: Visit, country: str, wanted_paper: str) -> bytes:
    """The guests' worksheet."""
    words = visit.campaign.words_in(country, visit.language)
    return worksheet.render(
        title=visit.campaign.title[visit.language],
        questions=[
            worksheet.Question(prompt.question, prompt.starters, _ROOM.get(prompt.id, 1))
            for prompt in words.prompts
        ],
        requests=[request.title for request in words.requests_on(visit.day)],
        language=visit.language,
        words_language=words.language,
        paper=paper_in(country, wanted_paper),
        day=visit.day,
    )
