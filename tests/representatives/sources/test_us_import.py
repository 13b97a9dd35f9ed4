"""The importer of the United States' data, on made-up files in the documented formats, small enough to check by eye."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from representatives import Certainty, Dataset, Directory, parse
from representatives.sources.us import congress_term, first_tables, zip_codes
from representatives.sources.us.members import members, read
from representatives.sources.us.offices import offices, offices_file
from representatives.sources.us.offices import read as read_offices
from tests.representatives.sources.making import of
from tests.support import TODAY

publish, rows = of("us")
MEMBERS = """bioguide,type,state,district,class,name,first,last,gender,party,contact_form,url,phone,office_address,district_offices
D000002,sen,NY,,1,"Zoë Doe, Jr.",Zoë (Zo),Doe,F,Democrat,https://www.doe.senate.gov/contact,https://www.doe.senate.gov,202-224-0001,511 Hart Senate Office Building Washington DC 20510,1
R000001,rep,NY,12,,,Max,Roe,M,Republican,,https://roe.house.gov,202-225-0001,,0
P000003,rep,PR,0,,Ana Paz,Ana,Paz,F,Independent,https://example.org/not-congress,https://paz.house.gov,202-225-0002,1 Cannon House Office Building Washington DC 20515-5401,0
"""
FORMS = """bioguide,type,state,district,name,contact_form,url
R000001,rep,NY,12,Max Roe,https://roe.house.gov/contact,https://roe.house.gov
D000002,sen,NY,,Zoë Doe,https://old.doe.senate.gov/form,https://www.doe.senate.gov
"""
YAML = """- id:
    bioguide: D000002
    govtrack: 400004
    thomas: '01460'
  offices:
  - id: D000002-ogdensburg
    address: 1 O'Hare St.
    suite: '247'
    building: Federal Building
    city: Ogdensburg
    state: NY
    zip: '01234'
    latitude: 44.694
    longitude: -75.4863
    hours: 'NO: by appointment, it''s small'
    phone: 315-000-0000
  - id: D000002-cañon
    address: ''
    city: Cañon
    state: NY
    zip: ''
  - id: D000002-elko
    address: Elko, NY 10001
    city: Elko
    state: NY
    zip: '10001'
- id:
    bioguide: R000001
  offices:
  - id: R000001-cañon
    address: 2 Very Long Boulevard of the Americas East
    suite: Suite 1200
    city: Cañon
    state: NY
    zip: 10001-2345
    latitude: 407.5
    longitude: -73.99
"""
DISTRICTS = """zip,state,district,share,rank,share_method,zip_source,zcta
10001,NY,12,0.7000,1,land118hi,zcta,10001
10001,NY,10,0.3000,2,land118hi,zcta,10001
10002,NY,10,1.0000,1,single,zcta,10002
10003,NY,10,1.0000,1,single,uds,10002
00601,PR,0,1.0000,1,single,zcta,00601
"""
PLACES = """zip,place,state,zip_type,lat,lon,latlon_from
10001,New York,NY,Zip Code Area,40.7506,-73.9972,zcta
10003,New York,NY,Post Office or large volume customer,40.7156,-73.9874,zcta of crosswalk
00601,Adjuntas,PR,Zip Code Area,,,
"""
ZIP3 = "zip3,state,zips,share\n006,PR,1,1.0000\n063,NY,3,0.75\n063,PR,1,0.25\n100,NY,3,1.0000\n969,FM,4,1.0\n"

CENSUS_COLUMNS = (
    *("OID_CD119_20", "GEOID_CD119_20", "NAMELSAD_CD119_20", "AREALAND_CD119_20", "AREAWATER_CD119_20"),
    *("MTFCC_CD119_20", "FUNCSTAT_CD119_20", "OID_ZCTA5_20", "GEOID_ZCTA5_20", "NAMELSAD_ZCTA5_20"),
    *("AREALAND_ZCTA5_20", "AREAWATER_ZCTA5_20", "MTFCC_ZCTA5_20", "CLASSFP_ZCTA5_20", "FUNCSTAT_ZCTA5_20"),
    *("AREALAND_PART", "AREAWATER_PART"),
)


def census(*parts: tuple[str, str, str]) -> str:
    """The Census Bureau's file, a row for each (district, ZCTA, square metres)."""
    lines = ["|".join(CENSUS_COLUMNS)]
    for district, zcta, land in parts:
        row = dict.fromkeys(CENSUS_COLUMNS, "")
        row |= {
            "GEOID_CD119_20": district,
            "NAMELSAD_CD119_20": "Congressional District",
            "GEOID_ZCTA5_20": zcta,
        }
        row |= {"AREALAND_PART": land, "AREAWATER_PART": "0"}
        lines.append("|".join(row.values()))
    return "\ufeff" + "\n".join(lines) + "\n"


CENSUS = census(
    ("3612", "10001", "900"),
    ("3610", "10001", "100"),
    ("3612", "10002", "0"),
    ("3610", "10002", "0"),
    ("3610", "", "5000"),
    ("36ZZ", "10001", "77"),
    ("7298", "00601", "12"),
    ("0200", "99501", "34"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a maintainer compiles, with four ZIP Codes and three people."""
    made = tmp_path / "source"
    made.mkdir()
    (made / "us_members.csv").write_text(MEMBERS, "utf-8")
    (made / "us_contact_forms_from_contact_congress.csv").write_text(FORMS, "utf-8")
    (made / "us_zip3_state.csv").write_text(ZIP3, "utf-8")
    for name, text in (
        ("us_zip_district.csv", DISTRICTS),
        ("us_zip_place.csv", PLACES),
        ("legislators-district-offices_2026-06-10.yaml", YAML),
    ):
        (made / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
    return made


def test_the_districts_are_named_in_both_languages(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    publish(folder, root)
    assert [
        (row["code"], row["id"], row["name_en"], row["name_fr"]) for row in rows(root, "constituencies")
    ] == [
        (
            "NY-10",
            "ocd-division/country:us/state:ny/cd:10",
            "New York’s 10th congressional district",
            "New York, 10e\u00a0circonscription",
        ),
        (
            "NY-12",
            "ocd-division/country:us/state:ny/cd:12",
            "New York’s 12th congressional district",
            "New York, 12e\u00a0circonscription",
        ),
        ("PR-0", "ocd-division/country:us/territory:pr", "Puerto Rico", "Porto Rico"),
    ]


def test_the_people_are_what_the_files_say(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    publish(folder, root)
    paz, roe, doe = rows(root, "people")
    assert doe["id"] == "us-senate-D000002"
    assert (doe["name"], doe["given_name"], doe["family_name"]) == ("Zoë Doe, Jr.", "Zoë", "Doe")
    assert (doe["area"], doe["party_en"], doe["party_fr"]) == ("NY", "Democrat", "Démocrate")
    assert doe["contact_form"] == "https://www.doe.senate.gov/contact", "the newer list comes first"
    assert (roe["id"], roe["name"], roe["area"]) == ("us-house-R000001", "Max Roe", "NY-12")
    assert roe["contact_form"] == "https://roe.house.gov/contact", "the older list where the newer has none"
    assert (paz["role"], paz["area"], paz["contact_form"]) == ("resident-commissioner", "PR-0", "")
    assert {row["email"] for row in (doe, roe, paz)} == {""}


def test_a_misspelt_address_of_a_form_is_left_out(folder: Path, tmp_path: Path) -> None:
    forms = folder / "us_contact_forms_from_contact_congress.csv"
    forms.write_text(forms.read_text("utf-8").replace("https://roe.house.gov/c", "hhttps://roe.house.gov/c"))
    publish(folder, tmp_path / "data")
    assert rows(tmp_path / "data", "people")[1]["contact_form"] == ""


def test_the_offices_are_postal_lines_and_washington_is_the_last(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    publish(folder, root)
    found = [(row["person"], row["id"], row["lines"]) for row in rows(root, "offices")]
    assert found == [
        (
            "us-house-P000003",
            "parliament",
            "1 Cannon House Office Building|U.S. House of Representatives|Washington, DC 20515",
        ),
        (
            "us-house-R000001",
            "R000001-canon",
            "Suite 1200|2 Very Long Boulevard of the Americas East|Cañon, NY 10001-2345",
        ),
        ("us-house-R000001", "parliament", "U.S. House of Representatives|Washington, DC 20515"),
        (
            "us-senate-D000002",
            "D000002-ogdensburg",
            "Federal Building|1 O'Hare St., # 247|Ogdensburg, NY 01234",
        ),
        (
            "us-senate-D000002",
            "parliament",
            "511 Hart Senate Office Building|United States Senate|Washington, DC 20510",
        ),
    ]
    ogdensburg = rows(root, "offices")[3]
    assert (ogdensburg["latitude"], ogdensburg["longitude"]) == ("44.69400", "-75.48630")
    assert (ogdensburg["name"], ogdensburg["phone"]) == ("Ogdensburg", "315-000-0000")
    impossible = rows(root, "offices")[1]
    assert (impossible["latitude"], impossible["longitude"]) == ("40.75060", "-73.99720"), "its ZIP Code’s"


def test_the_zip_codes_keep_their_shares_and_points(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    publish(folder, root)
    lines = {row["area"]: row for row in rows(root, "postcodes")}
    assert list(lines) == ["006", "063", "100"], "969 is Micronesia's: no district"
    assert lines["100"]["runs"] == "01=NY-12*0.7+NY-10*0.3 02=NY-10*1"
    assert lines["100"]["shares"] == "NY-10=0.76667 NY-12=0.23333"
    assert lines["100"]["point"] == "01=40.75;-74.00 03=40.72;-73.99"
    assert lines["063"]["shares"] == "NY-10=0.37500 NY-12=0.37500 PR-0=0.25000"
    assert (lines["063"]["runs"], lines["063"]["held"]) == ("", "")
    assert lines["006"]["point"] == ""


def test_the_published_tables_answer_a_look_up(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "data")
    made = Directory(Dataset(tmp_path / "data"))
    split = made.find(parse("10001"), TODAY)
    assert split.certainty is Certainty.SPLIT
    assert [(each.constituency.code, each.share) for each in split.candidates] == [
        ("NY-12", pytest.approx(0.7**0.8 / (0.7**0.8 + 0.3**0.8))),
        ("NY-10", pytest.approx(0.3**0.8 / (0.7**0.8 + 0.3**0.8))),
    ]
    assert split.point == (40.75, -74.0)
    assert [person.name for person in split.representatives("NY-12").people] == ["Max Roe", "Zoë Doe, Jr."]
    assert made.find(parse("10003"), TODAY).certainty is Certainty.EXACT
    assert made.find(parse("10004"), TODAY).certainty is Certainty.AREA
    assert made.find(parse("06301"), TODAY).certainty is Certainty.AREA
    assert made.find(parse("96941"), TODAY).certainty is Certainty.UNKNOWN


def test_a_zip_code_that_is_not_held_is_offered_no_district_of_another_state(
    folder: Path, tmp_path: Path
) -> None:
    across = (
        "10004,NJ,8,0.4,2,land118hi,zcta,10004\n10004,NY,10,0.6,1,land118hi,zcta,10004\n"
        "06301,NJ,8,1.0,1,single,zcta,06301\n20001,NJ,8,1.0,1,single,zcta,20001\n"
    )
    (folder / "us_zip_district.csv.gz").write_bytes(gzip.compress((DISTRICTS + across).encode()))
    root = tmp_path / "data"
    publish(folder, root)
    lines = {row["area"]: row["shares"] for row in rows(root, "postcodes")}
    assert lines["100"] == "NY-10=0.80556 NY-12=0.19444"
    assert lines["063"] == "NY-10=0.37500 NY-12=0.37500 PR-0=0.25000", (
        "of the state where nothing held is in it"
    )
    assert lines["200"] == "NJ-8=1.00000", "nothing is known of its state"
    made = Directory(Dataset(root))
    held = made.find(parse("10004"), TODAY)
    assert [(each.constituency.code, each.share) for each in held.candidates] == [
        ("NY-10", pytest.approx(0.6**0.8 / (0.6**0.8 + 0.4**0.8))),
        ("NJ-8", pytest.approx(0.4**0.8 / (0.6**0.8 + 0.4**0.8))),
    ]
    around = made.find(parse("10047"), TODAY)
    assert around.certainty is Certainty.AREA
    assert [each.constituency.code for each in around.candidates] == ["NY-10", "NY-12"]


def test_shares_of_older_district_lines_say_less(folder: Path, tmp_path: Path) -> None:
    (folder / "zips_with_shares_of_118th_lines.csv").write_text("zip,state\n10001,NY\n", "utf-8")
    publish(folder, tmp_path / "data")
    assert [row["older_lines"] for row in rows(tmp_path / "data", "postcodes") if row["area"] == "100"] == [
        "01"
    ]
    first = Directory(Dataset(tmp_path / "data")).find(parse("10001"), TODAY).candidates[0]
    assert first.share == pytest.approx(0.7**0.4 / (0.7**0.4 + 0.3**0.4))
    description = json.loads((tmp_path / "data" / "datapackage.json").read_text("utf-8"))
    (table,) = [each for each in description["resources"] if each["name"] == "us-postcodes"]
    assert "The shares of 1 ZIP Codes" in table["missing"]["en"]


def test_every_row_says_which_congress_it_is_of(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    publish(folder, root)
    for name in ("constituencies", "offices", "people", "postcodes"):
        assert {row["congress"] for row in rows(root, name)} == {"119"}, name


def test_importing_twice_changes_no_byte(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    assert publish(folder, root) == publish(folder, root)


def test_the_census_files_shares_replace_the_compiled_ones(folder: Path) -> None:
    (folder / "tab20_cd11920_zcta520_natl.txt").write_text(CENSUS, "utf-8")
    assert zip_codes.zip_shares(folder) == {
        "10001": {"NY-12": 0.9, "NY-10": 0.1},
        "10002": {"NY-12": 0.5, "NY-10": 0.5},
        "10003": {"NY-12": 0.5, "NY-10": 0.5},
        "00601": {"PR-0": 1.0},
        "99501": {"AK-0": 1.0},
    }


@pytest.mark.parametrize(
    "broken",
    ["", "<!doctype html>\n<title>Not found</title>\n", CENSUS.replace("AREALAND_PART", "X"), CENSUS[:400]],
    ids=["empty", "html", "column", "cut off"],
)
def test_a_census_file_of_another_shape_is_refused(folder: Path, broken: str) -> None:
    (folder / "tab20_cd11920_zcta520_natl.txt").write_text(broken, "utf-8")
    with pytest.raises((KeyError, ValueError, StopIteration)):
        zip_codes.zip_shares(folder)


LEGISLATORS: list[dict[str, Any]] = [
    {
        "id": {"bioguide": "D000002", "govtrack": 1, "fec": ["S1"]},
        "name": {"first": "Zoë", "last": "Doe", "official_full": "Zoë Doe"},
        "bio": {"gender": "F"},
        "terms": [
            {"type": "rep", "state": "NY", "district": 3, "party": "Democrat", "end": "2019-01-03"},
            {
                "type": "sen",
                "state": "NY",
                "class": 1,
                "party": "Democrat",
                "url": "https://www.doe.senate.gov",
                "phone": "202-224-0001",
                "contact_form": "https://www.doe.senate.gov/contact",
                "office": "511 Hart Senate Office Building",
                "end": "2031-01-03",
            },
        ],
    },
    {
        "id": {"bioguide": "B000009"},
        "name": {"first": "Lee", "last": "Birch", "suffix": "III"},
        "terms": [
            {
                "type": "rep",
                "state": "AK",
                "district": 0,
                "party": "Republican",
                "url": "https://birch.house.gov",
            }
        ],
    },
]
DISTRICT_OFFICES = [
    {
        "id": {"bioguide": "B000009"},
        "offices": [
            {
                "id": "B000009-nome",
                "address": "1 Front St",
                "city": "Nome",
                "state": "AK",
                "zip": "99762",
                "latitude": 64.5,
                "longitude": -165.4,
                "suite": None,
            }
        ],
    }
]


def test_the_projects_own_json_is_read_first(folder: Path) -> None:
    (folder / "legislators-current.json").write_text(json.dumps(LEGISLATORS), "utf-8")
    (folder / "legislators-district-offices.json").write_text(json.dumps(DISTRICT_OFFICES), "utf-8")
    birch, doe = members(read(folder))
    assert [birch.row[column] for column in ("id", "area", "name")] == [
        "us-house-B000009",
        "AK-0",
        "Lee Birch III",
    ]
    assert [doe.row[column] for column in ("id", "area")] == ["us-senate-D000002", "NY"]
    assert [each.room for each in (birch, doe)] == ["", "511 Hart Senate Office Building"]
    assert [
        (row["person"], row["id"]) for row in offices(read_offices(offices_file(folder)), [birch, doe], {})
    ] == [
        ("us-house-B000009", "B000009-nome"),
        ("us-house-B000009", "parliament"),
        ("us-senate-D000002", "parliament"),
    ]


def test_a_party_without_a_french_name_is_refused(folder: Path) -> None:
    (folder / "us_members.csv").write_text(MEMBERS.replace("Republican", "Whig"), "utf-8")
    with pytest.raises(KeyError, match="Whig"):
        first_tables.tables(folder)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("    address: [1, 2]", "more than text"),
        ("    address:\n      street: 1 Main St", "more than text"),
        ("    address: 'unclosed", "no YAML"),
        ("      address: too deep", "no YAML"),
        ("\taddress: 1 Main St", "no YAML"),
        ("<html>", "no YAML"),
    ],
)
def test_a_list_of_another_shape_is_refused_rather_than_guessed(folder: Path, line: str, says: str) -> None:
    text = YAML.replace("    address: 1 O'Hare St.", line)
    (folder / "legislators-district-offices_2026-06-10.yaml.gz").write_bytes(gzip.compress(text.encode()))
    with pytest.raises(ValueError, match=says):
        first_tables.tables(folder)


def test_without_a_list_of_offices_nothing_is_written(folder: Path) -> None:
    (folder / "legislators-district-offices_2026-06-10.yaml.gz").unlink()
    with pytest.raises(FileNotFoundError):
        first_tables.tables(folder)


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (52, "52nd")],
)
def test_ordinals(number: int, ordinal: str) -> None:
    assert first_tables._ordinal(number) == ordinal


@pytest.mark.parametrize(
    ("congress", "begins", "election", "ends"),
    [(119, "2025-01-03", "2026-11-03", "2027-01-03"), (120, "2027-01-03", "2028-11-07", "2029-01-03")],
)
def test_a_congress_ends_by_the_calendar(congress: int, begins: str, election: str, ends: str) -> None:
    term = congress_term.term(congress)
    assert (term["begins"], term["election"], term["ends"]) == (begins, election, ends)
    assert str(congress) in term["after"]["en"]
    assert ends[:4] in term["after"]["fr"]


def test_a_list_of_offices_without_a_day_in_its_name_is_of_the_day_its_file_was_written(folder: Path) -> None:
    dated = folder / "legislators-district-offices_2026-06-10.yaml.gz"
    undated = dated.rename(folder / "legislators-district-offices.yaml.gz")
    os.utime(undated, (1_780_000_000, 1_780_000_000))
    assert {table.name: table.description for table in first_tables.tables(folder)}["us-people"][
        "as_of"
    ] == "2026-05-28"
