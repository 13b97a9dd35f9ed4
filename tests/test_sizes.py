"""docs/load.md states what is sent over the line as it is now; brotli's column is measured with the others by hand."""

import gzip
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from benchmarks.sample import PAGE, form

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| ([^|]+) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$", re.MULTILINE)
NEAR = 0.03
"""Of a size: a day's other date or a few words are no reason to measure anew."""


def stated() -> dict[str, tuple[int, ...]]:
    text = (ROOT / "docs" / "load.md").read_text("utf-8").partition("## Sizes on the line")[2]
    rows = ROW.findall(text.partition("\n## ")[0])
    return {name: tuple(int(figure.replace(",", "")) for figure in figures) for name, *figures in rows}


PAGES: dict[str, tuple[str, dict[str, str] | None]] = {
    "campaign page": (PAGE, None),
    "write page": (f"{PAGE}/write", {"postcode": form()["postcode"]}),
    "letter page, one letter": (f"{PAGE}/letter", form()),
    "PDF of one letter": (f"{PAGE}/letter.pdf", form()),
}


def sent(client: FlaskClient, name: str) -> bytes:
    if name not in PAGES:
        return (ROOT / "static" / name).read_bytes()
    path, fields = PAGES[name]
    return client.get(path).data if fields is None else client.post(path, data=fields).data


@pytest.mark.parametrize("name", [*PAGES, "style.css", "letter.js", "guard.js"])
def test_the_stated_sizes_are_those_that_are_sent(client: FlaskClient, name: str) -> None:
    content = sent(client, name)
    plain, zipped, brotli = stated()[name]
    assert len(content) == pytest.approx(plain, rel=NEAR)
    assert len(gzip.compress(content)) == pytest.approx(zipped, rel=NEAR)
    assert brotli < zipped


def test_no_other_size_is_stated() -> None:
    assert set(stated()) == {*PAGES, *(path.name for path in (ROOT / "static").glob("*.[cj]s*"))}
