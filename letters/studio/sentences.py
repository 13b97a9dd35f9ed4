"""The check's sentences in the words of the studio's form, and so in the page's language.

The check speaks to who edits files: of labels, brackets and lines. Beside a field that needs other words.
"""

import re
from collections.abc import Callable

from representatives import Chamber
from representatives.countries import COUNTRIES
from representatives.languages import N_

EMPTY = N_("This is empty.")
NO_SOURCE = N_(
    "This text names no source. Add the number of one that says it, such as [1], or take the text out."
)
NO_SOURCE_IN_PARAGRAPH = N_(
    "The paragraph “%(beginning)s” names no source. Put the number of one after what it says, such as [1], or take it out: what you saw yourself belongs in your own letter."
)
UNKNOWN_SOURCE = N_("There is no source %(source)s.")
_BRACES = N_(
    "Write what stands in double braces exactly so: {{ constituency }}, {{ region }}, {{ in_region }} or {{ topic }}."
)

_WORDS = r"(?P<words>\d+) words: (?P<most>\d+) at most\."
_WORDED: tuple[tuple[str, str], ...] = (
    (r".+: this is empty\.|“.+:” is missing\.", EMPTY),
    (r".+: this should be a web address.*", N_("Type a whole web address, from https:// on.")),
    (r".+ a month or a year.*", N_("Write it as 5 November 2024, as Nov 2024, or only 2024.")),
    (r".+: this should be a day.*", N_("Write the day as 5 November 2024.")),
    (
        r"“Topic:” is missing: the title.*",
        N_("Write it in seven words or fewer: the title is too long to stand in a subject."),
    ),
    (r"The Core has up to " + _WORDS, N_("The facts have %(words)s words: take out %(over)s.")),
    (
        r"“Subject:” can have (?P<words>\d+) words with its topic: (?P<most>\d+) at most\.",
        N_("With what the letter is about, a subject can have %(words)s words: take out %(over)s."),
    ),
    (r"“.+:” has " + _WORDS, N_("This has %(words)s words: take out %(over)s.")),
    (r"The message has " + _WORDS, N_("This has %(words)s words: take out %(over)s.")),
    (r"“.+:” is (?P<words>\d+) characters.*", N_("This is %(words)s characters long, which is too much.")),
    (
        r"No request can be put to the (?P<chamber>.+) of (?P<country>.+)\.",
        N_("You can write to the %(chamber)s, too."),
    ),
    (
        r"A letter to .+ can be written in .*",
        N_("Letters to this country can be in another language, too: add it under “More for the campaign”."),
    ),
    (r".+ rests on a publisher that takes sides.*", N_("This publisher takes sides: is there an original?")),
    (
        r"“.+” rests on .*",
        N_(
            "No statement may rest on this address, which anybody can change or which is a copy: name the original."
        ),
    ),
    (
        r".* follows who opens it.*",
        N_("This address follows who opens it: leave out what comes after the “?”."),
    ),
    (r"Request .* names the source “(?P<source>.+)”, .*", UNKNOWN_SOURCE),
    (r"No \[\[sources\]\] block has the id “(?P<source>.+)”\.", UNKNOWN_SOURCE),
    (
        r"Without a teaser in .*",
        N_(
            "One or two sentences of your own in the list of campaigns say more than the page’s first sentence."
        ),
    ),
    (r"Without “Meaning:” .*", N_("People see it before they choose what to ask for.")),
    (r"Without “Supporting:” .*", N_("A short sentence reads better beside another request.")),
    (r"Without “Starter:” .*", N_("Beginnings help people who do not know how to start.")),
    (r"Without “.+:” .*", N_("Words of your own here would make these letters less like others.")),
    (r"The paragraph “(?P<beginning>.+)” names no source: .*", NO_SOURCE_IN_PARAGRAPH),
    (r".+ names no source.*", NO_SOURCE),
    (
        r"“.+:” asks a question.*",
        N_("A letter asks one question, which stands at its end: write this without a question mark."),
    ),
    (
        r"“.+:” says “(?P<words>.+)”, as every writer would.*",
        N_("Writers elsewhere would say “%(words)s”, too: name the place."),
    ),
    (r"“.+:” has no full stop.*", N_("Put a full stop at the end.")),
    (r"“.+:” is to be one question.*", N_("Write one question, with its question mark at the end.")),
    (
        r"“.+” stands in “# Letter: .*",
        N_("The letter to the other chamber says the same: better in other words."),
    ),
    (
        r"“.+:” names (?P<names>.+), and so can a text before it.*",
        N_("The letter can name %(names)s before this, too: refer back to it."),
    ),
    (
        r"The letter to the editor has (?P<words>\d+) words: (?P<least>\d+) to (?P<most>\d+)\.",
        N_("The letter to the editor has %(words)s words: it needs %(least)s to %(most)s."),
    ),
    (r"The part .+ is missing or empty\.", N_("A letter to the editor needs all four texts.")),
    (
        r"A letter to the editor helps .*",
        N_("A letter to the editor helps writers to reach newspapers."),
    ),
    (
        r"A message to friends .*",
        N_("A message to friends brings more letters than anything else."),
    ),
    (r"Placeholders work only .*", N_("Double braces work in the letter’s texts only: not here.")),
    (
        r"Under “.+” the Summary says nothing.*",
        N_("Readers believe a page that names the other side. Leave it empty if you found nobody."),
    ),
    (
        r"The Summary has no heading .*",
        N_("No heading says who disputes it: a reader believes a page that says so."),
    ),
    (r"The Summary is empty\.", N_("Say what is known.")),
    (r"“Subject:” should have .*", N_("With four subjects or more, letters look less alike.")),
    (r"“.+:” has one wording: .*", N_("With a second wording, letters read less alike.")),
    (r"“.+:” has one wording only\.", N_("Only one wording can stand here.")),
    (
        r"A subject says the request .*",
        N_("Each subject needs {{ topic }}, and {{ constituency }} or {{ region }}."),
    ),
    (r"Unknown placeholder.*|A placeholder is not closed.*|A brace is left over.*", _BRACES),
    (r"Only plain placeholders.*|Too many conditions.*", _BRACES),
    (r"A page of the site has .*", N_("A page of the site has this name: choose another.")),
    (
        r"Line \d+ holds the character U\+(?P<code>\w+).*",
        N_("A character that nobody sees (U+%(code)s) stands in these texts: type them anew."),
    ),
    (r"This file is larger .*", N_("These texts are too long.")),
)


def worded(sentence: str, say: Callable[..., str], language: str = "en") -> str:
    """A sentence of the check for the form; one that the form knows no other words for stays as it is.

    Args:
        sentence: the check's.
        say: translates a marked sentence, with the values that it has places for.
        language: the page's, in which a chamber is named.
    """
    for pattern, mark in _WORDED:
        if found := re.fullmatch(pattern, sentence, re.DOTALL):
            values = found.groupdict()
            if "most" in values:
                values["over"] = str(int(values["words"]) - int(values["most"]))
            if country := COUNTRIES.get(values.pop("country", "")):
                values["chamber"] = country.chambers[Chamber(values["chamber"])][language]
            return str(say(mark, **values))
    return sentence
