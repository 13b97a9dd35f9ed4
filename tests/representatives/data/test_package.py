"""Every table as datapackage.json describes it: by a reader that is not ours, to the byte, and made again from its source."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from representatives.sources.first_tables import TABLES
from representatives.storage.dataset import DATA
from tests.representatives.data.source import needs_source, source
from tests.support import as_shipped, made_anew

PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
OF_COUNTRIES = {
    "au": {
        "constituencies", "offices", "people", "postcodes", "roles", "committees", "terms", "corrections",
    },
    "ca": {
        "constituencies", "people", "postcodes", "reported_changes", "roles", "committees", "corrections",
    },
    "gb": {
        "constituencies", "people", "postcodes", "reported_changes", "roles", "committees", "corrections",
    },
    "us": {
        "constituencies", "offices", "people", "postcodes", "reported_changes", "roles", "committees", "terms",
    },
}  # fmt: skip
RESOURCES = pytest.mark.parametrize("resource", PACKAGE["resources"], ids=lambda resource: resource["name"])


def test_the_data_package_is_valid_to_an_outside_reader() -> None:
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    assert {task.name for task in report.tasks} == {
        f"{country}-{subject}" for country, subjects in OF_COUNTRIES.items() for subject in subjects
    }


@RESOURCES
def test_hash_size_rows_and_columns_are_as_described(resource: dict[str, Any]) -> None:
    content = (DATA / resource["path"]).read_bytes()
    assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
    assert resource["bytes"] == len(content)
    table = list(csv.reader(content.decode("utf-8").splitlines()))
    assert resource["rows"] == len(table) - 1
    assert table[0] == [field["name"] for field in resource["schema"]["fields"]]


@RESOURCES
def test_what_the_data_page_says_is_complete(resource: dict[str, Any]) -> None:
    for key in ("licenses", "sources", "attribution", "as_of"):
        assert resource[key]
    for key in resource.keys() & {"titles", "missing", "measured"}:
        assert {*resource[key]} == {"en", "fr"}
    subject = resource["name"].partition("-")[2]
    assert "titles" in resource
    assert "missing" in resource or subject not in ("people", "postcodes", "offices")
    assert "measured" in resource or subject != "postcodes"


@RESOURCES
def test_files_are_in_canonical_form(resource: dict[str, Any]) -> None:
    content = (DATA / resource["path"]).read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(content.decode("utf-8").splitlines()))
    keys = [tuple(row[column] for column in resource["schema"]["primaryKey"]) for row in rows]
    assert len(keys) == len(set(keys)), "each key once"
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)


def test_the_description_is_in_canonical_form() -> None:
    text = json.dumps(PACKAGE, ensure_ascii=False, indent=2) + "\n"
    assert (DATA / "datapackage.json").read_text("utf-8") == text


@needs_source
@pytest.mark.parametrize("country", TABLES)
def test_the_importer_reproduces_what_is_shipped(country: str, tmp_path: Path) -> None:
    folder = source(country)
    assert made_anew(country, TABLES[country](folder), folder.parent, tmp_path) == as_shipped(DATA, country)
