"""The page of the letters, and what it says beside them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from app import create_app
from letters.campaign.model import Request, Words
from representatives import Chamber, directory
from representatives.countries.us import UNITED_STATES, texts
from tests.conftest import Visit
from tests.pages.visits import LANGUAGES, PLACES, address, form_in, letters_on, sent_by
from tests.support import MEMBER, SENATOR, TODAY, UNLIMITED, letter_form, visible_text


def test_the_letter_page_shows_every_letter_to_edit(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form(to=[MEMBER, SENATOR]))
    assert response.status_code == 200
    assert "Your 2 letters are ready" in response.text
    assert len(response.page.all("details", name="letter")) == 2
    assert ["open" in each for each in response.page.all("details", name="letter")] == [True, False]
    assert "Letter 2 of 2" in visible_text(response.text)
    assert "Dear John-Paul Danko," in response.text
    assert "Dear Senator Ataullahjan," in response.text
    assert "free of postage" in response.text
    assert 'href="mailto:john-paul.danko@parl.gc.ca?subject=' in response.text
    assert "https://sencanada.ca/en/senators/ataullahjan-salma/" in response.text


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("1 Main St\nHamilton ON", ["1 Main St", "Hamilton ON  L8S 4L8"]),
        ("1 Main St\nSeeleys Bay, Ontario", ["1 Main St", "Seeleys Bay, Ontario  L8S 4L8"]),
        ("1 Main St\nVictoria, british columbia", ["1 Main St", "Victoria, british columbia  L8S 4L8"]),
        ("1 Main St\nHamilton", ["1 Main St", "Hamilton", "L8S 4L8"]),
        ("1 Main St\nHamilton ON L8S 4L9", ["1 Main St", "Hamilton ON L8S 4L9"]),
        ("1 Main St, Hamilton, Ontario l8s4l8", ["1 Main St, Hamilton, Ontario l8s4l8"]),
    ],
)
def test_the_address_holds_one_postal_code(visit: Visit, typed: str, lines: list[str]) -> None:
    text = visit("POST", address("letter.txt"), data=letter_form(address=typed)).text
    assert text.split("\r\n\r\n")[0].split("\r\n") == ["Zoë O’Neil", *lines]


@pytest.mark.parametrize(
    ("country", "typed", "last"),
    [
        ("us", "14200 Main Street\nNew York NY", "New York NY 10001"),
        ("us", "14200 Main Street\nNew York NY 10001-2345", "New York NY 10001-2345"),
        ("us", "14200 Main Street\nRaleigh, North Carolina", "Raleigh, North Carolina 10001"),
        ("us", "1 Main Street\nReno NV 89501", "Reno NV 89501"),
        ("au", "1200 George Street\nSydney NSW", "Sydney NSW 2000"),
        ("au", "1200 George Street\nSydney", "2000"),
        ("gb", "1 Main Street\nLondon sw1a1aa\nUK", "UK"),
    ],
)
def test_the_number_of_a_house_is_no_postcode(visit: Visit, country: str, typed: str, last: str) -> None:
    form = form_in(country, address=typed)
    text = visit("POST", address("letter.txt"), data=form | {"only": form["to"][0]}).text
    assert text.split("\r\n\r\n")[0].split("\r\n")[-1] == last


@pytest.mark.parametrize("country", PLACES)
def test_what_to_put_on_the_envelopes_is_said_once_whoever_the_letters_go_to(
    visit: Visit, country: str
) -> None:
    page = visit(
        "POST", address("write"), data={key: PLACES[country][key] for key in ("postcode", "constituency")}
    )
    to = [each["value"] for each in page.page.all("input", name="to")]
    letters = visit("POST", address("letter"), data=form_in(country, to=to))
    assert letters.status_code == 200
    steps = re.findall(
        r"<li>(.*?)</li>",
        letters.text[letters.text.index('<section class="screen after"') :],
        re.DOTALL,
    )
    assert len([step for step in steps if "stamp" in step]) == 1
    assert len(to) > 1 or country == "gb"


@pytest.mark.parametrize("ended", [Chamber.SENATE, Chamber.HOUSE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chamber_with_nothing_left_to_ask_stops_no_letter_to_the_other(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, ended: Chamber, language: str
) -> None:
    def still_open(words: Words, _day: date) -> tuple[Request, ...]:
        left = (replace(each, chambers=each.chambers - {ended}) for each in words.requests)
        return tuple(each for each in left if each.chambers)

    monkeypatch.setattr("letters.campaign.model.Words.requests_on", still_open)
    page = visit("POST", address("write", language), data={"postcode": "10001"})
    assert page.status_code == 200
    name = UNITED_STATES.chambers[ended][language]
    said = {"en": f"Nobody in the {name} can be written to at present", "fr": f"{name} : personne"}[language]
    assert said in visible_text(page.text).replace("\u00a0", " ")
    offered = page.page.all("input", name="to")
    assert offered
    assert all("checked" in each or each["type"] == "hidden" for each in offered)
    assert all(f"-{ended}-" not in each["value"] for each in offered)
    assert "the other chamber" not in page.text

    to = [each["value"] for each in offered]
    form = form_in("us", to=to, asks=sent_by(page.text)["asks"])
    assert len(letters_on(visit("POST", address("letter", language), data=form).text)) == len(to)
    stale = visit("POST", address("letter", language), data=form | {"to": PLACES["us"]["to"]})
    assert stale.status_code == 422
    assert said in visible_text(stale.text).replace("\u00a0", " ")
    assert stale.page.all("a", href="#to")


def test_when_every_request_has_ended_the_page_says_so() -> None:
    app = create_app(config={"TESTING": True, "TODAY": lambda: TODAY})
    with app.test_request_context(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("letters.campaign.model.Words.requests_on", lambda _words, _day: ())
        response = app.test_client().post(address("write"), data={"postcode": "L8S 4L8"})
    assert response.status_code == 422
    assert "every request has ended" in response.text


def test_characters_that_the_pdf_cannot_show_are_said(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form(name="Zoë \U0010fffd O’Neil"))
    assert "The PDF cannot show these characters: U+10FFFD" in response.text


def test_the_delay_of_a_letter_to_washington_is_told_where_an_office_is_chosen(visit: Visit) -> None:
    page = visible_text(visit("POST", address("letter"), data=form_in("us")).text)
    assert "Where to post it" in page
    assert texts.SCREENING["en"] in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_after_the_postcode_says_that_a_congress_has_ended(language: str) -> None:
    later = create_app(UNLIMITED, {"TESTING": True, "TODAY": lambda: date(2027, 2, 1)}).test_client()
    (notice,) = directory().countries["us"].notices_on(date(2027, 2, 1))
    pages = [
        later.post(address("write", language), data={"postcode": "90210"}),
        later.post(address("write", language), data={"postcode": "10001"}),
        later.post(address("letter", language), data=form_in("us", asks=["speak"])),
    ]
    for page in pages:
        assert page.status_code == 200
        assert notice[language] in visible_text(page.text)


def test_who_gets_no_e_mail_draft_is_said(visit: Visit) -> None:
    label = "those with a published address"
    assert label in visit("POST", address("letter"), data=letter_form(to=[MEMBER, SENATOR])).text
    both = form_in("gb")
    assert label not in visit("POST", address("letter"), data=both).text
