"""What a worker that serves pages and letters does not hold. How much it holds `python -m benchmarks memory` measures."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.measure import allocated
from representatives import Dataset, Directory, directory
from representatives.storage.rows import REGIONS_KEPT
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
import gc, json, logging, sys
from datetime import date
from app import create_app
from benchmarks.memory import visits
from representatives import Representative, directory
from web.settings import Settings
day = date.fromisoformat("{TODAY}")
visitor = create_app(Settings(limit_post="9999/second"), {{"TODAY": lambda: day}}).test_client()
logging.disable()
for path, data in visits(day):
    answer = visitor.open(path, method="POST" if data else "GET", data=data)
    assert answer.status_code == 200, path
del visitor, answer, data
for tables in directory().countries.values():
    for region in tables.senators:
        assert tables.senators[region]
gc.collect()
people = [each.id for each in gc.get_objects() if isinstance(each, Representative)]
print(json.dumps({{"modules": [*sys.modules], "people": people}}))
"""


@pytest.fixture(scope="module")
def held() -> dict[str, Any]:
    """What a process holds that has served pages and letters of every country."""
    found: dict[str, Any] = json.loads(
        subprocess.check_output([sys.executable, "-c", _SERVE], cwd=ROOT, text=True)
    )
    return found


def test_pages_and_letters_load_nothing_that_only_something_else_needs(held: dict[str, Any]) -> None:
    assert {"flask", "letters.web"} <= {*held["modules"]}
    assert not ONLY_WHEN_NEEDED.keys() & {*held["modules"]}


def test_a_person_is_a_value_only_while_a_page_shows_them(held: dict[str, Any]) -> None:
    countries = directory().countries.values()
    members = {person.id for tables in countries for person in tables.members.values()}
    regions = [
        [person.id for person in region] for tables in countries for region in tables.senators.values()
    ]
    people = {*held["people"]}
    assert len(members & people) < len(members) / 100
    with_senators = sum(bool(tables.senators) for tables in countries)
    assert sum(not people.isdisjoint(region) for region in regions) == with_senators * REGIONS_KEPT


def test_the_tables_take_less_memory_than_their_files() -> None:
    dataset = Dataset()
    Directory(dataset)  # what is imported for it is not the tables'
    files = sum(len(dataset.content(name)) for name in dataset.resources)
    assert allocated(lambda: Directory(dataset)) < files * 0.9
