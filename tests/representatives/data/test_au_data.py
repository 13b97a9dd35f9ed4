"""The shipped dataset of Australia, against counts known from elsewhere and the files it is made from."""

import csv
import gzip
import json
import re
from collections import Counter

import pytest

from representatives import Certainty, Match, Representative, Vacancy, directory, find, parse
from representatives.storage.dataset import DATA
from tests.representatives.data.source import needs_source, source
from tests.support import TODAY

PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
RESOURCES = {each["name"]: each for each in PACKAGE["resources"] if each["name"].startswith("au-")}
TABLES = directory().countries["au"]
SENATORS = [person for region in TABLES.senators.values() for person in region]
PEOPLE = [*TABLES.members.values(), *SENATORS]
SOURCE = source("au")
BASES = {
    "Fairbairn Raaf": "RAAF Fairbairn",
    **{f"Hmas {name}": f"HMAS {name}" for name in ("Albatross", "Creswell", "Harman", "Kuttabul")},
}
"""As the source writes them, and as they are called."""

# Australian Electoral Commission, divisions at the election of 2025.
DIVISIONS = {"NSW": 46, "VIC": 38, "QLD": 30, "WA": 16, "SA": 10, "TAS": 5, "ACT": 3, "NT": 2}
# Twelve a state, two a territory.
SENATE_SEATS = {"NSW": 12, "VIC": 12, "QLD": 12, "WA": 12, "SA": 12, "TAS": 12, "ACT": 2, "NT": 2}
STATE = re.compile(r".+ (?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \d{4}")


def codes(match: Match) -> list[str]:
    return [candidate.constituency.code for candidate in match.candidates]


def test_there_are_150_electorates_in_their_states() -> None:
    assert Counter(seat.region.code for seat in TABLES.constituencies.values()) == DIVISIONS
    assert sum(DIVISIONS.values()) == len(TABLES.constituencies) == 150
    for code, seat in TABLES.constituencies.items():
        assert seat.name == {"en": code, "fr": code}
        assert seat.id.startswith(f"{seat.region.id}/federal_electorate:")
        assert re.fullmatch(r"[a-z0-9:/~_-]+", seat.id)


def test_there_are_150_members_and_76_senators() -> None:
    assert set(TABLES.members) == set(TABLES.constituencies)
    assert Counter(person.area for person in SENATORS) == SENATE_SEATS
    assert len(SENATORS) == 76
    assert not [
        code for code in TABLES.constituencies if isinstance(TABLES.delegation(code, TODAY).member, Vacancy)
    ]


def test_every_person_can_be_told_from_every_other() -> None:
    assert len({person.id for person in PEOPLE}) == len(PEOPLE) == 226
    for person in PEOPLE:
        assert re.fullmatch(r"au-(?:house|senate)-[a-z-]+", person.id)
        assert person.name.endswith(person.family_name)
        assert not re.match(r"(?:Hon|Mr|Mrs|Ms|Dr|Senator)\b", person.name)
        assert person.honorific_prefix in ("", "Ms", "Mr", "Mrs", "Dr", "Hon", "Hon Dr")


def test_addresses_are_the_published_ones() -> None:
    emails = [person.email for person in PEOPLE if person.email]
    assert len(emails) == len({email.lower() for email in emails}) == 137
    assert {email.partition("@")[2] for email in emails} == {"aph.gov.au"}
    assert not [person.id for person in SENATORS if person.email]
    misspelt = {"Franklin", "Deakin", "Goldstein"}
    assert not [person.id for person in TABLES.members.values() if person.area in misspelt and person.email]


def test_parties_are_parties() -> None:
    presiding = {person.name: person.role for person in PEOPLE if person.role}
    assert presiding == {
        "Milton Dick": "speaker",
        "Sue Lines": "president",
        "Slade Brockman": "deputy-president",
    }
    for person in PEOPLE:
        assert (person.party["en"] == "no party listed") == bool(person.role)
        assert not re.fullmatch(r"[A-Z]+", person.party["en"])


def test_offices_are_addresses_in_their_members_state() -> None:
    offices = {person.area: person.offices for person in TABLES.members.values() if person.offices}
    assert len(offices) == 136
    for area, (office,) in offices.items():
        assert office.local
        assert STATE.fullmatch(office.lines[-1])
        assert f" {TABLES.constituencies[area].region.code} " in office.lines[-1]
        assert all(office.lines)
        assert max(map(len, office.lines)) <= 46


def test_every_electorate_is_reached_and_every_postcode_resolves() -> None:
    assert len(TABLES.areas) == RESOURCES["au-postcodes"]["codes"] == 3_174
    named: set[str] = set()
    for code, area in TABLES.areas.items():
        match = find(parse(code), TODAY)
        assert match.certainty in (Certainty.EXACT, Certainty.SPLIT)
        assert sum(area.constituencies().values()) == pytest.approx(1, abs=0.001)
        named |= {*codes(match)}
    assert named == set(TABLES.constituencies)


def test_choosing_a_suburb_leaves_only_electorates_of_its_postcode() -> None:
    narrowed = chosen = 0
    for code in TABLES.areas:
        match = find(parse(code), TODAY)
        assert not match.localities or match.certainty is Certainty.SPLIT
        for suburb in match.localities:
            within = directory().find(parse(code), TODAY, suburb)
            assert set(codes(within)) <= set(codes(match))
            assert sum(each.share for each in within.candidates) == pytest.approx(1)
            chosen += 1
            narrowed += len(within.candidates) < len(match.candidates)
    assert chosen > 5_000
    assert narrowed > 0.8 * chosen


def test_by_postcode_alone_few_electorates_are_offered() -> None:
    offered = [len(area.constituencies()) for area in TABLES.areas.values()]
    assert sum(offered) / len(offered) < 1.3
    suburbs = [len(shares) for area in TABLES.areas.values() for shares in area.suburbs().values()]
    assert sum(suburbs) / len(suburbs) < 1.15, "in the suburbs of a split postcode"


def test_senators_follow_the_electorate_and_not_the_postcode() -> None:
    match = find(parse("2540"), TODAY)
    by_state = {
        code: {senator.area for senator in match.representatives(code).senators} for code in codes(match)
    }
    assert by_state == {"Gilmore": {"NSW"}, "Fenner": {"ACT"}}
    assert [len(match.representatives(code).senators) for code in codes(match)] == [12, 2]


@pytest.mark.parametrize(
    ("typed", "suburb", "electorate"),
    [
        ("2600", "Barton", "Canberra"),
        ("3030", "Werribee", "Lalor"),
        ("0870", "", "Lingiari"),
        ("7001", "Hobart", "Clark"),
        ("7000", "", "Clark"),
        ("4215", "Labrador", "Fadden"),
    ],
)
def test_known_places_are_where_they_are(typed: str, suburb: str, electorate: str) -> None:
    assert codes(directory().find(parse(typed), TODAY, suburb))[0] == electorate


@needs_source
def test_electorate_offices_are_found_as_the_data_page_says() -> None:
    """An independent measure: the importer takes no seat from an office's address."""
    with (SOURCE / "au_members.csv").open(encoding="utf-8-sig", newline="") as file:
        offices = [row for row in csv.DictReader(file) if row["office_postcode"]]
    found = [codes(find(parse(row["office_postcode"]), TODAY)) for row in offices]
    pairs = list(zip(offices, found, strict=True))
    assert len(offices) == 140
    assert sum(row["electorate"] in offered for row, offered in pairs) == 137
    assert sum(row["electorate"] == offered[0] for row, offered in pairs) == 127
    assert 1.5 <= sum(map(len, found)) / len(found) < 1.55


@needs_source
def test_every_suburb_of_a_split_postcode_of_the_source_is_offered() -> None:
    with gzip.open(SOURCE / "au_postcode_locality_electorate.csv.gz", "rt", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        match = find(parse(row["postcode"]), TODAY)
        assert row["electorate"] in codes(match) or float(row["share"]) < 0.05, row
        if match.localities:
            suburb = BASES.get(row["locality"], row["locality"])
            assert suburb in match.localities
            within = directory().find(parse(row["postcode"]), TODAY, suburb)
            assert row["electorate"] in codes(within) or float(row["share"]) < 0.05, row


@needs_source
def test_names_are_common_ones_only_where_the_lists_agree() -> None:
    with (SOURCE / "au_members.csv").open(encoding="utf-8-sig", newline="") as file:
        formal = {row["electorate"]: row["name"] for row in csv.DictReader(file) if row["electorate"]}
    for code, name in formal.items():
        member: Representative = TABLES.members[code]
        assert member.family_name == name.split()[-1]
    assert TABLES.members["Watson"].name == "Tony Burke"
    assert TABLES.members["Farrer"].name == "David Farley"
