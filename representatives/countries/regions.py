"""How a province, state or territory becomes a value; the names stand in each country's own file."""

from representatives.people import Region


def region(country: str, code: str, kind: str, en: str, fr: str, located_en: str, located_fr: str) -> Region:
    """A region of a country.

    Args:
        country: two lower-case letters.
        code: the country's abbreviation.
        kind: "province", "state" or "territory", as in Open Civic Data's division ids.
        en, fr: the name.
        located_en, located_fr: the name with its preposition, e.g. "au Québec".
    """
    return Region(
        id=f"ocd-division/country:{country}/{kind}:{code.lower()}",
        code=code,
        name={"en": en, "fr": fr},
        located={"en": located_en, "fr": located_fr},
    )
