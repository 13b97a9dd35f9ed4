"""A letter evening without internet: one laptop serves the room, and asks nobody."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMESPACE = ("unshare", "-rn")
"""A user and a network of its own, without a route to anywhere."""


def need_namespace() -> None:
    try:
        subprocess.run([*NAMESPACE, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no network namespace can be made here.")


def test_thirty_guests_make_their_letters_and_no_packet_goes_elsewhere() -> None:
    need_namespace()
    done = subprocess.run(
        [*NAMESPACE, sys.executable, "-m", "tests.operations.evening_offline"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["made"] >= 30
    assert said["sheets"] == 200
    assert said["elsewhere"] == 0
    assert said["on_purpose"] > 0, "the count counts"
