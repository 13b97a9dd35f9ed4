"""What a worker that serves pages and letters does not hold. How much it holds `python -m benchmarks memory` measures."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import allocated
from representatives import Dataset, Directory
from tests.support import TODAY

ROOT = Path(__file__).parents[2]

ONLY_WHEN_NEEDED = {
    "asyncio": "the server, and limits",
    "docx": "the first Word file",
    "icalendar": "the first reminder",
    "limits": "a Redis",
    "lxml": "the first Word file",
    "multiprocessing": "the server",
    "prometheus_client": "a port for counts",
    "pydantic": "a campaign that is checked anew",
    "redis": "a Redis",
    "representatives.sources": "a maintainer's command",
    "requests": "the first live look-up",
    "segno": "the first PDF",
    "sqlite3": "nothing",
    "typst": "the first PDF",
    "unittest": "nothing",
}
"""Each is a megabyte or several."""

_SERVE = f"""
import json, logging, sys
from datetime import date
from app import create_app
from benchmarks.memory import visits
from web.settings import Settings
day = date.fromisoformat("{TODAY}")
visitor = create_app(Settings(limit_post="9999/second"), {{"TODAY": lambda: day}}).test_client()
logging.disable()
for path, data in visits(day):
    answer = visitor.open(path, method="POST" if data else "GET", data=data)
    assert answer.status_code == 200, path
print(json.dumps([*sys.modules]))
"""


def test_pages_and_letters_load_nothing_that_only_something_else_needs() -> None:
    loaded = json.loads(subprocess.check_output([sys.executable, "-c", _SERVE], cwd=ROOT, text=True))
    assert {"flask", "letters.web"} <= {*loaded}
    assert not ONLY_WHEN_NEEDED.keys() & {*loaded}


def test_the_tables_take_at_most_forty_megabytes() -> None:
    dataset = Dataset()
    Directory(dataset)  # what is imported for it is not the tables'
    assert allocated(lambda: Directory(dataset)) < 40e6
