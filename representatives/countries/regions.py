"""A country's regions from the table in its folder."""

from collections.abc import Mapping

from representatives.people import Region


def regions(country: str, *rows: tuple[str, str, str, str, str, str]) -> Mapping[str, Region]:
    """The regions by code, in the order of the rows.

    Args:
        country: two lower-case letters.
        rows: the country's abbreviation; "province", "state" or "territory", as in Open Civic Data's division ids; the name in
            English and in French; the name with its preposition in both, e.g. "in Quebec", "au Québec".
    """
    return {
        code: Region(
            id=f"ocd-division/country:{country}/{kind}:{code.lower()}",
            code=code,
            name={"en": en, "fr": fr},
            located={"en": located_en, "fr": located_fr},
        )
        for code, kind, en, fr, located_en, located_fr in rows
    }
