"""The poster: a campaign's title and a code that leads guests to its page."""

from datetime import date

from letters.outputs.phrases import say
from letters.outputs.qr_code import qr_code
from letters.outputs.typesetting.paper import PAPER_SIZES
from letters.outputs.typesetting.typst_pdf import set_text, typeset
from representatives.languages import N_

_CODE = N_("QR code for %(page)s")
_WIFI = N_("First join this room’s Wi-Fi: ______________________")
_KEPT = N_("A letter of your own to the people who represent you. No account. Nothing is kept.")


def render(
    *, title: str, teaser: str, address: str, is_local: bool, language: str, paper: str, day: date
) -> bytes:
    """One page; equal posters give equal bytes.

    Args:
        title: the campaign's.
        teaser: the campaign's.
        address: the whole address that guests' phones open.
        is_local: whether only somebody in this room's network can open it.
        language: of the poster.
        paper: "us-letter" or "a4".
        day: the document's date.
    """
    data = {
        "title": set_text(title),
        "teaser": set_text(teaser),
        "address": address,
        "code": qr_code(address),
        "code-name": say(language, _CODE, page=address),
        "scan": say(language, N_("Scan, and write")),
        "wifi": say(language, _WIFI) if is_local else "",
        "kept": say(language, _KEPT),
        "language": language,
        "sheet": PAPER_SIZES[paper],
    }
    return typeset("evening/poster.typ", data, day)
