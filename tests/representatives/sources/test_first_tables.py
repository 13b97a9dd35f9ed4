"""flask representatives first-tables: all of a country's tables from a folder, or a sentence and nothing."""

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from tests.representatives.sources.test_au_import import put

MADE = {"constituencies.csv", "offices.csv", "people.csv", "postcodes.csv"}


def run(app: Flask, *arguments: object) -> Result:
    return app.test_cli_runner().invoke(args=["representatives", "first-tables", *map(str, arguments)])


def test_makes_every_table_and_says_how_long_each_is(app: Flask, tmp_path: Path) -> None:
    source, root = tmp_path / "source", tmp_path / "data"
    source.mkdir()
    put(source)
    assert "au-people: 6 rows" in run(app, "au", source, "--data", root, "--dry-run").output
    assert not root.exists()
    result = run(app, "au", source, "--data", root)
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, f"Written to {root}.")
    assert {path.name for path in (root / "au").iterdir()} == MADE


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("au_members.csv", None, "No such file"),
        ("au_members.csv", "house,name\nHouse,Ann Doe\n", "KeyError('electorate')"),
    ],
)
def test_a_folder_that_is_not_as_described_is_a_sentence_and_changes_nothing(
    app: Flask, tmp_path: Path, name: str, content: str | None, says: str
) -> None:
    source, root = tmp_path / "source", tmp_path / "data"
    source.mkdir()
    put(source)
    (source / name).unlink()
    if content is not None:
        (source / name).write_text(content, "utf-8")
    result = run(app, "au", source, "--data", root)
    assert result.exit_code == 1
    assert "Nothing was written: " in result.stderr
    assert says in result.stderr
    assert not root.exists()
