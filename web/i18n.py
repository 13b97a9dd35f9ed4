"""The language of a page, and its sentences: whether they can be read, and what each is."""

import re
import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from babel import localedata
from flask import Flask, current_app, g, redirect, request, url_for
from flask_babel import Babel
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from representatives.languages import FIRST, LANGUAGES, TRANSLATIONS, catalogue
from web.required_files import NeededError


def check(languages: Iterable[str], folder: Path = TRANSLATIONS) -> None:
    """See that every page can be in its own language, and none half in another.

    Raises:
        NeededError: a language's sentences, or what Babel knows of its dates, are missing or damaged.
    """
    for language in languages:
        try:
            catalogue(language, folder)
        except (OSError, ValueError, struct.error):
            path = folder / language / "LC_MESSAGES" / "messages.mo"
            raise NeededError(
                f"{path} is missing or damaged: restore it from the repository, or compile it (CONTRIBUTING.md)."
            ) from None
        if not localedata.exists(language):
            raise NeededError(f"Babel has no dates in {language}: install the requirements again.")


@cache
def sentence(language: str, text: str) -> Markup:
    """A sentence of the templates in a language: they hold a bounded number, and a visitor's words are none of them."""
    return Markup(catalogue(language).gettext(text))  # noqa: S704 (text of templates and catalogues)


def install(app: Flask) -> None:
    """Take each page's language from its address, and keep it in the addresses that the page links to."""
    check(LANGUAGES)
    Babel(app, default_locale=FIRST, locale_selector=language)
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_keep_language)
    app.context_processor(
        lambda: {"lang": language(), "languages": LANGUAGES, "settings": app.config["SETTINGS"]}
    )
    app.add_url_rule("/", view_func=front_door)


def front_door() -> BaseResponse:
    """Lead to the list of campaigns in the language that the browser prefers."""
    response = redirect(url_for("letters.home", lang=preferred()))
    response.headers["Vary"] = "Accept-Language"
    return response


def preferred() -> str:
    """The language that the browser prefers, of ours; the first where it names none. Its tags may be anything.

    Werkzeug's best_match() prefers "en" of "fr-CA, en;q=0.1", as it takes a whole tag before one with a region.
    """
    named = [(tag.lower(), quality) for tag, quality in request.accept_languages]
    refused = {tag for tag, quality in named if quality <= 0}
    ours = [code for code in LANGUAGES if code not in refused]
    for tag, quality in named:
        primary = re.split("[-_]", tag)[0]
        if quality > 0 and primary in ours:
            return primary
        if quality > 0 and tag == "*" and ours:
            return ours[0]
    return FIRST


def language() -> str:
    """The page's language: the address's; on an error page without one, the first of its path."""
    known: str | None = g.get("lang")
    if known is None:
        first = request.path.split("/")[1].lower()
        known = g.lang = first if first in LANGUAGES else FIRST
    return known


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values and "lang" in values:
        g.lang = values.pop("lang")


def _keep_language(endpoint: str, values: dict[str, Any]) -> None:
    if current_app.url_map.is_endpoint_expecting(endpoint, "lang"):
        values.setdefault("lang", language())
