"""The page of the letters, and what it says beside them."""

import pytest

from app import create_app
from tests.conftest import Visit
from tests.pages.visits import address
from tests.support import MEMBER, SENATOR, TODAY, letter_form


def test_the_letter_page_shows_every_letter_to_edit(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form(to=[MEMBER, SENATOR]))
    assert response.status_code == 200
    assert "Your 2 letters are ready" in response.text
    assert response.text.count("data-sheet ") == 2
    assert "Dear John-Paul Danko," in response.text
    assert "Dear Senator Ataullahjan," in response.text
    assert "free of postage" in response.text
    assert 'href="mailto:john-paul.danko@parl.gc.ca?subject=' in response.text
    assert "https://sencanada.ca/en/senators/ataullahjan-salma/" in response.text


def test_a_letter_without_own_words_is_made_but_not_without_a_hint(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form(own_words=""))
    assert response.status_code == 200
    assert "no words of your own" in response.text


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("1 Main St\nHamilton ON", ["1 Main St", "Hamilton ON  L8S 4L8"]),
        ("1 Main St\nHamilton", ["1 Main St", "Hamilton", "L8S 4L8"]),
        ("1 Main St\nHamilton ON L8S 4L9", ["1 Main St", "Hamilton ON L8S 4L9"]),
        ("1 Main St, Hamilton, Ontario l8s4l8", ["1 Main St, Hamilton, Ontario l8s4l8"]),
    ],
)
def test_the_address_holds_one_postal_code(visit: Visit, typed: str, lines: list[str]) -> None:
    text = visit("POST", address("letter.txt"), data=letter_form(address=typed)).text
    assert text.split("\r\n\r\n")[0].split("\r\n") == ["Zoë O’Neil", *lines]


def test_when_every_request_has_ended_the_page_says_so() -> None:
    app = create_app(config={"TESTING": True, "TODAY": lambda: TODAY})
    with app.test_request_context(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("letters.campaign.Words.requests_on", lambda _words, _day: ())
        response = app.test_client().post(address("write"), data={"postcode": "L8S 4L8"})
    assert response.status_code == 422
    assert "every request has ended" in response.text


def test_characters_that_the_pdf_cannot_show_are_said(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form(name="Zoë \U0010fffd O’Neil"))
    assert "The PDF cannot show these characters: U+10FFFD" in response.text
