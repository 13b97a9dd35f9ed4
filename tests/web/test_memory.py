"""What a worker takes of a computer's memory. `python -m benchmarks memory` measures it under gunicorn."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measure import allocated
from representatives import Dataset, Directory
from tests.support import TODAY

ROOT = Path(__file__).parents[2]
MOST = 145
"""Megabytes after pages and letters of every country and a first PDF. 131 were measured: 16 of them are the fonts, all read at
start, and what typst makes of them. Computers differ."""

_SERVE = f"""
import json, logging
from datetime import date
from app import create_app
from benchmarks.measure import resident
from benchmarks.memory import visits
from web.settings import Settings
day = date.fromisoformat("{TODAY}")
visitor = create_app(Settings(limit_post="9999/second"), {{"TODAY": lambda: day}}).test_client()
logging.disable()
for path, data in visits(day):
    answer = visitor.open(path, method="POST" if data else "GET", data=data)
    assert answer.status_code == 200, path
before = resident()
assert visitor.post(path.replace(".txt", ".pdf"), data=data).status_code == 200
print(json.dumps([before, resident()]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_worker_takes_a_bounded_memory_after_its_first_pdf() -> None:
    before, after = json.loads(subprocess.check_output([sys.executable, "-c", _SERVE], cwd=ROOT, text=True))
    assert before < after < MOST, (before, after)


def test_the_tables_take_at_most_forty_megabytes() -> None:
    dataset = Dataset()
    Directory(dataset)  # what is imported for it is not the tables'
    assert allocated(lambda: Directory(dataset)) < 40e6
