"""Envelopes to print on, addressed and with the return address, and sheets of address labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from letters.letter import Letter
from letters.outputs.phrases import say
from letters.outputs.text import isolated
from letters.outputs.typesetting.paper import ENVELOPES, INCH, PAPER_SIZES
from letters.outputs.typesetting.typst_pdf import Pdf, set_text, typeset
from representatives.languages import N_

# One place for the address satisfies every authority at once, so nothing here depends on a country:
#   at least 1/2 inch from the sides, its top no higher than 2 3/4 inches and its end no lower than 5/8 inch above the
#   bottom edge: USPS, Domestic Mail Manual 202.2.1, https://pe.usps.com/text/dmm300/202.htm
#   more than 40 mm below the top: Canada Post, Postal Standards, 2.1 Addressing (archived),
#   https://bac-lac.wayback.archive-it.org/web/20061207023533/http:/www.canadapost.ca/tools/pg/standards/cps2-04-e.asp
#   15 mm from left, right and bottom, 40 mm from the top: Australia Post,
#   https://auspost.com.au/sending/guidelines/addressing-guidelines/envelope-zones
#   18 mm from the bottom and 15 mm from the other edges: Royal Mail, which asks this of windows,
#   https://online.flippingbook.com/view/353760/77/
_SIDE, _BELOW_TOP, _ABOVE_BOTTOM, _HIGHEST = 15.0, 40.0, 18.0, 2.75 * INCH
# The return address: top left, as Canada Post has it,
# https://www.canadapost-postescanada.ca/cpc/en/support/articles/addressing-guidelines/important-information.page
# outside Australia Post's 90 mm for stamps; and as Royal Mail's "A guide for letter envelope design and clear
# addressing" asks: named as such, no lower than 28 mm from the top, 12 mm clear of the address.
_RETURN_LEFT, _RETURN_TOP, _RETURN_BOTTOM, _STAMPS = 10.0, 8.0, 28.0, 90.0
_ADDRESS_FROM = 0.4
"""Where the address begins, as a share of the envelope's width."""


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of self-adhesive labels: millimetres; `across` and `down` count from one label's edge to the next."""

    width: float
    height: float
    left: float
    top: float
    across: float
    down: float
    rows: int


LABELS: Mapping[str, LabelSheet] = {
    # Avery L7163: fourteen labels of 99.1 by 38.1 mm on A4.
    "a4": LabelSheet(99.1, 38.1, left=4.65, top=15.15, across=101.6, down=38.1, rows=7),
    # Avery 5162: fourteen labels of 4 by 1 1/3 inches on US Letter.
    "us-letter": LabelSheet(
        4 * INCH,
        INCH * 4 / 3,
        left=0.156 * INCH,
        top=INCH * 5 / 6,
        across=4.188 * INCH,
        down=INCH * 4 / 3,
        rows=7,
    ),
}
"""Keyed as `Letter.paper`; both are sold by many makers as compatible with these numbers."""


def render(letters: Sequence[Letter], size: str) -> Pdf:
    """A page as large as the envelope for each letter, to feed the envelope itself to the printer.

    Args:
        letters: at least one.
        size: "10" (9.5 by 4.125 inches), "dl" (220 by 110 mm) or "c5" (229 by 162 mm).

    Raises:
        KeyError: no such size.
    """
    first = letters[0]
    data = {
        "title": say(first.language, N_("Envelopes")),
        "language": first.language,
        "envelope": _places(size),
        "letters": [_addresses(letter) for letter in letters],
    }
    return typeset("envelope.typ", data, first.day)


def render_labels(letters: Sequence[Letter]) -> Pdf:
    """A row of labels for each letter: the recipient's at the left, the return address at the right.

    On A4 the sheet is Avery L7163 (99.1 by 38.1 mm), on US Letter Avery 5162 (4 by 1 1/3 inches): see LABELS.
    The first letter's paper is that of all.
    """
    first = letters[0]
    data = {
        "title": say(first.language, N_("Address labels")),
        "language": first.language,
        "sheet": PAPER_SIZES[first.paper],
        "labels": LABELS[first.paper],
        "letters": [_addresses(letter) for letter in letters],
    }
    return typeset("labels.typ", data, first.day)


def printed(letter: Letter) -> str:
    """What an envelope or a label says of a letter: both addresses."""
    return "\n".join((*letter.recipient, *letter.sender))


def _places(size: str) -> dict[str, float]:
    """The envelope and the two places on it, in millimetres."""
    envelope = ENVELOPES[size]
    return {
        "width": envelope.width,
        "height": envelope.height,
        "address-left": envelope.width * _ADDRESS_FROM,
        "address-right": envelope.width - _SIDE,
        "address-top": max(_BELOW_TOP, envelope.height - _HIGHEST),
        "address-bottom": envelope.height - _ABOVE_BOTTOM,
        "return-left": _RETURN_LEFT,
        "return-right": envelope.width - _STAMPS,
        "return-top": _RETURN_TOP,
        "return-bottom": _RETURN_BOTTOM,
    }


def _addresses(letter: Letter) -> dict[str, Any]:
    return {
        "language": letter.language,
        "recipient": [set_text(line) for line in letter.recipient],
        "return": set_text(say(letter.language, N_("Return address:"))),
        "sender": [set_text(line) for line in letter.sender],
        "run-on": set_text(", ".join(map(isolated, letter.sender))),
    }
