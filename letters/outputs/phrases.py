"""The sentences that outputs add, in the letter's language or the host's, which need not be that of a page."""

from gettext import translation
from pathlib import Path

from representatives.languages import FIRST, LANGUAGES

_TRANSLATIONS = Path(__file__).parents[2] / "translations"
# Read at start, as everything that files are made of.
_CATALOGUES = {
    language: translation("messages", _TRANSLATIONS, [language], fallback=True) for language in LANGUAGES
}


def say(language: str, sentence: str, **values: str) -> str:
    """A marked sentence in that language, its places filled; a language without sentences of its own gets English."""
    return _CATALOGUES.get(language, _CATALOGUES[FIRST]).gettext(sentence) % values
