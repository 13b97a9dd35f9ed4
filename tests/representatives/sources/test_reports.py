"""What maintainers gather from reports: taken in without a collector's notes, kept by an update until a source agrees."""

import csv
import random
from pathlib import Path

import pytest
import responses
from click.testing import Result

from app import create_app
from representatives import Dataset
from representatives.sources.facts.provenance import (
    CERTAIN,
    REPORTED,
    ReportError,
    body,
    certainty,
    day,
    rests_on_wikipedia,
)
from tests.representatives.sources.updating import data_folder, recorded
from tests.support import TODAY

HEAD = "country,seat_code,seat,what,date,old,new,party,chamber,source,source_date,certainty,licence,note\n"
CHANGES = (
    'ca,10001,Avalon,resigned,2026-08-15,Max Gone,vacant,,commons,"id 57971962961",2026-09,high,fact,do not guess\n'
    "ca,10001,Avalon,by-election won,2026-10-05,vacant,Zoë O'Neil,Conservative,commons,"
    '"vote-scope.com site source (public GitHub, index id 58006439073), quoting Elections Canada",2026-10,very high,fact,\n'
    'ca,35001,Beaches—East York,resigned (summer 2026),,Anne Roy,vacant,,commons,"BBC (2026-10)",2026-10,medium,fact,\n'
    "ca,35001,Beaches—East York,unverified,,,Somebody,,commons,BBC,2026-10,low: do not use,fact,\n"
)
ROLES = (
    "id,name,role,title_en,title_fr,from_date,field,primary,source,source_date,certainty,licence,note\n"
    "ca-commons-101,Anne Roy,minister,Minister of Fisheries,ministre des Pêches,2025-05-13,,yes,BBC,2026-08,high,fact,\n"
    "ca-commons-103,Max Gone,whip,Whip,whip,2025-05-13,,yes,BBC,2026-08,medium,fact,\n"
)
FIXES = (
    "country,table,id,field,wrong,right,source,source_date,certainty,licence,note\n"
    "ca,people,ca-commons-101,family_name,Roy,Le Roy,ourcommons.ca,2026-08,very high,fact,\n"
)


@pytest.fixture
def gathered(tmp_path: Path) -> Path:
    folder = tmp_path / "gathered"
    (folder / "roles").mkdir(parents=True)
    (folder / "people_changes_2026-10-12.csv").write_text(HEAD + CHANGES, "utf-8")
    (folder / "roles/roles_ca.csv").write_text(ROLES, "utf-8")
    (folder / "roles/name_fixes.csv").write_text(FIXES, "utf-8")
    return folder


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return data_folder(tmp_path / "data", "ca", monkeypatch)


def run(*arguments: str | Path) -> Result:
    app = create_app(config={"TODAY": lambda: TODAY, "RANDOM": random.Random(1)})
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        for address, content in recorded("ca").items():
            mock.get(address, body=content)
        return app.test_cli_runner().invoke(args=["representatives", *map(str, arguments)])


def table(root: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((root / "ca" / f"{name}.csv").read_text("utf-8").splitlines()))


def test_what_was_gathered_becomes_tables_of_the_data_without_the_collectors_notes(
    gathered: Path, root: Path
) -> None:
    result = run("gather", gathered, "ca", "--data", root)
    assert result.exit_code == 0, result.output
    assert "left out: Beaches—East York: unverified (low: do not use)" in result.output
    found = table(root, "reported_changes")
    assert [(row["seat"], row["what"], row["day"], row["certainty"]) for row in found] == [
        ("10001", "resigned", "2026-08-15", "certain"),
        ("10001", "elected", "2026-10-05", "certain"),
        ("35001", "resigned", "2026-22", "reported"),
    ]
    assert [row["body"] for row in found] == ["Vote-Scope", "Vote-Scope; Elections Canada", "BBC"]
    assert found[1]["party_fr"] == "Conservateur"
    written = (root / "ca/reported_changes.csv").read_text("utf-8")
    for note in ("id 5", "index", "guess", "GitHub"):
        assert note not in written
    assert [row["certainty"] for row in table(root, "roles")] == ["certain", "reported"]
    assert (
        next(row for row in table(root, "people") if row["id"] == "ca-commons-101")["family_name"] == "Le Roy"
    )
    before = {path: path.read_bytes() for path in root.rglob("*.csv")}
    assert run("gather", gathered, "ca", "--data", root).exit_code == 0
    assert {path: path.read_bytes() for path in root.rglob("*.csv")} == before, "run twice, no byte changes"


def test_an_update_keeps_reports_until_a_source_agrees_and_says_which(gathered: Path, root: Path) -> None:
    run("gather", gathered, "ca", "--data", root)
    result = run("update", "ca", "--data", root)
    assert result.exit_code == 0, result.output
    assert "10001: resigned, Max Gone: the sources agree, the report is dropped." in result.output
    assert "10001: elected, Zoë O'Neil: the sources agree, the report is dropped." in result.output
    assert "35001: resigned, Anne Roy: the report stays. (--settled 35001 drops it)" in result.output
    assert [row["seat"] for row in table(root, "reported_changes")] == ["35001"]
    assert [row["person"] for row in table(root, "roles")] == ["ca-commons-101"], (
        "who has gone holds no office"
    )
    assert (
        next(row for row in table(root, "people") if row["id"] == "ca-commons-101")["family_name"] == "Le Roy"
    )
    assert len(table(root, "corrections")) == 1
    assert run("update", "ca", "--data", root, "--settled", "35001").exit_code == 0
    assert table(root, "reported_changes") == []
    assert "seat,chamber,what" in (root / "ca/reported_changes.csv").read_text("utf-8")


def test_a_body_that_nobody_knows_and_a_person_whom_the_data_lacks_stop_it(
    gathered: Path, root: Path
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.csv")}
    path = gathered / "people_changes_2026-10-12.csv"
    path.write_text(HEAD + CHANGES.replace("BBC (2026-10)", "id 99999999999"), "utf-8")
    result = run("gather", gathered, "ca", "--data", root)
    assert result.exit_code == 1
    assert "no body that is known is named" in result.output
    path.write_text(HEAD, "utf-8")
    roles = gathered / "roles/roles_ca.csv"
    roles.write_text(ROLES.replace("ca-commons-103", "ca-commons-999"), "utf-8")
    result = run("gather", gathered, "ca", "--data", root)
    assert result.exit_code == 1
    assert "ca-commons-999 is not in people.csv." in result.output
    assert {path: path.read_bytes() for path in root.rglob("*.csv")} == before


@pytest.mark.parametrize(
    ("stated", "level"),
    [
        ("certain (9+ independent)", CERTAIN),
        ("very high", CERTAIN),
        ("high to 2026-06-11 (two sources agree)", CERTAIN),
        ("medium (about 80 %)", REPORTED),
        ("likely; needs the Members API", REPORTED),
        ("medium-low: no other source", ""),
        ("low", ""),
        ("do not use", ""),
        ("", ""),
    ],
)
def test_how_sure_a_report_is(stated: str, level: str) -> None:
    assert certainty(stated) == level


def test_a_report_that_rests_on_wikipedia_alone_is_only_reported() -> None:
    alone = "vote-scope.com site source (public GitHub, index id 61923183766), citing Wikipedia “Burnham ministry”"
    assert rests_on_wikipedia(alone)
    assert not rests_on_wikipedia(f"{alone}; BBC text in index id 60364964751 (2026-08)")
    assert not rests_on_wikipedia("Reuters")
    assert body(f"{alone}; BBC text in index id 60364964751") == "Vote-Scope; Wikipedia; BBC"
    with pytest.raises(ReportError):
        body("index id 1234567890")


@pytest.mark.parametrize(
    ("stated", "last"),
    [
        ("2026-07..09", "2026-09"),
        ("2026-08/10", "2026-10"),
        ("2025-2026", "2026"),
        ("2026-10-09", "2026-10-09"),
        ("?", ""),
    ],
)
def test_the_last_day_of_a_report_counts(stated: str, last: str) -> None:
    assert day(stated) == last


def test_no_note_of_a_collector_is_in_the_data() -> None:
    dataset = Dataset()
    for name in dataset.resources:
        if name.partition("-")[2] in ("reported_changes", "roles", "committees", "terms", "corrections"):
            for row in dataset.rows(name):
                assert "index id" not in row["body"]
                assert not any(char.isdigit() for char in row["body"].replace("13 May 2025", "")), row
                assert row["body_day"]
