"""The page that makes a link or a form for another site: docs/embedding.md, made clickable. Nothing typed is kept."""

import re

from flask import Response, current_app, g, make_response, render_template, request
from flask_babel import force_locale
from flask_babel import gettext as _
from markupsafe import Markup

from representatives.languages import LANGUAGES

LONGEST_ADDRESS = 200
_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?(/[a-z0-9._~/-]*)?", re.IGNORECASE)

_LINK = Markup('<a href="{target}" hreflang="{language}">{link}</a>')
"""Nothing of the person who follows it is in it."""
_FORM = Markup(
    '<form action="{target}" method="post" lang="{language}">\n'
    '  <label for="postcode">{label}</label>\n'
    '  <input id="postcode" name="postcode" autocomplete="postal-code" maxlength="12" required>\n'
    "  <button>{button}</button>\n"
    "</form>"
)
"""By POST, so that the postcode stands in no address."""


def page() -> Response:
    """The choices and, once they are made, what to copy and how it looks."""
    campaigns = current_app.extensions["campaigns"]
    slug = request.form.get("campaign", next(iter(campaigns), ""))
    language = request.form.get("language", g.lang)
    address = current_app.config["SETTINGS"].address or request.form.get("address", "").strip().rstrip("/")
    errors = {}
    if request.method == "POST":
        if slug not in campaigns:
            errors["campaign"] = _("Choose one of the campaigns.")
        if language not in LANGUAGES:
            errors["language"] = _("Choose one of the languages.")
        if len(address) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
            errors["address"] = _(
                "Type this site’s address as others reach it, like https://letters.example.org."
            )
    values = {"slug": slug, "language": language, "address": address, "campaigns": campaigns}
    if request.method == "POST" and not errors:
        words = _words(language)
        said = {"target": f"{address}/{language}/{slug}", "language": language, **words}
        made = {"link": str(_LINK.format(**said)), "form": str(_FORM.format(**said))}
        values |= {"words": words, "made": made}
    return make_response(render_template("embed.html", errors=errors, **values), 422 if errors else 200)


def _words(language: str) -> dict[str, str]:
    """What stands in the link and in the form, in the language of the page that they stand on."""
    with force_locale(language):
        return {
            "link": _("Write to the people who represent you"),
            "label": _("Your postal code"),
            "button": _("Find my representatives"),
        }
