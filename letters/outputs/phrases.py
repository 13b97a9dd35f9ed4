"""The sentences that outputs add, in the letter's language or the host's, which need not be that of a page."""

from representatives.languages import FIRST, LANGUAGES, catalogue


def say(language: str, sentence: str, **values: str) -> str:
    """A marked sentence in that language, its places filled; a language without sentences of its own gets English."""
    return catalogue(language if language in LANGUAGES else FIRST).gettext(sentence) % values
