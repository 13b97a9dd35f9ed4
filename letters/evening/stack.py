"""What is printed of a list of guests: letters to write by hand, slips for envelopes without a window, the host's list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from letters.evening.guests import Guest
from letters.letter import Letter
from letters.outputs.envelope import LABELS
from letters.outputs.phrases import say
from letters.outputs.typesetting.paper import ENVELOPES, PAPER_SIZES, zones
from letters.outputs.typesetting.typst_pdf import is_common, set_text, typeset
from representatives.languages import N_

LONGEST_TYPED = 40
"""Characters of a line that are shown again: what is longer is no postcode."""
SLIPS = 14
"""On a page: two columns of the labels' rows."""
# On the letter, in its language.
_LABELS = {
    "sender": N_("Your name and address"),
    "date": N_("Date"),
    "own": N_("In your own words: how you learned of it, and why it matters to you"),
    "request": N_("The request: write over the light words, or say it your way"),
    "signature": N_("Your signature"),
}
# Around the letters, in the host's language.
_WORDS = {
    "cut_here": N_("Cut here: what stands below is not part of the letter."),
    "slips": N_("Address slips"),
    "cut_slips": N_("For envelopes without a window: cut out and glue on, in the order of the sheets."),
}
_STEPS = (
    N_("Write in pen. The light words are there to go over, or to replace."),
    N_("Put your name and address at the top, so that the office can answer, and sign."),
    N_(
        "Cut this strip off. Fold at the marks, address outside: it shows in the window of a %(envelope)s envelope."
    ),
)
_ONLY_IN = N_("Only if you live in %(place)s: if you do not, ask your host for another sheet.")
_DESTROY = N_("This list is for tonight: throw it away afterwards. Nothing of it is kept anywhere else.")


@dataclass(frozen=True, slots=True)
class HandSheet:
    """One letter to write by hand."""

    letter: Letter
    """Whom it is to and how it begins and ends; what its writer adds is not in it."""
    opening: str
    request: tuple[str, ...]
    """The request's sentences, paragraph by paragraph, to write over or to replace."""
    guest: str
    """The guest's postcode, as the post office prints it."""
    only_in: str = ""
    """The constituency that the guest must live in for this sheet to be theirs; "" where that is certain."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Everything that is printed of one list of postcodes."""

    sheets: Sequence[HandSheet]
    unclear: Sequence[Guest]
    """Those whom the host should look at."""
    posting: Sequence[str]
    """What to put on the envelopes, a sentence or two each."""
    language: str
    """The host's; each letter has its own."""
    paper: str
    guests: int
    day: date


def render(stack: Stack) -> bytes:
    """One PDF: the sheets in order, the address slips, the list for the host. Equal stacks give equal bytes.

    The slips are as large as the labels of envelope.py: they can be printed on such a sheet, or cut out.
    """
    language = stack.language
    data = {
        "title": say(language, N_("Letters to write by hand")),
        "language": language,
        "sheet": PAPER_SIZES[stack.paper],
        "labels": LABELS[stack.paper],
        "sheets": [_sheet(each, stack) for each in stack.sheets],
        "list": _host_list(stack),
        "words": {name: say(language, sentence) for name, sentence in _WORDS.items()},
    }
    return typeset("evening/hand_sheets.typ", data, stack.day)


def _sheet(sheet: HandSheet, stack: Stack) -> dict[str, Any]:
    letter, language = sheet.letter, stack.language
    envelope = ENVELOPES[letter.envelope]
    name = say(language, N_("%(guest)s: letter to %(name)s"), guest=sheet.guest, name=letter.recipient_name)
    return {
        "language": letter.language,
        "zone": zones(PAPER_SIZES[stack.paper], envelope),
        "labels": {name: say(letter.language, sentence) for name, sentence in _LABELS.items()},
        "guest": sheet.guest,
        "recipient": [set_text(line) for line in letter.recipient],
        "salutation": set_text(letter.salutation),
        "opening": set_text(sheet.opening),
        "request": [set_text(each) for each in sheet.request],
        "closing": set_text(letter.closing),
        "name": name,
        "only_in": say(language, _ONLY_IN, place=sheet.only_in) if sheet.only_in else "",
        "steps": [say(language, step, envelope=envelope.name[language]) for step in _STEPS],
    }


def _host_list(stack: Stack) -> dict[str, Any]:
    language, sheets = stack.language, len(stack.sheets)
    guests = N_("1 guest") if stack.guests == 1 else N_("%(number)s guests")
    to_write = N_("1 sheet to write") if sheets == 1 else N_("%(number)s sheets to write")
    made = (say(language, guests, number=str(stack.guests)), say(language, to_write, number=str(sheets)))
    return {
        "title": say(language, N_("For the host")),
        "made": f"{', '.join(made)}.",
        "clear": "" if stack.unclear else say(language, N_("Every line was clear.")),
        "unclear": [_line(each, language) for each in stack.unclear],
        "posting-title": say(language, N_("What to post")),
        "posting": stack.posting,
        "destroy": say(language, _DESTROY),
    }


def _line(guest: Guest, language: str) -> dict[str, Any]:
    """A line by its number, and what in it may be a postcode, where the body font has it: no name goes on paper."""
    name = say(language, N_("Line %(number)s"), number=str(guest.number))
    words = [word for word in guest.shown.split() if guest.places or any(map(str.isdigit, word))]
    code = " ".join(words)[:LONGEST_TYPED]
    return {
        "name": set_text(f"{name}: {code}" if code and is_common(code) else name),
        "said": set_text(guest.problem or " ".join(guest.notes)),
        "choices": [set_text(each) for each in guest.choices],
    }
