"""The countries by id, in the order in which a postcode is tried."""

from collections.abc import Iterable, Mapping

from representatives.countries.au import AUSTRALIA
from representatives.countries.base import Country
from representatives.countries.ca import CANADA
from representatives.countries.gb import UNITED_KINGDOM
from representatives.countries.us import UNITED_STATES

COUNTRIES: Mapping[str, Country] = {
    country.id: country for country in (CANADA, UNITED_KINGDOM, UNITED_STATES, AUSTRALIA)
}


def examples(language: str, countries: Iterable[str] = tuple(COUNTRIES)) -> str:
    """A real postcode of each country, with the country's name: "L8S 4L8 (Canada), SW1A 1AA (…)"."""
    return ", ".join(
        f"{each.printed(each.example)} ({each.name[language]})"
        for each in map(COUNTRIES.__getitem__, countries)
    )


__all__ = ["COUNTRIES", "Country", "examples"]
