"""What templates call on every page: sentences, addresses of pages and of static files, parts that are kept.

Flask-Babel and Werkzeug look a sentence and an address up anew at every call, sixty times a page. Measured: with their
own functions the write page takes 1.4 times as long, the letter page 1.2 times.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Any

from flask import Flask, request
from jinja2 import TemplateError
from markupsafe import Markup

from representatives.languages import N_
from web import required_files
from web.i18n import language, sentences
from web.static_files import asset

MOST_KEPT = 1_000
"""Parts of pages in memory."""
_LEADS_AWAY = re.compile(r'<a href="((?:https?:|/)[^"]*)"(.*?)</a>', re.DOTALL)
"""A link in HTML to another site or another page; one to a place of the same page, or to a mail program, is none."""


def install(app: Flask) -> None:
    """Give the app's templates these functions. Call it after Flask-Babel's."""
    environment = app.jinja_env
    environment.trim_blocks = environment.lstrip_blocks = True

    def _(text: str, /, **values: object) -> Markup:
        return sentences(language()).one(text, **values)

    def ngettext(one: str, many: str, number: int, /, **values: object) -> Markup:
        return sentences(language()).counted(one, many, number, **values)

    environment.globals.update(
        {"_": _, "gettext": _, "ngettext": ngettext, "asset": asset, "url_for": _links(app)}
    )
    environment.globals["kept"] = Kept(app)
    environment.filters["in_new_tab"] = in_new_tab


def in_new_tab(html: str) -> Markup:
    """Let the links in a piece of HTML open in a new tab, and say so: the page stays, with what was typed.

    The style adds an arrow. It is for HTML that is safe: a template's output, or a campaign's cleaned summary.
    """
    said = sentences(language()).one(N_("(new tab)"))
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


class Kept:
    """Parts of pages that do not depend on the visitor: rendered once for each language and key."""

    def __init__(self, app: Flask) -> None:
        self._environment = app.jinja_env
        self.parts: dict[Hashable, Markup] = {}

    def __call__(self, template: str, key: Iterable[Hashable], **values: object) -> Markup:
        """The part. `key` names everything that differs in it but the language; nothing typed may be in it."""
        full = request.root_path, language(), template, *key
        part = self.parts.get(full)
        if part is None:
            if len(self.parts) >= MOST_KEPT:
                self.parts.clear()
            made = self._environment.get_template(template).render(lang=language(), **values)
            part = self.parts[full] = Markup(made)  # noqa: S704 (a template's output)
        return part


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
