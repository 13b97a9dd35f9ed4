"""A complete form becomes letters: to the chosen office, in the chosen language, with a copy to read in the other."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from werkzeug.datastructures import MultiDict

from letters.feedback.ownwords import measure
from letters.journey.composer import composer_of
from letters.journey.form import LetterForm
from letters.journey.form_data import FormData
from letters.journey.place import Place, place_at
from letters.journey.sheets import Sheet, sheets
from letters.journey.visit import Visit
from representatives import Vacancy, directory, parse
from representatives.countries import COUNTRIES
from tests.support import CAMPAIGN, MEMBER, OWN_WORDS, SENATOR, TODAY, campaigns, vacant_seat

HOMES = {
    "ca": ("L8S 4L8", "1 Main Street West\nHamilton ON"),
    "gb": ("SW1A 1AA", "1 Mill Lane\nLondon"),
    "us": ("11706", "1 Main Street\nBay Shore, NY 11706"),
    "au": ("2095", "1 High Street\nManly NSW 2095"),
}
NAME = "Zoë O’Neil"


def place_of(postcode: str, constituency: str = "") -> Place:
    match = directory().find(parse(postcode), TODAY)
    candidate = match.candidate(constituency) or match.candidates[0]
    return place_at(match, candidate.constituency, campaigns()[CAMPAIGN], "en", TODAY)


def written(
    country: str,
    typed: Mapping[str, str] | None = None,
    language: str = "en",
    day: date = TODAY,
    **changes: object,
) -> list[Sheet]:
    """The letters to everyone who speaks for a home in that country; `changes` are fields of the form."""
    postcode, address = HOMES[country]
    return to_all_at(
        place_of(postcode), day, {"address": address, "letter_language": language, **changes}, typed
    )


def to_all_at(
    place: Place,
    day: date = TODAY,
    changes: Mapping[str, object] | None = None,
    typed: Mapping[str, str] | None = None,
) -> list[Sheet]:
    form = {
        "to": [person.id for person in place.delegation.people],
        "asks": ["speak", "enforce"],
        "name": NAME,
        "learned": "I saw a film.",
        "own_words": OWN_WORDS,
        "wish": "Please ask aloud.",
        **(changes or {}),
    }
    data = FormData(MultiDict(form))
    visit = Visit(campaigns()[CAMPAIGN], "en", day, data, lambda text, **_: text, Random(1))
    return list(sheets(composer_of(visit, place, LetterForm(data.form), typed or {})))


@pytest.mark.parametrize("country", COUNTRIES)
def test_everyone_chosen_gets_a_letter_in_the_order_in_which_they_are_listed(country: str) -> None:
    made = written(country)
    people = place_of(HOMES[country][0]).delegation.people
    assert [sheet.person for sheet in made] == list(people)
    assert [sheet.letter.recipient_id for sheet in made] == [person.id for person in people]
    for sheet in made:
        assert sheet.letter is sheet.edit.written
        assert not sheet.is_edited
        assert sheet.edit.problem == ""
        assert {"I saw a film.", "Please ask aloud."} <= set(sheet.letter.paragraphs)
        assert sheet.person.family_name in sheet.letter.recipient[0]


@pytest.mark.parametrize("country", COUNTRIES)
def test_no_letter_names_another_recipient(country: str) -> None:
    made = written(country)
    for sheet in made:
        text = "\n".join((*sheet.letter.recipient, sheet.letter.subject, sheet.letter.text))
        for other in made:
            if other is not sheet:
                assert other.person.name not in text
                assert other.letter.salutation != sheet.letter.salutation


def test_only_those_chosen_get_a_letter() -> None:
    assert [sheet.person.id for sheet in written("ca", to=(SENATOR, MEMBER))] == [MEMBER, SENATOR]
    assert written("ca", to=("ca-commons-1",)) == []


@pytest.mark.parametrize(
    ("country", "last"),
    [
        ("ca", "Hamilton ON  L8S 4L8"),
        ("gb", "SW1A 1AA"),
        ("us", "Bay Shore, NY 11706"),
        ("au", "Manly NSW 2095"),
    ],
)
def test_the_postcode_stands_in_the_address_once(country: str, last: str) -> None:
    sender = written(country)[0].letter.sender
    assert sender[0] == "Zoë O’Neil"
    assert sender[-1] == last
    assert sum(HOMES[country][0].split()[-1] in line for line in sender) == 1


def test_in_the_united_states_the_nearest_office_comes_first_and_washington_last() -> None:
    for sheet in written("us"):
        local = [office for office in sheet.offices if office.local]
        assert local
        assert sheet.office == sheet.offices[0]
        assert not sheet.offices[-1].local
        assert sheet.letter.recipient[-len(sheet.office.lines) :] == sheet.office.lines
        assert len({office.id for office in sheet.offices}) == len(sheet.offices)
    member = written("us")[0]
    assert "Patchogue" in " ".join(member.letter.recipient) or "Massapequa" in " ".join(
        member.letter.recipient
    )
    senators = {sheet.person.id: sheet.office for sheet in written("us")[1:]}
    for office in senators.values():
        assert "Rochester" not in " ".join(office.lines), "Long Island’s office is nearer than Rochester’s"


@pytest.mark.parametrize("country", ["us", "au"])
def test_a_chosen_office_changes_the_address_and_nothing_else(country: str) -> None:
    for sheet in written(country):
        for office in sheet.offices:
            made = next(
                other
                for other in written(country, {f"office-{sheet.person.id}": office.id})
                if other.person == sheet.person
            )
            assert made.office == office
            assert made.letter.recipient[-len(office.lines) :] == office.lines
            assert replace(made.letter, recipient=()) == replace(sheet.letter, recipient=())


def test_an_office_that_is_not_there_is_the_best_one() -> None:
    for sheet in written("us", {"office-us-house-G000597": "nowhere", "office-nobody": "x"}):
        assert sheet.office == sheet.offices[0]


def test_canada_and_the_united_kingdom_post_to_parliament() -> None:
    for country in ("ca", "gb"):
        for sheet in written(country):
            assert [office.id for office in sheet.offices] == ["parliament"]


@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")])
def test_in_canada_a_copy_to_read_is_in_the_other_language(language: str, other: str) -> None:
    for sheet in written("ca", language=language):
        assert sheet.letter.language == language
        assert sheet.reading
        assert sheet.reading.language == other
        assert set(OWN_WORDS.split("\n\n")) <= set(sheet.reading.paragraphs)
        assert len(sheet.reading.paragraphs) == len(sheet.letter.paragraphs)
        own = {"I saw a film.", "Please ask aloud.", *OWN_WORDS.split("\n\n")}
        assert set(sheet.reading.paragraphs) & set(sheet.letter.paragraphs) == own


@pytest.mark.parametrize("country", ["gb", "us", "au"])
def test_where_letters_have_one_language_they_are_in_it_and_there_is_no_copy(country: str) -> None:
    for sheet in written(country, language="fr"):
        assert sheet.letter.language == "en"
        assert sheet.reading is None


def came_back(sheet: Sheet, text: str) -> dict[str, str]:
    id = sheet.person.id
    return {
        f"text-{id}": text.replace("\n", "\r\n"),
        f"subject-{id}": sheet.letter.subject,
        f"base-{id}": sheet.edit.written.text.replace("\n", "\r\n"),
        f"base_subject-{id}": sheet.edit.written.subject,
        f"written_in-{id}": sheet.letter.language,
    }


def test_an_edited_letter_stays_in_its_language_and_the_others_follow_the_choice() -> None:
    first, second = written("ca", to=(MEMBER, SENATOR))
    typed = came_back(first, f"{first.letter.text}\n\nMine.") | came_back(second, second.letter.text)
    edited, followed = written("ca", typed, language="fr", to=(MEMBER, SENATOR))
    assert edited.letter.language == "en"
    assert edited.letter.paragraphs == (*first.letter.paragraphs, "Mine.")
    assert edited.is_edited
    assert edited.reading
    assert edited.reading.language == "fr"
    assert followed.letter.language == "fr"
    assert not followed.is_edited


def test_an_edit_survives_a_change_of_requests_and_of_office() -> None:
    sheet = written("us")[0]
    typed = came_back(sheet, sheet.letter.text.replace("I saw a film.", "I saw a film.\n\nMine."))
    office = sheet.offices[-1]
    made = written("us", typed | {f"office-{sheet.person.id}": office.id}, asks=("visas",))[0]
    assert "Mine." in made.letter.paragraphs
    assert "visa" in made.letter.text
    assert made.letter.recipient[-len(office.lines) :] == office.lines


@pytest.mark.parametrize("language", ["de", "", "xx", "../"])
def test_a_language_that_nobody_offers_is_the_countrys_first(language: str) -> None:
    assert {sheet.letter.language for sheet in written("ca", language=language)} == {"en"}
    typed = {f"written_in-{MEMBER}": language, f"text-{MEMBER}": "Hello,\r\n\r\nMine."}
    (made,) = written("ca", typed, to=(MEMBER,))
    assert made.letter.paragraphs == ("Mine.",)
    assert made.letter.language == "en"


def test_an_edit_that_must_be_mended_is_said_on_its_own_letter() -> None:
    first, second = written("ca", {f"text-{MEMBER}": "", f"subject-{MEMBER}": ""}, to=(MEMBER, SENATOR))
    assert first.edit.problem
    assert second.edit.problem == ""


def test_the_unedited_text_is_that_of_a_writer_who_added_nothing() -> None:
    for sheet in written("ca", to=(MEMBER, SENATOR)):
        own = {"I saw a film.", "Please ask aloud.", *OWN_WORDS.split("\n\n")}
        kept = [paragraph for paragraph in sheet.letter.paragraphs if paragraph not in own]
        assert sheet.unedited.split("\n\n")[1:] == kept
        assert sheet.measure == measure(sheet.letter.text, sheet.unedited, sheet.others)
        assert sheet.others
        assert not [text for text in sheet.others if NAME in text or "I saw a film." in text]
        assert 60 <= sheet.measure.own_words <= 110


def test_the_same_form_gives_the_same_letters_and_another_writer_other_wordings() -> None:
    assert [sheet.letter for sheet in written("ca")] == [sheet.letter for sheet in written("ca")]
    texts = {
        sheet.unedited for name in "ABCDEFGH" for sheet in written("ca", to=(MEMBER,), name=f"{name}. Writer")
    }
    assert len(texts) > 6


def test_a_seat_without_a_name_gets_a_letter_and_so_do_its_senators() -> None:
    postcode, code = vacant_seat()
    place = place_of(postcode, code)
    assert isinstance(place.delegation.member, Vacancy)
    seat, *senators = to_all_at(place)
    assert seat.letter.recipient[0] == "The Member of Parliament for Laurier—Sainte-Marie"
    assert {sheet.person.chamber for sheet in senators} == {"senate"}
    assert all(place.constituency.region.name["en"] in sheet.letter.text for sheet in senators)


def test_members_and_senators_of_the_united_states_are_asked_for_different_bills() -> None:
    member, *senators = written("us", asks=("senate-vote", "coverage"))
    assert "H.R. 2114" in member.letter.text
    assert all("S. 4009" in each.letter.text and "H.R. 2114" not in each.letter.text for each in senators)
