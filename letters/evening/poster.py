"""The poster: a campaign's title and a code that leads guests to its page."""

from letters.evening.guest_address import GuestAddress
from letters.evening.prints import paper_in
from letters.journey.visit import Visit
from letters.outputs.phrases import say
from letters.outputs.qr_code import qr_code
from letters.outputs.typesetting.paper import PAPER_SIZES
from letters.outputs.typesetting.typst_pdf import set_text, typeset
from representatives.languages import N_

_CODE = N_("QR code for %(page)s")
_WIFI = N_("First join this room’s Wi-Fi: ______________________")
_KEPT = N_("A letter of your own to the people who represent you. No account. Nothing is kept.")


def make_poster(visit: Visit, country: str, address: GuestAddress, path: str, wanted_paper: str) -> bytes:
    """One page; `path` is that of the campaign's page. Equal posters have equal bytes."""
    language, page = visit.language, address.page(path)
    data = {
        "title": set_text(visit.campaign.title[language]),
        "teaser": set_text(visit.campaign.teaser[language]),
        "address": page,
        "code": qr_code(page),
        "code-name": say(language, _CODE, page=page),
        "scan": say(language, N_("Scan, and write")),
        "wifi": say(language, _WIFI) if address.is_local else "",
        "kept": say(language, _KEPT),
        "language": language,
        "sheet": PAPER_SIZES[paper_in(country, wanted_paper)],
    }
    return typeset("evening/poster.typ", data, visit.day)
