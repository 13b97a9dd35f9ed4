"""What breaks on a computer ends in one clear sentence at start, or in an unready copy; never in a wrong letter."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from flask import Flask

import representatives.web
from app import CannotStart, create_app
from representatives.directory import Directory
from representatives.sources import atomic_publish, data_package
from representatives.storage.dataset import DATA, Dataset, DatasetError, content_hash
from tests.support import CAMPAIGN, TODAY, letter_form
from web.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def a_table(data: Path) -> Path:
    return data / json.loads((data / "datapackage.json").read_text("utf-8"))["resources"][0]["path"]


def change(data: Path, **properties: object) -> None:
    described = json.loads((data / "datapackage.json").read_text("utf-8"))
    (data / "datapackage.json").write_text(json.dumps(described | properties), "utf-8")


def change_entry(data: Path, **properties: object) -> None:
    """Change what is said of the first table; None takes it away."""
    resources = json.loads((data / "datapackage.json").read_text("utf-8"))["resources"]
    entry = {name: value for name, value in (resources[0] | properties).items() if value is not None}
    change(data, resources=[entry, *resources[1:]])


def whole(data: Path) -> None:
    """Read as the app does at start."""
    dataset = Dataset(data)
    for name in dataset.resources:
        list(dataset.rows(name))


def mistake(data: Path) -> str:
    """What a running copy knows of its data; "" while it is whole."""
    try:
        Dataset(data).check()
    except DatasetError as error:
        return str(error)
    return ""


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a table is missing": (lambda data: a_table(data).unlink(), "cannot be read"),
    "a table is truncated": (
        lambda data: a_table(data).write_bytes(a_table(data).read_bytes()[:-1]),
        "published",
    ),
    "a table is empty": (lambda data: a_table(data).write_bytes(b""), "published"),
    "a table was changed": (
        lambda data: a_table(data).write_bytes(a_table(data).read_bytes() + b"x"),
        "published",
    ),
    "a table is a folder": (lambda data: (a_table(data).unlink(), a_table(data).mkdir()), "cannot be read"),
    "the description is missing": (lambda data: (data / "datapackage.json").unlink(), "cannot be read"),
    "the description is truncated": (
        lambda data: (data / "datapackage.json").write_text('{"resources": [', "utf-8"),
        "cannot be read",
    ),
    "the description is something else": (lambda data: change(data, resources=5), "cannot be read"),
    "the description is a bomb": (
        lambda data: (data / "datapackage.json").write_text("[" * 200_000, "utf-8"),
        "cannot be read",
    ),
    "a table has no hash": (lambda data: change_entry(data, hash=None), "cannot be read"),
    "a table has no place": (lambda data: change_entry(data, path=None), "cannot be read"),
    "a table has no day": (lambda data: change_entry(data, as_of="soon"), "cannot be read"),
    "the data is of another version": (
        lambda data: change(data, format=99),
        "another version of this program",
    ),
}


@pytest.mark.parametrize(("damage", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_damaged_data_is_named_at_start_and_never_served(
    data: Path, damage: Callable[[Path], object], says: str
) -> None:
    whole(data)
    assert mistake(data) == ""
    damage(data)
    with pytest.raises(DatasetError, match=says) as error:
        whole(data)
    assert "restore it from the repository" in str(error.value)
    assert says in mistake(data), "a running copy calls itself unready"


@pytest.mark.parametrize(
    ("old", "new"), [("family_name", "surname"), (",house,", ",lords,"), (",FL-6,", ",FL-6,\n")]
)
def test_whole_files_of_another_shape_are_named_at_start(data: Path, old: str, new: str) -> None:
    table = data / "us" / "people.csv"
    content = table.read_text("utf-8").replace(old, new, 1).encode("utf-8")
    table.write_bytes(content)
    resources = json.loads((data / "datapackage.json").read_text("utf-8"))["resources"]
    for entry in resources:
        if entry["name"] == "us-people":
            entry["hash"] = content_hash(content)
    change(data, resources=resources)
    with pytest.raises(DatasetError, match=r"The tables of us in .* restore it from the repository"):
        Directory(Dataset(data))


def test_a_copy_is_ready_again_when_its_data_is(data: Path) -> None:
    content = a_table(data).read_bytes()
    a_table(data).write_bytes(content[:-1])
    assert mistake(data) != ""
    a_table(data).write_bytes(content)
    assert mistake(data) == ""


def test_a_change_is_seen_though_size_and_time_are_those_of_before(data: Path) -> None:
    table = a_table(data)
    assert mistake(data) == ""
    before, content = table.stat(), bytearray(table.read_bytes())
    content[-2] ^= 1
    with table.open("r+b") as file:
        file.write(content)
    os.utime(table, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "is not the file that was published" in mistake(data)


def test_an_unready_copy_says_so_to_its_balancer_without_a_path(app: Flask, data: Path) -> None:
    a_table(data).unlink()
    with app.test_request_context("/health"):
        response, status = representatives.web.health(data)
        assert (status, response.json) == (503, {"status": "the data is damaged"})


@pytest.mark.parametrize("survives", range(4))
def test_an_update_that_is_killed_leaves_the_old_data_or_the_new_and_whole(
    data: Path, monkeypatch: pytest.MonkeyPatch, survives: int
) -> None:
    name = Dataset(data).resources[next(iter(Dataset(data).resources))]["name"]
    rows = list(Dataset(data).rows(name))
    description = data_package.description_in(Dataset(data).resources[name])
    table = data_package.Table(name, rows[1:], description)
    replaced = atomic_publish._replace
    done: list[Path] = []

    def killed(path: Path, content: bytes) -> None:
        if len(done) == survives:
            raise KeyboardInterrupt
        done.append(path)
        replaced(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(atomic_publish, "_replace", killed)
        with suppress(KeyboardInterrupt):
            data_package.publish([table], data)
    whole(data)
    assert list(Dataset(data).rows(name)) == (rows[1:] if survives else rows)
    with atomic_publish.alone(data):
        whole(data)
    assert not [*data.rglob("*.staged-*"), *data.rglob("*.new")]


def test_a_full_disk_leaves_the_old_data(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    name = next(iter(Dataset(data).resources))
    table = data_package.Table(name, [{"a": "1"}], {"as_of": "2026-11-24"})
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space left"):
            data_package.publish([table], data)
    whole(data)


def test_a_disk_that_is_full_once_the_data_is_the_new_one_is_no_failed_update(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the command says that nothing was written, of data that is already served."""
    name = next(iter(Dataset(data).resources))
    rows = list(Dataset(data).rows(name))
    table = data_package.Table(name, rows[1:], data_package.description_in(Dataset(data).resources[name]))
    replaced, done = atomic_publish._replace, []

    def full(path: Path, content: bytes) -> None:
        if done:
            raise OSError(28, "No space left on device")
        done.append(path)
        replaced(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(atomic_publish, "_replace", full)
        data_package.publish([table], data)
    assert list(Dataset(data).rows(name)) == rows[1:]
    with atomic_publish.alone(data):
        whole(data)
    assert not [*data.rglob("*.staged-*")]


@pytest.mark.parametrize("content", ["", "[]", "null", '{"resources": [', '{"resources": 5}', "[" * 200_000])
def test_a_command_on_a_damaged_description_ends_in_one_sentence(
    app: Flask, data: Path, content: str
) -> None:
    (data / "datapackage.json").write_text(content, "utf-8")
    for command in (["update", "au"], ["import", "au", str(data)]):
        done = app.test_cli_runner().invoke(args=["representatives", *command, "--data", str(data)])
        assert done.exit_code == 1
        assert re.fullmatch(r"Nothing was written: .+datapackage\.json cannot be read: .+\n", done.output)


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"NO_BYSTANDER_OPERATER": "x"}, "NO_BYSTANDER_OPERATER is not a setting"),
        ({"NO_BYSTANDER_LIMIT_POST": "often"}, "NO_BYSTANDER_LIMIT_POST must be like"),
    ],
)
@pytest.mark.parametrize("command", ["routes", "doctor"])
def test_a_bad_setting_ends_in_one_sentence(environment: dict[str, str], says: str, command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flask", command],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode != 0
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252", "utf-8"])
def test_the_doctor_speaks_on_a_terminal_of_any_encoding(encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flask", "doctor"],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": encoding, "LC_ALL": "xx_YY"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr
    assert b"of them serious." in done.stdout.splitlines()[-1]


def test_the_reason_for_not_starting_is_logged_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def damaged() -> None:
        raise DatasetError("people.csv cannot be read: restore it.")

    monkeypatch.setattr(representatives.web, "directory", damaged)
    with pytest.raises(CannotStart, match="cannot be read: restore it"):
        create_app(Settings())


def test_a_clock_before_the_data_is_logged_at_start(caplog: pytest.LogCaptureFixture) -> None:
    create_app(config={"TODAY": lambda: TODAY})
    assert caplog.records == []
    create_app(config={"TODAY": lambda: TODAY.replace(year=1999)})
    said = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert [(level, text[:42]) for level, text in said] == [
        ("ERROR", "This computer's clock says 1999-11-24, whi")
    ]


def test_no_network_and_no_writable_disk_are_needed() -> None:
    """The whole journey in a process that may neither connect nor write."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", _ALONE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


_ALONE = f"""
import sys
refused = []
def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if event in ("socket.connect", "socket.getaddrinfo", "os.mkdir", "os.rename", "os.remove") or writes:
        refused.append((event, arguments))
        raise PermissionError(event)
from datetime import date
from app import create_app
from web import settings
sys.addaudithook(watch)
app = create_app(settings.Settings(), {{"TODAY": lambda: date(2026, 11, 24)}})
visitor = app.test_client()
form = {letter_form()!r}
for step in ("write", "letter", "letter.pdf", "letter.eml", "letter.txt"):
    answer = visitor.post("/en/{CAMPAIGN}/" + step, data=form)
    assert answer.status_code == 200, (step, answer.status_code)
assert refused == [], refused
"""
