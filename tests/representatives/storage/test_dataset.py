"""A dataset that is not the published one is never used: the operator is told which file and what to do."""

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from representatives import Dataset, DatasetError, Directory
from representatives.storage.dataset import DATA, RESTORE, content_hash


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A whole dataset that may be broken."""
    return shutil.copytree(DATA, tmp_path / "data")


def test_an_undamaged_copy_is_read(copied: Path) -> None:
    assert len(Directory(Dataset(copied)).countries["ca"].constituencies) == 343


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def altered(path: Path) -> None:
    path.write_bytes(
        path.read_bytes().replace(b"Avalon", b"Avalom").replace(b"A0A,", b"A0X,").replace(b"Liberal", b"L")
    )


def windows_line_ends(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("name", ["constituencies", "people", "postcodes"])
@pytest.mark.parametrize("damage", [truncated, altered, windows_line_ends])
def test_a_damaged_table_is_refused(copied: Path, name: str, damage: Callable[[Path], None]) -> None:
    path = copied / "ca" / f"{name}.csv"
    damage(path)
    with pytest.raises(DatasetError) as caught:
        Directory(Dataset(copied))
    assert str(caught.value) == f"{path} is not the file that was published: {RESTORE}"


def published(copied: Path, name: str, content: bytes) -> None:
    """Another table in a country's place, with its hash."""
    path = copied / "ca" / f"{name}.csv"
    path.write_bytes(content)
    description = copied / "datapackage.json"
    package = json.loads(description.read_text("utf-8"))
    for resource in package["resources"]:
        if resource["name"] == f"ca-{name}":
            resource["hash"] = content_hash(content)
    description.write_text(json.dumps(package), "utf-8")


@pytest.fixture
def _shortest_cells() -> Iterator[None]:
    """Python’s own limit, which a library of the tests raises for the whole process."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("_shortest_cells")
@pytest.mark.parametrize(
    ("name", "damaged"),
    [
        ("people", lambda content: content[:-1] + b",one cell more\n"),
        ("people", lambda content: content + b"a-row-that-is-cut-off\n"),
        ("people", lambda content: content.replace(b"Liberal", b"L" * 200_000, 1)),
        ("postcodes", lambda _: b""),
        ("postcodes", lambda content: content[:-1] + b",one cell more\n"),
        ("postcodes", lambda content: content + content.splitlines()[-1] + b"\n"),
        ("postcodes", lambda content: content + b"Z9Z,,,\n"),
        ("postcodes", lambda content: content.replace(b"area,shares", b"area,parts", 1)),
        ("postcodes", lambda content: content.replace(b"10001=0.69865", b"1" * 200_000, 1)),
    ],
)
def test_a_published_table_that_this_program_cannot_read_is_refused(
    copied: Path, name: str, damaged: Callable[[bytes], bytes]
) -> None:
    published(copied, name, damaged((copied / "ca" / f"{name}.csv").read_bytes()))
    with pytest.raises(DatasetError, match=r"restore it|cannot be read"):
        Directory(Dataset(copied))


@pytest.mark.parametrize("name", ["constituencies", "people", "postcodes"])
def test_a_missing_table_is_named(copied: Path, name: str) -> None:
    (copied / "ca" / f"{name}.csv").unlink()
    with pytest.raises(DatasetError, match=rf"{name}\.csv cannot be read: restore it"):
        Directory(Dataset(copied))


def test_a_description_of_nothing_is_refused(copied: Path) -> None:
    (copied / "datapackage.json").write_text('{"format": 2, "resources": []}', "utf-8")
    with pytest.raises(DatasetError, match=r"datapackage\.json names no table: restore it"):
        Dataset(copied)


def test_another_hash_in_the_description_is_refused(copied: Path) -> None:
    description = copied / "datapackage.json"
    package = json.loads(description.read_text("utf-8"))
    package["resources"][0]["hash"] = "sha256:" + "0" * 64
    description.write_text(json.dumps(package), "utf-8")
    with pytest.raises(DatasetError, match=r"\.csv is not the file that was published"):
        Directory(Dataset(copied))


def test_a_table_that_the_description_leaves_out_is_named(copied: Path) -> None:
    description = copied / "datapackage.json"
    package = json.loads(description.read_text("utf-8"))
    package["resources"] = [each for each in package["resources"] if each["name"] != "ca-people"]
    description.write_text(json.dumps(package), "utf-8")
    with pytest.raises(DatasetError, match=r"datapackage\.json names no table ca-people"):
        Directory(Dataset(copied))


@pytest.mark.parametrize(
    "content", [None, "", "{", "[]", '{"resources": 3}', '{"name": "x"}', '{"resources": [{}]}', "\xff"]
)
def test_a_description_that_cannot_be_read_is_named(copied: Path, content: str | None) -> None:
    description = copied / "datapackage.json"
    description.unlink()
    if content is not None:
        description.write_text(content, "latin-1")
    with pytest.raises(DatasetError, match=r"datapackage\.json cannot be read: restore it"):
        Dataset(copied)
