"""A small data folder for each country, and the sources' answers from tests/recordings/."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from representatives.countries import COUNTRIES
from representatives.countries.us.congress import CONGRESS
from representatives.people import Chamber
from representatives.sources.au import update as au_update
from representatives.sources.ca import senators
from representatives.sources.ca import update as ca_update
from representatives.sources.data_package import PEOPLE_COLUMNS, Table, description_in, publish
from representatives.sources.gb import update as gb_update
from representatives.sources.us import update as us_update
from representatives.storage.dataset import Dataset

RECORDINGS = Path(__file__).parents[2] / "recordings"
Answers = Mapping[str, bytes]
"""By address."""

_PLACES = {
    "ca": [("35001", "Beaches—East York", "ON"), ("10001", "Avalon", "NL")],
    "gb": [("E1", "Aldershot", "UKJ"), ("E2", "Clacton", "UKH"), ("W1", "Ynys Môn", "WLS")],
    "us": [
        ("NY-12", "New York’s 12th", "NY"),
        ("NY-10", "New York’s 10th", "NY"),
        ("PR-0", "Puerto Rico", "PR"),
    ],
    "au": [("Watson", "Watson", "NSW"), ("O'Connor", "O'Connor", "WA")],
}
_AREAS = {
    "ca": {"area": "M4E", "shares": "35001=0.50000 10001=0.50000", "runs": "", "held": ""},
    "gb": {
        "area": "GU111",
        "shares": "E1=0.40000 E2=0.30000 W1=0.30000",
        "runs": "",
        "held": "",
        "named": "Rushmoor",
    },
    "us": {
        "area": "100",
        "shares": "NY-12=0.40000 NY-10=0.40000 PR-0=0.20000",
        "runs": "01=NY-12*1 02=NY-10*0.6+PR-0*0.4",
        "held": "G",
        "point": "01=40.75;-73.99",
    },
    "au": {
        "area": "2196",
        "shares": "Watson=0.60000 O'Connor=0.40000",
        "localities": "Punchbowl=Watson*1|Roselands=Watson*0.5+O'Connor*0.5",
    },
}
_PEOPLE: Mapping[str, Sequence[Mapping[str, str]]] = {
    "ca": [
        {
            "id": "ca-commons-101",
            "chamber": "commons",
            "name": "Anne Roy",
            "given_name": "Anne",
            "family_name": "Roy",
            "honorific_prefix": "Hon.",
            "party_en": "Liberal",
            "party_fr": "Libéral",
            "area": "35001",
            "email": "anne.roy@parl.gc.ca",
            "page_en": "https://www.ourcommons.ca/members/en/101",
            "page_fr": "https://www.ourcommons.ca/members/fr/101",
        },
        {
            "id": "ca-commons-103",
            "chamber": "commons",
            "name": "Max Gone",
            "given_name": "Max",
            "family_name": "Gone",
            "party_en": "Conservative",
            "party_fr": "Conservateur",
            "area": "10001",
            "page_en": "https://www.ourcommons.ca/members/en/103",
            "page_fr": "https://www.ourcommons.ca/members/fr/103",
        },
        {
            "id": "ca-senate-roe-jane",
            "chamber": "senate",
            "name": "Jane Roe",
            "given_name": "Jane",
            "family_name": "Roe",
            "honorific_prefix": "Hon.",
            "party_en": "Independent Senators Group",
            "party_fr": "Groupe des sénateurs indépendants",
            "area": "ON",
            "page_en": "https://sencanada.ca/en/senators/roe-jane/",
            "page_fr": "https://sencanada.ca/fr/senateurs/roe-jane/",
            "until": "2031-02-03",
        },
        {
            "id": "ca-senate-tremblay-luc",
            "chamber": "senate",
            "name": "Luc Tremblay",
            "given_name": "Luc",
            "family_name": "Tremblay",
            "honorific_prefix": "Hon.",
            "honorific_suffix": "P.C.",
            "party_en": "Conservative Party of Canada",
            "party_fr": "Parti conservateur du Canada",
            "area": "NL",
            "page_en": "https://sencanada.ca/en/senators/tremblay-luc/",
            "page_fr": "https://sencanada.ca/fr/senateurs/tremblay-luc/",
            "until": "2029-09-30",
        },
    ],
    "gb": [
        {
            "id": "gb-commons-11",
            "chamber": "commons",
            "name": "Ann Smith",
            "given_name": "Ann",
            "family_name": "Smith",
            "honorific_prefix": "Rt Hon Dr",
            "styled": "Rt Hon Dr Ann Smith MP",
            "addressed_as": "Dr Smith",
            "party_en": "Labour",
            "area": "E1",
            "email": "ann.smith.mp@parliament.uk",
            "page_en": "https://members.parliament.uk/member/11/contact",
        },
        {
            "id": "gb-commons-12",
            "chamber": "commons",
            "name": "Iain Duncan Jones",
            "given_name": "Iain",
            "family_name": "Duncan Jones",
            "honorific_prefix": "Sir",
            "styled": "Sir Iain Duncan Jones MP",
            "addressed_as": "Sir Iain",
            "party_en": "Conservative",
            "area": "E2",
            "page_en": "https://members.parliament.uk/member/12/contact",
            "until": "2026-07-08",
            "note_en": "Reported to have resigned on 8 July 2026.",
            "note_fr": "Démission signalée le 8 juillet 2026.",
        },
    ],
    "us": [
        {
            "id": "us-house-R000001",
            "chamber": "house",
            "name": "Max Roe",
            "given_name": "Max",
            "family_name": "Roe",
            "party_en": "Republican",
            "party_fr": "Républicain",
            "area": "NY-12",
            "contact_form": "https://roe.house.gov/contact",
            "page_en": "https://roe.house.gov",
        },
        {
            "id": "us-senate-D000002",
            "chamber": "senate",
            "name": "Zoë Doe, Jr.",
            "given_name": "Zoë",
            "family_name": "Doe",
            "party_en": "Democrat",
            "party_fr": "Démocrate",
            "area": "NY",
            "page_en": "https://www.doe.senate.gov",
        },
        {
            "id": "us-house-P000003",
            "chamber": "house",
            "name": "Ana Paz",
            "given_name": "Ana",
            "family_name": "Paz",
            "role": "resident-commissioner",
            "party_en": "Independent",
            "party_fr": "Indépendant",
            "area": "PR-0",
            "page_en": "https://paz.house.gov",
        },
    ],
    "au": [
        {
            "id": "au-house-watson",
            "chamber": "house",
            "name": "Tony Burke",
            "given_name": "Tony",
            "family_name": "Burke",
            "honorific_prefix": "Hon",
            "party_en": "Australian Labor Party",
            "area": "Watson",
            "email": "Tony.Burke.MP@aph.gov.au",
            "page_en": "https://www.aph.gov.au/Senators_and_Members/Members",
        },
        {
            "id": "au-house-oconnor",
            "chamber": "house",
            "name": "Rick Former",
            "given_name": "Rick",
            "family_name": "Former",
            "honorific_prefix": "Mr",
            "party_en": "Independent",
            "area": "O'Connor",
            "page_en": "https://www.aph.gov.au/Senators_and_Members/Members",
        },
        {
            "id": "au-senate-susan-lines",
            "chamber": "senate",
            "name": "Susan Lines",
            "given_name": "Susan",
            "family_name": "Lines",
            "party_en": "no party listed",
            "role": "president",
            "area": "WA",
            "page_en": "https://www.aph.gov.au/Senators_and_Members/Senators",
        },
    ],
}
_OFFICE = {
    "us": {
        "person": "us-house-R000001",
        "id": "parliament",
        "name": "Washington",
        "lines": "U.S. House of Representatives|Washington, DC 20515",
    },
    "au": {
        "person": "au-house-watson",
        "id": "electorate",
        "name": "Punchbowl",
        "lines": "Shop 29, Broadway Plaza|Punchbowl NSW 2196",
    },
}
SEATS = {
    "ca": {Chamber.COMMONS: 2, Chamber.SENATE: 2},
    "gb": {Chamber.COMMONS: 3},
    "us": {Chamber.HOUSE: 1, Chamber.SENATE: 1},
    "au": {Chamber.HOUSE: 2, Chamber.SENATE: 1},
}

ADDRESSES: Mapping[str, Mapping[str, str]] = {
    "ca": {
        ca_update.COMMONS.format(language="en"): "ca/commons.en.xml",
        ca_update.COMMONS.format(language="fr"): "ca/commons.fr.xml",
        ca_update.REPRESENT: "ca/represent.1.json",
        "https://represent.opennorth.ca/representatives/house-of-commons/?limit=100&offset=1": (
            "ca/represent.2.json"
        ),
        senators.SENATE: "ca/senators.html",
    },
    "gb": {
        gb_update.SEARCH.format(skip=0): "gb/search.1.json",
        gb_update.SEARCH.format(skip=2): "gb/search.2.json",
        **{gb_update.CONTACT.format(id=id): f"gb/contact.{id}.json" for id in (11, 12, 13)},
    },
    "us": {us_update.SITE + name: f"us/{name}" for name in us_update.FILES},
    "au": {au_update.MEMBERS: "au/StateRepsCSV.csv", au_update.SENATORS: "au/allsenel.csv"},
}
"""Which recording each source answers with."""


def data_folder(root: Path, country: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A whole data folder with a few people of one country, whose law then gives it as many seats."""
    monkeypatch.setattr(type(COUNTRIES[country]), "seats", SEATS[country])
    places = [
        {"code": code, "id": f"ocd/{code}", "name_en": name, "name_fr": "", "region": region}
        for code, name, region in _PLACES[country]
    ]
    people = [{c: row.get(c, "") for c in PEOPLE_COLUMNS} for row in _PEOPLE[country]]
    day: dict[str, Any] = {
        "as_of": "2026-07-01",
        "title": country,
        "sources": [],
        "missing": {"en": "old", "fr": "vieux"},
    }
    if country == "us":
        day["congress"] = CONGRESS
    tables = [
        Table(f"{country}-constituencies", places, day),
        Table(f"{country}-people", sorted(people, key=lambda row: row["id"]), day),
        Table(f"{country}-postcodes", [_AREAS[country]], {**day, "measured": {"en": "x", "fr": "x"}}),
    ]
    if country in _OFFICE:
        blank = {"latitude": "", "longitude": "", "phone": ""}
        tables.append(Table(f"{country}-offices", [{**_OFFICE[country], **blank}], day))
    publish(tables, root)
    return root


def recorded(country: str) -> dict[str, bytes]:
    """What a country's sources answer."""
    return {address: (RECORDINGS / name).read_bytes() for address, name in ADDRESSES[country].items()}


def congresses(root: Path) -> dict[str, str]:
    """Of each of the United States' tables, the Congresses that its entry and its rows name."""
    dataset = Dataset(root)
    return {
        name: " ".join(sorted({str(entry["congress"])} | {row["congress"] for row in dataset.rows(name)}))
        for name, entry in dataset.resources.items()
    }


def of_the_congress_before(root: Path) -> None:
    """Make the United States' tables those of the Congress before."""
    dataset = Dataset(root)
    publish(
        [
            Table(name, list(dataset.rows(name)), {**description_in(entry), "congress": CONGRESS - 1})
            for name, entry in dataset.resources.items()
        ],
        root,
    )


def whole(root: Path) -> dict[str, bytes]:
    """Every file of a folder but the lock."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
