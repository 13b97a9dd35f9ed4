"""What templates call on every page: sentences, addresses of pages and of static files, parts that are kept.

Flask-Babel and Werkzeug look a sentence and an address up anew at every call, sixty times a page. Measured: with their
own functions the write page takes 1.4 times as long, the letter page 1.2 times.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from cachetools import LRUCache, cached
from flask import Flask, request
from jinja2 import TemplateError
from markupsafe import Markup

from representatives.languages import N_, catalogue
from web import required_files
from web.i18n import language, sentence
from web.static_files import asset

MOST_KEPT = 1_000
"""Parts of pages in memory."""
_LEADS_AWAY = re.compile(r'<a href="((?:https?:|/)[^"]*)"(.*?)</a>', re.DOTALL)
"""A link in HTML to another site or another page; one to a place of the same page, or to a mail program, is none."""


def install(app: Flask) -> None:
    """Give the app's templates these functions. Call it after Flask-Babel's."""
    environment = app.jinja_env
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.globals.update(
        {"_": say, "ngettext": counted, "asset": asset, "url_for": _links(app), "kept": _kept(app)}
    )
    environment.filters["in_new_tab"] = in_new_tab


def say(text: str, /, **values: object) -> Markup:
    """A sentence in the page's language, values put in escaped."""
    return sentence(language(), text) % values if values else _without_values(language(), text)


@cache
def _without_values(language: str, text: str) -> Markup:
    return sentence(language, text) % {}


def counted(one: str, many: str, number: int, /, **values: object) -> Markup:
    """The sentence in the form that the number asks for."""
    found = catalogue(language()).ngettext(one, many, number)
    return Markup(found) % {"num": number, **values}  # noqa: S704 (text of templates and catalogues)


def in_new_tab(html: str) -> Markup:
    """Let the links in a piece of HTML open in a new tab, and say so: the page stays, with what was typed.

    The style adds an arrow. It is for HTML that is safe: a template's output, or a campaign's cleaned summary.
    """
    said = say(N_("(new tab)"))
    opened = _LEADS_AWAY.sub(
        rf'<a href="\1" target="_blank" rel="noopener"\2<span class="hidden"> {said}</span></a>', str(html)
    )
    return Markup(opened)  # noqa: S704 (safe before, see above)


def read_all(app: Flask) -> None:
    """Read every template: no change of their files is seen from then on.

    Raises:
        NeededError: one is damaged.
    """
    for name in app.jinja_env.list_templates():
        try:
            app.jinja_env.get_template(name)
        except (TemplateError, UnicodeDecodeError) as error:
            raise required_files.damaged(f"templates/{name}") from error


def _kept(app: Flask) -> Callable[..., Markup]:
    def name(template: str, key: Iterable[Hashable], **_values: object) -> Hashable:
        return request.root_path, language(), template, *key

    @cached(LRUCache(MOST_KEPT), key=name, lock=Lock())
    def kept(template: str, _key: Iterable[Hashable], **values: object) -> Markup:
        """A part of a page that does not depend on the visitor, rendered once for each language and key.

        The key names everything that differs in it but the language; nothing typed may be in it.
        """
        made = app.jinja_env.get_template(template).render(lang=language(), **values)
        return Markup(made)  # noqa: S704 (a template's output)

    return kept


def _links(app: Flask) -> Callable[..., str]:
    @lru_cache(maxsize=4096)
    def build(root: str, _language: str, endpoint: str, parts: tuple[tuple[str, Any], ...]) -> str:
        values = dict(parts)
        app.inject_url_defaults(endpoint, values)
        # Not the request's own adapter: there is none where its Host header is no name, and links need no name.
        return app.url_map.bind("localhost", script_name=root or None).build(endpoint, values)

    def url_for(endpoint: str, **parts: str) -> str:
        return build(request.root_path, language(), endpoint, tuple(parts.items()))

    return url_for
