"""The languages of the pages, in which every text of a place, a person or a campaign can be shown."""

from collections.abc import Mapping
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

LANGUAGES: Mapping[str, str] = {"en": "English", "fr": "Français"}
"""By code, each in its own words. Whoever adds one learns from `flask doctor` and the tests what it lacks."""
PAGE_LANGUAGES = tuple(LANGUAGES)
FIRST = PAGE_LANGUAGES[0]
"""The language of the sentences in the code, and of a page for which nobody chose one."""
Text = Mapping[str, str]
"""A text by language code, e.g. {"en": "Quebec", "fr": "Québec"}: in every language of the pages."""
IN_ADDRESS = f"<any({', '.join(LANGUAGES)}):lang>"
"""The part of an address that says in which language its page is, as a route's rule."""

TRANSLATIONS = Path(__file__).parents[1] / "translations"


@cache
def catalogue(language: str, folder: Path = TRANSLATIONS) -> NullTranslations:
    """The sentences of the pages and files in a language of the pages, read once; English stands in the code.

    Raises:
        OSError, ValueError, struct.error: they are missing or damaged.
    """
    return translation("messages", folder, [language], fallback=language == FIRST)


def N_(sentence: str) -> str:
    """Mark a sentence for translation: it stands in English where it belongs, and is translated where it is shown."""
    return sentence


def in_each_language(row: Mapping[str, str], name: str) -> Text:
    """A text from a table's columns, such as name_en and name_fr; in English where the table has no other."""
    english = row[f"{name}_{FIRST}"]
    return {language: row.get(f"{name}_{language}") or english for language in PAGE_LANGUAGES}


NAMES: Mapping[str, str] = {"en": N_("English"), "fr": N_("French")}
"""By code, for a sentence in any language."""
