"""References as people write them become sources, and nothing that somebody typed is lost by it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.studio.changes import facts_of
from letters.studio.input.references import PASTED, read, with_numbers, with_pasted
from letters.studio.manifest_form import MOST_SOURCES

NOTICE = {
    "publisher": "Transport Canada",
    "title": "Remote Ferry Services",
    "date": "14 September 2026",
    "url": "https://tc.example/notice",
}
IDS = {"https://b.example/1": "1", "https://www.c.example/2": "2"}
WRITTEN = {
    "in a sentence": "The grant ends. (Transport Canada, “Remote Ferry Services”, 14 September 2026, https://tc.example/notice)",
    "in straight quotes": '"Remote Ferry Services" is of no help: (Transport Canada, "Remote Ferry Services", 14 September 2026, '
    "https://tc.example/notice).",
    "in a list": "[1] Transport Canada, Remote Ferry Services, 14 September 2026: https://tc.example/notice",
    "as academics do": "Transport Canada. (2026, September 14). Remote Ferry Services. https://tc.example/notice",
    "date at the end": "• Transport Canada: *Remote Ferry Services* https://tc.example/notice (14 September 2026)",
    "line by line": "The list\n\nTransport Canada\nRemote Ferry Services\n14 September 2026\nhttps://tc.example/notice\n\nMore",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_a_reference_is_read_however_it_is_written(text: str) -> None:
    assert read(text) == [NOTICE]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Québec, « Loi sur les traversiers », 1er mars 2021, https://lois.example/d", "1 mars 2021"),
        ("Health: “Annual report 2025-26” (May 2026) https://h.example/c", "May 2026"),
        ("House, “Bill 12”, 2026-03-04, https://h.example/c", "2026-03-04"),
        ("Canada, “Transportation Act”, 1996, https://h.example/c", "1996"),
        ("Canada, “The 1996 report”, https://h.example/c", ""),
    ],
)
def test_the_date_is_the_one_beside_the_title(text: str, day: str) -> None:
    assert [each["date"] for each in read(text)] == [day]


def test_each_address_is_one_source_and_takes_only_what_stands_before_it() -> None:
    text = "BBC, “One”, 2024, https://b.example/1; CBC, “Two”, 2025, https://c.example/2. Again: https://b.example/1"
    assert [(each["publisher"], each["title"], each["date"], each["url"]) for each in read(text)] == [
        ("BBC", "One", "2024", "https://b.example/1"),
        ("CBC", "Two", "2025", "https://c.example/2"),
    ]


def test_pasted_sources_go_into_empty_boxes_alone() -> None:
    typed = {"source/0/publisher": "Mine", "source/1/url": "https://a.example/known", PASTED: ""}
    pasted = "BBC, “One”, 2024, https://b.example/1\nhttps://a.example/known\nCBC, “Two”, 2025, https://c.example/2"
    made = with_pasted({**typed, PASTED: pasted})
    assert {**made, **typed} == made
    assert [made[f"source/{number}/publisher"] for number in (2, 3)] == ["BBC", "CBC"]
    assert "source/4/url" not in made


def test_a_reference_in_brackets_becomes_the_number_of_its_source() -> None:
    text = "It ends. (BBC, “One”, 2024, https://b.example/1) So it is (see www.c.example/2, 2025), they say (https://d.example)."
    made = with_numbers({"Summary/0/text": text, "Request/first/Lead/0": text}, IDS)
    assert made["Summary/0/text"] == "It ends. [1] So it is [2], they say (https://d.example)."
    assert made["Request/first/Lead/0"] == text


@pytest.mark.parametrize(
    "text", ["(" + "http://a" * 4_000, " " * 40_000 + "(", "[" * 40_000, "a. [1] " * 8_000]
)
def test_no_text_keeps_the_computer_busy(text: str) -> None:
    before = time.thread_time()
    with_numbers({"Summary/0/text": text}, IDS)
    read(text)
    facts_of({"Summary/0/text": text})
    assert time.thread_time() - before < 5


def test_a_text_without_an_address_stays_where_it_was_pasted() -> None:
    assert with_pasted({PASTED: "Transport Canada, 2026"}) == {PASTED: "Transport Canada, 2026"}


@given(
    st.text("ab .,:“”\"«»()[]*\n\t-–'’124é", max_size=60).map(
        lambda text: f"{text}https://x.example/{len(text)}{text}"
    )
    | st.text(max_size=80),
    st.dictionaries(
        st.sampled_from([f"source/{n}/title" for n in range(MOST_SOURCES)]), st.text("ab", max_size=3)
    ),
)
def test_nothing_pasted_breaks_the_form_or_writes_over_a_box(text: str, typed: dict[str, str]) -> None:
    made = with_pasted({**typed, PASTED: text})
    assert all(made[name] == value for name, value in typed.items() if value)
    assert made[PASTED] in ("", text)
    assert all("\n" not in value for name, value in made.items() if name != PASTED)
