"""The pages' sentences in each language: whether they can be read, and what each is."""

import struct
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import localedata
from babel.support import NullTranslations, Translations
from markupsafe import Markup

from representatives.languages import FIRST

TRANSLATIONS = Path(__file__).parents[1] / "translations"


class CatalogueError(RuntimeError):
    """The sentences of a language cannot be read; str() says which file and what to do."""


def check(languages: Iterable[str], folder: Path = TRANSLATIONS) -> None:
    """See that every page can be in its own language, and none half in another.

    Raises:
        CatalogueError: a language's sentences, or what Babel knows of its dates, are missing or damaged.
    """
    for language in languages:
        if language != FIRST and not _has_sentences(language, folder):  # English stands in the code
            path = folder / language / "LC_MESSAGES" / "messages.mo"
            raise CatalogueError(
                f"{path} is missing or damaged: restore it from the repository, or compile it (CONTRIBUTING.md)."
            )
        if not localedata.exists(language):
            raise CatalogueError(f"Babel has no dates in {language}: install the requirements again.")


def _has_sentences(language: str, folder: Path) -> bool:
    try:
        return isinstance(Translations.load(folder, [language]), Translations)
    except (OSError, ValueError, struct.error):
        return False


class Sentences:
    """gettext and ngettext for templates: the same results as Jinja's, with each translation looked up once."""

    def __init__(self, language: str) -> None:
        self._catalogue = _catalogue(language)
        # Templates hold a bounded number of sentences, and a visitor's words are never one of them.
        self._found: dict[tuple[str, bool], Markup] = {}

    def one(self, text: str, /, **values: object) -> Markup:
        """The sentence in the language, values put in escaped."""
        key = text, bool(values)
        found = self._found.get(key)
        if found is None:
            found = Markup(self._catalogue.ugettext(text))  # noqa: S704 (text of templates and catalogues)
            found = self._found[key] = found if values else found % {}
        return found % values if values else found

    def counted(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        """The sentence in the form that the number asks for."""
        translated = self._catalogue.ungettext(one, many, number)
        return Markup(translated) % {"num": number, **values}  # noqa: S704 (as above)


@cache
def _catalogue(language: str) -> NullTranslations:
    """A language's translations; English stands in the code."""
    return Translations.load(TRANSLATIONS, [language])
