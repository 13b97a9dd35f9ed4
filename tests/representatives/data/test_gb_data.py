"""The shipped dataset of the United Kingdom, against counts known from elsewhere and the files it is made from."""

import csv
import gzip
import json
import lzma
from collections import Counter
from datetime import date

import pytest

from representatives import Certainty, Postcode, Reason, Vacancy, directory, find, parse
from representatives.countries.gb import UNITED_KINGDOM
from representatives.storage.dataset import DATA
from tests.representatives.data.source import needs_source, source
from tests.support import TODAY

PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
RESOURCES = {each["name"]: each for each in PACKAGE["resources"] if each["name"].startswith("gb-")}
TABLES = directory().countries["gb"]
SOURCE = source("gb")

# Boundary Commissions, 2023 reviews: 543 in England, 57 in Scotland, 32 in Wales, 18 in Northern Ireland; the regions
# of England as the Boundary Commission for England allotted them (the Isle of Wight's two are the South East's).
SEATS = {
    "UKC": 27,
    "UKD": 73,
    "UKE": 54,
    "UKF": 47,
    "UKG": 57,
    "UKH": 61,
    "UKI": 75,
    "UKJ": 91,
    "UKK": 58,
    "SCT": 57,
    "WLS": 32,
    "NIR": 18,
}
PREFIXES = {"SCT": "S14", "WLS": "W07", "NIR": "N05"}
GREAT_BRITAIN, NEWER = 1_733_406, 15_667
"""Postcodes in the bitmap of Code-Point Open 2023. The range table counts 868 more, of which it is not said which."""


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / "gb" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(match: object) -> list[str]:
    return [candidate.constituency.code for candidate in match.candidates]  # type: ignore[attr-defined]


def found(code: str) -> object:
    return find(Postcode("gb", code, UNITED_KINGDOM.printed(code)), TODAY)


def test_there_are_650_constituencies_in_their_nations_and_regions() -> None:
    assert Counter(seat.region.code for seat in TABLES.constituencies.values()) == SEATS
    assert sum(SEATS.values()) == len(TABLES.constituencies) == 650
    assert len({seat.id for seat in TABLES.constituencies.values()}) == 650
    for code, seat in TABLES.constituencies.items():
        assert code.startswith(PREFIXES.get(seat.region.code, "E14"))
        assert seat.name["fr"] == seat.name["en"]
        assert seat.id.startswith(seat.region.id + "/ed:")


def test_every_seat_has_its_member_and_one_has_another_than_the_list() -> None:
    assert set(TABLES.members) == set(TABLES.constituencies)
    assert not TABLES.senators
    vacant = [
        TABLES.constituencies[code].name["en"]
        for code in TABLES.constituencies
        if isinstance(TABLES.delegation(code, TODAY).member, Vacancy)
    ]
    assert vacant == []
    holborn = TABLES.delegation("E14001290", TODAY).member
    assert (holborn.name, holborn.email, holborn.addressed_as) == ("Sagal Abdi-Wali", "", "")
    assert TABLES.delegation("E14001174", TODAY).member is TABLES.members["E14001174"], "elected again"
    assert isinstance(TABLES.delegation("E14001174", date(2026, 7, 20)).member, Vacancy)
    noted = {person.name: person for person in TABLES.members.values() if person.note}
    assert set(noted) == {"Diane Abbott", "Joani Reid"}
    assert noted["Diane Abbott"].party["en"] == noted["Joani Reid"].party["en"] == "Labour"
    for person in noted.values():
        assert "2026" in person.note["en"]
        assert "2026" in person.note["fr"]


def test_addresses_are_parliaments_own_and_nobodys_twice() -> None:
    emails = [person.email for person in TABLES.members.values() if person.email]
    assert len(emails) == len(set(emails)) == 640
    assert {email.partition("@")[2] for email in emails} == {"parliament.uk"}
    assert {person.page["en"] for person in TABLES.members.values()} == {
        f"https://members.parliament.uk/member/{person.id.rpartition('-')[2]}/contact"
        for person in TABLES.members.values()
    }


def test_every_member_is_styled_as_parliament_does() -> None:
    assert len({row["id"] for row in rows("people")}) == 650
    for person in TABLES.members.values():
        assert person.styled.endswith(" MP")
        assert person.name in person.styled
        assert person.name.endswith(person.family_name)
        title, _, name = person.addressed_as.partition(" ")
        assert title in ("Mr", "Ms", "Mrs", "Dr", "Sir", "Dame", "")
        assert name in (person.family_name, person.name.split()[0], "")
    untitled = {person.name for person in TABLES.members.values() if not person.addressed_as}
    assert untitled == {"Douglas Lumsden", "Lara Bird"}


def test_parties_are_parties_and_the_speaker_has_none() -> None:
    (speaker,) = [person for person in TABLES.members.values() if person.role]
    assert (speaker.name, speaker.role) == ("Lindsay Hoyle", "speaker")
    assert speaker.party == {"en": "no party listed", "fr": "aucun parti indiqué"}
    assert not [person.name for person in TABLES.members.values() if "peaker" in person.party["en"]]


def test_every_postcode_of_great_britain_is_held() -> None:
    values = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    held = sum(values.index(char).bit_count() for area in TABLES.areas.values() for char in area.held)
    assert held == RESOURCES["gb-postcodes"]["codes"] == GREAT_BRITAIN + NEWER
    sectors = [name for name in TABLES.areas if not name.endswith("*")]
    assert len(sectors) == 11_137
    assert not [name for name in sectors if bool(TABLES.areas[name].held) == name.startswith("BT")]


def test_a_postcode_newer_than_the_table_is_exact_only_where_its_neighbours_agree() -> None:
    counts = Counter[Certainty]()
    for name, area in TABLES.areas.items():
        for unit in area.nearest.split():
            match = find(parse(name + unit.rstrip("?")), TODAY)
            counts[match.certainty] += 1
            assert (match.certainty is Certainty.EXACT) is (not unit.endswith("?"))
            assert match.candidates[0].reason is Reason.NEAREST
            if match.certainty is Certainty.SPLIT and len(match.candidates) > 1:
                assert match.candidates[0].share == pytest.approx(0.75), "the visitor is asked"
    assert counts == {Certainty.EXACT: 15_242, Certainty.SPLIT: 425}


@pytest.mark.parametrize(
    ("typed", "first"), [("BT47 1AA", "Foyle"), ("BT47 0AA", "Foyle"), ("BT47 3AA", "East Londonderry")]
)
def test_a_sector_of_derry_whose_line_was_wrong_is_mended(typed: str, first: str) -> None:
    match = find(parse(typed), TODAY)
    assert match.certainty is Certainty.AREA
    names = [each.constituency.name["en"] for each in match.candidates]
    assert names[0] == first
    assert {*names} == {"Foyle", "East Londonderry", "West Tyrone"}


def test_every_constituency_is_reached_and_every_area_resolves() -> None:
    named: set[str] = set()
    for name, area in TABLES.areas.items():
        shares = area.constituencies()
        assert sum(shares.values()) == pytest.approx(1, abs=0.001), name
        new = [area.place(unit.rstrip("?")) for unit in area.nearest.split()]
        of_new = {code for place in new for code in (place.own, *place.across)}
        in_runs = {code for run in area.runs.split() for code in run.partition("=")[2].split("+")} - {""}
        assert in_runs <= shares.keys() | of_new, name
        assert set(shares) <= set(TABLES.constituencies), name
        named |= set(shares)
    assert named == set(TABLES.constituencies)


def test_northern_irelands_constituencies_are_only_in_its_own_postcodes() -> None:
    for name, area in TABLES.areas.items():
        places = {TABLES.constituencies[code].region.code == "NIR" for code in area.constituencies()}
        assert places == {name.startswith("BT")}, name


def test_a_postcode_that_does_not_exist_is_never_called_exact() -> None:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    tried = 0
    for name, area in list(TABLES.areas.items())[::97]:
        if name.endswith("*"):
            continue
        for unit in (first + second for first in letters for second in letters):
            if not area.holds(UNITED_KINGDOM.unit_number(unit)):
                tried += 1
                assert found(name + unit).certainty is Certainty.AREA  # type: ignore[attr-defined]
    assert tried > 20_000


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("SW1A 0AA", "Cities of London and Westminster"),
        ("M1 1AE", "Manchester Central"),
        ("ZE1 0LL", "Orkney and Shetland"),
        ("PO30 1UD", "Isle of Wight West"),
        ("LL77 7TW", "Ynys Môn"),
    ],
)
def test_known_places_are_where_they_are(typed: str, name: str) -> None:
    match = find(parse(typed), TODAY)
    assert match.certainty is Certainty.EXACT
    assert [candidate.constituency.name["en"] for candidate in match.candidates] == [name]


def test_northern_ireland_is_asked_to_confirm() -> None:
    for name in (name for name in TABLES.areas if name.startswith("BT") and not name.endswith("*")):
        assert found(f"{name}AA").certainty in (Certainty.AREA, Certainty.SPLIT)  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", ["BT58 1AA", "BT99 1AA", "BT1A 1AA", "BT50 9ZZ"])
def test_a_district_of_northern_ireland_that_the_table_lacks_has_all_its_constituencies(typed: str) -> None:
    match = find(parse(typed), TODAY)
    assert match.certainty is Certainty.AREA
    assert {each.constituency.region.code for each in match.candidates} == {"NIR"}
    assert len(match.candidates) == SEATS["NIR"]
    shares = [each.share for each in match.candidates]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1)
    assert 0.02 < shares[-1] < shares[0] < 0.17


def test_no_district_of_northern_ireland_is_unknown_and_none_of_great_britain_is_made_up() -> None:
    for number in range(100):
        assert found(f"BT{number}1AA").certainty in (Certainty.AREA, Certainty.SPLIT)  # type: ignore[attr-defined]
    assert [name for name in TABLES.areas if name.rstrip("*").isalpha()] == ["BT*"]
    lacking = [f"{letters}{number}" for letters in ("AB", "M", "ZE", "NW") for number in range(1, 100)]
    lacking = [district for district in lacking if f"{district}*" not in TABLES.areas]
    assert len(lacking) > 200
    for district in lacking:
        assert found(f"{district}1AA").certainty is Certainty.UNKNOWN, district  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", ["JE2 3AB", "GY1 1AA", "IM1 1AA", "BF1 1AA"])
def test_islands_that_elect_nobody_and_forces_addresses_are_unknown(typed: str) -> None:
    assert find(parse(typed), TODAY).certainty is Certainty.UNKNOWN


def test_royal_mail_is_named_as_its_licence_asks() -> None:
    assert "Royal Mail data ©" in RESOURCES["gb-postcodes"]["attribution"]


@needs_source
def test_every_tenth_postcode_of_the_source_is_found_exactly_where_it_says() -> None:
    heading, *lines = gzip.decompress((SOURCE / "uk_pcon24.txt.gz").read_bytes()).decode().splitlines()
    order = heading[1:].split()
    bits = lzma.decompress((SOURCE / "gb_exists_bitmap.xz").read_bytes())
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    units = [first + second for first in letters for second in letters]
    checked = number = 0
    for line in (line for line in lines if not line.startswith("BT")):
        sector, first, *others = line.split(" ")
        starts = [("", first), *((run[:2], run[2:]) for run in others)]
        for place, unit in enumerate(units):
            if not bits[number * 50 + place // 8] >> place % 8 & 1:
                continue
            checked += 1
            if checked % 10 == 0:
                index = [digits for start, digits in starts if start <= unit][-1]
                match = found(sector + unit)
                assert match.certainty is Certainty.EXACT, sector + unit  # type: ignore[attr-defined]
                assert codes(match) == [order[int(index, 36)]], sector + unit
        number += 1
    assert checked == GREAT_BRITAIN
