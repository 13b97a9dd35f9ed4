"""The shipped dataset of the United States, against counts known from elsewhere and by a reader that is not ours."""

import csv
import json
import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from representatives import Certainty, Chamber, Representative, Vacancy, directory, find, parse
from representatives.sources.text_files import read_csv
from representatives.sources.us.offices import offices_file, read
from representatives.storage.dataset import DATA
from tests.representatives.data.source import needs_source, source
from tests.support import TODAY

PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
RESOURCES = [each for each in PACKAGE["resources"] if each["name"].startswith("us-")]
TABLES = directory().countries["us"]
SENATORS = [person for state in TABLES.senators.values() for person in state]
SOURCE = source("us")

# Apportionment after the 2020 census: https://www.census.gov/data/tables/2020/dec/2020-apportionment-data.html
SEATS = {
    "AL": 7,
    "AK": 1,
    "AZ": 9,
    "AR": 4,
    "CA": 52,
    "CO": 8,
    "CT": 5,
    "DE": 1,
    "FL": 28,
    "GA": 14,
    "HI": 2,
    "ID": 2,
    "IL": 17,
    "IN": 9,
    "IA": 4,
    "KS": 4,
    "KY": 6,
    "LA": 6,
    "ME": 2,
    "MD": 8,
    "MA": 9,
    "MI": 13,
    "MN": 8,
    "MS": 4,
    "MO": 8,
    "MT": 2,
    "NE": 3,
    "NV": 4,
    "NH": 2,
    "NJ": 12,
    "NM": 3,
    "NY": 26,
    "NC": 14,
    "ND": 1,
    "OH": 15,
    "OK": 5,
    "OR": 6,
    "PA": 17,
    "RI": 2,
    "SC": 7,
    "SD": 1,
    "TN": 9,
    "TX": 38,
    "UT": 4,
    "VT": 1,
    "VA": 11,
    "WA": 10,
    "WV": 2,
    "WI": 8,
    "WY": 1,
}
DELEGATES = {"DC", "AS", "GU", "MP", "PR", "VI"}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / "us" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def zip_codes() -> list[str]:
    """Every ZIP Code that the table holds, read from its bits without the product's reader."""
    values = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return [
        f"{row['area']}{place * 6 + bit:02}"
        for row in rows("postcodes")
        for place, char in enumerate(row["held"])
        for bit in range(6)
        if values.index(char) >> bit & 1
    ]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource["name"])
def test_every_row_has_the_number_of_its_tables_congress(resource: dict) -> None:
    table = rows(resource["name"].removeprefix("us-"))
    assert {row["congress"] for row in table} == {str(resource["congress"])}


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource["name"])
def test_every_table_says_which_congress_it_is_of_and_when_that_ends(resource: dict) -> None:
    assert resource["congress"] == 119
    term = resource["term"]
    assert (term["begins"], term["election"], term["ends"]) == ("2025-01-03", "2026-11-03", "2027-01-03")
    for text in (term["name"], term["elected"], term["after"]):
        assert {*text} == {"en", "fr"}
    assert "redrawn" in term["after"]["en"]


def test_there_are_435_districts_and_six_delegates() -> None:
    districts = Counter(each.region.code for each in TABLES.constituencies.values())
    assert districts == {**SEATS, **dict.fromkeys(DELEGATES, 1)}
    assert sum(SEATS.values()) == 435
    assert TABLES.country.seats == {Chamber.HOUSE: 435, Chamber.SENATE: 2 * len(SEATS)}
    voting = [person for person in TABLES.members.values() if TABLES.country.votes(person.role)]
    assert len(TABLES.members) - len(voting) == len(DELEGATES), "they sit without a vote"
    for code, district in TABLES.constituencies.items():
        state, _, number = code.partition("-")
        at_large = state in DELEGATES or SEATS[state] == 1
        assert (number == "0") == at_large, code
        kind = "district" if state == "DC" else "territory" if state in DELEGATES else "state"
        tail = "" if at_large else f"/cd:{number}"
        assert district.id == f"ocd-division/country:us/{kind}:{state.lower()}{tail}"
        assert district.name["en"]
        assert district.name["fr"]
    assert len({each.name["en"] for each in TABLES.constituencies.values()}) == 441


def test_districts_are_named_as_a_sentence_needs_them() -> None:
    names = [
        TABLES.constituencies[code].name["en"] for code in ("NY-12", "CA-3", "TX-21", "AK-0", "DC-0", "PR-0")
    ]
    assert names == [
        "New York’s 12th congressional district",
        "California’s 3rd congressional district",
        "Texas’s 21st congressional district",
        "Alaska’s at-large congressional district",
        "the District of Columbia",
        "Puerto Rico",
    ]


def test_there_are_433_representatives_six_delegates_and_two_vacancies() -> None:
    delegates = {area for area, person in TABLES.members.items() if person.role}
    assert {area.partition("-")[0] for area in delegates} == DELEGATES
    assert TABLES.members["PR-0"].role == "resident-commissioner"
    assert len(TABLES.members) - len(delegates) == 431
    assert set(TABLES.members) <= set(TABLES.constituencies)
    vacant = {
        code for code in TABLES.constituencies if isinstance(TABLES.delegation(code, TODAY).member, Vacancy)
    }
    assert vacant == {"FL-20", "TX-23"}


def test_every_state_has_two_senators_and_nothing_else_has_any() -> None:
    assert {state: len(found) for state, found in TABLES.senators.items()} == dict.fromkeys(SEATS, 2)
    assert len(SENATORS) == 100
    for code in TABLES.constituencies:
        state = code.partition("-")[0]
        expected = 0 if state in DELEGATES else 2
        assert len(TABLES.delegation(code, TODAY).senators) == expected, code


def test_every_person_can_be_told_from_every_other() -> None:
    people: list[Representative] = [*TABLES.members.values(), *SENATORS]
    assert len(people) == len(rows("people")) == len({person.id for person in people}) == 537
    for person in people:
        assert re.fullmatch(r"us-(house|senate)-[A-Z]\d{6}", person.id)
        assert person.name == " ".join(person.name.split())
        # Puerto Rico's has two surnames and goes by one.
        assert person.family_name.split()[0] in person.name
        assert person.party["en"] in ("Democrat", "Republican", "Independent")
        host = urlsplit(person.page["en"]).hostname or ""
        own = ".senate.gov" if person.chamber is Chamber.SENATE else ".house.gov"
        assert host.endswith(own) or person.id == "us-house-G000607", "newly sworn in, without a site"


def test_no_email_address_stands_anywhere() -> None:
    for path in sorted((DATA / "us").glob("*.csv")):
        assert "@" not in path.read_text("utf-8"), path.name


def test_contact_forms_are_congresss_own() -> None:
    people = [*TABLES.members.values(), *SENATORS]
    forms = [person.contact_form for person in people if person.contact_form]
    for form in forms:
        assert urlsplit(form).scheme in ("https", "http"), form
        assert (urlsplit(form).hostname or "").endswith((".house.gov", ".senate.gov")), form
    assert sum(bool(person.contact_form) for person in SENATORS) == 99
    assert len(forms) == 271


def test_everyone_has_a_room_in_washington_and_nearly_everyone_a_local_office() -> None:
    people = [*TABLES.members.values(), *SENATORS]
    washington = {Chamber.HOUSE: "Washington, DC 20515", Chamber.SENATE: "Washington, DC 20510"}
    without_room, without_local = [], []
    for person in people:
        *local, parliament = person.offices
        assert parliament.id == "parliament"
        assert not parliament.local
        assert parliament.lines[-1] == washington[person.chamber]
        if len(parliament.lines) == 2:
            without_room.append(person.id)
        else:
            assert re.match(r"\w+ (Cannon|Longworth|Rayburn|Dirksen|Hart|Russell) ", parliament.lines[0])
        if not local:
            without_local.append(person.id)
        for office in local:
            assert office.local
            assert re.fullmatch(r"[A-Za-z0-9_-]+", office.id)
            assert re.fullmatch(r".+, [A-Z]{2} \d{5}(-\d{4})?", office.lines[-1])
    assert without_room == ["us-house-G000607"], "newly sworn in"
    # Three more whose only office is listed without a street or a ZIP Code.
    assert sorted(without_local) == [f"us-house-{id}" for id in ("G000607", "J000305", "M001222", "S001231")]


def test_local_offices_lie_near_their_own_zip_codes() -> None:
    far = []
    for person in (*TABLES.members.values(), *SENATORS):
        for office in person.offices:
            if office.local and office.point:
                match = find(parse(office.lines[-1].rpartition(" ")[2][:5]), TODAY)
                if (
                    match.point
                    and max(abs(a - b) for a, b in zip(match.point, office.point, strict=True)) > 0.5
                ):
                    far.append(office.id)
    assert len(far) <= 6, far


def test_every_zip_code_resolves_to_districts_of_the_table() -> None:
    held = zip_codes()
    (described,) = (each["codes"] for each in RESOURCES if each["name"] == "us-postcodes")
    assert len(held) == described == 41_051
    certainties = Counter()
    named = set()
    candidates = 0
    for code in held:
        match = find(parse(code), TODAY)
        certainties[match.certainty] += 1
        named.update(each.constituency.code for each in match.candidates)
        candidates += len(match.candidates)
        assert sum(each.share for each in match.candidates) == pytest.approx(1, abs=0.001)
        assert [each.share for each in match.candidates] == sorted(
            (e.share for e in match.candidates), reverse=True
        )
    assert certainties == {Certainty.EXACT: 33_167, Certainty.SPLIT: 7_884}
    assert named == set(TABLES.constituencies), "no unknown district, and every district is reached"
    assert candidates / len(held) < 1.25


def test_every_area_names_its_districts() -> None:
    for name, area in TABLES.areas.items():
        assert re.fullmatch(r"\d{3}", name)
        assert set(area.constituencies()) <= set(TABLES.constituencies)
        assert sum(area.constituencies().values()) == pytest.approx(1, abs=0.001), name
        assert not TABLES.country.without_constituency(name + "00"), name


@needs_source
def test_a_zip_code_that_is_not_held_is_offered_only_districts_of_its_state() -> None:
    states: dict[str, set[str]] = {}
    for row in read_csv(SOURCE / "us_zip3_state.csv"):
        states.setdefault(row["zip3"], set()).add(row["state"])
    held, around = set(zip_codes()), 0
    for code in (f"{number:05}" for number in range(100_000)):
        match = find(parse(code), TODAY)
        if code not in held and match.candidates:
            around += 1
            assert match.certainty is Certainty.AREA
            assert {each.constituency.region.code for each in match.candidates} <= states[code[:3]], code
    assert around > 50_000


@needs_source
def test_every_pair_of_the_source_is_offered_the_largest_share_first() -> None:
    for row in read_csv(SOURCE / "us_zip_district.csv.gz"):
        codes = [each.constituency.code for each in find(parse(row["zip"]), TODAY).candidates]
        assert f"{row['state']}-{row['district']}" in codes, row
        if row["rank"] == "1" and float(row["share"]) > 0.5:
            assert codes[0] == f"{row['state']}-{row['district']}", row


@needs_source
def test_the_measured_accuracy_is_what_the_data_page_says() -> None:
    """Of local offices of representatives; a few stand outside the district."""
    area_of = {person.id.rpartition("-")[2]: area for area, person in TABLES.members.items()}
    pairs = [
        (office["zip"][:5], area_of[person["id"]["bioguide"]])
        for person in read(offices_file(SOURCE))
        if person["id"]["bioguide"] in area_of
        for office in person["offices"]
        if office.get("zip")
    ]
    found = [
        ([each.constituency.code for each in find(parse(code), TODAY).candidates], area)
        for code, area in pairs
    ]
    assert len(found) == 868
    assert sum(area in codes for codes, area in found) / len(found) == pytest.approx(0.991, abs=0.0005)
    assert sum(area == codes[0] for codes, area in found) / len(found) == pytest.approx(0.954, abs=0.0005)
    assert sum(len(codes) for codes, _ in found) / len(found) == pytest.approx(1.3, abs=0.05)
