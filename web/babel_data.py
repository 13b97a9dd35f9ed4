"""What Babel knows of each language and country, without what no page writes.

A date in one English is four megabytes of Babel's data, and each further English as much as it differs by. The names
of languages, territories, currencies, units and time zones are nearly all of it.
"""

from collections.abc import Iterator
from typing import Any

from babel import localedata
from babel.core import get_global

from representatives.countries import LETTER_COUNTRIES
from representatives.languages import LANGUAGES

UNWRITTEN = frozenset(
    {
        "compact_currency_formats", "compact_decimal_formats", "compound_unit_patterns", "currency_names",
        "currency_names_plural", "currency_symbols", "currency_unit_patterns", "date_fields", "datetime_skeletons",
        "interval_formats", "languages", "meta_zones", "scripts", "territories", "time_zones", "unit_display_names",
        "unit_patterns", "variants", "zone_formats",
    }
)  # fmt: skip
"""Sections of a locale's data. A page that is to write one of them fails at once: take it out here then."""

UNASKED = (
    "all_currencies", "meta_zones", "territory_currencies", "territory_languages", "territory_zones",
    "windows_zone_mapping", "zone_territories",
)  # fmt: skip
"""Tables of all locales together, on money and on time zones' names, which no page writes."""


def names() -> list[str]:
    """The locales that pages and letters are written in: each language, and as each country writes it."""
    spoken = {
        f"{language}_{country.id.upper()}"
        for country in LETTER_COUNTRIES.values()
        for language in country.languages
    }
    return sorted(spoken | LANGUAGES.keys())


def keep_what_is_written() -> None:
    """Leave the rest out of what this process holds.

    Babel documents that it keeps what it has loaded, and that whoever loads it again is given the same. A locale that
    is not named here is loaded whole when it is first needed, by its own name.
    """
    for table in UNASKED:
        _table(table).clear()
    likely = _table("likely_subtags")  # what stands for a locale that Babel lacks, as zh_Hant_TW for zh_TW
    ours = {tag: whole for tag, whole in likely.items() if tag.partition("_")[0] in LANGUAGES}
    likely.clear()
    likely.update(ours)
    for name in names():
        for inherited in _with_inherited(name):
            known = localedata.load(inherited)
            for section in UNWRITTEN & known.keys():
                del known[section]


def _table(name: Any) -> dict[str, Any]:
    """What Babel knows of all locales together."""
    table: Any = get_global(name)
    return table  # type: ignore[no-any-return]  # a dict, which Babel's types do not say


def _with_inherited(name: str) -> Iterator[str]:
    """The locale after those that it is put together from, as localedata.load() goes."""
    if name != "root":
        yield from _with_inherited(
            get_global("parent_exceptions").get(name) or name.rpartition("_")[0] or "root"
        )
    yield name
