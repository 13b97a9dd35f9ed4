"""A reminder to follow each letter up, for any calendar: the representative's name, and nothing of the writer."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from babel.dates import format_date

from letters.letter import Letter
from letters.outputs.phrases import say
from letters.outputs.text import one_line, settable
from representatives.languages import N_

if TYPE_CHECKING:
    import icalendar

# RFC 5545 3.7.3: who made the file, a name that is unique.
_PRODUCT = "-//No Bystander//Letters//EN"
_MORNING = timedelta(hours=9)
_SUMMARY = N_("Has %(name)s answered?")
_DESCRIPTION = N_(
    "Thirty days ago you wrote to %(name)s. If no answer has come, write again, or call the office and ask politely whether your letter arrived."
)

AFTER = timedelta(days=30)
"""What the letter's page advises too: offices answer within some weeks."""


def render(letters: Sequence[Letter]) -> bytes:
    """An .ics file (RFC 5545) with an all-day event for each letter; identical letters give identical bytes."""
    # Here and not above, because icalendar costs 3 MB, which a worker that makes no calendar need not carry.
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for letter in letters:
        calendar.add_component(_event(letter))
    return bytes(calendar.to_ical())


def _event(letter: Letter) -> "icalendar.Event":
    import icalendar

    day = follow_up_day(letter)
    language = {"language": letter.language}
    event, alarm = icalendar.Event(), icalendar.Alarm()
    # The same letter again is the same event; a UUID, as RFC 7986 5.3 advises, says nothing of anyone.
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{letter.recipient_id} {letter.day.isoformat()}")))
    event.add("dtstamp", datetime.combine(letter.day, time(12), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _said(letter, _SUMMARY), language)
    event.add("description", _said(letter, _DESCRIPTION), language)
    event.add("transp", "TRANSPARENT")  # the day stays free
    event.add("class", "PRIVATE")
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _MORNING)
    alarm.add("description", _said(letter, _SUMMARY), language)
    event.add_component(alarm)
    return event


def _said(letter: Letter, sentence: str) -> str:
    return say(letter.language, sentence, name=one_line(settable(letter.recipient_name)))


def follow_up_day(letter: Letter) -> date:
    """The day on which to ask whether the letter arrived."""
    return letter.day + AFTER


def in_words(day: date, language: str) -> str:
    """A day with its weekday, in an order that no reader of the language takes for another date."""
    text = str(format_date(day, "EEEE d MMMM y", locale=language))
    return text.replace(" 1 ", " 1er ") if language == "fr" else text
