"""Letters to write by hand: a sheet each, address slips for envelopes without a window, and the host's list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from letters.letter import Letter
from letters.outputs.envelope import LABELS
from letters.outputs.evening.phrases import counted, say
from letters.outputs.typesetting.paper import ENVELOPES, PAPER_SIZES, in_points, zones
from letters.outputs.typesetting.typst_pdf import is_common, set_text, typeset

LONGEST_TYPED = 40
"""Characters of a line that are shown again: what is longer is no postcode."""


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
class Unclear:
    """A line of the host's list that the host should look at."""

    number: int
    typed: str
    said: str
    """Why, in a sentence or more."""
    choices: tuple[str, ...] = ()
    """What the guest can say to settle it, each with a box to tick."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Everything that is printed of one list of postcodes."""

    sheets: Sequence[HandSheet]
    unclear: Sequence[Unclear]
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
    sheet, labels = PAPER_SIZES[stack.paper], LABELS[stack.paper]
    data = {
        "title": say(stack.language, "sheets"),
        "language": stack.language,
        "sheet": in_points(sheet),
        "labels": in_points(labels) | {"rows": labels.rows},
        "sheets": [_sheet(each, stack) for each in stack.sheets],
        "list": _host_list(stack),
        "words": {name: say(stack.language, name) for name in ("cut_here", "slips", "cut_slips")},
    }
    return typeset("evening/hand_sheets.typ", data, stack.day)


def _sheet(sheet: HandSheet, stack: Stack) -> dict[str, Any]:
    letter = sheet.letter
    labels = ("sender", "date", "own", "request", "signature")
    return {
        "language": letter.language,
        "zone": in_points(zones(PAPER_SIZES[stack.paper], ENVELOPES[letter.envelope])),
        "labels": {name: say(letter.language, f"label_{name}") for name in labels},
        "guest": sheet.guest,
        "recipient": [set_text(line) for line in letter.recipient],
        "salutation": set_text(letter.salutation),
        "opening": set_text(sheet.opening),
        "request": [set_text(each) for each in sheet.request],
        "closing": set_text(letter.closing),
        "name": say(stack.language, "sheet_for", guest=sheet.guest, name=letter.recipient_name),
        "only_in": say(stack.language, "only_in", place=sheet.only_in) if sheet.only_in else "",
        "steps": _steps(letter, stack.language),
    }


def _steps(letter: Letter, language: str) -> list[str]:
    envelope = say(language, f"envelope_{letter.envelope}")
    return [say(language, name, envelope=envelope) for name in ("step_write", "step_sign", "step_fold")]


def _host_list(stack: Stack) -> dict[str, Any]:
    language = stack.language
    return {
        "title": say(language, "list"),
        "made": say(
            language,
            "made",
            guests=counted(language, "guests", stack.guests),
            sheets=counted(language, "letters", len(stack.sheets)),
        ),
        "clear": "" if stack.unclear else say(language, "all_clear"),
        "unclear": [_line(each, language) for each in stack.unclear],
        "posting-title": say(language, "posting"),
        "posting": list(stack.posting),
        "destroy": say(language, "destroy"),
    }


def _line(unclear: Unclear, language: str) -> dict[str, Any]:
    """A line as the host typed it, where the body font has its characters: the number names it anyway."""
    typed = unclear.typed[:LONGEST_TYPED]
    name = say(language, "line", number=str(unclear.number))
    return {
        "name": set_text(f"{name}: {typed}" if is_common(typed) else name),
        "said": set_text(unclear.said),
        "choices": [set_text(each) for each in unclear.choices],
    }
