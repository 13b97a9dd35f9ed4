"""What files are made with is read at start: an upgrade beneath a running copy neither mixes versions nor fails."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from flask.testing import FlaskClient

from letters.outputs import SUFFIXES
from tests.letters.outputs.samples import NAMES
from tests.pages.visits import address
from tests.support import TODAY, letter_form

ROOT = Path(__file__).parents[3]
# Every script, so that every font is asked for, and for the first time.
FORM = letter_form(own_words=" ".join(NAMES.values()))
_RUN = """
import hashlib, json, logging, shutil, sys
from datetime import date
from app import create_app
from web.settings import Settings

day, form, addresses = json.load(sys.stdin)
settings = Settings(limit_post="9999/second")
visitor = create_app(settings, {"TODAY": lambda: date.fromisoformat(day)}).test_client()
shutil.rmtree("letters/outputs")
answers = [visitor.post(address, data=form) for address in addresses]
print(json.dumps([[answer.status_code, hashlib.sha256(answer.data).hexdigest()] for answer in answers]))
"""


def test_every_file_is_made_as_before_when_what_makes_it_is_deleted(
    tmp_path: Path, client: FlaskClient
) -> None:
    addresses = [address(f"letter.{suffix}") for suffix in SUFFIXES]
    before = [client.post(each, data=FORM) for each in addresses]
    wanted = [[answer.status_code, hashlib.sha256(answer.data).hexdigest()] for answer in before]
    assert {status for status, _ in wanted} == {200}
    for path in ("app.py", "web", "representatives", "static", "templates", "translations"):
        (tmp_path / path).symlink_to(ROOT / path)
    shutil.copytree(ROOT / "letters", tmp_path / "letters")
    done = subprocess.run(
        [sys.executable, "-c", _RUN],
        input=json.dumps([TODAY.isoformat(), FORM, addresses]),
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert not (tmp_path / "letters/outputs").exists()
    assert json.loads(done.stdout.splitlines()[-1]) == wanted
