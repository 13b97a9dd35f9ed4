"""What is packed is found again, whatever it is: texts by key, areas with their points, rows by one of their columns."""

import csv
import io
import zlib
from collections.abc import Sequence
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from representatives import Postcode, directory
from representatives.storage.compressed_blocks import Blocks
from representatives.storage.packed_rows import Packed, Row, Unpacked
from representatives.storage.postcode_area import Area
from representatives.storage.postcode_table import AreaTable
from tests.support import TODAY

CELLS = st.text(st.characters(exclude_categories=["C"]), max_size=200)
"""No table holds control characters: see representatives/dataset.py."""
NAMES = st.text("ABCXYZ0189*", min_size=1, max_size=8)
COLUMNS = [name for name in Area._fields if name != "point"]


def table(header: list[str], lines: list[list[str]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows([header, *lines])
    return file.getvalue().encode()


@given(texts=st.dictionaries(CELLS, CELLS, max_size=60), is_deflated=st.booleans())
def test_every_text_is_near_its_key(texts: dict[str, str], is_deflated: bool) -> None:
    entries = [(key, f"{key}={text}") for key, text in sorted(texts.items())]
    blocks: Blocks[str] = Blocks(entries, str, is_deflated=is_deflated)
    assert [*blocks] == [text for _, text in entries]
    assert all(f"\x1e{text}" in blocks.near(key) for key, text in entries)


def test_what_is_before_the_first_key_is_near_nothing() -> None:
    assert Blocks([("B", "text")], str).near("A") == ""
    assert Blocks([], str).near("A") == ""


@pytest.mark.parametrize("keys", ["BA", "AA"])
@pytest.mark.parametrize("is_deflated", [True, False])
def test_keys_that_do_not_ascend_are_refused(keys: str, is_deflated: bool) -> None:
    with pytest.raises(ValueError, match="not sorted"):
        Blocks([(key, "") for key in keys], str, is_deflated=is_deflated)


@given(
    areas=st.dictionaries(NAMES, st.lists(CELLS, min_size=5, max_size=5), max_size=40),
    others=st.sets(CELLS, max_size=5),
    length=st.sampled_from([0, 400]),
)
def test_an_area_is_read_as_it_was_written(
    areas: dict[str, list[str]], others: set[str], length: int
) -> None:
    lines = [[name, "S" * length + cells[0] + "=1", *cells[1:]] for name, cells in sorted(areas.items())]
    areas_read = AreaTable(table(["area", *COLUMNS], lines))
    assert [*areas_read] == sorted(areas)
    for name, *cells in lines:
        assert areas_read[name] == Area(**dict(zip(COLUMNS, cells, strict=True)))
    assert not any(name in areas_read for name in others - areas.keys())


def test_a_line_that_says_nothing_is_none() -> None:
    assert [*AreaTable(b"area,shares,runs\nA1,1=1,\nB1,,\n")] == ["A1"]


@pytest.mark.parametrize(
    ("country", "code", "blocks"),
    [("ca", "L8S4L8", 0), ("us", "20500", 0), ("gb", "SW1A1AA", 1), ("au", "2600", 1)],
)
def test_a_look_up_unpacks_a_block_and_where_lines_are_long_none(
    monkeypatch: pytest.MonkeyPatch, country: str, code: str, blocks: int
) -> None:
    tables = directory()
    unpack = Mock(wraps=zlib.decompress)
    monkeypatch.setattr("representatives.storage.compressed_blocks.zlib.decompress", unpack)
    assert tables.find(Postcode(country, code, code), TODAY).candidates
    assert unpack.call_count == blocks


@given(points=st.dictionaries(NAMES, st.sampled_from(["", "01=40.81;-73.04", "40.81;-73.04"]), max_size=40))
def test_points_are_read_apart(points: dict[str, str]) -> None:
    lines = [[name, "NY-1=1", text] for name, text in sorted(points.items())]
    read = AreaTable(table(["area", "shares", "point"], lines))
    for name, text in points.items():
        assert read[name] == Area("NY-1=1")
        assert read.point(name, "01" if "=" in text else "") == ((40.81, -73.04) if text else None)
        assert read.point(name, "99") is None
    assert read.point("NOT-HELD", "01") is None


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"area,shares\nB1,1=1\nA1,1=1\n", "not sorted"),
        (b"", "no shares"),
        (b"area,runs\nA1,1\n", "no shares"),
        (b"area,shares\n,1=1\n", "“” is no area's name"),
        (b"area,shares\nA1\n", "not whole"),
        (b"area,shares\nA1,1=1,2\n", "not whole"),
        (b"area,shares\nA1,1=1\nABCDEFGHI,1=1\n", "“ABCDEFGHI” is no area's name"),
        ("area,shares\nA1,1=1\nÉ1,1=1\n".encode(), "“É1” is no area's name"),
    ],
)
def test_a_table_that_cannot_be_asked_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        AreaTable(content)


@given(
    rows=st.lists(
        st.fixed_dictionaries({"area": st.sampled_from(["", *"ABC"]), "name": CELLS, "page": CELLS})
    )
)
def test_rows_of_a_key_keep_their_order(rows: list[dict[str, str]]) -> None:
    packed = Packed(rows, "area")
    assert [*packed.keys()] == sorted({row["area"] for row in rows})
    for key in ("", *"ABCD"):
        assert [*packed.rows(key)] == [row for row in rows if row["area"] == key]


def test_a_value_that_is_kept_is_read_once() -> None:
    asked: list[str] = []

    def read(rows: Sequence[Row]) -> str:
        asked.append(rows[0]["area"])
        return rows[0]["name"]

    rows: list[Row] = [{"area": area, "name": area.lower()} for area in "AB"]
    kept = Unpacked(Packed(rows, "area"), read, kept=1)
    assert [kept["A"], kept["A"], kept["B"], kept["A"]] == ["a", "a", "b", "a"]
    assert asked == ["A", "B", "A"]
    with pytest.raises(KeyError):
        kept["C"]
