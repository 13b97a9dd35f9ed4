"""In the last weeks of a Congress a call is the better way: the number, and half a minute from the same campaign."""

from datetime import date

import pytest

from app import create_app
from tests.pages.visits import address, form_in
from tests.support import visible_text


def letters_on(day: date, country: str = "us") -> str:
    client = create_app(config={"TODAY": lambda: day}).test_client()
    response = client.post(address("letter"), data=form_in(country))
    assert response.status_code == 200
    return response.text


@pytest.mark.parametrize("day", [date(2026, 12, 11), date(2027, 1, 2)])
def test_a_call_is_offered_with_its_number_and_words(day: date) -> None:
    page = letters_on(day)
    text = visible_text(page)
    assert page.count('href="tel:202-224-6542"') == 1
    assert "Call: it is quicker now." in text
    script = text.partition("“Hello, my name is Zoë O’Neil.")[2].partition("”")[0]
    assert script.endswith("Thank you.")
    assert 25 < len(script.split()) < 85, "half a minute"


@pytest.mark.parametrize(
    ("day", "country"), [(date(2026, 12, 10), "us"), (date(2027, 1, 3), "us"), (date(2026, 12, 11), "ca")]
)
def test_otherwise_a_letter_does_as_well(day: date, country: str) -> None:
    assert "tel:" not in letters_on(day, country)
