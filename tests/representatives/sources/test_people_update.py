"""flask representatives update: what it reads from the sources, refuses, says, and leaves on disk."""

import csv
import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import responses
from click.testing import Result
from flask import Flask

import representatives
from app import create_app
from representatives import Dataset, DatasetError, Directory
from representatives.commands import BUSY, FAILED
from representatives.countries import COUNTRIES
from representatives.people import Chamber
from representatives.sources import atomic_publish, validation
from representatives.sources.atomic_publish import alone
from representatives.sources.ca import senators
from representatives.sources.ca import update as ca_update
from representatives.sources.data_package import Table, description_in, publish
from representatives.sources.us import update as us_update
from tests.representatives.sources.updating import (
    RECORDINGS,
    Answers,
    congresses,
    data_folder,
    of_the_congress_before,
    recorded,
    whole,
)
from tests.support import TODAY
from web.settings import Settings

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def operator() -> Flask:
    settings = Settings(contact="mailto:data@example.org")
    return create_app(settings, {"TESTING": True, "TODAY": lambda: TODAY, "RANDOM": random.Random(1)})


@pytest.fixture
def run(operator: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command on a small data folder of one country, with the recordings or other answers."""

    def command(country: str, *options: str, answers: Answers | None = None, fresh: bool = True) -> Result:
        root = tmp_path / "data"
        if fresh:
            data_folder(root, country, monkeypatch)
        with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
            for address, content in (recorded(country) if answers is None else answers).items():
                mock.get(address, body=content)
            return operator.test_cli_runner().invoke(
                args=["representatives", "update", country, "--data", str(root), *options]
            )

    return command


def people(root: Path, country: str) -> dict[str, dict[str, str]]:
    rows = csv.DictReader((root / country / "people.csv").read_text("utf-8").splitlines())
    return {row["id"]: row for row in rows}


def test_canada_says_who_came_and_went_and_takes_no_address_of_a_predecessor(
    run: Run, tmp_path: Path
) -> None:
    result = run("ca")
    assert result.exit_code == 0, result.output
    assert "Canada: 4 people, 2026-07-01 -> 2026-11-24" in result.output
    assert "+ came: Zoë O'Neil (Conservative), Avalon" in result.output
    assert "- went: Max Gone (Conservative), Avalon" in result.output
    assert "* Zoë O'Neil: no address is listed yet." in result.output
    found = people(tmp_path / "data", "ca")
    assert found["ca-commons-102"]["email"] == ""
    assert found["ca-commons-102"]["party_fr"] == "Conservateur"
    assert found["ca-commons-101"]["email"] == "anne.roy@parl.gc.ca"
    assert found["ca-senate-tremblay-luc"]["honorific_suffix"] == "P.C."
    assert found["ca-senate-roe-jane"]["until"] == "2031-02-03"


def test_the_united_kingdom_is_styled_and_addressed_as_its_parliament_says(run: Run, tmp_path: Path) -> None:
    result = run("gb")
    assert result.exit_code == 0, result.output
    assert "+ came: Lindsay Hoyle, Ynys Môn" in result.output
    assert "! no longer vacant: Ynys Môn" in result.output
    found = people(tmp_path / "data", "gb")
    assert found["gb-commons-11"]["email"] == "ann.smith.mp@parliament.uk"
    assert found["gb-commons-12"]["email"] == "", "a constituency office's own address is not Parliament's"
    assert found["gb-commons-12"]["family_name"] == "Duncan Jones"
    assert found["gb-commons-12"]["addressed_as"] == "Sir Iain", "kept while the envelope's form is the same"
    speaker = found["gb-commons-13"]
    assert (speaker["role"], speaker["party_en"], speaker["addressed_as"]) == ("speaker", "", "Mr Speaker")
    assert speaker["honorific_prefix"] == "Rt Hon Sir"


def test_a_correction_stays_until_somebody_settles_it(run: Run, tmp_path: Path) -> None:
    result = run("gb")
    assert "the note stays (--settled gb-commons-12 drops it): Reported to have resigned" in result.output
    kept = people(tmp_path / "data", "gb")["gb-commons-12"]
    assert (kept["until"], kept["note_fr"]) == ("2026-07-08", "Démission signalée le 8 juillet 2026.")
    result = run("gb", "--settled", "gb-commons-12", fresh=False)
    assert "settled, the note is dropped" in result.output
    assert "until: 2026-07-08 -> none" in result.output
    settled = people(tmp_path / "data", "gb")["gb-commons-12"]
    assert (settled["until"], settled["note_en"]) == ("", "")


def test_a_correction_of_somebody_who_left_is_named_as_it_goes(run: Run) -> None:
    answers = recorded("gb")
    for address, content in answers.items():
        answers[address] = content.replace(b'"id": 12', b'"id": 14').replace(
            b"Duncan Jones", b"Newly Elected"
        )
    answers["https://members-api.parliament.uk/api/Members/14/Contact"] = b'{"value": []}'
    result = run("gb", answers=answers)
    assert result.exit_code == 0, result.output
    assert "Iain Duncan Jones: no longer listed, the note goes with the row" in result.output


def test_the_united_states_take_offices_and_say_who_changed_party(run: Run, tmp_path: Path) -> None:
    result = run("us")
    assert result.exit_code == 0, result.output
    assert "~ Max Roe: party: Republican -> Independent" in result.output
    assert "~ offices: 3 opened, 0 closed, 1 changed" in result.output
    found = people(tmp_path / "data", "us")
    assert found["us-house-R000001"]["contact_form"] == "https://roe.house.gov/contact", (
        "the site is the same"
    )
    assert found["us-senate-D000002"]["contact_form"] == "https://www.doe.senate.gov/contact"
    assert "2 Broadway, Suite 12|New York, NY 10001" in (tmp_path / "data/us/offices.csv").read_text("utf-8")


def test_the_number_of_the_congress_follows_an_update_onto_every_row_that_it_writes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = data_folder(tmp_path / "data", "us", monkeypatch)
    of_the_congress_before(root)
    before, now = "118", "119"
    assert set(congresses(root).values()) == {before}
    assert run("us", fresh=False).exit_code == 0
    assert congresses(root) == {
        "us-constituencies": before,
        "us-offices": now,
        "us-people": now,
        "us-postcodes": before,
    }


def test_australia_derives_no_address_and_keeps_those_of_people_who_stay(run: Run, tmp_path: Path) -> None:
    result = run("au")
    assert result.exit_code == 0, result.output
    found = people(tmp_path / "data", "au")
    assert found["au-house-watson"]["email"] == "Tony.Burke.MP@aph.gov.au"
    assert found["au-house-watson"]["honorific_prefix"] == "Hon"
    newcomer = found["au-house-oconnor"]
    assert (newcomer["name"], newcomer["email"], newcomer["honorific_prefix"]) == ("Mary Newcomer", "", "Dr")
    assert "+ came: Mary Newcomer (Independent), O'Connor" in result.output
    assert found["au-senate-susan-lines"]["role"] == "president", "the same senator by a shorter name"
    offices = (tmp_path / "data/au/offices.csv").read_text("utf-8")
    assert "au-house-oconnor,electorate,Albany,1 Main Street|Level 2|ALBANY WA 6330" in offices
    assert "|PUNCHBOWL NSW 2196" in offices, "in capitals, however the list writes it"


@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_a_renewed_folder_is_whole_and_twice_changes_no_byte(run: Run, tmp_path: Path, country: str) -> None:
    assert run(country).exit_code == 0
    root = tmp_path / "data"
    first = whole(root)
    dataset = Dataset(root)
    assert dataset.resources[f"{country}-people"]["as_of"] == "2026-11-24"
    assert country in Directory(dataset).countries
    again = run(country, fresh=False)
    assert "= nobody came, went or changed" in again.output
    assert whole(root) == first


@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_a_dry_run_writes_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, country: str
) -> None:
    before = whole(data_folder(tmp_path / "data", country, monkeypatch))
    result = run(country, "--dry-run", fresh=False)
    assert (result.exit_code, "this was a dry run" in result.output) == (0, True)
    assert whole(tmp_path / "data") == before


def changed(country: str, name: str, old: bytes, new: bytes) -> dict[str, bytes]:
    """The recordings with one thing changed in one of them."""
    original = (RECORDINGS / country / name).read_bytes()
    assert old in original
    return {
        address: content.replace(old, new) if content == original else content
        for address, content in recorded(country).items()
    }


@pytest.mark.parametrize(
    ("country", "name", "old", "new", "because"),
    [
        ("ca", "commons.en.xml", b">Conservative<", b">Rhinoceros<", "Rhinoceros (--new-party accepts it) is not"),
        ("ca", "commons.en.xml", b">Avalon<", b">Atlantis<", "no constituency or region that the data knows"),
        ("ca", "commons.en.xml", b">Beaches--East York<", b">Avalon<", "10001 has 2 members: Anne Roy, Zo"),
        ("ca", "represent.1.json", b"@parl.gc.ca", b"@example.org", "anne.roy@example.org is not at parl.gc.ca or"),
        ("ca", "represent.1.json", b"/representatives/house", b"https://example.org/h", "leads to another site"),
        ("ca", "represent.1.json", b'"objects"', b'"things"', "another shape than it documents"),
        ("ca", "represent.2.json", b'"total_count": 2', b'"total_count": 3', "counts 3 members and listed 2"),
        ("ca", "commons.fr.xml", b">102<", b">199<", "French list has no member 102"),
        ("ca", "senators.html", b"aff-ISG-", b"aff-NEW-", "the group 'NEW' is not known"),
        ("ca", "senators.html", b"2031-02-03", b"February 3, 2031", "for nomination and retirement"),
        ("ca", "senators.html", b"Roe, Jane", b"Jane Roe", "is not a family name, a comma and a given name"),
        ("ca", "senators.html", b"province-ON", b"province-XX", "XX is no constituency or region of the data"),
        ("ca", "senators.html", b"/en/senators/", b"/en/elsewhere/", "lists no senator"),
        ("gb", "search.1.json", b'"nameFullTitle"', b'"fullTitle"', "another shape than it documents"),
        ("gb", "search.1.json", b'"totalResults": 3', b'"totalResults": "many"', "another shape"),
        ("gb", "search.2.json", b'"id": 13', b'"id": 11', "gb-commons-11 is listed twice"),
        ("us", "legislators-current.json", b'"2027-01-03"', b'"2026-01-03"', "the last term listed ended on"),
        ("us", "legislators-current.json", b'"2025-01-03", "end": "2027', b'"2027-01-03", "end": "2029', "later Congress"),
        ("us", "legislators-current.json", b'"district": 12', b'"district": 77', "NY-77 is no constituency"),
        ("us", "legislators-current.json", b'"Democrat",\n', b'"Whig",\n', "The party 'Whig' is not known"),
        ("ca", "commons.en.xml", b">Anne<", b">=HYPERLINK(A1) Anne<", "take its given_name for a formula: '=HYPERLINK(A1"),
        ("us", "legislators-district-offices.json", b'"2 Broadway"', b'"@SUM(1+1)*cmd"', "its lines for a formula"),
        ("us", "legislators-district-offices.json", b'"2 Broadway"', b'"-2+3+cmd"', "its lines for a formula"),
        ("us", "legislators-district-offices.json", b'"2 Broadway"', b'"2\\u001dBroadway"', "lines holds a control character"),
        ("us", "legislators-current.json", b"https://paz.house", b"javascript:a//", "its page_en is no address of the web"),
    ],
)  # fmt: skip
def test_what_is_not_right_is_named_and_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    country: str, name: str, old: bytes, new: bytes, because: str,
) -> None:  # fmt: skip
    before = whole(data_folder(tmp_path / "data", country, monkeypatch))
    result = run(country, answers=changed(country, name, old, new), fresh=False)
    assert result.exit_code == FAILED, result.output
    assert because in result.output
    assert "Traceback" not in result.output
    assert whole(tmp_path / "data") == before


def test_no_cell_that_a_spreadsheet_would_run_and_no_broken_link_is_published() -> None:
    dataset = Dataset()
    for country in COUNTRIES:
        assert [*validation._odd_links([*dataset.rows(f"{country}-people")])] == []
    for name in dataset.resources:
        if not name.endswith("-postcodes"):  # their cells are codes of ours: held units in base64
            assert [*validation._unsafe([{"id": name, **row} for row in dataset.rows(name)])] == []


def test_the_roster_says_by_date_that_another_congress_was_elected_and_sits(run: Run, tmp_path: Path) -> None:
    run("us")
    tables = Directory(Dataset(tmp_path / "data")).countries["us"]

    def said(day: str) -> list[str]:
        return [text["en"][:40] for text in tables.notices_on(date.fromisoformat(day))]

    assert said("2026-11-02") == []
    assert said("2026-11-03") == said("2027-01-02") == ["These are the members and districts of t"]
    assert said("2027-01-03") == said("2031-06-01") == ["The 119th Congress ended on January 3, 2"]
    assert all(text["fr"] for text in tables.notices_on(TODAY))


def test_a_notice_that_a_maintainer_wrote_stays(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = data_folder(tmp_path / "data", "ca", monkeypatch)
    package = json.loads((root / "datapackage.json").read_text("utf-8"))
    people = next(each for each in package["resources"] if each["name"] == "ca-people")
    notice = {"begins": "2026-11-01", "ends": "2026-12-09", "text": {"en": "Dissolved", "fr": "Dissolution"}}
    people["notices"] = [notice]
    (root / "datapackage.json").write_text(json.dumps(package), "utf-8")
    assert run("ca", fresh=False).exit_code == 0
    publish([Table("ca-people", list(Dataset(root).rows("ca-people")), {"as_of": "2026-11-25"})], root)
    tables = Directory(Dataset(root)).countries["ca"]
    assert [dict(text) for text in tables.notices_on(TODAY)] == [notice["text"]]


def test_a_new_party_is_taken_where_the_maintainer_names_it(run: Run) -> None:
    answers = changed("ca", "commons.en.xml", b">Conservative<", b">Rhinoceros<")
    assert run("ca", "--new-party", "Rhinoceros", answers=answers).exit_code == 0


def test_a_list_that_is_cut_off_between_people_is_not_taken_for_vacancies(run: Run) -> None:
    content = recorded("ca")[ca_update.COMMONS.format(language="en")]
    first, *_ = content.split(b"</MemberOfParliament>")
    cut = first + b"</MemberOfParliament></ArrayOfMemberOfParliament>"
    result = run("ca", answers={**recorded("ca"), ca_update.COMMONS.format(language="en"): cut})
    assert result.exit_code == FAILED
    assert "Only 1 people are listed for the 2 seats of the House of Commons." in result.output


def test_delegates_fill_none_of_the_seats_that_a_full_house_has(run: Run, tmp_path: Path) -> None:
    assert run("us").exit_code == 0
    listed = people(tmp_path / "data", "us").values()
    assert sum(row["chamber"] == "house" for row in listed) > COUNTRIES["us"].seats[Chamber.HOUSE]


def test_a_list_without_offices_does_not_close_them_all(run: Run, tmp_path: Path) -> None:
    assert run("us").exit_code == 0
    before = whole(tmp_path / "data")
    none = {**recorded("us"), us_update.SITE + us_update.FILES[1]: b"[]"}
    result = run("us", answers=none, fresh=False)
    assert result.exit_code == FAILED
    assert "Only 0 local offices are listed; the data has 1." in result.output
    assert whole(tmp_path / "data") == before


def test_one_country_that_fails_leaves_the_others_as_they_were(
    operator: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "data"
    for country in ("ca", "us"):
        data_folder(root, country, monkeypatch)
    before = whole(root)
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        for address, content in recorded("ca").items():
            mock.get(address, body=content)
        mock.get(us_update.SITE + us_update.FILES[0], body=b"<html>Not found</html>", status=404)
        result = operator.test_cli_runner().invoke(
            args=["representatives", "update", "ca", "us", "--data", str(root)]
        )
    assert (result.exit_code, "answered 404" in result.output) == (FAILED, True)
    assert whole(root) == before


def test_a_second_command_is_told_that_another_is_writing(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "data"
    with alone(root):
        result = run("ca")
    assert (result.exit_code, "Another command is writing" in result.output) == (BUSY, True)
    assert run("ca", fresh=False).exit_code == 0, "the lock is gone with its command"


@pytest.mark.parametrize("country", ["ca", "us"])
def test_the_folder_can_be_read_wherever_the_writing_stops(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, country: str
) -> None:
    """Every write and every replacement is made to fail in turn: after each the data is the old or the new, whole."""
    seen = set()
    for step in range(40):
        root = tmp_path / f"data-{step}"
        data_folder(root, country, monkeypatch)
        stopped = _write(root, country, step, monkeypatch)
        Directory(Dataset(root))
        seen.add(Dataset(root).resources[f"{country}-people"]["as_of"])
        with alone(root):
            Directory(Dataset(root))
        left = [
            path.name for path in root.rglob("*") if ".staged-" in path.name or path.name.endswith(".new")
        ]
        assert left == [], "the next command clears up"
        if not stopped:
            break
    assert (stopped, seen) == (False, {"2026-07-01", "2026-11-24"})


def _write(root: Path, country: str, step: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Publish a change with the step-th write or replacement failing; whether one failed."""
    steps = iter(range(step, -1, -1))
    tables = []
    for name, entry in Dataset(root).resources.items():
        rows = list(Dataset(root).rows(name))
        if name == f"{country}-people":
            rows = [{**row, "note_en": "new"} for row in rows]
        tables.append(Table(name, rows, {**description_in(entry), "as_of": "2026-11-24"}))

    def failing(method: Callable[..., object]) -> Callable[..., object]:
        def wrapped(*arguments: object) -> object:
            if next(steps, 0) == 0:
                raise OSError("No space left on device")
            return method(*arguments)

        return wrapped

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", failing(Path.write_bytes))
        patch.setattr(Path, "replace", failing(Path.replace))
        try:
            publish(tables, root)
        except OSError:
            return True
    return False


def test_a_start_in_the_middle_of_an_update_reads_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The description was read before the update, the tables after it."""
    root = data_folder(tmp_path / "data", "ca", monkeypatch)
    before = Dataset(root)
    people = [{**row, "note_en": "new"} for row in before.rows("ca-people")]
    publish([Table("ca-people", people, description_in(before.resources["ca-people"]))], root)
    with pytest.raises(DatasetError):
        Directory(before)
    reads = iter([before, Dataset(root)])
    monkeypatch.setattr(representatives, "Dataset", lambda: next(reads))
    found = representatives.directory.__wrapped__()
    assert found.countries["ca"].members["35001"].note["en"] == "new"


def test_data_of_the_site_is_not_touched_by_a_lock_alone(tmp_path: Path) -> None:
    with alone(tmp_path / "new"):
        assert (tmp_path / "new" / atomic_publish.LOCK).exists()


def test_the_senates_list_may_put_the_letters_before_the_given_name() -> None:
    assert senators._name("Tremblay, P.C., Luc", "x") == ("Tremblay", "Luc", "P.C.")


def test_the_description_says_how_many_addresses_are_missing(run: Run, tmp_path: Path) -> None:
    run("gb")
    package = json.loads((tmp_path / "data/datapackage.json").read_text("utf-8"))
    entry = next(each for each in package["resources"] if each["name"] == "gb-people")
    assert "Email addresses of 1 members" in entry["missing"]["en"]
