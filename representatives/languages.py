"""The languages of the pages, in which every text of a place, a person or a campaign can be shown."""

from collections.abc import Mapping

LANGUAGES: Mapping[str, str] = {"en": "English", "fr": "Français"}
"""By code, each in its own words. Whoever adds one learns from `flask doctor` and the tests what it lacks."""
PAGE_LANGUAGES = tuple(LANGUAGES)
FIRST = PAGE_LANGUAGES[0]
"""The language of the sentences in the code, and of a page for which nobody chose one."""
Text = Mapping[str, str]
"""A text by language code, e.g. {"en": "Quebec", "fr": "Québec"}: in every language of the pages."""
IN_ADDRESS = f"<any({', '.join(LANGUAGES)}):lang>"
"""The part of an address that says in which language its page is, as a route's rule."""


def N_(sentence: str) -> str:
    """Mark a sentence for translation: it stands in English where it belongs, and is translated where it is shown."""
    return sentence


def in_each_language(row: Mapping[str, str], name: str) -> Text:
    """A text from a table's columns, such as name_en and name_fr; in English where the table has no other."""
    english = row[f"{name}_{FIRST}"]
    return {language: row.get(f"{name}_{language}") or english for language in PAGE_LANGUAGES}


NAMES: Mapping[str, str] = {"en": N_("English"), "fr": N_("French")}
"""By code, for a sentence in any language."""
