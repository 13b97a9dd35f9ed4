"""What the data page and datapackage.json say about the United States' tables: origin, licence, what is missing."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from representatives.countries.us import UNITED_STATES
from representatives.countries.us.congress import CONGRESS
from representatives.people import Chamber
from representatives.sources.data_package import PEOPLE_COLUMNS, schema, titles

_PUBLIC_DOMAIN = {
    "name": "US-public-domain",
    "title": "Work of the United States government, public domain",
    "path": "https://www.usa.gov/government-copyright",
}
_CC0 = {
    "name": "CC0-1.0",
    "title": "Creative Commons Zero 1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}
_LEGISLATORS = {
    "title": "congress-legislators",
    "path": "https://github.com/unitedstates/congress-legislators",
}
_FORMS = {"title": "contact-congress", "path": "https://github.com/unitedstates/contact-congress"}
_CENSUS = {
    "title": "United States Census Bureau, 119th congressional districts by ZIP Code Tabulation Area",
    "path": "https://www2.census.gov/geo/docs/maps-data/data/rel2020/cd-sld/tab20_cd11920_zcta520_natl.txt",
}
_GAZETTEER = {
    "title": "United States Census Bureau, Gazetteer",
    "path": "https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html",
}
_CROSSWALK = {
    "title": "ZIP Code to ZCTA crosswalk, Uniform Data System, 2022",
    "path": "https://data.hrsa.gov/DataDownload/GeoCareNavigator/ZIP%20Code%20to%20ZCTA%20Crosswalk.xlsx",
}


def term(congress: int = CONGRESS) -> Mapping[str, Any]:
    """When a Congress begins and ends, when the next one is elected, and what that means for what the tables hold.

    Two years from noon of 3 January of an odd year: Amendment XX,
    https://constitution.congress.gov/constitution/amendment-20/ ; the election is on the Tuesday after the first
    Monday of November before: 2 U.S.C. 7, https://uscode.house.gov .
    """
    year = 1787 + 2 * congress
    november = date(year + 1, 11, 1)
    election = november + timedelta(days=(7 - november.weekday()) % 7 + 1)
    return {
        "name": {"en": f"{congress}th Congress", "fr": f"{congress}e\u00a0Congrès"},
        "begins": f"{year}-01-03",
        "ends": f"{year + 2}-01-03",
        "election": election.isoformat(),
        "elected": {
            "en": f"These are the members and districts of the {congress}th Congress. Those elected in November "
            f"{year + 1} sit from January 3, {year + 2}, in several states for redrawn districts; until then those "
            "named here speak for you.",
            "fr": f"Il s’agit des membres et des circonscriptions du {congress}e\u00a0Congrès. Les personnes élues en "
            f"novembre {year + 1} siègent à partir du 3\u00a0janvier {year + 2}, dans plusieurs États pour des "
            "circonscriptions redessinées\u00a0; d’ici là, les personnes nommées ici vous représentent.",
        },
        "after": {
            "en": f"The {congress}th Congress ended on January 3, {year + 2}, and our lists and districts are those of that "
            f"Congress. Those elected in November {year + 1} now sit, in several states for redrawn districts: a letter is "
            "addressed to the seat where we cannot know who holds it. House.gov and senate.gov say who does.",
            "fr": f"Le {congress}e\u00a0Congrès a pris fin le 3\u00a0janvier {year + 2}, et nos listes et nos circonscriptions "
            f"sont les siennes. Les personnes élues en novembre {year + 1} siègent maintenant, dans plusieurs États pour "
            "des circonscriptions redessinées\u00a0: la lettre est adressée au siège quand nous ne pouvons pas savoir qui "
            "l’occupe. House.gov et senate.gov le disent.",
        },
    }


def of_congress() -> dict[str, Any]:
    """What every table's description has of its Congress; each of its rows repeats the number."""
    return {"congress": CONGRESS, "term": term()}


def of_people() -> dict[str, Any]:
    """What the people's description has of their Congress: its term, and what to say from the election of the next."""
    dates, for_ever = term(), "9999-12-31"
    return {
        **of_congress(),
        "notices": [
            {"begins": dates["election"], "ends": dates["ends"], "text": dates["elected"]},
            {"begins": dates["ends"], "ends": for_ever, "text": dates["after"]},
        ],
    }


def constituencies() -> Mapping[str, Any]:
    """The districts."""
    columns = ("code", "id", "name_en", "name_fr", "region", "congress")
    return {
        **titles("Congressional districts", "Circonscriptions du Congrès"),
        "as_of": "2025-01-03",
        **of_congress(),
        "seats": UNITED_STATES.seats[Chamber.HOUSE],
        "sources": [_CENSUS],
        "licenses": [_PUBLIC_DOMAIN],
        "attribution": "Source: United States Census Bureau.",
        "schema": schema("code", columns, columns),
    }


def people(as_of: str) -> Mapping[str, Any]:
    """Representatives, delegates and senators, as of a day."""
    return {
        **titles("Representatives, delegates and senators", "Chambre des représentants et Sénat"),
        "as_of": as_of,
        **of_people(),
        "seats": sum(UNITED_STATES.seats.values()),
        "sources": [_LEGISLATORS, _FORMS],
        "licenses": [_CC0],
        "attribution": "Source: the congress-legislators and contact-congress projects.",
        "missing": {
            "en": "Email addresses: members of Congress publish none, and none is guessed. For many representatives no "
            "contact form is listed, only their site; a form’s address may have moved. Changes since the date above.",
            "fr": "Les adresses électroniques\u00a0: les membres du Congrès n’en publient pas, et aucune n’est devinée. "
            "Pour bien des membres de la Chambre, seul le site est indiqué, sans formulaire\u00a0; l’adresse d’un "
            "formulaire peut avoir changé. Les changements survenus depuis la date ci-dessus.",
        },
        "schema": schema(
            "id",
            (*PEOPLE_COLUMNS, "congress"),
            ("id", "chamber", "name", "family_name", "party_en", "area", "page_en", "congress"),
        ),
    }


def offices(as_of: str) -> Mapping[str, Any]:
    """Local offices and rooms in Washington."""
    columns = ("person", "id", "name", "lines", "latitude", "longitude", "phone", "congress")
    return {
        **titles("Local offices and rooms in Washington", "Bureaux locaux et bureaux à Washington"),
        "as_of": as_of,
        **of_congress(),
        "sources": [_LEGISLATORS],
        "licenses": [_CC0],
        "attribution": "Source: the congress-legislators project.",
        "missing": {
            "en": "Local offices without a street address and ZIP Code in the source. Offices opened, moved or closed "
            "since the date above.",
            "fr": "Les bureaux locaux dont la source ne donne ni rue ni code ZIP. Les bureaux ouverts, déplacés ou "
            "fermés depuis la date ci-dessus.",
        },
        "schema": {
            **schema(
                "id", columns, ("person", "id", "name", "lines", "congress"), {"person": ("us-people", "id")}
            ),
            "primaryKey": ["person", "id"],
        },
    }


_MISSING_EN = (
    "Military and diplomatic ZIP Codes, which lie in no district. Of a ZIP Code that lies in several "
    "districts the shares are those of its land, not of its people: choose the district that is yours. For a "
    "ZIP Code that is not held the districts of its first three digits are offered, as far as they lie in the "
    "state of those. The crosswalk for post office boxes states no licence."
)
_MISSING_FR = (
    "Les codes ZIP militaires et diplomatiques, qui ne sont dans aucune circonscription. Quand un code ZIP "
    "s’étend sur plusieurs circonscriptions, les parts sont celles de son sol, non de sa population\u00a0: "
    "choisissez votre circonscription. Pour un code ZIP absent des données, les circonscriptions de ses trois "
    "premiers chiffres sont proposées, dans la mesure où elles sont dans l’État de ceux-ci. La table des boîtes postales n’indique pas de licence."
)


def missing(older: int) -> Mapping[str, str]:
    """What the table of ZIP Codes lacks; `older` of them have shares of earlier lines."""
    en, fr = _MISSING_EN, _MISSING_FR
    if older:
        en += (
            f" The shares of {older} ZIP Codes were laid over the district lines of the 118th Congress and say less of "
            "today’s: importing the Census Bureau’s file replaces them."
        )
        fr += (
            f" Les parts de {older} codes ZIP suivent les limites du 118e Congrès et disent moins de celles "
            "d’aujourd’hui\u00a0: l’import du fichier du Bureau du recensement les remplace."
        )
    return {"en": en, "fr": fr}


def postcodes(codes: int, older: int) -> Mapping[str, Any]:
    """ZIP Codes by their first three digits; `older` of them have shares of earlier lines."""
    return {
        **titles("ZIP Codes", "Codes ZIP"),
        "as_of": "2025",
        **of_congress(),
        "codes": codes,
        "sources": [_CENSUS, _GAZETTEER, _CROSSWALK],
        "licenses": [_PUBLIC_DOMAIN],
        "attribution": "Source: United States Census Bureau.",
        "missing": missing(older),
        "measured": {
            "en": "Against the ZIP Codes of 868 local offices of representatives, a few of which stand outside their "
            "district, the true district was among the candidates for 99.1 of 100 and first for 95.4; there were "
            "1.3 candidates on average.",
            "fr": "D’après les codes ZIP de 868 bureaux locaux de membres de la Chambre, dont quelques-uns se trouvent "
            "hors de leur circonscription, la bonne circonscription figurait parmi celles proposées dans 99,1 cas sur "
            "100 et en premier dans 95,4\u00a0; il y en avait 1,3 en moyenne.",
        },
        "schema": schema(
            "area",
            ("area", "shares", "runs", "held", "point", "older_lines", "congress"),
            ("area", "shares", "congress"),
        ),
    }
