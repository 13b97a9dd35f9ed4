"""The shipped dataset of Canada, against counts known from elsewhere and by a reader that is not ours."""

import csv
import gzip
import json
from collections import Counter

import pytest

from representatives import Certainty, Chamber, Representative, Vacancy, directory, find, parse
from representatives.storage.dataset import DATA
from tests.representatives.data.source import needs_source, source
from tests.support import TODAY

PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
TABLES = directory().countries["ca"]
SENATORS = [person for region in TABLES.senators.values() for person in region]
SOURCE = source("ca")

# Representation Order of 2023.
RIDINGS = {
    "NL": 7,
    "PE": 4,
    "NS": 11,
    "NB": 10,
    "QC": 78,
    "ON": 122,
    "MB": 14,
    "SK": 14,
    "AB": 37,
    "BC": 43,
    "YT": 1,
    "NT": 1,
    "NU": 1,
}
# Constitution Act, 1867, s. 22; Constitution Act, 1999 (Nunavut).
SENATE_SEATS = {
    "NL": 6,
    "PE": 4,
    "NS": 10,
    "NB": 10,
    "QC": 24,
    "ON": 24,
    "MB": 6,
    "SK": 6,
    "AB": 6,
    "BC": 6,
    "YT": 1,
    "NT": 1,
    "NU": 1,
}
# Canada Post: the first letter of a code says where it is. X is shared by two territories.
FIRST_LETTERS = {
    "A": "NL",
    "B": "NS",
    "C": "PE",
    "E": "NB",
    "G": "QC",
    "H": "QC",
    "J": "QC",
    "K": "ON",
    "L": "ON",
    "M": "ON",
    "N": "ON",
    "P": "ON",
    "R": "MB",
    "S": "SK",
    "T": "AB",
    "V": "BC",
    "X": "NT NU",
    "Y": "YT",
}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / "ca" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_are_343_ridings_in_their_provinces() -> None:
    assert Counter(riding.region.code for riding in TABLES.constituencies.values()) == RIDINGS
    assert sum(RIDINGS.values()) == len(TABLES.constituencies) == 343
    for riding in TABLES.constituencies.values():
        assert riding.id == f"ocd-division/country:ca/ed:{riding.code}-2023"
        assert riding.name["en"]
        assert riding.name["fr"]


def test_of_339_members_five_have_gone_or_may_have_and_three_have_come() -> None:
    assert len(TABLES.members) == 339
    assert set(TABLES.members) <= set(TABLES.constituencies)
    members = {code: TABLES.delegation(code, TODAY).member for code in TABLES.constituencies}
    is_empty = {
        each.constituency.name["en"]: each.is_empty for each in members.values() if isinstance(each, Vacancy)
    }
    assert is_empty == {
        "Saint-Hyacinthe—Bagot—Acton": True,
        "Brantford—Brant South—Six Nations": True,
        "Scarborough North": True,
        "Yorkton—Melville": True,
        "Laurier—Sainte-Marie": False,
        "Rosemont—La Petite-Patrie": False,
    }
    assert len(members) - len(is_empty) == 337, "as many as the House of Commons listed in September 2026"
    came = {member.name for code, member in members.items() if code not in TABLES.members and code != "24066"}
    assert came == {"Tanveer Shahnawaz", "Daniel Gobeil", "Braeden Caley"}


def test_of_96_senators_the_four_past_retirement_are_not_offered() -> None:
    assert len(SENATORS) == 96
    assert sum(TABLES.country.offered(senator, TODAY) for senator in SENATORS) == 92
    listed = Counter(senator.area for senator in SENATORS)
    assert all(number <= SENATE_SEATS[region] for region, number in listed.items()), listed
    assert sum(SENATE_SEATS.values()) == TABLES.country.seats[Chamber.SENATE] == 105


def test_every_person_can_be_told_from_every_other() -> None:
    people: list[Representative] = [*TABLES.members.values(), *SENATORS]
    ids = [person.id for person in people]
    emails = [person.email for person in people if person.email]
    assert len(people) == len(rows("people")) == len(set(ids)) == 435
    assert len(set(emails)) == len(emails) == 339
    assert {email.partition("@")[2] for email in emails} == {"parl.gc.ca"}
    assert not [person.id for person in SENATORS if person.email], "none is published, and none is guessed"
    for person in people:
        assert person.name == " ".join(person.name.split())
        assert person.family_name in person.name
        assert set(person.honorific_suffix.split()) <= {"P.C."} or person.chamber is Chamber.SENATE
        assert person.honorific_prefix in ("", "Hon.", "Right Hon.")
        assert person.page["en"].startswith(
            ("https://www.ourcommons.ca/members/en/", "https://sencanada.ca/en/")
        )
        assert person.page["fr"].startswith(
            ("https://www.ourcommons.ca/members/fr/", "https://sencanada.ca/fr/")
        )


def test_every_postal_code_is_held() -> None:
    values = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    held = sum(values.index(char).bit_count() for area in TABLES.areas.values() for char in area.held)
    assert (
        held
        == 884_188
        == next(each["codes"] for each in PACKAGE["resources"] if each["name"] == "ca-postcodes")
    )
    assert len(TABLES.areas) >= 1_661


def test_the_postal_code_table_names_only_ridings_of_the_right_province() -> None:
    named = {
        (name, code)
        for name, area in TABLES.areas.items()
        for codes in (area.constituencies(), *(run.partition("=")[2].split("+") for run in area.runs.split()))
        for code in codes
    }
    assert {code for _, code in named} == set(TABLES.constituencies), (
        "no unknown riding, and every riding is reached"
    )
    offered = {(name, code) for name, area in TABLES.areas.items() for code in area.constituencies()}
    assert not [
        (name, code)
        for name, code in offered
        if TABLES.constituencies[code].region.code not in FIRST_LETTERS[name[0]].split()
    ]
    for name, area in TABLES.areas.items():
        assert sum(area.constituencies().values()) == pytest.approx(1, abs=0.001), name


def test_a_code_that_may_lie_in_a_further_riding_offers_it() -> None:
    names = [each.constituency.name["en"] for each in find(parse("K0H 2N0"), TODAY).candidates]
    assert names[:2] == ["Kingston and the Islands", "Leeds—Grenville—Thousand Islands—Rideau Lakes"]


@needs_source
def test_every_code_of_the_source_is_found_with_its_own_riding_first_unless_its_area_lies_elsewhere() -> None:
    with gzip.open(SOURCE / "pc6_riding_2023.csv.gz", "rt", encoding="utf-8", newline="") as file:
        sample = list(csv.DictReader(file))[::50]
    assert len(sample) > 17_000
    for row in sample:
        match = find(parse(row["pc"]), TODAY)
        codes = [candidate.constituency.code for candidate in match.candidates]
        assert match.certainty in (Certainty.EXACT, Certainty.SPLIT), row
        assert row["fed"] in codes, row
        shares = TABLES.areas[row["pc"][:3]].constituencies()
        if row["pc"][1] == "0" or shares.get(row["fed"], 0) >= 0.1:
            assert codes[0] == row["fed"], row
        elif len(codes) > 1:
            assert codes[0] == next(code for code in shares if code != row["fed"]), row
        assert set(filter(None, row["alt"].split(";"))) <= set(codes), row
