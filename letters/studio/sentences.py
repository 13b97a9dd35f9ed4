"""The check's sentences in the words of the studio's form, and so in the page's language.

The check speaks to who edits files: of labels, brackets and lines. Beside a field that needs other words.
"""

import re
from collections.abc import Callable

from representatives.languages import N_

EMPTY = N_("This is empty.")
NO_SOURCE = N_("Name its source in brackets after each statement: [1].")
UNKNOWN_SOURCE = N_("There is no source %(source)s.")
_BRACES = N_(
    "Write what stands in double braces exactly so: {{ constituency }}, {{ region }}, {{ in_region }} or {{ topic }}."
)

_WORDS = r"(?P<words>\d+) words: (?P<most>\d+) at most\."
_WORDED: tuple[tuple[str, str], ...] = (
    (r".+: this is empty\.|“.+:” is missing\.", EMPTY),
    (r".+: this should be a web address.*", N_("Type a whole web address, from https:// on.")),
    (
        r".+: this should be a day.*|.+: a month or a year.*",
        N_("Type a date such as 2025-12-05, 2025-12 or 2025."),
    ),
    (r"The Core has up to " + _WORDS, N_("The facts have up to %(words)s words: %(most)s at most.")),
    (
        r"“Subject:” can have (?P<words>\d+) words with its topic: (?P<most>\d+) at most\.",
        N_("With its topic a subject can have %(words)s words: %(most)s at most."),
    ),
    (r"“.+:” has " + _WORDS, N_("This has %(words)s words: %(most)s at most.")),
    (r"The message has " + _WORDS, N_("This has %(words)s words: %(most)s at most.")),
    (r"“.+:” is (?P<words>\d+) characters.*", N_("This is %(words)s characters long, which is too much.")),
    (
        r"No request can be put to the .*",
        N_("Nothing is asked of one chamber: nobody can write to its members."),
    ),
    (
        r"Pages are read in .*",
        N_("Pages are read in another language, too: a title in it would be understood there."),
    ),
    (
        r"A letter to .+ can be written in .*",
        N_("Letters to this country can be in another language, too: add it above."),
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
    (r"Request .* names no source\.", N_("Name at least one source by its number.")),
    (r".+ names no source.*", NO_SOURCE),
    (
        r"“.+:” asks a question.*",
        N_("A letter asks one question, which stands at its end: write this without a question mark."),
    ),
    (r"“.+:” is to be one question.*", N_("Write one question, with its question mark at the end.")),
    (
        r"This sentence stands in .*",
        N_("This sentence stands in the letter to the other chamber, too: say it in other words."),
    ),
    (
        r"The letter to the editor has (?P<words>\d+) words: (?P<least>\d+) to (?P<most>\d+)\.",
        N_("The letter to the editor has %(words)s words: it needs %(least)s to %(most)s."),
    ),
    (r"The part .+ is missing or empty\.", N_("A letter to the editor needs all four texts.")),
    (
        r"A letter to the editor helps .*",
        N_("A letter to the editor, below, helps writers to reach newspapers."),
    ),
    (
        r"A message to friends .*",
        N_("A message to friends, below, brings more letters than anything else."),
    ),
    (r"Placeholders work only .*", N_("Double braces work in the letter’s texts only: not here.")),
    (
        r"The Summary has no heading .*",
        N_("No heading says who disputes it: a reader believes a page that says so."),
    ),
    (r"The Summary is empty\.", N_("Say what is known, and who disputes it.")),
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


def worded(sentence: str, say: Callable[..., str]) -> str:
    """A sentence of the check for the form; one that the form knows no other words for stays as it is.

    Args:
        sentence: the check's.
        say: translates a marked sentence, with the values that it has places for.
    """
    for pattern, mark in _WORDED:
        if found := re.fullmatch(pattern, sentence, re.DOTALL):
            return str(say(mark, **found.groupdict()))
    return sentence
