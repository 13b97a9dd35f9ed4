"""A damaged installation does not start, and says in one sentence which file it is; a whole one starts in any locale."""

import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app import create_app
from tests.support import CAMPAIGN, TODAY, UNLIMITED, letter_form, need_program

ROOT = Path(__file__).parents[2]
START = (
    "-c",
    """
import app
try:
    app.create_app()
except app.CannotStart:
    raise SystemExit(1) from None
""",
)
CODE = ("web", "letters", "representatives", "static", "templates", "translations")


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """A copy that can be damaged; what is not damaged leads to the real files."""
    for name in CODE:
        skipped = shutil.ignore_patterns("__pycache__", ".lock")
        shutil.copytree(ROOT / name, tmp_path / name, copy_function=os.symlink, ignore=skipped)
    for path in ROOT.glob("*.py"):
        shutil.copy(path, tmp_path)  # flask follows what leads to its app
    return tmp_path


def change(path: Path, how: Callable[[bytes], bytes] | None) -> None:
    """Put a changed file in the place of what leads to the real one; None takes it away."""
    content = path.read_bytes()
    path.unlink()
    if how is not None:
        path.write_bytes(how(content))


PEOPLE = "representatives/data/ca/people.csv"
DESCRIPTION = "representatives/data/datapackage.json"
FRENCH = "translations/fr/LC_MESSAGES/messages.mo"


def without_a_version(content: bytes) -> bytes:
    return json.dumps(
        {name: value for name, value in json.loads(content).items() if name != "format"}
    ).encode()


DAMAGE: dict[str, tuple[str, Callable[[bytes], bytes] | None, str]] = {
    "a table is missing": (PEOPLE, None, "people.csv cannot be read: restore it"),
    "a table is cut off": (
        PEOPLE,
        lambda content: content[:-100],
        "people.csv is not the file that was published",
    ),
    "a table was changed": (
        PEOPLE,
        lambda content: content.replace(b"Danko", b"Donka"),
        "people.csv is not the file that was published",
    ),
    "the description is missing": (DESCRIPTION, None, "datapackage.json cannot be read"),
    "the description is cut off": (
        DESCRIPTION,
        lambda content: content[:-9],
        "datapackage.json cannot be read",
    ),
    "the data is of another version": (
        DESCRIPTION,
        lambda content: content.replace(b'"format": 2', b'"format": 1'),
        "data for another version of this program",
    ),
    "the data is of no version": (DESCRIPTION, without_a_version, "data for another version of this program"),
    "the French is missing": (FRENCH, None, "messages.mo is missing or damaged: restore it"),
    "the French is empty": (FRENCH, lambda _content: b"", "messages.mo is missing or damaged"),
    "the French is cut off": (FRENCH, lambda content: content[:-9], "messages.mo is missing or damaged"),
    "a page's template is missing": ("templates/vacant.html", None, "templates/vacant.html cannot be read"),
    "a part's template is empty": (
        "templates/_sheet.html",
        lambda _content: b"",
        "_sheet.html cannot be read or is empty",
    ),
    "a page's template is cut off": (
        "templates/write.html",
        lambda content: content[:300],
        "templates/write.html is damaged: restore it",
    ),
    "a part's template is no text": (
        "templates/_sheet.html",
        lambda content: b"\xff" + content,
        "_sheet.html is damaged: restore it",
    ),
    "the style is missing": ("static/style.css", None, "static/style.css cannot be read"),
    "what sets letters is missing": (
        "letters/outputs/common.typ",
        None,
        "outputs/common.typ cannot be read",
    ),
}


@pytest.mark.parametrize(("file", "how", "says"), DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_installation_does_not_start_and_says_why(
    installation: Path, file: str, how: Callable[[bytes], bytes] | None, says: str
) -> None:
    change(installation / file, how)
    ended = run(installation, *START)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    line = json.loads(ended.stderr)
    assert (line["level"], line["event"]) == ("critical", "cannot start")
    assert says in line["because"]
    assert str(installation) in line["because"] or "datapackage" in line["because"]


@pytest.mark.parametrize(
    "damaged",
    [
        "a table is missing",
        "the description is cut off",
        "the French is missing",
        "a page's template is cut off",
    ],
)
def test_the_doctor_says_why_too(installation: Path, damaged: str) -> None:
    file, how, says = DAMAGE[damaged]
    change(installation / file, how)
    ended = run(installation, "-m", "flask", "doctor")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert re.fullmatch(rf"{{.+}}\nError: .+{says}.+\n", ended.stderr), ended.stderr


def test_a_stray_file_makes_no_campaign(installation: Path) -> None:
    shutil.rmtree(installation / "letters/campaigns")
    (installation / "letters/campaigns/mine").mkdir(parents=True)
    (installation / "letters/campaigns/mine/.DS_Store").touch()
    ended = run(installation, *START)
    assert ended.returncode == 1
    assert "letters/campaigns cannot be read or is empty" in json.loads(ended.stderr)["because"]


@pytest.mark.parametrize("folder", ["templates", "static", "letters/outputs", "letters/campaigns"])
def test_a_folder_that_is_gone_is_named_at_start(installation: Path, folder: str) -> None:
    for path in (installation / folder).rglob("*.*"):
        if path.suffix != ".py" and path.is_symlink():
            path.unlink()
    ended = run(installation, *START)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert f"{folder} cannot be read or is empty" in json.loads(ended.stderr)["because"]


def without_a_font(installation: Path) -> None:
    (installation / "letters/outputs/fonts/NotoSerifThai-Regular.ttf").unlink()


def without_a_country(installation: Path) -> None:
    def leave_out(content: bytes) -> bytes:
        described = json.loads(content)
        kept = [entry for entry in described["resources"] if not entry["name"].startswith("gb-")]
        return json.dumps(described | {"resources": kept}).encode()

    change(installation / DESCRIPTION, leave_out)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (without_a_font, "No whole font.* Thai"),
        (without_a_country, "no tables of the United Kingdom"),
    ],
)
def test_what_only_some_visitors_miss_is_said_by_a_site_that_serves_the_others(
    installation: Path, damage: Callable[[Path], None], says: str
) -> None:
    damage(installation)
    started = run(installation, *START)
    assert started.returncode == 0
    line = json.loads(started.stderr)
    assert line["level"] == "error"
    assert re.search(says, line["event"])
    asked = run(installation, "-m", "flask", "doctor")
    assert asked.returncode == 1
    assert re.search(f"^SERIOUS: .*{says}", asked.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    "lost", [("representatives/data",), ("templates", "letters/outputs", "letters/campaigns")]
)
def test_what_a_damaged_installation_advises_mends_it(installation: Path, lost: tuple[str, ...]) -> None:
    need_program("git")
    in_git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*in_git, *command], cwd=installation, check=True, timeout=60)
    for folder in lost:
        for path in (installation / folder).rglob("*.*"):
            if path.suffix != ".py" and not path.is_dir() and path.suffix != ".ttf":
                path.unlink()
    subprocess.run(["git", "add", "."], cwd=installation, check=True, timeout=60)
    advised = re.search(r"\((git .+?)\)", run(installation, *START).stderr)
    assert advised is not None
    subprocess.run(shlex.split(advised[1]), cwd=installation, check=True, timeout=60)
    ended = run(installation, *START)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_whole_installation_starts(installation: Path) -> None:
    ended = run(installation, *START)
    assert (ended.returncode, ended.stderr) == (0, "")


def run(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    return subprocess.run(
        [sys.executable, "-B", *arguments],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        encoding="utf-8",
    )


LOCALES = {
    "plain C": {"LC_ALL": "C"},
    "none": {},
    "one that is not on this computer": {"LC_ALL": "xx_XX.UTF-8", "LANG": "xx_XX.UTF-8"},
    "no locale's name": {"LC_ALL": "no locale!"},
    "ASCII, and Python told to keep it": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def journey(application: Flask) -> dict[str, str]:
    """What a visitor is given in both languages, the same each time."""
    visitor, given = application.test_client(), {}
    for language in ("en", "fr"):
        form = letter_form(letter_language=language)
        for step in ("write", "letter", "letter.txt", "letter.pdf"):
            application.config["RANDOM"].seed(1)
            answer = visitor.post(f"/{language}/{CAMPAIGN}/{step}", data=form)
            given[f"{language} {step}"] = (
                answer.get_data().hex() if answer.status_code == 200 else answer.status
            )
    return given


def an_app() -> Flask:
    return create_app(UNLIMITED, {"TODAY": lambda: TODAY, "RANDOM": random.Random(1)})


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    given = journey(an_app())
    assert "24 novembre 2026" in bytes.fromhex(given["fr letter.txt"]).decode()
    assert bytes.fromhex(given["fr letter.pdf"]).startswith(b"%PDF")
    return given


@pytest.mark.parametrize("environment", LOCALES.values(), ids=LOCALES.keys())
def test_pages_letters_and_pdfs_are_the_same_in_any_locale(
    expected: dict[str, Any], environment: dict[str, str]
) -> None:
    program = (
        "import json; from tests.web.test_start import an_app, journey; print(json.dumps(journey(an_app())))"
    )
    ended = run(ROOT, "-c", program, **environment)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == expected


def test_the_commands_speak_in_any_locale() -> None:
    for command in (["doctor"], ["campaigns", "check"]):
        ended = run(ROOT, "-m", "flask", *command, **LOCALES["ASCII, and Python told to keep it"])
        assert re.search(r"of them serious\.|mistakes", ended.stdout.splitlines()[-1]), (
            "the doctor may find old data"
        )
        assert "Traceback" not in ended.stderr


_RUNNING = f"""
import shutil
from pathlib import Path
from app import create_app
visitor = create_app().test_client()
outputs = Path("letters/outputs")
for path in [*Path("templates").rglob("*.html"), *Path("static").rglob("*.*"), *outputs.rglob("*.typ"), *outputs.rglob("*.ttf")]:
    path.unlink()
form = {letter_form(name="Zoë བསྟན་འཛིན ท 汉 한")!r}
for path in ("/en/", "/fr/{CAMPAIGN}", "/en/{CAMPAIGN}/tell", "/fr/data", "/en/privacy", "/en/nothing", "/static/style.css"):
    assert visitor.get(path).status_code in (200, 404), path
for step in ("write", "letter", "letter.txt", "letter.pdf", "letter.docx", "letter.envelope-dl.pdf", "letter.copy.pdf"):
    answer = visitor.post("/fr/{CAMPAIGN}/" + step, data=form)
    assert answer.status_code == 200, (step, answer.status_code)
"""


def test_a_running_copy_needs_no_file_that_an_upgrade_may_change(installation: Path) -> None:
    ended = run(installation, "-c", _RUNNING)
    assert ended.returncode == 0, ended.stderr[-2000:]
