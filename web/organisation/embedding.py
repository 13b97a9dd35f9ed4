"""The page that makes a link or a form for another site: docs/embedding.md, made clickable. Nothing typed is kept."""

import re
from typing import NamedTuple

from flask import Response, current_app, g, make_response, render_template, request
from flask_babel import force_locale
from flask_babel import gettext as _
from markupsafe import Markup

from representatives.languages import LANGUAGES, N_

LONGEST_ADDRESS = 200
_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?(/[a-z0-9._~/-]*)?", re.IGNORECASE)

NO_CAMPAIGN = N_("Choose one of the campaigns.")
NO_LANGUAGE = N_("Choose one of the languages.")
NO_ADDRESS = N_("Type this site’s address as others reach it, like https://letters.example.org.")


def page() -> Response:
    """The choices and, once they are made, what to copy and how it looks."""
    campaigns = current_app.extensions["campaigns"]
    slug = request.form.get("campaign", next(iter(campaigns), ""))
    language = request.form.get("language", g.lang)
    address = current_app.config["SETTINGS"].address or request.form.get("address", "").strip().rstrip("/")
    errors = {}
    if request.method == "POST":
        if slug not in campaigns:
            errors["campaign"] = _(NO_CAMPAIGN)
        if language not in LANGUAGES:
            errors["language"] = _(NO_LANGUAGE)
        if len(address) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
            errors["address"] = _(NO_ADDRESS)
    values = {"slug": slug, "language": language, "address": address, "campaigns": campaigns}
    if request.method == "POST" and not errors:
        words = Words.of(language)
        target = f"{address}/{language}/{slug}"
        values |= {"words": words, "made": {"link": link(target, words), "form": form(target, words)}}
    return make_response(render_template("embed.html", errors=errors, **values), 422 if errors else 200)


class Words(NamedTuple):
    """What stands in a link and in a form, in the language of the page that they stand on."""

    language: str
    link: str
    label: str
    button: str

    @classmethod
    def of(cls, language: str) -> "Words":
        """In a language."""
        with force_locale(language):
            said = (
                _("Write to the people who represent you"),
                _("Your postal code"),
                _("Find my representatives"),
            )
        return cls(language, *said)


def link(target: str, words: Words) -> str:
    """A link to a campaign; nothing of the person who follows it is in it."""
    html = Markup('<a href="{}" hreflang="{}">{}</a>')
    return str(html.format(target, words.language, words.link))


def form(target: str, words: Words) -> str:
    """A form that asks for the postcode; by POST, so that it stands in no address."""
    html = Markup(
        '<form action="{}" method="post" lang="{}">\n'
        '  <label for="postcode">{}</label>\n'
        '  <input id="postcode" name="postcode" autocomplete="postal-code" maxlength="12" required>\n'
        "  <button>{}</button>\n"
        "</form>"
    )
    return str(html.format(target, words.language, words.label, words.button))
