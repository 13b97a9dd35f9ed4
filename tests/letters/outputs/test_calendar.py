"""The reminder as calendars read it, and that it says nothing of the writer."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from letters.outputs import calendar
from letters.outputs.calendar import in_words
from tests.letters.outputs.samples import LETTER

FRENCH = replace(LETTER, recipient_id="ca-senate-2", recipient_name="Zoë Őry-Łukasz", language="fr")


def unfolded(content: bytes) -> list[str]:
    """The lines as RFC 5545 3.1 has a reader put them together."""
    return content.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def test_an_all_day_reminder_thirty_days_after_each_letter() -> None:
    events = Calendar.from_ical(calendar.render([LETTER, FRENCH])).walk("VEVENT")
    assert [event["SUMMARY"] for event in events] == [
        "Has Ann Example answered?",
        "Une réponse de Zoë Őry-Łukasz\u00a0?",
    ]
    assert [event["SUMMARY"].params["LANGUAGE"] for event in events] == ["en", "fr"]
    for event in events:
        assert event["DTSTART"].dt == date(2026, 12, 24)
        assert not isinstance(event["DTSTART"].dt, datetime), "all day"
        assert event["DTEND"].dt == date(2026, 12, 25)
        assert event["TRANSP"] == "TRANSPARENT", "the day stays free"
        (alarm,) = event.walk("VALARM")
        assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(hours=9))
        assert alarm["DESCRIPTION"] == event["SUMMARY"]


def test_it_holds_the_representatives_name_and_nothing_of_the_writer() -> None:
    other = replace(
        LETTER,
        sender=("Someone Else", "9 Other Street"),
        subject="Another subject",
        salutation="Hello",
        paragraphs=("Other words",),
        signature="Someone Else",
        recipient=("Another line",),
        email="other@example.org",
    )
    assert calendar.render([other]) == calendar.render([LETTER])
    assert b"Ann Example" in calendar.render([LETTER])


def test_identical_letters_give_identical_bytes_and_each_person_and_day_its_own_event() -> None:
    content = calendar.render([LETTER, FRENCH])
    assert calendar.render([LETTER, FRENCH]) == content
    later = replace(LETTER, day=date(2026, 11, 25))
    events = Calendar.from_ical(calendar.render([LETTER, FRENCH, later])).walk("VEVENT")
    assert len({event["UID"] for event in events}) == 3
    assert events[0]["DTSTAMP"].dt.isoformat() == "2026-11-24T12:00:00+00:00"
    assert events[0]["UID"] == Calendar.from_ical(content).walk("VEVENT")[0]["UID"]


@pytest.mark.parametrize("name", ["Zoë " * 40, "王小明" * 30, "محمد علي " * 20])
def test_lines_end_and_fold_as_the_standard_says(name: str) -> None:
    content = calendar.render([replace(FRENCH, recipient_name=name)])
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.endswith(b"\r\nEND:VCALENDAR\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")  # no character is cut in two
    assert f"SUMMARY;LANGUAGE=fr:Une réponse de {name.strip()}\u00a0?" in unfolded(content)


ALLOWED = {
    "ACTION BEGIN CALSCALE CLASS DESCRIPTION DTEND DTSTAMP DTSTART END PRODID SUMMARY TRANSP TRIGGER UID VERSION"
}


@given(st.text(st.characters(codec=None), max_size=120))
def test_no_name_becomes_a_line_of_its_own(name: str) -> None:
    for typed in (name, f"x\r\nATTACH:{name}", f"x\\nATTENDEE:{name}\nEND:VEVENT"):
        content = calendar.render([replace(LETTER, recipient_name=typed)])
        names = [re.split("[;:]", line)[0] for line in unfolded(content) if line]
        assert {" ".join(sorted(set(names)))} == ALLOWED
        assert len(Calendar.from_ical(content).walk("VEVENT")) == 1


def test_days_in_words_name_the_weekday() -> None:
    assert in_words(date(2026, 12, 24), "en") == "Thursday 24 December 2026"
    assert in_words(date(2027, 1, 1), "fr") == "vendredi 1er janvier 2027"
    assert in_words(date(2027, 1, 11), "fr") == "lundi 11 janvier 2027"
