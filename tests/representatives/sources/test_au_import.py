"""The importer of Australia's data, on a made-up folder small enough to check by eye."""

import gzip
from pathlib import Path

import pytest

from representatives import Certainty, Dataset, Directory, parse
from representatives.sources.au import first_tables
from tests.representatives.sources.making import of
from tests.support import TODAY

publish, rows = of("au")
MEMBERS = """house,name,electorate,state,party,honorific_as_source,office_address,office_suburb,office_postcode,email_as_source,flag
House,Mr Anthony Stephen Roe,O'Connor,WA,ALP,Hon. Dr,"Suite 12, Level 3 of the Long Building, 4 High Street",Lake Town,6001,Tony.Roe.MP@aph.gov.au,
House,Ann Mary Doe,New Lake,NSW,SPK,Ms,1 Low Road,Mt Lake,2001,Ann.Do.MP@aph.gov.au,email not of the usual pattern
House,Bo Poe,Grey,SA,IND,,2 Low Road,Mistyped,5001,bo@poe.example,
House,Cy Low,Fenner,ACT,GRN,Mr,,,,,no contact row in source
Senate,Jo Ann Nampijinpa Price,,SA,PRES,Senator,,,,,no contact row found
Senate,Deborah O'Neill,,NSW,LIB,Senator,,,,,no contact row found
"""
NAMES = "electorate,common_name\nO'Connor,Tony Roe\nNew Lake,Ann Smith\n"
POSTCODES = """postcode,electorate_state,electorate,share,postcode_type,method
6001,WA,O'Connor,1.0,delivery,abs_postcode
2001,NSW,New Lake,0.6,delivery,abs_postcode
2001,ACT,Fenner,0.3992,delivery,abs_postcode
2001,SA,Grey,0.0008,delivery,abs_postcode
5001,SA,Grey,0.999,po_box,localities
5001,NSW,New Lake,0.001,po_box,localities
5002,SA,Grey,0.7,delivery,abs_postcode
5002,NSW,New Lake,0.3,delivery,abs_postcode
"""
SUBURBS = """postcode,locality,state,electorate,electorate_state,share,postcode_type,method,lat,lon
6001,Lake Town,WA,O'Connor,WA,1.0,delivery,abs_loc,,
2001,Mount Lake,NSW,New Lake,NSW,1.0,delivery,abs_loc,,
2001,Twin,NSW,New Lake,NSW,1.0,delivery,abs_loc,,
2001,Twin,ACT,Fenner,ACT,1.0,delivery,abs_loc,,
5001,Box,SA,New Lake,NSW,1.0,po_box,abs_loc,,
5002,Wide,SA,Grey,SA,0.5,delivery,abs_loc,,
5002,Wide,SA,New Lake,NSW,0.5,delivery,abs_loc,,
"""


def put(folder: Path, **files: str) -> None:
    """The files, with some changed."""
    texts = {"members": MEMBERS, "names": NAMES, "postcodes": POSTCODES, "suburbs": SUBURBS, **files}
    (folder / "au_members.csv").write_text(texts["members"], "utf-8")
    (folder / "au_member_common_names.csv").write_text(texts["names"], "utf-8")
    (folder / "au_postcode_electorate.csv").write_text(texts["postcodes"], "utf-8")
    path = folder / "au_postcode_locality_electorate.csv.gz"
    path.write_bytes(gzip.compress(texts["suburbs"].encode()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "source"
    made.mkdir()
    put(made)
    return made


def test_electorates_are_named_as_they_are_and_placed_in_their_state(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "data")
    assert [(row["code"], row["id"]) for row in rows(tmp_path / "data", "constituencies")] == [
        ("Fenner", "ocd-division/country:au/territory:act/federal_electorate:fenner"),
        ("Grey", "ocd-division/country:au/state:sa/federal_electorate:grey"),
        ("New Lake", "ocd-division/country:au/state:nsw/federal_electorate:new_lake"),
        ("O'Connor", "ocd-division/country:au/state:wa/federal_electorate:o~connor"),
    ]


def test_names_and_titles_are_taken_only_where_the_lists_agree(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "data")
    found = {
        row["id"]: (row["name"], row["family_name"], row["honorific_prefix"])
        for row in rows(tmp_path / "data", "people")
    }
    assert found == {
        "au-house-oconnor": ("Tony Roe", "Roe", "Hon Dr"),
        "au-house-new-lake": ("Ann Mary Doe", "Doe", "Ms"),
        "au-house-grey": ("Bo Poe", "Poe", ""),
        "au-house-fenner": ("Cy Low", "Low", "Mr"),
        "au-senate-jo-ann-nampijinpa-price": ("Jo Ann Nampijinpa Price", "Nampijinpa Price", ""),
        "au-senate-deborah-oneill": ("Deborah O'Neill", "O'Neill", ""),
    }


def test_codes_of_offices_are_no_parties(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "data")
    found = {row["area"]: (row["role"], row["party_en"]) for row in rows(tmp_path / "data", "people")}
    assert found["New Lake"] == ("speaker", "no party listed")
    assert found["SA"] == ("president", "no party listed")
    assert found["Grey"] == ("", "Independent")


def test_an_unknown_party_stops_the_import(folder: Path) -> None:
    put(folder, members=MEMBERS.replace(",IND,", ",XYZ,"))
    with pytest.raises(KeyError, match="XYZ"):
        first_tables.tables(folder)


def test_no_address_is_derived_and_a_misspelt_one_is_left_out(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "data")
    emails = {row["area"]: row["email"] for row in rows(tmp_path / "data", "people") if row["email"]}
    assert emails == {"O'Connor": "Tony.Roe.MP@aph.gov.au"}


def test_an_office_is_kept_where_its_suburb_has_its_postcode(folder: Path, tmp_path: Path) -> None:
    publish(folder, tmp_path / "data")
    assert [(row["person"], row["lines"]) for row in rows(tmp_path / "data", "offices")] == [
        ("au-house-new-lake", "1 Low Road|MT LAKE NSW 2001"),
        (
            "au-house-oconnor",
            "Suite 12, Level 3 of the Long Building|4 High Street|LAKE TOWN WA 6001",
        ),
    ]


@pytest.mark.parametrize(
    ("typed", "suburb", "certainty", "codes", "suburbs"),
    [
        ("6001", "", Certainty.EXACT, ["O'Connor"], ()),
        ("2001", "", Certainty.SPLIT, ["New Lake", "Fenner"], ("Mount Lake", "Twin")),
        ("2001", "Mount Lake", Certainty.EXACT, ["New Lake"], ("Mount Lake", "Twin")),
        ("2001", "Twin", Certainty.SPLIT, ["Fenner", "New Lake"], ("Mount Lake", "Twin")),
        ("2001", "Elsewhere", Certainty.SPLIT, ["New Lake", "Fenner"], ("Mount Lake", "Twin")),
        ("5001", "", Certainty.SPLIT, ["Grey", "New Lake"], ("Box",)),
        ("5001", "Box", Certainty.EXACT, ["New Lake"], ("Box",)),
        ("5002", "", Certainty.SPLIT, ["Grey", "New Lake"], ()),
        ("9999", "", Certainty.UNKNOWN, [], ()),
    ],
)
def test_what_a_postcode_and_a_suburb_allow(
    folder: Path,
    tmp_path: Path,
    typed: str,
    suburb: str,
    certainty: Certainty,
    codes: list[str],
    suburbs: tuple[str, ...],
) -> None:
    publish(folder, tmp_path / "data")
    match = Directory(Dataset(tmp_path / "data")).find(parse(typed), TODAY, suburb)
    assert match.certainty is certainty
    assert [candidate.constituency.code for candidate in match.candidates] == codes
    assert match.localities == suburbs


def test_a_suburb_outside_its_postcodes_electorates_stops_the_import(folder: Path) -> None:
    put(folder, suburbs=SUBURBS + "6001,Far,WA,Grey,SA,1.0,delivery,abs_loc,,\n")
    with pytest.raises(ValueError, match="postcode 6001"):
        first_tables.tables(folder)


def test_running_it_twice_changes_no_byte(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    first = publish(folder, root)
    assert publish(folder, root) == first
