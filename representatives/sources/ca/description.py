"""What the data page and datapackage.json say about Canada's tables: origin, licence, what is missing."""

from collections.abc import Mapping
from typing import Any

from representatives.countries.ca import CANADA
from representatives.people import Chamber
from representatives.sources.data_package import CC_BY, PEOPLE_COLUMNS, schema, titles

_OPEN_GOVERNMENT = {
    "name": "OGL-Canada-2.0",
    "title": "Open Government Licence – Canada",
    "path": "https://open.canada.ca/en/open-government-licence-canada",
}
_STATISTICS_CANADA = {
    "name": "Statistics-Canada-Open-Licence",
    "title": "Statistics Canada Open Licence",
    "path": "https://www.statcan.gc.ca/en/terms-conditions/open-licence",
}
_FACTS = {
    "name": "facts",
    "title": "Facts published by the House of Commons and the Senate",
    "path": "https://www.ourcommons.ca/en/important-notices",
}


def constituencies() -> Mapping[str, Any]:
    """The ridings."""
    columns = ("code", "id", "name_en", "name_fr", "region")
    return {
        **titles("Federal ridings", "Circonscriptions fédérales"),
        "as_of": "2024-04-23",
        "seats": CANADA.seats[Chamber.COMMONS],
        "sources": [
            {
                "title": "Elections Canada, 2023 Representation Order",
                "path": "https://www.elections.ca/content.aspx?section=res&dir=cir/red&document=index&lang=e",
            }
        ],
        "licenses": [_OPEN_GOVERNMENT],
        "attribution": "Contains information licensed under the Open Government Licence – Canada.",
        "schema": schema("code", columns, columns),
    }


def people(as_of: str, ridings: int) -> Mapping[str, Any]:
    """Members and senators, as of a day."""
    return {
        **titles("Members of Parliament and senators", "Chambre des communes et Sénat"),
        "as_of": as_of,
        "seats": ridings + CANADA.seats[Chamber.SENATE],
        "sources": [
            {"title": "House of Commons", "path": "https://www.ourcommons.ca/members/en/search"},
            {"title": "Senate of Canada", "path": "https://sencanada.ca/en/senators/"},
        ],
        "licenses": [_FACTS],
        "attribution": "Source: House of Commons and Senate of Canada.",
        "missing": {
            "en": "Senators’ email addresses: the Senate’s list names none, and none is guessed. Changes since the "
            "date above. Senators who have reached retirement are listed but not offered.",
            "fr": "Les adresses électroniques du Sénat\u00a0: sa liste n’en donne aucune, et aucune n’est devinée. Les "
            "changements survenus depuis la date ci-dessus. Les personnes retraitées du Sénat figurent dans la "
            "liste, mais ne sont pas proposées.",
        },
        "schema": schema(
            "id", PEOPLE_COLUMNS, ("id", "chamber", "name", "family_name", "area", "page_en", "page_fr")
        ),
    }


_MEASURED = {
    "en": "Against thousands of hospitals, libraries, colleges and schools placed by their coordinates, of those "
    "that nothing was tuned to, the riding listed first for a code was the true one in 97.5 of 100; the true "
    "riding was among the area’s candidates in 97 to 99 of 100.",
    "fr": "D’après des milliers d’hôpitaux, de bibliothèques, de collèges et d’écoles placés par leurs coordonnées, "
    "parmi ceux d’après lesquels rien n’a été ajusté, la première circonscription proposée pour un code était "
    "la bonne dans 97,5 cas sur 100\u00a0; la bonne figurait parmi celles du secteur dans 97 à 99 cas sur 100.",
}


def postcodes() -> Mapping[str, Any]:
    """Postal codes by area."""
    return {
        **titles("Postal codes", "Codes postaux"),
        "as_of": "2022-03",
        "codes": 884188,
        "sources": [
            {
                "title": "GeoNames, Canada (full), March 2022",
                "path": "https://download.geonames.org/export/zip/",
            },
            {
                "title": "Statistics Canada, National Address Register, June 2026 (Ontario)",
                "path": "https://www150.statcan.gc.ca/n1/pub/46-26-0002/462600022022001-eng.htm",
            },
            {
                "title": "Elections Canada, 2023 riding boundaries",
                "path": "https://open.canada.ca/data/en/dataset/18bf3ea7-1940-46ec-af52-9ba3f77ed708",
            },
        ],
        "licenses": [CC_BY, _STATISTICS_CANADA, _OPEN_GOVERNMENT],
        "attribution": "Postal code positions: GeoNames, CC BY 4.0. Adapted from Statistics Canada, National Address "
        "Register, June 2026; this does not constitute an endorsement by Statistics Canada of this product. "
        "Contains information licensed under the Open Government Licence – Canada.",
        "missing": {
            "en": "Codes created since March 2022: for those the ridings of their area are offered. A code’s position "
            "can be a little off, so several ridings are offered wherever an area has several.",
            "fr": "Les codes créés depuis mars 2022\u00a0: pour ceux-là, les circonscriptions du secteur sont proposées. La "
            "position d’un code peut être un peu inexacte\u00a0: plusieurs circonscriptions sont donc proposées partout où "
            "un secteur en compte plusieurs.",
        },
        "measured": _MEASURED,
        "schema": schema("area", ("area", "shares", "runs", "held"), ("area", "shares")),
    }
