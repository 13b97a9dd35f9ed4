"""The importer of Canada's data, on a made-up folder small enough to check by eye."""

import gzip
from pathlib import Path

import pytest

from representatives import Certainty, Dataset, Directory, parse
from representatives.countries.ca import CANADA
from representatives.sources.ca import first_tables
from representatives.sources.postcodes.area_encoder import encode
from representatives.storage.postcode_area import Place
from tests.representatives.sources.making import of
from tests.support import TODAY

publish, rows = of("ca")
FILES = {
    "ridings_2023.csv": """fed,name_en,name_fr,prov
35002,Town—River,Ville—Rivière,ON
35001,Lake,Lac,ON
""",
    "mps_2026-01-01.csv": "an older list that must not be read\n",
    "mps_2026-07-27.csv": """person_id,name,first_name,last_name,honorific,party_en,party_fr,fed,riding_en,riding_fr,prov,email,mail_address,profile_url,as_of
7,Zoë Doe,Zoë,Doe,Hon.,Green,Vert,35001,Lake,Lac,ON,zoe.doe@parl.gc.ca,,https://www.ourcommons.ca/members/en/7,2026-07-27
""",
    "senators_2026-07-27.csv": """slug,first_name,last_name,post_nominal,group_code,group_en,group_fr,prov,appointed,retirement,retired_by_2026_11_24,email,mail_address,url_en,url_fr,as_of
roe-max,Max,Roe,P.C.,ISG,Group,Groupe,ON,2020-01-01,2030-02-03,,,,https://sencanada.ca/en/senators/roe-max/,https://sencanada.ca/fr/senateurs/roe-max/,2026-07-27
""",
    "fsa_ridings_2023.csv": """fsa,rank,fed,name_en,prov,share,pc_share,area_share,codes_in_riding,codes_in_fsa
K1A,1,35001,Lake,ON,0.75,1,1,1,1
K1A,2,35002,Town—River,ON,0.25,1,1,1,1
K9Z,1,35002,Town—River,ON,1.0,1,1,1,1
""",
    "fsa_ridings_2023_ON_addressweighted.csv": """fsa,fed,addr,addr_share
K1A,35001,55,0.55
K1A,35002,45,0.45
K9Z,35002,99,0.99
K9Z,35001,1,0.01
""",
}
POSTCODES = "pc,fed,alt\nK1A0A1,35001,\nK1A0A2,35001,\nK1A0B1,35002,35001\nK1A0B2,35001,\nK9Z9Z9,35002,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a maintainer compiles, with five codes in two areas."""
    made = tmp_path / "source"
    made.mkdir()
    for name, content in FILES.items():
        (made / name).write_text(content, "utf-8")
    (made / "pc6_riding_2023.csv.gz").write_bytes(gzip.compress(POSTCODES.encode()))
    return made


def test_the_tables_hold_what_the_files_say(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    publish(folder, root)
    assert rows(root, "constituencies") == [
        {
            "code": "35001",
            "id": "ocd-division/country:ca/ed:35001-2023",
            "name_en": "Lake",
            "name_fr": "Lac",
            "region": "ON",
        },
        {
            "code": "35002",
            "id": "ocd-division/country:ca/ed:35002-2023",
            "name_en": "Town—River",
            "name_fr": "Ville—Rivière",
            "region": "ON",
        },
    ]
    member, senator = rows(root, "people")
    assert (member["id"], member["name"], member["area"], member["until"]) == (
        "ca-commons-7",
        "Zoë Doe",
        "35001",
        "",
    )
    assert (member["honorific_prefix"], member["email"]) == ("Hon.", "zoe.doe@parl.gc.ca")
    assert member["page_fr"] == "https://www.ourcommons.ca/members/fr/7"
    assert (senator["id"], senator["name"], senator["area"]) == ("ca-senate-roe-max", "Max Roe", "ON")
    assert (senator["until"], senator["email"], senator["honorific_suffix"]) == ("2030-02-03", "", "P.C.")


def test_a_table_is_written_as_plain_text_with_short_line_ends(folder: Path, tmp_path: Path) -> None:
    written = publish(folder, tmp_path / "data")
    assert written["ca/constituencies.csv"].decode("utf-8") == (
        "code,id,name_en,name_fr,region\n"
        "35001,ocd-division/country:ca/ed:35001-2023,Lake,Lac,ON\n"
        "35002,ocd-division/country:ca/ed:35002-2023,Town—River,Ville—Rivière,ON\n"
    )
    assert not [name for name, content in written.items() if b"\r" in content or not content.endswith(b"\n")]


def test_shares_are_the_mean_of_codes_and_addresses_without_stray_addresses(
    folder: Path, tmp_path: Path
) -> None:
    publish(folder, tmp_path / "data")
    near, far = rows(tmp_path / "data", "postcodes")
    assert near["area"] == "K1A"
    assert near["shares"] == "35001=0.65000 35002=0.35000"
    assert near["runs"] == "0A1=35001 0B1=35002+35001 0B2=35001"
    assert (far["area"], far["shares"], far["runs"]) == ("K9Z", "35002=1.00000", "9Z9=35002")


def test_what_was_imported_is_found(folder: Path, tmp_path: Path) -> None:
    root = tmp_path / "data"
    publish(folder, root)
    found = Directory(Dataset(root)).find
    assert [c.constituency.code for c in found(parse("K1A 0B1"), TODAY).candidates] == ["35002", "35001"]
    assert [c.constituency.code for c in found(parse("K1A 0A2"), TODAY).candidates] == ["35001", "35002"]
    assert found(parse("K1A 0A3"), TODAY).certainty is Certainty.AREA
    assert found(parse("K9Z 9Z9"), TODAY).certainty is Certainty.EXACT
    assert found(parse("K9Z 9Z8"), TODAY).certainty is Certainty.AREA
    assert found(parse("K2A 0A1"), TODAY).certainty is Certainty.UNKNOWN


def test_importing_again_changes_no_byte(folder: Path, tmp_path: Path) -> None:
    first = publish(folder, tmp_path / "data")
    assert sorted(first) == ["ca/constituencies.csv", "ca/people.csv", "ca/postcodes.csv", "datapackage.json"]
    assert publish(folder, tmp_path / "data") == first
    assert publish(folder, tmp_path / "elsewhere") == first


def test_the_order_of_the_files_rows_does_not_matter(folder: Path, tmp_path: Path) -> None:
    first = publish(folder, tmp_path / "data")
    for path in folder.glob("*.csv"):
        head, *rest = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join([head, *reversed(rest)]), "utf-8")
    assert publish(folder, tmp_path / "elsewhere") == first


def test_a_missing_file_is_an_error_and_not_a_smaller_dataset(folder: Path) -> None:
    (folder / "pc6_riding_2023.csv.gz").unlink()
    with pytest.raises(FileNotFoundError, match="pc6_riding_2023"):
        first_tables.tables(folder)


def test_a_file_of_another_shape_is_an_error(folder: Path) -> None:
    (folder / "ridings_2023.csv").write_text("number,name\n35001,Lake\n", "utf-8")
    with pytest.raises(KeyError):
        first_tables.tables(folder)


def test_an_areas_line_says_which_units_it_holds() -> None:
    units = {"0A0": Place("1", ()), "0A5": Place("1", ()), "9Z9": Place("2", ("1",))}
    area = encode({"2": 0.5, "1": 0.5}, units, map(CANADA.unit_number, units))
    assert area.shares == "1=0.50000 2=0.50000", "where shares are equal, by code"
    assert [
        unit for unit in ("0A0", "0A1", "0A5", "0A6", "9Z8", "9Z9") if area.holds(CANADA.unit_number(unit))
    ] == [
        "0A0",
        "0A5",
        "9Z9",
    ]
    assert area.place("0A5") == Place("1", ())
    assert area.place("9Z9") == Place("2", ("1",))
