"""What every answer carries, and what no request may be: a form of another site, or one without bounds."""

from io import BytesIO
from typing import Any

from flask import Flask, Request, Response, request
from werkzeug.exceptions import Forbidden, RequestEntityTooLarge

from representatives.postcode import MOST_TYPED
from representatives.web import is_api

MOST_FIELDS = 500
"""More than 25 letters with six fields each, and all other fields of the journey."""
STUDIO = frozenset({"letters.studio", "letters.studio_archive"})
MOST_STUDIO_FIELDS = 2 * MOST_FIELDS
"""A campaign with fifty sources and six requests has four hundred."""
LONGEST_FIELD = 262_144
"""In bytes as they are sent, in a multipart form in characters; the forms' own limits, which explain themselves, are lower."""

_HEADERS = {
    # Nothing may load but our own style, script and icon; nothing may frame a page or change its base.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class _Fileless(Request):
    """A request whose form holds no file but in the studio: Werkzeug would write a large one to the disk."""

    def _get_file_stream(self, *_: Any, **__: Any) -> BytesIO:
        if self.endpoint == "letters.studio":
            return BytesIO()  # at most as large as a request
        raise RequestEntityTooLarge


def guard(app: Flask) -> None:
    """Set the guards on every request and answer."""
    app.request_class = _Fileless
    largest = app.config["SETTINGS"].largest_body_kb * 1024
    app.config.update(MAX_CONTENT_LENGTH=largest, MAX_FORM_MEMORY_SIZE=largest, MAX_FORM_PARTS=MOST_FIELDS)
    app.before_request(_refuse_boundless_forms)
    app.before_request(_refuse_other_sites)
    app.after_request(_with_headers)


def _refuse_boundless_forms() -> None:
    """A form has so many fields of such a length. Werkzeug counts the parts of a multipart form only."""
    if request.method != "POST":
        return
    if request.mimetype == "multipart/form-data":
        lengths = [len(name) + len(value) for name, value in request.form.items(multi=True)]
    elif request.mimetype == "application/x-www-form-urlencoded":
        body = request.get_data(parse_form_data=False)
        if body.count(b"&") >= (MOST_STUDIO_FIELDS if request.endpoint in STUDIO else MOST_FIELDS):
            raise RequestEntityTooLarge
        lengths = [len(field) for field in body.split(b"&")] if len(body) > LONGEST_FIELD else []
    else:
        return
    if max(lengths, default=0) > LONGEST_FIELD:
        raise RequestEntityTooLarge


def _refuse_other_sites() -> None:
    """A form of another site may not post here. There is no session to ride, so there is no token to steal.

    The API only reads, and any site may ask it.
    """
    if request.method != "POST" or is_api():
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    # Our own no-referrer policy makes browsers send "Origin: null"; those that know no Sec-Fetch-Site pass with it.
    # Not request.host_url: it has the letters of a name that Origin writes in ASCII (xn--), or fails where that is no name.
    ours = f"{request.scheme}://{request.host}".lower()
    same = site in ("same-origin", "none") if site else origin in (None, "null", ours)
    if not same and not _only_asks_for_a_campaign():
        raise Forbidden


def _only_asks_for_a_campaign() -> bool:
    """The one form that another site may hold (docs/embedding.md): a postcode to a campaign's page and nothing else.

    The page shows the postcode in its field, where the visitor sees it and presses the button: nothing is looked up,
    written or sent by the other site's form alone.
    """
    if request.endpoint != "letters.campaign" or request.mimetype != "application/x-www-form-urlencoded":
        return False
    sent = list(request.form.items(multi=True))
    return len(sent) == 1 and sent[0][0] == "postcode" and len(sent[0][1]) <= MOST_TYPED


def _with_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
