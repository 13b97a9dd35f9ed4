"""Nothing a visitor types is written anywhere: the journey is walked with marked values and all output searched."""

import io
import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from flask.testing import FlaskClient

import letters.journey.composer
from tests.support import CAMPAIGN, MEMBER, letter_form
from web.logs import Line

ROOT = Path(__file__).parents[2]
MARKED = {
    "name": "Markedname O’Neil",
    "address": "77 Markedstreet\nMarkedtown ON",
    "own_words": "Markedwords about it.",
    f"text-{MEMBER}": "Markedgreeting,\n\nMarkedparagraph.",
    f"subject-{MEMBER}": "Markedsubject",
}
SECRETS = re.compile(r"marked|L8S|4L8|35039|danko|122959", re.IGNORECASE)
STEPS = ("write", "letter", "letter.pdf", "letter.eml", "letter.txt")


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """What the app has written to its log."""
    written = io.StringIO()
    for handler in logging.getLogger("no_bystander").handlers:
        if isinstance(handler.formatter, Line):
            monkeypatch.setattr(handler, "stream", written)
    return lambda: written.getvalue().splitlines()


def test_the_log_holds_route_patterns_only(client: FlaskClient, lines: Callable[[], list[str]]) -> None:
    for step in STEPS:
        client.post(f"/en/{CAMPAIGN}/{step}", data=letter_form(**MARKED))
        client.post(f"/en/{CAMPAIGN}/{step}?postcode=L8S4L8", data=letter_form(**MARKED, asks="Markedask"))
    client.get("/en/Markedpath?name=Marked")
    client.open("/en/", method="MARKED", headers={"User-Agent": "Marked", "Referer": "https://marked/L8S"})
    written = lines()
    assert len(written) >= 12
    assert [line for line in written if SECRETS.search(line)] == []
    line = json.loads(written[2])
    assert line.pop("ms") >= 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line.pop("time"))
    assert line == {
        "level": "info",
        "event": "request",
        "method": "POST",
        "route": "/<any(en, fr):lang>/<slug>/letter",
        "status": 200,
    }


def test_an_error_is_logged_without_what_was_typed(
    client: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
    lines: Callable[[], list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(f"cannot take {MARKED['name']}")

    monkeypatch.setattr(letters.journey.composer, "compose", fail)
    response = client.post(f"/en/{CAMPAIGN}/letter", data=letter_form(**MARKED))
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.text
    first = json.loads(lines()[0])
    assert (first["level"], first["event"], first["error"]) == ("error", "failure", "ValueError")
    assert "sheets.py:" in first["at"]
    assert not SECRETS.search("".join(lines()) + "".join(capsys.readouterr()))


def test_a_real_server_writes_nothing_that_was_typed(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with output.open("w") as file:
        server = subprocess.Popen(
            [sys.executable, "-m", "flask", "run", "--port", "0"],
            cwd=ROOT,
            stdout=file,
            stderr=subprocess.STDOUT,
            env={name: value for name, value in os.environ.items() if name != "FLASK_DEBUG"},
        )
        try:
            address = _address(output, server)
            with requests.Session() as session:
                session.trust_env = False
                for step in STEPS:
                    answer = session.post(
                        f"{address}/en/{CAMPAIGN}/{step}", data=letter_form(**MARKED), timeout=20
                    )
                    assert answer.status_code == 200
                assert session.get(f"{address}/en/Marked?q=L8S4L8", timeout=20).status_code == 404
                assert not session.cookies
        finally:
            server.terminate()
            server.wait(10)
    written = output.read_text("utf-8")
    assert written.count('"POST", "route": "/<any(en, fr):lang>/<slug>/') == len(STEPS)
    assert not SECRETS.search(written)


def _address(output: Path, server: "subprocess.Popen[bytes]") -> str:
    """Where the server says that it listens."""
    while server.poll() is None:
        if found := re.search(r"Running on (http://\S+)", output.read_text("utf-8")):
            return found[1]
    raise AssertionError(output.read_text("utf-8"))


def test_no_file_is_written(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
            opened.append(str(arguments[0]))

    watching = True
    sys.addaudithook(watch)
    for step in STEPS:
        assert client.post(f"/en/{CAMPAIGN}/{step}", data=letter_form(**MARKED)).status_code == 200
    watching = False
    assert opened == []
