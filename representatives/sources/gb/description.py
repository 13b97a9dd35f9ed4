"""What the data page and datapackage.json say about the United Kingdom's tables: origin, licence, what is missing."""

from collections.abc import Mapping
from typing import Any

from representatives.countries.gb import UNITED_KINGDOM
from representatives.sources.data_package import CC_BY, PEOPLE_COLUMNS, schema, titles

_OPEN_GOVERNMENT = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
_OPEN_PARLIAMENT = {
    "name": "Open-Parliament-Licence-3.0",
    "title": "Open Parliament Licence v3.0",
    "path": "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/",
}

_POSTCODE_SOURCES = [
    {
        "title": "mySociety, 2025 constituencies: postcode lookup",
        "path": "https://github.com/mysociety/2025-constituencies",
    },
    {
        "title": "Ordnance Survey, Code-Point Open, 2023",
        "path": "https://www.ordnancesurvey.co.uk/products/code-point-open",
    },
    {
        "title": "Ordnance Survey, Code-Point Open, 2025: postcodes created since, each with the nearest known one’s constituency",
        "path": "https://www.ordnancesurvey.co.uk/products/code-point-open",
    },
    {
        "title": "Food Standards Agency, food hygiene ratings (Northern Ireland)",
        "path": "https://ratings.food.gov.uk/open-data",
    },
    {
        "title": "Office for National Statistics, constituency boundaries, July 2024",
        "path": "https://geoportal.statistics.gov.uk/",
    },
]

POSTCODES = 1_749_073
"""Postcodes of Great Britain that the bitmap holds."""


def constituencies() -> Mapping[str, Any]:
    """The constituencies of 2024."""
    return {
        **titles("Parliamentary constituencies", "Circonscriptions du Parlement"),
        "as_of": "2024-07",
        "seats": UNITED_KINGDOM.seats[UNITED_KINGDOM.lower],
        "sources": [
            {
                "title": "Office for National Statistics, Westminster parliamentary constituencies, July 2024",
                "path": "https://geoportal.statistics.gov.uk/",
            }
        ],
        "licenses": [_OPEN_GOVERNMENT],
        "attribution": "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
        "schema": schema(
            "code",
            ("code", "id", "name_en", "name_fr", "region"),
            ("code", "id", "name_en", "region"),
        ),
    }


def people() -> Mapping[str, Any]:
    """Members of the House of Commons."""
    return {
        **titles("Members of Parliament", "Chambre des communes"),
        "as_of": "2026-06-27",
        "seats": UNITED_KINGDOM.seats[UNITED_KINGDOM.lower],
        "sources": [
            {"title": "UK Parliament, Members API", "path": "https://members-api.parliament.uk/"},
            {
                "title": "Office for National Statistics, constituency codes",
                "path": "https://geoportal.statistics.gov.uk/",
            },
        ],
        "licenses": [_OPEN_PARLIAMENT, _OPEN_GOVERNMENT],
        "attribution": "Contains Parliamentary information licensed under the Open Parliament Licence v3.0.",
        "missing": {
            "en": "Changes since the date above, but for those in the table of reported changes and two that were reported "
            "on 2 August 2026 and are marked. Email addresses of ten members: only addresses at parliament.uk that are the "
            "member’s own are kept. Constituency offices: they are often a member’s home.",
            "fr": "Les changements survenus depuis la date ci-dessus, sauf ceux de la table des changements signalés et deux, "
            "signalés le 2 août 2026 et indiqués. L’adresse électronique de dix membres\u00a0: seules les adresses de "
            "parliament.uk qui sont celles du membre lui-même sont gardées. Les bureaux de circonscription\u00a0: c’est "
            "souvent le domicile du membre.",
        },
        "schema": schema(
            "id",
            PEOPLE_COLUMNS,
            ("id", "chamber", "name", "family_name", "styled", "area", "page_en"),
            {"area": ("gb-constituencies", "code")},
        ),
    }


_MEASURED = {
    "en": "Against the addresses of 4,579 schools: the constituency given for a postcode was the true one in 99.6 "
    "of 100, and among those of the sector in 99.98 of 100. For a postcode that the table does not hold, the "
    "nearest one’s was the true one in 97 of 100, and among those of the sector in 99.9. In Northern Ireland "
    "the nearest one’s was the true one in 93 of 100. For the postcodes created between 2023 and 2025 the nearest "
    "one’s is the true one in 99.2 of 100 where the five nearest agree, by leaving known ones out in turn.",
    "fr": "D’après les adresses de 4\u202f579 écoles, la circonscription donnée pour un code était la bonne dans "
    "99,6 cas sur 100, et parmi celles du secteur dans 99,98. Pour un code absent de la table, celle du code "
    "le plus proche était la bonne dans 97 cas sur 100, et parmi celles du secteur dans 99,9. En Irlande du "
    "Nord, celle du code le plus proche était la bonne dans 93 cas sur 100. Pour les codes créés entre 2023 et 2025, "
    "celle du code le plus proche est la bonne dans 99,2 cas sur 100 là où les cinq plus proches s’accordent, "
    "d’après des codes connus, omis chacun à son tour.",
}


def postcodes() -> Mapping[str, Any]:
    """Postcodes by sector, by district, and for the whole of Northern Ireland."""
    return {
        **titles("Postcodes", "Codes postaux"),
        "as_of": "2025",
        "codes": POSTCODES,
        "sources": _POSTCODE_SOURCES,
        "licenses": [CC_BY, _OPEN_GOVERNMENT],
        "attribution": "Contains OS data © Crown copyright and database right 2023 and 2025. Contains Royal Mail data © Royal "
        "Mail copyright and database right 2023 and 2025. Postcodes to constituencies: mySociety, CC BY 4.0. Source: Office "
        "for National Statistics and Food Standards Agency, licensed under the Open Government Licence v3.0.",
        "missing": {
            "en": "Postcodes created between 2023 and 2025, 15,667 of them, have the constituency of the nearest older "
            "postcode; where its neighbours do not agree, in 425, the sector’s others are offered, too. For postcodes "
            "created since, the constituencies of their sector or district are offered, "
            "and the nearest first. In Northern Ireland it is not known which postcodes exist, and each one’s place is "
            "inferred from others near it: the constituencies of its whole district are offered, or of all Northern "
            "Ireland where the table lacks the district. Jersey, Guernsey and the Isle of Man elect no members.",
            "fr": "Les 15\u202f667 codes créés entre 2023 et 2025 ont la circonscription du code plus ancien le plus proche\u00a0; "
            "là où leurs voisins ne s’accordent pas (425 codes), les autres du secteur sont aussi proposées. Pour les codes "
            "créés depuis, les circonscriptions de leur secteur ou de leur district "
            "sont proposées, la plus proche en premier. En Irlande du Nord, on ne sait pas quels codes existent, et la "
            "place de chacun est déduite de ses voisins\u00a0: les circonscriptions de tout le district sont proposées, ou "
            "celles de toute l’Irlande du Nord si le district manque dans la table. Jersey, Guernesey et l’île de Man "
            "n’élisent personne à ce Parlement.",
        },
        "measured": _MEASURED,
        "schema": schema("area", ("area", "shares", "runs", "held", "named", "nearest"), ("area", "shares")),
    }
