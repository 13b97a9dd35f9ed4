"""The host's sheet: one page with the evening's steps, the facts with their sources, and what to say to a doubt."""

from letters.evening.facts import facts, film_line, source_line
from letters.evening.prints import paper_in, posting
from letters.journey.visit import Visit
from letters.outputs.phrases import say
from letters.outputs.typesetting.paper import PAPER_SIZES
from letters.outputs.typesetting.typst_pdf import set_text, typeset
from representatives.languages import N_

_TITLES = {
    "title": N_("A letter evening: for the host"),
    "agenda-title": N_("The evening in five steps"),
    "facts-title": N_("What is known, and who says so"),
    "doubts-title": N_("If somebody doubts"),
    "posting-title": N_("What to post"),
    "sources-title": N_("Sources"),
}
_AGENDA = (
    (
        N_("10 min."),
        N_("Show a part of the film, or tell in a few minutes what you know, with who said it."),
    ),
    (
        N_("5 min."),
        N_(
            "Put the code on the wall. Guests write on their own phones. One computer serves about eight guests an hour."
        ),
    ),
    (N_("45 min."), N_("Hand out worksheets, sheets and pens to those who would rather write by hand.")),
    (N_("10 min."), N_("Read one letter aloud, if its writer is willing.")),
    (N_("10 min."), N_("Sign, fold, collect and post.")),
)
_DOUBTS = (
    (
        N_("“Is this true?”"),
        N_(
            "Say who found what, and who disputes it, in the words under “What is known”: no more than the source says. Whoever wants to read it finds the links on the campaign’s page."
        ),
    ),
    (
        N_("“Does a letter change anything?”"),
        N_(
            "Nobody can promise that. Offices read what people they represent write in their own words; identical letters are set aside."
        ),
    ),
    (
        N_("“Who gets my address?”"),
        N_(
            "The office that you write to, which keeps it by its own rules. This site keeps nothing that is typed."
        ),
    ),
    (
        N_("“Must I?”"),
        N_("No. Listening is welcome too, and so is a letter that asks a question."),
    ),
)
_POST_ALL = N_(
    "One envelope for each letter, with the address outside. If nobody answers within thirty days: write again, or call the office."
)


def make_host_sheet(visit: Visit, country: str, wanted_paper: str) -> bytes:
    """One page; equal sheets have equal bytes."""
    language = visit.language
    words = visit.campaign.words_in(country, language)
    sources = [visit.campaign.sources[id] for id in words.cited]
    found = facts(words.summary)
    named = max((int(number) for fact in found for number in fact.numbers), default=0)
    films = [film_line(film, language) for film in visit.campaign.films]
    data = {name: say(language, sentence) for name, sentence in _TITLES.items()} | {
        "campaign": set_text(visit.campaign.title[language]),
        "language": language,
        "words-language": words.language,
        "sheet": PAPER_SIZES[paper_in(country, wanted_paper)],
        "agenda": [[say(language, each) for each in step] for step in _AGENDA],
        "films": [say(language, N_("A film: %(film)s"), film=film) for film in films],
        "facts": found,
        "sources": [source_line(source, words.language) for source in sources[:named]],
        "doubts": [[say(language, each) for each in doubt] for doubt in _DOUBTS],
        "posting": [*posting(country, language), say(language, _POST_ALL)],
    }
    return typeset("evening/host_sheet.typ", data, visit.day)
