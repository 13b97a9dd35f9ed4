"""Which wordings a writer's letters get: dealt by a number that travels with the form, the same on page and in files."""

import re

import pytest

from letters.feedback.ownwords import words as count_words
from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, PLACES, address, form_in, letters_on, sent_by
from tests.support import campaigns, letter_form

SENATORS = ["ca-senate-ataullahjan-salma", "ca-senate-harder-peter-pc"]


def text_file(visit: Visit, form: dict[str, object], slug: str) -> str:
    response = visit("POST", address("letter.txt", slug=slug), data=form)
    assert response.status_code == 200
    return " ".join(response.text.split())


@pytest.mark.parametrize("country", PLACES)
def test_the_writing_page_makes_a_number_and_keeps_it(visit: Visit, country: str) -> None:
    fresh = sent_by(visit("POST", address("write"), data={"postcode": PLACES[country]["postcode"]}).text)
    assert re.fullmatch("[0-9]{1,10}", fresh["draw"][0])
    other = sent_by(visit("POST", address("write"), data={"postcode": PLACES[country]["postcode"]}).text)
    assert other["draw"] != fresh["draw"]
    again = sent_by(visit("POST", address("write"), data=form_in(country, draw=fresh["draw"][0])).text)
    assert again["draw"] == fresh["draw"]


@pytest.mark.parametrize("draw", ["0", "42", "9999999999"])
def test_page_and_file_show_the_same_wordings_and_the_language_page_too(visit: Visit, draw: str) -> None:
    form = form_in("ca", draw=draw)
    (shown,) = letters_on(visit("POST", address("letter"), data=form).text)
    assert letters_on(visit("POST", address("letter"), data=form).text) == [shown]
    core = shown[shown.index("Dear ") : shown.index("Yours sincerely")].strip()
    assert core in text_file(visit, form, "forced-organ-harvesting")
    carried = sent_by(visit("POST", address("letter"), data=form).text)
    assert carried["draw"] == [draw]


@pytest.mark.parametrize("draw", ["", "x", "-1", "12345678901", "²", "٣", "1\n2", ["1", "2"]])
def test_a_missing_or_bad_number_is_no_mistake(visit: Visit, draw: str | list[str]) -> None:
    response = visit("POST", address("letter"), data=letter_form(draw=draw))
    assert response.status_code == 200
    if draw == "":
        assert letters_on(response.text) == letters_on(
            visit("POST", address("letter"), data=letter_form()).text
        )


@pytest.mark.parametrize("slug", CAMPAIGNS)
def test_letters_of_one_writer_repeat_no_wording_while_another_is_left(visit: Visit, slug: str) -> None:
    words = campaigns()[slug].words["ca", "en"]
    text = words.letters[next(chamber for chamber in words.letters if chamber == "senate")]
    asks = [words.requests[0].id]
    for draw in range(12):
        form = letter_form(to=SENATORS, asks=asks, draw=str(draw), own_words="Mine.")
        first, second = letters_on(visit("POST", address("letter", slug=slug), data=form).text)
        for wordings in (text.opening, text.reply, *text.core):
            said = [re.split(r"{{|{%", wording)[0].strip() for wording in wordings]
            whole = [part for part in said if len(part) > 25]
            assert not [part for part in whole if part in first and part in second], draw


@pytest.mark.parametrize("country", PLACES)
def test_the_writing_page_shows_the_subject_which_says_the_request_and_the_place(
    visit: Visit, country: str
) -> None:
    subjects = set()
    for draw in range(40):
        form = form_in(country, draw=str(draw))
        sent = sent_by(visit("POST", address("write"), data=form).text)
        assert sent["subject"] == sent["subject_shown"]
        (subject,) = sent["subject"]
        (letter, *_others) = letters_on(visit("POST", address("letter"), data=form | sent).text)
        assert subject in letter
        subjects.add(subject)
    words = campaigns()["forced-organ-harvesting"].words_in(country, "en")
    topic = next(request.topic for request in words.requests if request.id == PLACES[country]["asks"][0])
    assert len(subjects) >= 4
    assert all(topic.casefold() in subject.casefold() for subject in subjects)


def test_a_subject_of_the_writers_own_stands_on_every_letter(visit: Visit) -> None:
    form = letter_form(to=SENATORS, draw="5")
    sent = sent_by(visit("POST", address("write"), data=form).text)
    mine = form | sent | {"subject": "  About my\r\nneighbours "}
    response = visit("POST", address("letter"), data=mine)
    assert [letter.count("About my neighbours") for letter in letters_on(response.text)] == [1, 1]
    again = sent_by(visit("POST", address("write"), data=mine).text)
    assert again["subject"] == ["About my neighbours"]


def test_a_subject_left_as_it_was_follows_another_choice(visit: Visit) -> None:
    form = letter_form(asks=["speak"], draw="5")
    sent = sent_by(visit("POST", address("write"), data=form).text)
    (letter,) = letters_on(visit("POST", address("letter"), data=form | sent | {"asks": ["count"]}).text)
    assert sent["subject"][0] not in letter
    assert "ounting transplants received abroad" in letter


@pytest.mark.parametrize("subject", ["s" * 201, "bad\x07"])
def test_a_subject_that_no_letter_can_have_is_said_beside_it(visit: Visit, subject: str) -> None:
    response = visit("POST", address("letter"), data=letter_form(subject=subject))
    assert response.status_code == 422
    assert response.page.all("a", href="#subject")


def test_own_words_never_go_into_the_subject(visit: Visit) -> None:
    for country in PLACES:
        sent = sent_by(
            visit("POST", address("write"), data=form_in(country, own_words="SECRET reason.")).text
        )
        assert "SECRET" not in sent["subject"][0]


@pytest.mark.parametrize("country", PLACES)
def test_the_meter_counts_the_words_of_the_letter_that_are_not_the_writers(
    visit: Visit, country: str
) -> None:
    response = visit("POST", address("write"), data=form_in(country, draw="3", own_words=""))
    (meter,) = [a for a in response.page.all("div") if "data-core-words" in a]
    first = PLACES[country]["to"][0]
    made = visit("POST", address("letter"), data=form_in(country, draw="3", own_words="Mine."))
    _salutation, *paragraphs = sent_by(made.text)[f"text-{first}"][0].split("\r\n\r\n")
    given = [paragraph for paragraph in paragraphs if paragraph != "Mine."]
    assert int(meter["data-core-words"]) == len(count_words(" ".join(given)))
