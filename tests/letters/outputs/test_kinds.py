"""The table of kinds is the one place that knows them: whoever adds a file and a row has added an output.

UPDATE_KINDS=1 pytest tests/letters/outputs/test_kinds.py writes the README's table anew.
"""

import io
import os
import re
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pytest

from app import create_app
from letters.letter import Letter
from letters.outputs import download, is_too_much, missing_characters, text
from letters.outputs.kinds import KINDS, Kind
from tests.letters.outputs.samples import LETTER
from tests.letters.outputs.test_injection import NASTY, check
from tests.pages.visits import LANGUAGES, address
from tests.support import MEMBER, SENATOR, TODAY, UNLIMITED, letter_form

README = Path(__file__).parents[3] / "README.md"
TABLE = re.compile(r"(?<=\| letter\. \| media type \| what \|\n\|---\|---\|---\|\n)(?:\|.*\n)+")


def test_the_readmes_table_is_made_from_it() -> None:
    rows = "".join(
        f"| `{kind.suffix}` | `{kind.media_type.partition(';')[0]}` | {kind.what} |\n"
        for kind in KINDS.values()
    )
    readme = README.read_text("utf-8")
    if os.environ.get("UPDATE_KINDS"):
        readme = TABLE.sub(lambda _: rows, readme)
        README.write_text(readme, "utf-8")
    found = TABLE.search(readme)
    assert found is not None
    assert found[0] == rows


def test_every_kind_has_a_button_for_all_letters_and_those_of_a_step_for_one() -> None:
    for kind in KINDS.values():
        assert kind.step in ("letter", "paper", "later")
        assert kind.button_for_all
        assert bool(kind.button) == (kind.step == "letter")


def _web_page(letters: Sequence[Letter], _page: str) -> bytes:
    """All that an output is: here plain HTML, which nobody needs, as a word processor opens the Word file."""
    pages = "".join(
        f"<pre lang={letter.language} dir=auto>{escape(text.page(letter))}</pre>" for letter in letters
    )
    return f"<!doctype html><meta charset=utf-8><title>Letter</title>{pages}".encode("utf-8", "replace")


ROW = Kind(
    "html",
    "text/html; charset=utf-8",
    _web_page,
    step="letter",
    what="a web page",
    button="Web page",
    button_for_all="All as one web page",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_output_is_one_file_and_one_row(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "html", ROW)  # type: ignore[arg-type]  # read-only for whoever reads it
    visitor = create_app(UNLIMITED, {"TESTING": True, "TODAY": lambda: TODAY}).test_client()
    page = visitor.post(address("letter", language), data=letter_form(to=[MEMBER, SENATOR])).text
    buttons = re.findall(r"<button[^>]*/letter\.html\"[^>]*>\s*([^<]*?)\s*</button>", page)
    assert sorted(buttons) == ["All as one web page", "Web page", "Web page"]
    one = visitor.post(address("letter.html", language), data=letter_form())
    assert (one.status_code, one.mimetype) == (200, "text/html")
    assert one.headers["Content-Disposition"] == 'attachment; filename="letter-john-paul-danko.html"'
    assert "Hamilton ON" in one.text
    many = visitor.post(address("letter.html", language), data=letter_form(to=[MEMBER, SENATOR]))
    assert many.headers["Content-Disposition"] == 'attachment; filename="letters.html"'
    assert many.text.count("<pre") == 2
    assert visitor.get(address("letter.html", language)).status_code == 302
    assert not is_too_much("html", [LETTER])
    assert missing_characters("html", [LETTER]) == ()
    for typed in NASTY:
        check("html", typed)


def test_a_kind_that_holds_one_letter_becomes_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Kind("x", "text/html", _web_page, "letter", "", holds_many=False, stem_of_many="some")
    monkeypatch.setitem(KINDS, "x", row)  # type: ignore[arg-type]
    file = download("x", [LETTER, LETTER])
    assert (file.name, file.media_type) == ("some.zip", "application/zip")
    assert zipfile.ZipFile(io.BytesIO(file.content)).namelist() == [
        "letter-ann-example.x",
        "letter-ann-example-2.x",
    ]
