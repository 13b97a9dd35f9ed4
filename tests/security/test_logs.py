"""Nothing a visitor types is written anywhere: the journey is walked with marked values and all output searched."""

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from flask.testing import FlaskClient

import letters.journey
from tests.support import CAMPAIGN, MEMBER, letter_form

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


def test_the_apps_log_holds_route_patterns_only(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("no_bystander").addHandler(caplog.handler)
    for step in STEPS:
        client.post(f"/en/{CAMPAIGN}/{step}", data=letter_form(**MARKED))
        client.post(f"/en/{CAMPAIGN}/{step}?postcode=L8S4L8", data=letter_form(**MARKED, asks="Markedask"))
    client.get("/en/Markedpath?name=Marked")
    logging.getLogger("no_bystander").removeHandler(caplog.handler)
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) >= 11
    assert [line for line in lines if SECRETS.search(line)] == []
    assert any(
        re.fullmatch(r"POST /<any\(en, fr\):lang>/<slug>/letter 200 [\d.]+ ms", line) for line in lines
    )


def test_an_error_is_logged_without_what_was_typed(
    client: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(f"cannot take {MARKED['name']}")

    monkeypatch.setattr(letters.journey, "compose", fail)
    logging.getLogger("no_bystander").addHandler(caplog.handler)
    response = client.post(f"/en/{CAMPAIGN}/letter", data=letter_form(**MARKED))
    logging.getLogger("no_bystander").removeHandler(caplog.handler)
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.text
    written = caplog.text + "".join(capsys.readouterr())
    assert "ValueError at " in written
    assert "journey.py:" in written
    assert not SECRETS.search(written)


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
    assert written.count("POST /<any(en, fr):lang>/<slug>/") == len(STEPS)
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
