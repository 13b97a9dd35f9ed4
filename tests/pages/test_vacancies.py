"""A seat for which nobody can be named: the page says why, and the letter can go to the seat."""

from datetime import date

import pytest

from app import create_app
from tests.conftest import Visit
from tests.pages.visits import LANGUAGES, address, form_in, sent_by
from tests.support import TODAY, vacant_seat, visible_text

HOLBORN = {"postcode": "NW1 2HS", "constituency": "E14001290"}
BRANTFORD = {"constituency": "35015"}
FLORIDA = {"postcode": "33309", "constituency": "FL-20"}
STARMER, WINNER = "gb-commons-4514", "gb-commons-e14001290-sagal-abdi-wali"


def plain(html: str) -> str:
    return visible_text(html).replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_vacant_seat_is_told_in_the_past_with_its_day_and_can_be_written_to(
    visit: Visit, language: str
) -> None:
    response = visit("POST", address("write", language), data=FLORIDA)
    assert response.status_code == 200
    said = {"en": "The seat was vacant in September 2026.", "fr": "Le siège était vacant en septembre 2026."}
    assert said[language] in plain(response.text)
    sent = sent_by(response.text)
    assert all("-senate-" in id for id in sent["to"]), "nobody may sit there: the senators are ticked"
    form = form_in("us", **FLORIDA, to=["seat:FL-20"], asks=sent["asks"])
    letter = visit("POST", address("letter", language), data=form)
    assert letter.status_code == 200
    assert "The Representative for Florida’s 20th District" in plain(letter.text)
    assert "Dear Representative:" in plain(letter.text)
    assert visit("POST", address("letter.pdf", language), data=form).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_only_reported_to_have_gone_is_not_named_in_the_letter(visit: Visit, language: str) -> None:
    postcode, code = vacant_seat()
    assert code == "24037"
    response = visit("POST", address("write", language), data={"postcode": postcode, "constituency": code})
    said = {"en": "is reported to have resigned in summer 2026", "fr": "aurait démissionné à l’été 2026"}
    assert said[language] in plain(response.text)
    sent = sent_by(response.text)
    assert sent["to"][0] == f"seat:{code}", "somebody may sit there: the seat is ticked"
    form = form_in("ca", postcode=postcode, constituency=code, to=sent["to"][:1], asks=sent["asks"])
    letter = plain(visit("POST", address("letter", language), data=form).text)
    addressed = {
        "en": "The Member of Parliament for Laurier—Sainte-Marie",
        "fr": "Députée ou député (Laurier—Sainte-Marie)",
    }
    begins = {"en": "Dear Member of Parliament,", "fr": "Madame la Députée ou Monsieur le Député,"}
    assert addressed[language] in letter
    assert begins[language] in letter


def test_the_winner_of_a_by_election_is_the_member_without_anything_invented(visit: Visit) -> None:
    response = visit("POST", address("write"), data=HOLBORN)
    assert "Sagal Abdi-Wali was elected on 8 October 2026. Source: Reuters, 9 October 2026." in plain(
        response.text
    )
    assert sent_by(response.text)["to"] == [WINNER]
    form = form_in("gb", **HOLBORN, to=[WINNER], asks=sent_by(response.text)["asks"])
    letter = plain(visit("POST", address("letter"), data=form).text)
    assert "Dear Sagal Abdi-Wali," in letter
    assert "@parliament.uk" not in letter


def test_an_older_draft_to_a_seat_goes_to_whoever_can_be_named_there_now(visit: Visit) -> None:
    page = visit("POST", address("write"), data=form_in("gb", **HOLBORN, to=["seat:E14001290"]))
    assert sent_by(page.text)["to"] == [WINNER]
    assert "Somebody you had chosen no longer sits." not in plain(page.text)


@pytest.mark.parametrize("step", ["write", "letter"])
def test_an_older_draft_to_somebody_who_has_gone_goes_to_who_is_there_now_and_says_so(
    visit: Visit, step: str
) -> None:
    form = form_in("gb", **HOLBORN, to=[STARMER], wish="A wish.")
    response = visit("POST", address(step), data=form)
    assert response.status_code == 200
    assert "Somebody you had chosen no longer sits." in plain(response.text)
    assert "Sagal Abdi-Wali" in plain(response.text)
    if step == "write":
        assert sent_by(response.text)["to"] == [WINNER]
        assert sent_by(response.text)["wish"] == ["A wish."]


def test_an_older_draft_to_a_member_of_an_ended_congress_goes_to_the_seat() -> None:
    client = create_app(config={"TODAY": lambda: date(2027, 1, 4)}).test_client()
    page = client.post(address("write"), data=form_in("us")).text
    assert "The 119th Congress ended on January 3, 2027." in plain(page)
    assert sent_by(page)["to"] == ["seat:NY-12", "us-senate-S000148"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_lines_were_redrawn_the_senators_are_offered_and_a_district_can_be_chosen(
    language: str,
) -> None:
    client = create_app(config={"TODAY": lambda: date(2027, 1, 4)}).test_client()
    page = client.post(address("write", language), data={"postcode": "94103"}).text
    sent = sent_by(page)
    assert {id.split("-")[1] for id in sent["to"]} == {"senate"}
    assert len(sent["to"]) == 2
    assert "https://www.house.gov/representatives/find-your-representative" in page
    question = client.post(address("write", language), data={**sent, "again": "yes"}).text
    for number in (1, 52):
        assert f'value="CA-{number}"' in question
    chosen = client.post(
        address("write", language), data={**sent, "constituency": "CA-12", "confirm": "constituency"}
    ).text
    assert sent_by(chosen)["constituency"] == ["CA-12"]
    assert 'value="seat:CA-12"' in chosen
    form = form_in("us", postcode="94103", constituency="CA-12", to=["seat:CA-12"], asks=sent["asks"])
    letter = client.post(address("letter", language), data=form)
    assert letter.status_code == 200
    assert "The Representative for California’s 12th District" in plain(letter.text)


def test_a_letter_to_the_senators_of_a_redrawn_state_needs_no_district() -> None:
    client = create_app(config={"TODAY": lambda: date(2027, 1, 4)}).test_client()
    sent = sent_by(client.post(address("write"), data={"postcode": "94103"}).text)
    form = form_in("us", postcode="94103", constituency="CA", to=sent["to"], asks=sent["asks"])
    letter = client.post(address("letter"), data=form)
    assert letter.status_code == 200
    assert "Dear Senator Padilla:" in plain(letter.text)


def test_another_postcode_after_a_vacancy_is_answered_without_an_error(visit: Visit) -> None:
    asked = visit("POST", address(), data=sent_by(visit("POST", address("write"), data=HOLBORN).text))
    response = visit("POST", address("write"), data=sent_by(asked.text) | {"postcode": ["SW1A 1AA"]})
    assert response.status_code == 200
    assert sent_by(response.text)["constituency"] == ["E14001172"]


def test_a_seat_without_a_name_is_said_where_constituencies_are_chosen(visit: Visit) -> None:
    code, _ = vacant_seat()
    response = visit("POST", address("write"), data={"postcode": code})
    assert "We cannot name who sits there now." in visible_text(response.text)


def test_a_letter_carries_the_writers_day_within_one_of_the_servers(visit: Visit) -> None:
    for stated, shown in (
        ("2026-11-23", "November 23, 2026"),
        ("2026-11-25", "November 25, 2026"),
        ("2026-11-26", "November 24, 2026"),
        ("tomorrow", "November 24, 2026"),
    ):
        page = visit("POST", address("letter"), data=form_in("ca", day=stated)).text
        assert shown in plain(page).partition("Dear")[0]
    assert date(2026, 11, 24) == TODAY


@pytest.mark.parametrize(
    ("country", "typed", "named"),
    [
        ("ca", "1 Main Street\nHamilton ON  L8P 1A1", "L8P 1A1"),
        ("ca", "1 Main Street\nHamilton BC", "BC"),
        ("gb", "1 Main Street\nLondon W1A 1AA", "W1A 1AA"),
        ("us", "1 Main Street\nNew York, NY 10002-1234", "10002"),
        ("us", "1 Main Street\nNewark, NJ", "NJ"),
        ("au", "1 Main Street\nSYDNEY NSW 2042", "2042"),
    ],
)
def test_an_address_elsewhere_than_the_look_up_is_asked_about(
    visit: Visit, country: str, typed: str, named: str
) -> None:
    page = visit("POST", address("letter"), data=form_in(country, address=typed))
    assert page.status_code == 200, "a sentence, no refusal"
    assert f"Your address names {named}, and you looked up" in plain(page.text)


@pytest.mark.parametrize(
    ("country", "typed"),
    [
        ("ca", "1 Main Street\nHamilton ON"),
        ("gb", "1 Main Street\nLondon SW1A 1AA"),
        ("us", "1 Main Street\nNew York, NY 10001-9999"),
        ("au", "2000 Main Street\nSYDNEY NSW 2000"),
    ],
)
def test_an_address_that_fits_is_not_asked_about(visit: Visit, country: str, typed: str) -> None:
    page = visit("POST", address("letter"), data=form_in(country, address=typed))
    assert "which is right?" not in plain(page.text)


def test_every_place_has_a_way_out_and_every_old_name_its_day(visit: Visit) -> None:
    for step in ("write", "letter"):
        page = visit("POST", address(step), data=form_in("ca"))
        assert "Not your riding?" in plain(page.text)
        assert page.page.all("a", href="https://www.elections.ca/Scripts/vis/FindED?L=e")
        assert "As of July 27, 2026; check that John-Paul Danko still sits" in plain(page.text)


def test_age_is_said_from_sixty_days_and_noted_from_a_hundred_and_eighty() -> None:
    for day, said, noted in (
        (date(2026, 9, 24), False, False),
        (date(2026, 9, 25), True, False),
        (date(2027, 1, 22), True, False),
        (date(2027, 1, 23), True, True),
    ):
        client = create_app(config={"TODAY": lambda day=day: day}).test_client()
        page = plain(client.post(address("write"), data={"postcode": "L8S 4L8"}).text)
        assert ("check that John-Paul Danko still sits" in page) is said, day
        assert ("more than half a year old" in page) is noted, day
