"""When to ask after a letter that was not answered."""

from datetime import date, timedelta

from letters.letter import Letter

AFTER = timedelta(days=30)
"""What the letter's page advises too: offices answer within some weeks."""


def follow_up_day(letter: Letter) -> date:
    """The day on which to ask whether the letter arrived."""
    return letter.day + AFTER


def in_words(day: date, language: str) -> str:
    """A day with its weekday, in an order that no reader of the language takes for another date."""
    from babel.dates import format_date

    text = str(format_date(day, "EEEE d MMMM y", locale=language))
    return text.replace(" 1 ", " 1er ") if language == "fr" else text
