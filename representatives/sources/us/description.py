"""What the data page and datapackage.json say about the United States' tables: origin, licence, what is missing."""

from collections.abc import Mapping
from typing import Any

from representatives.countries.us import UNITED_STATES
from representatives.people import Chamber
from representatives.sources.data_package import PEOPLE_COLUMNS, schema, titles
from representatives.sources.us import congress_term

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


def constituencies() -> Mapping[str, Any]:
    """The districts."""
    columns = ("code", "id", "name_en", "name_fr", "region", "congress")
    return {
        **titles("Congressional districts", "Circonscriptions du Congrès"),
        "as_of": "2025-01-03",
        **congress_term.of_congress(),
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
        **congress_term.of_people(),
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
        **congress_term.of_congress(),
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
        **congress_term.of_congress(),
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
