"""What the data page and datapackage.json say about Australia's tables: origin, licence, what is missing."""

from collections.abc import Mapping
from typing import Any

from representatives.countries.au import AUSTRALIA
from representatives.sources.data_package import CC_BY, PEOPLE_COLUMNS, schema, titles

_FACTS = {
    "name": "facts",
    "title": "Facts published by the Parliament of Australia",
    "path": "https://www.aph.gov.au/Help/Disclaimer_Privacy_Copyright",
}
_BOUNDARIES = {
    "name": "AEC-boundaries",
    "title": "Australian Electoral Commission, licence of federal boundary data",
    "path": "https://www.aec.gov.au/electorates/gis/licence.htm",
}
_COMMISSION = {
    "title": "Australian Electoral Commission, federal electoral boundaries of 2025",
    "path": "https://www.aec.gov.au/electorates/gis/gis_datadownload.htm",
}
_PARLIAMENT = {
    "title": "Parliament of Australia, members and senators",
    "path": "https://www.aph.gov.au/Senators_and_Members",
}
_BOUNDARIES_CREDIT = (
    "Federal electoral boundaries: © Commonwealth of Australia (Australian Electoral Commission) 2025."
)


def constituencies() -> Mapping[str, Any]:
    """The electorates (electoral divisions) of 2025."""
    columns = ("code", "id", "name_en", "name_fr", "region")
    return {
        **titles("Federal electorates", "Circonscriptions fédérales"),
        "as_of": "2025",
        "seats": AUSTRALIA.seats[AUSTRALIA.lower],
        "sources": [_COMMISSION],
        "licenses": [_BOUNDARIES],
        "attribution": _BOUNDARIES_CREDIT,
        "schema": schema("code", columns, ("code", "id", "name_en", "region")),
    }


def people() -> Mapping[str, Any]:
    """Members and senators."""
    return {
        **titles("Members and senators", "Chambre des représentants et Sénat"),
        "as_of": "2026-08",
        "seats": sum(AUSTRALIA.seats.values()),
        "sources": [
            {
                "title": "OpenAustralia, lists of members",
                "path": "https://data.openaustralia.org.au/members/",
            },
            _PARLIAMENT,
        ],
        "licenses": [_FACTS],
        "attribution": "Source: Parliament of Australia and OpenAustralia.",
        "missing": {
            "en": "Changes since the date above. Email addresses of senators, of ten members, and of three whose address "
            "is misspelt in the source: none is guessed. The party of those who preside, in whose place the source "
            "names the office. Names are those that people go by, where a source of Parliament’s or OpenAustralia’s says so; "
            "letters after a name are not listed.",
            "fr": "Les changements survenus depuis la date ci-dessus. Les adresses électroniques du Sénat, de dix membres "
            "de la Chambre et de trois autres dont l’adresse est mal écrite dans la source\u00a0: aucune n’est devinée. Le "
            "parti des personnes qui président, à la place duquel la source indique la fonction. Les noms sont ceux d’usage, "
            "quand une source du Parlement ou d’OpenAustralia les donne\u00a0; les distinctions ne sont pas indiquées.",
        },
        "schema": schema("id", PEOPLE_COLUMNS, ("id", "chamber", "name", "family_name", "area", "page_en")),
    }


def offices() -> Mapping[str, Any]:
    """Electorate offices of members."""
    columns = ("person", "id", "name", "lines", "latitude", "longitude", "phone")
    return {
        **titles("Electorate offices", "Bureaux de circonscription"),
        "as_of": "2026-08",
        "sources": [_PARLIAMENT],
        "licenses": [_FACTS],
        "attribution": "Source: Parliament of Australia.",
        "missing": {
            "en": "Offices of senators and of ten members; offices whose suburb and postcode disagree. The list was typed "
            "by others from Parliament’s: check an address on aph.gov.au.",
            "fr": "Les bureaux du Sénat et de dix membres de la Chambre\u00a0; les bureaux dont la localité et le code "
            "postal se contredisent. La liste a été recopiée par des tiers d’après celle du Parlement\u00a0: vérifiez une "
            "adresse sur aph.gov.au.",
        },
        "schema": {
            **schema("id", columns, ("person", "id", "name", "lines"), {"person": ("au-people", "id")}),
            "primaryKey": ["person", "id"],
        },
    }


def postcodes(codes: int) -> Mapping[str, Any]:
    """Postcodes, and the suburbs of those that lie in several electorates."""
    return {
        **titles("Postcodes and suburbs", "Codes postaux et localités"),
        "as_of": "2025",
        "codes": codes,
        "sources": [
            {
                "title": "Australian Bureau of Statistics, postcodes and localities by electoral division, 2018",
                "path": "https://www.abs.gov.au/",
            },
            _COMMISSION,
        ],
        "licenses": [CC_BY, _BOUNDARIES],
        "attribution": f"Source: Australian Bureau of Statistics, CC BY 4.0. {_BOUNDARIES_CREDIT}",
        "missing": {
            "en": "A postcode created since; streets: choose the electorate that is yours where several remain. Shares in "
            "New South Wales are approximate.",
            "fr": "Les codes créés depuis\u00a0; les rues\u00a0: choisissez votre circonscription s’il en reste plusieurs. En "
            "Nouvelle-Galles du Sud, les proportions sont approximatives.",
        },
        "measured": {
            "en": "Against the addresses of 6,346 polling places that served one electorate in 2025: by postcode alone "
            "the true electorate was among those offered for 99.9 of 100 and first for 94, with 1.5 candidates on "
            "average; by postcode and suburb it was first for 98.6, with 1.1. With 620 more that served several "
            "electorates, and stand in only one of them: 98.3, 89.5 and 1.6. Against the addresses of 140 electorate "
            "offices, a few of which stand outside their electorate: among those offered for 137, first for 127.",
            "fr": "D’après les adresses de 6\u00a0346 bureaux de vote qui servaient une seule circonscription en 2025\u00a0: "
            "par code seul, la bonne circonscription figurait parmi celles proposées dans 99,9 cas sur 100, et en premier "
            "dans 94, avec 1,5 proposition en moyenne\u00a0; par code et localité, en premier dans 98,6, avec 1,1. Avec "
            "620 autres qui en servaient plusieurs et ne se trouvent que dans l’une d’elles\u00a0: 98,3, 89,5 et 1,6. "
            "D’après les adresses de 140 bureaux de circonscription, dont quelques-uns se trouvent hors de la leur\u00a0: "
            "parmi celles proposées pour 137, en premier pour 127.",
        },
        "schema": schema("area", ("area", "shares", "localities"), ("area", "shares")),
    }
