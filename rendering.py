"""What templates call on every page, made cheap: sentences, addresses of pages, addresses of static files.

Flask-Babel, Jinja and Werkzeug look each of these up anew at every call, sixty times a page; none depends on the
visitor beyond the page's language.
"""

import hashlib
import struct
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import localedata
from babel.support import NullTranslations, Translations
from flask import Flask, current_app, request
from markupsafe import Markup

Language = Callable[[], str]
TRANSLATIONS = Path(__file__).parent / "translations"


class CatalogueError(RuntimeError):
    """The sentences of a language cannot be read; str() says which file and what to do."""


def check(languages: Iterable[str], folder: Path = TRANSLATIONS) -> None:
    """See that every page can be in its own language, and none half in another.

    Raises:
        CatalogueError: a language's sentences, or what Babel knows of its dates, are missing or damaged.
    """
    for language in languages:
        if language != "en" and not _has_sentences(language, folder):  # English stands in the code
            path = folder / language / "LC_MESSAGES" / "messages.mo"
            raise CatalogueError(f"{path} is missing or damaged: restore it from the repository.")
        if not localedata.exists(language):
            raise CatalogueError(f"Babel has no dates in {language}: install the requirements again.")


def _has_sentences(language: str, folder: Path) -> bool:
    try:
        return isinstance(Translations.load(folder, [language]), Translations)
    except (OSError, ValueError, struct.error):
        return False


def install(app: Flask, language: Language) -> None:
    """Give the app's templates the cheap functions; `language` is the page's."""
    sentence = _Sentences(language)
    app.jinja_env.globals.update(
        _=sentence.one,
        gettext=sentence.one,
        ngettext=sentence.counted,
        asset=asset,
        url_for=_links(app, language),
    )


class _Sentences:
    """gettext and ngettext for templates: the same results as Jinja's, with each translation looked up once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        # Templates hold a bounded number of sentences, and a visitor's words are never one of them.
        self._found: dict[tuple[str, str, bool], Markup] = {}

    def one(self, text: str, /, **values: object) -> Markup:
        """The sentence in the page's language, values put in escaped."""
        key = self._language(), text, bool(values)
        found = self._found.get(key)
        if found is None:
            found = Markup(_catalogue(key[0]).ugettext(text))  # noqa: S704 (text of templates and catalogues)
            found = self._found[key] = found if values else found % {}
        return found % values if values else found

    def counted(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        """The sentence in the form that the number asks for."""
        translated = _catalogue(self._language()).ungettext(one, many, number)
        return Markup(translated) % {"num": number, **values}  # noqa: S704 (as above)


def _links(app: Flask, language: Language) -> Callable[..., str]:
    @lru_cache(maxsize=2048)
    def build(_root: str, _language: str, endpoint: str, parts: tuple[tuple[str, Any], ...]) -> str:
        return app.url_for(endpoint, **dict(parts))

    def url_for(endpoint: str, **parts: str) -> str:
        return build(request.root_path, language(), endpoint, tuple(parts.items()))

    return url_for


def asset(name: str) -> str:
    """The address of a static file, with its content's hash so that browsers may keep it for a year."""
    path = Path(current_app.static_folder or "") / name
    changed = path.stat().st_mtime_ns if current_app.debug else 0
    return f"{request.root_path}/static/{name}?v={_version(path, changed)}"


@cache
def _version(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


@cache
def _catalogue(language: str) -> NullTranslations:
    """A language's translations; English stands in the code."""
    return Translations.load(TRANSLATIONS, [language])
