"""flask representatives import: files that a maintainer downloads, in their documented forms, and broken ones."""

import json
import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from openpyxl import Workbook

from app import create_app
from representatives import Certainty, Dataset, Directory, parse
from representatives.commands import FAILED
from representatives.countries import COUNTRIES
from representatives.sources.data_package import Table, description_in, publish
from representatives.sources.postcodes.archives import sheet
from representatives.sources.postcodes.bulk_table import BulkError
from representatives.sources.postcodes.postcode_import import import_postcodes
from tests.representatives.sources.updating import congresses, data_folder, of_the_congress_before, whole
from tests.support import TODAY

Run = Callable[..., Result]
DAY = (2026, 11, 1, 0, 0, 0)
SQUARES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"FED_NUM": number},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[west, 43], [west + 1, 43], [west + 1, 44], [west, 44], [west, 43]]],
            },
        }
        for number, west in ((35001, -80), (10001, -79))
    ],
}
GEONAMES = (
    "CA\tM4E 1A1\tToronto\tOntario\tON\tToronto\t\t\t\t43.5\t-79.5\t6\n"
    "CA\tM4E 1A2\tToronto\tOntario\tON\tToronto\t\t\t\t43.5\t-79.0001\t6\n"
    "CA\tM4E 1A3\tToronto\tOntario\tON\tToronto\t\t\t\t43.5\t-78.5\t6\n"
    "CA\tM4E 1A4\tAt sea\tOntario\tON\tToronto\t\t\t\t10.0\t-10.0\t6\n"
)
GUIDS = [f"00000000-0000-0000-0000-00000000000{number}" for number in range(6)]
LOCATIONS = "\ufeffLOC_GUID,BG_LATITUDE,BG_LONGITUDE,BF_REPPOINT_LATITUDE,BF_REPPOINT_LONGITUDE\n" + "".join(
    [
        f"{GUIDS[0]},43.5,-79.5,,\n",
        f"{GUIDS[1]},43.5,-79.4,,\n",
        f"{GUIDS[2]},,,43.5,-78.5\n",
        f"{GUIDS[3]},,,,\n",
        f"{GUIDS[4]},43.2,-79.2,,\n",
    ]
)
REGISTER = "LOC_GUID,ADDR_GUID,MAIL_POSTAL_CODE\n" + "".join(
    f"{GUIDS[place]},x,{code}\n"
    for place, code in ((0, "M4E1A1"), (1, "M4E1A1"), (2, "M4E1A1"), (3, "M4E1A2"), (4, "M4E 1A3"), (5, "M4E1A4"), (0, ""))
)  # fmt: skip
POSTCODES = "pcd,pcds,dointr,doterm,pconcd\n" + "".join(
    f"{row}\n"
    for row in (
        "GU111AA,GU11 1AA,198001,,E1",
        "GU111AB,GU11 1AB,198001,,E1",
        "GU111AD,GU11 1AD,198001,,E2",
        "GU111AE,GU11 1AE,198001,199901,E2",
        "LL651AA,LL65 1AA,198001,,W1",
        "GY1 1AA,GY1 1AA,198001,,L99999999",
    )
)


@pytest.fixture(scope="module")
def app_for_commands() -> Flask:
    return create_app(config={"TESTING": True, "TODAY": lambda: TODAY, "RANDOM": random.Random(1)})


@pytest.fixture
def run(app_for_commands: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    def command(country: str, path: Path, *options: str) -> Result:
        root = data_folder(tmp_path / "data", country, monkeypatch)
        before = whole(root)
        result = app_for_commands.test_cli_runner().invoke(
            args=["representatives", "import", country, str(path), "--data", str(root), *options]
        )
        assert "Traceback" not in result.output
        assert result.exit_code in (0, FAILED), result.output
        Directory(Dataset(root))
        if result.exit_code == FAILED:
            assert whole(root) == before
        return result

    return command


def zipped(path: Path, files: Mapping[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), text)
    return path


@pytest.fixture
def polygons(tmp_path: Path) -> str:
    path = tmp_path / "ridings.geojson"
    path.write_text(json.dumps(SQUARES), "utf-8")
    return str(path)


def candidates(root: Path, code: str) -> tuple[Certainty, dict[str, float]]:
    match = Directory(Dataset(root)).find(parse(code), TODAY)
    return match.certainty, {each.constituency.code: round(each.share, 2) for each in match.candidates}


def test_geonames_points_are_placed_in_ridings(run: Run, tmp_path: Path, polygons: str) -> None:
    path = zipped(tmp_path / "CA_full.csv.zip", {"CA_full.txt": GEONAMES, "readme.txt": "x"})
    result = run("ca", path, "--polygons", polygons)
    assert (result.exit_code, "areas: 0 new, 0 gone, 1 changed" in result.output) == (0, True), result.output
    assert "measure it again" in result.output
    root = tmp_path / "data"
    area = Directory(Dataset(root)).countries["ca"].areas["M4E"]
    assert area.place("1A1") == ("35001", (), {})
    assert area.place("1A2") == ("35001", ("10001",), {}), "eight metres from the border"
    assert area.place("1A3") == ("10001", (), {})
    assert not area.holds(COUNTRIES["ca"].unit_number("1A4")), "at sea"
    entry = Dataset(root).resources["ca-postcodes"]
    assert (entry["as_of"], entry["codes"], "measured" in entry) == ("2026-11-01", 3, False)


def test_the_register_counts_addresses_and_leaves_other_codes_in_place(
    run: Run, tmp_path: Path, polygons: str
) -> None:
    files = {"Addresses/Address_35_part_1.csv": REGISTER, "Locations/Location_35_part_1.csv": LOCATIONS}
    result = run("ca", zipped(tmp_path / "202606.zip", files), "--polygons", polygons)
    assert result.exit_code == 0, result.output
    area = Directory(Dataset(tmp_path / "data")).countries["ca"].areas["M4E"]
    assert area.place("1A1") == ("35001", ("10001",), {}), "two of three addresses, and the third"
    assert area.place("1A3").own == "35001"
    assert area.constituencies() == {"35001": 0.75, "10001": 0.25}


@pytest.mark.parametrize(
    ("files", "because"),
    [
        ({"CA_full.txt": "<!DOCTYPE html><html>"}, "is not GeoNames’ list, or is cut off, in line 1"),
        ({"CA_full.txt": GEONAMES[:-9]}, "cut off, in line 4"),
        ({"image.png": ""}, "holds neither GeoNames’ list nor the National Address Register"),
        ({"CA_full.txt": GEONAMES[: GEONAMES.index("\n") + 1]}, "No postcode would lie in 10001"),
        ({"Addresses/Address_35_part_1.csv": "A,B\n1,2\n"}, "has no column LOC_GUID or MAIL_POSTAL_CODE"),
        (
            {
                "Addresses/Address_35_part_1.csv": REGISTER[:-9],
                "Locations/Location_35_part_1.csv": LOCATIONS,
            },
            "is cut off in line 8",
        ),
        (
            {
                "Addresses/Address_35_part_1.csv": REGISTER,
                "Locations/Location_35_part_1.csv": LOCATIONS.replace(GUIDS[0], "?"),
            },
            "in place of a LOC_GUID",
        ),
    ],
)
def test_a_file_that_is_not_canadas_is_named(
    run: Run, tmp_path: Path, polygons: str, files: dict[str, str], because: str
) -> None:
    result = run("ca", zipped(tmp_path / "file.zip", files), "--polygons", polygons)
    assert (result.exit_code, because in result.output) == (FAILED, True), result.output


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (None, "--polygons FILE"),
        ("<html>", "is no GeoJSON of boundaries"),
        ('{"features": [{"properties": {}, "geometry": null}]}', "is no GeoJSON of boundaries"),
        (json.dumps(SQUARES).replace("43", "6500000"), "is not in degrees"),
    ],
)
def test_boundaries_that_do_not_serve_are_named(
    run: Run, tmp_path: Path, content: str | None, because: str
) -> None:
    path = zipped(tmp_path / "CA_full.csv.zip", {"CA_full.txt": GEONAMES})
    (tmp_path / "bad.geojson").write_text(content or "", "utf-8")
    options = ["--polygons", str(tmp_path / "bad.geojson")] if content else []
    result = run("ca", path, *options)
    assert (result.exit_code, because in result.output) == (FAILED, True), result.output


def test_the_office_for_national_statistics_places_every_postcode(run: Run, tmp_path: Path) -> None:
    files = {"Data/PCD_PCON.csv": POSTCODES, "User Guide/small.csv": "a\n1\n"}
    result = run("gb", zipped(tmp_path / "pcon.zip", files))
    assert result.exit_code == 0, result.output
    root = tmp_path / "data"
    assert candidates(root, "GU11 1AB") == (Certainty.EXACT, {"E1": 1.0})
    assert candidates(root, "GU11 1AD") == (Certainty.EXACT, {"E2": 1.0})
    assert candidates(root, "GU11 1AE")[0] is Certainty.AREA, "a postcode that ended is not called exact"
    assert candidates(root, "LL65 9ZZ") == (Certainty.AREA, {"W1": 1.0}), "by its district"
    assert Directory(Dataset(root)).find(parse("GU11 1AB"), TODAY).named == "Rushmoor", (
        "the file has no names"
    )
    assert Dataset(root).resources["gb-postcodes"]["codes"] == 4


def test_the_offices_file_makes_northern_irelands_line_anew(run: Run, tmp_path: Path) -> None:
    northern = "BT711AA,BT71 1AA,198001,,E2\nBT711AB,BT71 1AB,198001,,W1\nBT721AA,BT72 1AA,198001,,E2\n"
    result = run("gb", zipped(tmp_path / "pcon.zip", {"pcon.csv": POSTCODES + northern}))
    assert result.exit_code == 0, result.output
    root = tmp_path / "data"
    assert candidates(root, "BT72 1AA") == (Certainty.AREA, {"E2": 1.0}), "never exact"
    assert candidates(root, "BT58 1AA") == (Certainty.AREA, {"E2": 0.75, "W1": 0.25})
    assert candidates(root, "GU99 1AA") == (Certainty.UNKNOWN, {})


@pytest.mark.parametrize(
    ("text", "because"),
    [
        (POSTCODES[:-12], "is cut off in line 7"),
        (POSTCODES.replace("pconcd", "pcon"), "has no column pcd or pconcd"),
        (POSTCODES.replace(",E2", ",E9"), "constituencies that the data does not have: ['E9']"),
        (POSTCODES.replace("GU111AA,", "rubbish,"), "'rubbish' is no postcode"),
        ("<html></html>", "has no column"),
        (POSTCODES.replace(",W1", ",E1"), "No postcode would lie in W1"),
    ],
)
def test_a_postcode_file_that_is_not_right_is_named(
    run: Run, tmp_path: Path, text: str, because: str
) -> None:
    result = run("gb", zipped(tmp_path / "pcon.zip", {"pcon.csv": text}))
    assert (result.exit_code, because in result.output) == (FAILED, True), result.output


def test_something_that_is_no_archive_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pcon.zip").write_bytes(b"<html>")
    assert "pcon.zip is damaged or no zip archive" in run("gb", tmp_path / "pcon.zip").output


CENSUS = "\ufeffOID_CD119_20|GEOID_CD119_20|GEOID_ZCTA5_20|AREALAND_PART\n" + "".join(
    f"1|{district}|{zip}|{land}\n"
    for district, zip, land in (("3612", "10001", 900), ("3610", "10001", 100), ("3610", "10003", 5), ("7298", "00601", 3))
)  # fmt: skip


def test_the_census_file_renews_shares_and_leaves_boxes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tab20_cd11920_zcta520_natl.txt"
    path.write_text(CENSUS, "utf-8")
    result = run("us", path)
    assert result.exit_code == 0, result.output
    root = tmp_path / "data"
    assert candidates(root, "10001") == (Certainty.SPLIT, {"NY-12": 0.85, "NY-10": 0.15})
    assert candidates(root, "10002") == (Certainty.SPLIT, {"NY-10": 0.58, "PR-0": 0.42}), "not in the file"
    assert candidates(root, "10003") == (Certainty.EXACT, {"NY-10": 1.0})
    assert Directory(Dataset(root)).find(parse("10001"), TODAY).point == (40.75, -73.99)


def test_the_census_file_ends_the_marks_of_shares_of_older_lines(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tab20_cd11920_zcta520_natl.txt"
    path.write_text(CENSUS, "utf-8")
    run("us", path)
    root = tmp_path / "data"
    dataset = Dataset(root)
    rows = [
        {**row, "older_lines": "01 02" if row["area"] == "100" else ""}
        for row in dataset.rows("us-postcodes")
    ]
    publish([Table("us-postcodes", rows, description_in(dataset.resources["us-postcodes"]))], root)
    import_postcodes("us", path, None, TODAY, print, root=root)
    renewed = Dataset(root)
    assert {row["area"]: row["older_lines"] for row in renewed.rows("us-postcodes")}["100"] == "02", (
        "10002 is not in the file"
    )
    assert "The shares of 1 ZIP Codes" in renewed.resources["us-postcodes"]["missing"]["en"]


def test_a_zip_code_that_is_not_held_keeps_to_the_states_of_its_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tab20_cd11920_zcta520_natl.txt"
    path.write_text(CENSUS + "1|3612|00601|1\n", "utf-8")
    run("us", path)
    root = tmp_path / "data"
    assert candidates(root, "00699") == (Certainty.AREA, {"PR-0": 0.75, "NY-12": 0.25}), (
        "a new line has its codes'"
    )
    dataset = Dataset(root)
    rows = [
        {**row, "shares": "NY-12=1.00000"} for row in dataset.rows("us-postcodes") if row["area"] == "100"
    ]
    others = [row for row in dataset.rows("us-postcodes") if row["area"] != "100"]
    publish([Table("us-postcodes", others + rows, description_in(dataset.resources["us-postcodes"]))], root)
    import_postcodes("us", path, None, TODAY, print, root=root)
    assert candidates(root, "10002") == (Certainty.SPLIT, {"NY-10": 0.58, "PR-0": 0.42}), "held: as before"
    assert candidates(root, "10099") == (Certainty.AREA, {"NY-10": 0.65, "NY-12": 0.35})


def test_the_number_of_the_congress_follows_the_census_file_onto_every_row(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tab20_cd11920_zcta520_natl.txt"
    path.write_text(CENSUS, "utf-8")
    root = tmp_path / "data"
    assert "1 new, 0 gone, 1 changed" in run("us", path).output
    assert congresses(root)["us-postcodes"] == "119"
    of_the_congress_before(root)
    import_postcodes("us", path, None, TODAY, print, root=root)
    assert congresses(root)["us-postcodes"] == "119"
    assert congresses(root)["us-people"] == "118"


@pytest.mark.parametrize(
    ("text", "because"),
    [
        (CENSUS.replace("CD119", "CD120"), "has no column GEOID_CD119_20"),
        (CENSUS[:-6], "is cut off"),
        (CENSUS.replace("|3", "|x"), "another shape"),
        ("<html>", "has no column GEOID_CD119_20"),
        (CENSUS.partition("\n")[0] + "\n", "names no district"),
    ],
)
def test_a_census_file_that_is_not_right_is_named(run: Run, tmp_path: Path, text: str, because: str) -> None:
    path = tmp_path / "tab20.txt"
    path.write_text(text, "utf-8")
    result = run("us", path)
    assert (result.exit_code, because in result.output) == (FAILED, True), result.output


def workbook(path: Path, rows: list[list[str]]) -> Path:
    """A file as the Bureau's are: the table on the second sheet, its numbers as numbers."""
    book = Workbook()
    table = book.create_sheet("Table 1")
    for row in rows:
        table.append([int(cell) if cell.isdigit() and len(cell) != 4 else cell for cell in row])
    book.save(path)
    return path


BLOCKS = [["MB_CODE_2021", "POA_CODE_2021", "POA_NAME_2021"], ["1", "2196", "x"], ["2", "2196", "x"], ["3", "2196", "x"], ["4", "ZZZZ", "x"]]  # fmt: skip
SEATS = [["MB_CODE_2021", "CED_CODE_2025", "CED_NAME_2025"], ["1", "101", "Watson"], ["2", "101", "Watson"], ["3", "502", "O’Connor"], ["4", "997", "No usual address"]]  # fmt: skip


def test_a_sheet_is_read_by_its_heading(tmp_path: Path) -> None:
    path = workbook(tmp_path / "seats.xlsx", [["Title", "", ""], *SEATS])
    assert list(sheet(path, ("CED_NAME_2025", "MB_CODE_2021")))[:2] == [["Watson", "1"], ["Watson", "2"]]


@pytest.mark.parametrize(
    ("old", "new", "because"),
    [
        (b"</sheetData>", b"", "is damaged"),
        (b't="inlineStr"><is><t>Watson</t></is>', b't="s"><v>99</v>', "is damaged"),
        (b"MB_CODE_2021", b"MB_CODE_2016", "has no sheet with the columns"),
    ],
)
def test_a_damaged_sheet_is_named(tmp_path: Path, old: bytes, new: bytes, because: str) -> None:
    path = workbook(tmp_path / "good.xlsx", SEATS)
    with zipfile.ZipFile(path) as good:
        files = {name: good.read(name).replace(old, new).decode() for name in good.namelist()}
    with pytest.raises(BulkError, match=because):
        list(sheet(zipped(tmp_path / "bad.xlsx", files), ("MB_CODE_2021", "CED_NAME_2025")))


@pytest.mark.parametrize("content", [b"", b"<html>", b"PK\x03\x04 cut off"])
def test_what_is_no_spreadsheet_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.xlsx").write_bytes(content)
    with pytest.raises(BulkError, match=r"bad\.xlsx is damaged or no spreadsheet"):
        list(sheet(tmp_path / "bad.xlsx", ("MB_CODE_2021",)))


def test_the_allocation_files_are_joined_on_the_mesh_block(run: Run, tmp_path: Path) -> None:
    workbook(tmp_path / "POA_2021_AUST.xlsx", BLOCKS)
    workbook(tmp_path / "CED_2025_AUST.xlsx", SEATS)
    result = run("au", tmp_path)
    assert result.exit_code == 0, result.output
    assert candidates(tmp_path / "data", "2196") == (Certainty.SPLIT, {"Watson": 0.67, "O'Connor": 0.33})
    match = Directory(Dataset(tmp_path / "data")).find(parse("2196"), TODAY)
    assert match.localities == ("Punchbowl", "Roselands"), "the files have no suburbs"
    workbook(tmp_path / "CED_2025_AUST.xlsx", SEATS[:2])
    assert "Fewer than half of the mesh blocks" in run("au", tmp_path).output
    (tmp_path / "CED_2025_AUST.xlsx").unlink()
    assert "holds no CED_2025_AUST.xlsx" in run("au", tmp_path).output
