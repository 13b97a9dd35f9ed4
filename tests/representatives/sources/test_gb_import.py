"""The importer of the United Kingdom's data, on a made-up folder small enough to check by eye."""

import gzip
import json
import lzma
from pathlib import Path

import pytest

from representatives import Certainty, Dataset, Directory, Match, Reason, parse
from representatives.sources.gb import first_tables
from tests.representatives.sources.making import of
from tests.support import TODAY

publish, listed = of("gb")
HEADING = (
    "pcon24cd,constituency,country,region,member_id,name,envelope,title,addressable_2025,party,email,"
    "email_listed,gender,note\n"
)
ROWS = {
    "E14000002": "Queen's Park and Maida Vale,England,London,12,Ann Van Dyke,Rt Hon Ann Van Dyke MP,Ms,,Labour,"
    "ann.vandyke.mp@parliament.uk,,F,",
    "E14000001": "Stone, Great Wyrley,England,West Midlands,9,Max Roe KC,Max Roe KC MP,Sir,,Conservative,"
    "max@roe.example,,M,",
    "N05000001": "Ynys Môn,Wales,Wales,31,Jo Doe,Jo Doe MP,,,Speaker,,,,",
    "S14000001": "Moray,Scotland,Scotland,40,Al Poe,Al Poe MP,Mr,,Reform UK,al.poe.mp@parliament.uk,,M,",
}
RANGES = "#E14000001 E14000002 N05000001 S14000001\nAB101 00 BD01\nAB102 01\nBT11 02 DA03\nBT12 02\nM11 03\n"
COUNTS = {"AB101": {"00": 3, "01": 1}, "BT11": {"02": 5, "03": 5}}
HELD = {"AB101": (0, 1, 22, 399), "AB102": (21,), "M11": (0,)}


def bitmap() -> bytes:
    return b"".join(
        sum(1 << number for number in numbers).to_bytes(50, "little") for numbers in HELD.values()
    )


def put(folder: Path, **rows: str) -> None:
    """The files, with some rows of members changed."""
    quoted = (
        f'{code},"{row.partition(",England")[0]}",England{row.partition(",England")[2]}'
        if ",England" in row
        else f"{code},{row}"
        for code, row in {**ROWS, **rows}.items()
    )
    (folder / "uk_mps.csv").write_text(HEADING + "\n".join(quoted) + "\n", "utf-8")
    (folder / "uk_pcon24.txt.gz").write_bytes(gzip.compress(RANGES.encode()))
    (folder / "gb_exists_bitmap.xz").write_bytes(lzma.compress(bitmap()))
    (folder / "sector_counts.json").write_text(json.dumps(COUNTS), "utf-8")
    (folder / "sector_places.csv").write_text("sector,local_authority,wards\nAB101,Stone City / Moray,One\n")
    (folder / "outcode_places.csv").write_text("outcode,town_2015,local_authority\nAB10,Stone,Stone City\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "source"
    made.mkdir()
    put(made)
    return made


def rows(root: Path, name: str) -> dict[str, dict[str, str]]:
    return {next(iter(row.values())): row for row in listed(root, name)}


def test_a_sector_and_a_district_are_named_by_their_local_authorities_and_nothing_else(
    folder: Path, tmp_path: Path
) -> None:
    publish(folder, tmp_path / "data")
    lines = rows(tmp_path / "data", "postcodes")
    assert (lines["AB101"]["named"], lines["AB10*"]["named"]) == ("Stone City / Moray", "Stone City")
    assert lines["M11"]["named"] == ""
    match = Directory(Dataset(tmp_path / "data")).find(parse("AB10 1AA"), TODAY)
    assert match.named == "Stone City / Moray"


NEW = (
    "postcode,easting,northing,pcon24_nearest,unanimous_of_5,distance_m,pcon24_by_run\n"
    "AB101AD,1,1,E14000002,1,5,E14000001\nAB102AB,1,1,E14000001,0,5,E14000001\n"
    "AB109ZZ,1,1,E14000002,1,5,\nZE11AA,1,1,S14000001,0,5,\n"
)


def test_a_newer_postcode_takes_its_nearest_place_and_changes_no_other(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "before")
    (folder / "new_postcodes_2023_2025.csv.gz").write_bytes(gzip.compress(NEW.encode()))
    publish(folder, tmp_path / "after")
    before, after = (Directory(Dataset(tmp_path / name)) for name in ("before", "after"))
    units = [f"AB10 {sector}{first}{last}" for sector in "129" for first in "ABZ" for last in "ABDZ"]
    new = {"AB10 1AD", "AB10 2AB", "AB10 9ZZ"}
    for code in (parse(unit) for unit in units if unit not in new):
        one, other = (each.find(code, TODAY) for each in (before, after))
        assert (one.certainty, one.candidates) == (other.certainty, other.candidates), code
    agreed = after.find(parse("AB10 1AD"), TODAY)
    assert (agreed.certainty, *names(agreed)) == (Certainty.EXACT, "E14000002")
    assert agreed.candidates[0].reason is Reason.NEAREST
    doubtful = after.find(parse("AB10 2AB"), TODAY)
    assert (doubtful.certainty, *names(doubtful)) == (Certainty.SPLIT, "E14000001", "E14000002")
    in_a_new_sector = after.find(parse("AB10 9ZZ"), TODAY)
    assert (in_a_new_sector.certainty, *names(in_a_new_sector)) == (Certainty.EXACT, "E14000002")
    in_a_new_district = after.find(parse("ZE1 1AA"), TODAY)
    assert (in_a_new_district.certainty, *names(in_a_new_district)) == (Certainty.SPLIT, "S14000001")


def names(match: Match) -> list[str]:
    return [each.constituency.code for each in match.candidates]


def test_constituencies_are_named_by_their_code_and_place(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "data")
    found = rows(tmp_path / "data", "constituencies")
    assert list(found) == ["E14000001", "E14000002", "N05000001", "S14000001"]
    assert {code: row["id"] for code, row in found.items()} == {
        "E14000001": "ocd-division/country:gb/part:eng/region:ukg/ed:stone_great_wyrley",
        "E14000002": "ocd-division/country:gb/part:eng/region:uki/ed:queens_park_and_maida_vale",
        "N05000001": "ocd-division/country:gb/part:wls/ed:ynys_môn",
        "S14000001": "ocd-division/country:gb/part:sct/ed:moray",
    }
    assert found["E14000001"]["name_en"] == "Stone, Great Wyrley"
    assert found["N05000001"]["region"] == "WLS"


def test_names_and_titles_are_taken_apart_only_as_far_as_the_list_allows(
    folder: Path, tmp_path: Path
) -> None:
    publish(folder, tmp_path / "data")
    people = rows(tmp_path / "data", "people")
    found = {
        row["id"]: (
            row["name"],
            row["family_name"],
            row["styled"],
            row["addressed_as"],
            row["honorific_suffix"],
        )
        for row in people.values()
    }
    assert found == {
        "gb-commons-12": ("Ann Van Dyke", "Van Dyke", "Rt Hon Ann Van Dyke MP", "Ms Van Dyke", ""),
        "gb-commons-9": ("Max Roe", "Roe", "Max Roe KC MP", "Sir Max", "KC"),
        "gb-commons-31": ("Jo Doe", "Doe", "Jo Doe MP", "", ""),
        "gb-commons-40": ("Al Poe", "Poe", "Al Poe MP", "Mr Poe", ""),
    }
    assert people["gb-commons-12"]["given_name"] == "Ann"


def test_only_addresses_of_parliament_are_kept(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "data")
    emails = {row["area"]: row["email"] for row in rows(tmp_path / "data", "people").values()}
    assert emails == {
        "E14000001": "",
        "E14000002": "ann.vandyke.mp@parliament.uk",
        "N05000001": "",
        "S14000001": "al.poe.mp@parliament.uk",
    }


def test_the_speaker_has_a_role_and_no_party(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "data")
    speaker = rows(tmp_path / "data", "people")["gb-commons-31"]
    assert (speaker["role"], speaker["party_en"]) == ("speaker", "no party listed")


def test_an_envelope_with_a_newer_knighthood_decides(folder: Path, tmp_path: Path) -> None:
    put(folder, S14000001="Moray,Scotland,Scotland,40,Al Poe,Rt Hon Sir Al Poe MP,Mr,,Reform UK,,,M,")
    publish(folder, tmp_path / "data")
    assert rows(tmp_path / "data", "people")["gb-commons-40"]["addressed_as"] == "Sir Al"


def test_a_long_name_that_no_address_settles_stops_the_import(folder: Path) -> None:
    put(folder, S14000001="Moray,Scotland,Scotland,40,Al Bo Poe,Al Bo Poe MP,Mr,,Reform UK,,,M,")
    with pytest.raises(ValueError, match="Al Bo Poe"):
        first_tables.tables(folder)


def test_a_remark_that_nobody_has_settled_stops_the_import(folder: Path) -> None:
    put(folder, S14000001="Moray,Scotland,Scotland,40,Al Poe,Al Poe MP,Mr,,Reform UK,,,M,CHECK: gone")
    with pytest.raises(KeyError, match="CHECK: gone"):
        first_tables.tables(folder)


@pytest.mark.parametrize(
    ("typed", "certainty", "codes"),
    [
        ("AB10 1AA", Certainty.EXACT, ["E14000001"]),
        ("AB10 1BD", Certainty.EXACT, ["E14000002"]),
        ("AB10 1BE", Certainty.AREA, ["E14000002", "E14000001"]),
        ("AB10 1AD", Certainty.AREA, ["E14000001", "E14000002"]),
        ("AB10 1BB", Certainty.AREA, ["E14000001", "E14000002"]),
        ("AB10 1ZZ", Certainty.EXACT, ["E14000002"]),
        ("AB10 2BB", Certainty.EXACT, ["E14000002"]),
        ("AB10 2AA", Certainty.AREA, ["E14000002"]),
        ("AB10 9AA", Certainty.AREA, ["E14000002", "E14000001"]),
        ("M1 1AA", Certainty.EXACT, ["S14000001"]),
        ("BT1 1AA", Certainty.AREA, ["N05000001", "S14000001"]),
        ("BT1 1ZZ", Certainty.AREA, ["S14000001", "N05000001"]),
        ("BT1 2AA", Certainty.AREA, ["N05000001", "S14000001"]),
        ("BT9 2AA", Certainty.AREA, ["N05000001", "S14000001"]),
        ("AB9 2AA", Certainty.UNKNOWN, []),
        ("ZE1 0AA", Certainty.UNKNOWN, []),
    ],
)
def test_what_a_postcode_allows(
    folder: Path, tmp_path: Path, typed: str, certainty: Certainty, codes: list[str]
) -> None:
    publish(folder, tmp_path / "data")
    match = Directory(Dataset(tmp_path / "data")).find(parse(typed), TODAY)
    assert match.certainty is certainty
    assert [candidate.constituency.code for candidate in match.candidates] == codes


def test_running_it_twice_changes_no_byte(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    first = publish(folder, root)
    assert publish(folder, root) == first


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gb_exists_bitmap.xz", lzma.compress(bitmap()[:-1])),
        ("sector_counts.json", b'{"AB101": {"00": 3}, "BT11": {"02": 5, "03": 5}}'),
        ("sector_counts.json", b"{}"),
    ],
)
def test_files_that_contradict_each_other_stop_the_import(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(ValueError, match="sector"):
        first_tables.tables(folder)
