"""The guest's worksheet: the campaign's questions with room to write, before the letter is written."""

from letters.evening.prints import paper_in
from letters.journey.visit import Visit
from letters.outputs.phrases import say
from letters.outputs.typesetting.paper import PAPER_SIZES
from letters.outputs.typesetting.typst_pdf import set_text, typeset
from representatives.languages import N_

_KEEP = N_("For you: this sheet is not posted. A few words are enough, for one question or for all.")
_ROOM = {"matters": 3, "learned": 2, "wish": 2}
"""How much of the sheet a prompt's answer takes, in parts."""


def make_worksheet(visit: Visit, country: str, wanted_paper: str) -> bytes:
    """One page; equal worksheets have equal bytes."""
    language = visit.language
    words = visit.campaign.words_in(country, language)
    data = {
        "title": say(language, N_("Before you write")),
        "keep": say(language, _KEEP),
        "campaign": set_text(visit.campaign.title[language]),
        "language": language,
        "words-language": words.language,
        "sheet": PAPER_SIZES[paper_in(country, wanted_paper)],
        "begin": say(language, N_("You might begin:")),
        "questions": [
            {
                "text": set_text(prompt.question),
                "beginnings": prompt.starters,
                "weight": _ROOM.get(prompt.id, 1),
            }
            for prompt in words.prompts
        ],
        "requests-title": say(language, N_("What you can ask for")),
        "requests": [request.title for request in words.requests_on(visit.day)],
    }
    return typeset("evening/worksheet.typ", data, visit.day)
