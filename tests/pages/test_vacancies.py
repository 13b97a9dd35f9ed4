"""A seat that nobody fills is shown as one; whoever else speaks for the place can still be written to."""

import pytest

from tests.conftest import Visit
from tests.pages.visits import LANGUAGES, address, form_in, sent_by
from tests.support import MEMBER, vacant_seat, visible_text

HOLBORN = {"postcode": "NW1 2HS", "constituency": "E14001290"}
CALIFORNIA = {"postcode": "94540", "constituency": "CA-14"}
SAYS = {"en": "is vacant: nobody can be written to there", "fr": "est vacant"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_there_are_senators_they_can_be_written_to(visit: Visit, language: str) -> None:
    code, vacant = vacant_seat()
    for typed in ({"postcode": code, "constituency": vacant}, CALIFORNIA):
        response = visit("POST", address("write", language), data=typed)
        assert response.status_code == 200
        assert SAYS[language] in visible_text(response.text).replace("\u00a0", " ")
        to = sent_by(response.text)["to"]
        assert to
        assert all("-senate-" in id for id in to)
        form = form_in("ca", **typed, to=to, asks=sent_by(response.text)["asks"])
        assert visit("POST", address("letter", language), data=form).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_there_is_nobody_else_the_page_says_why_and_where_to_look(visit: Visit, language: str) -> None:
    response = visit("POST", address("write", language), data=HOLBORN)
    assert response.status_code == 200
    text = visible_text(response.text).replace("\u00a0", " ")
    assert "Holborn and St Pancras" in response.page.text["h1"][0]
    assert SAYS[language] in text
    assert {"en": "resigned on 1 September 2026", "fr": "1er septembre 2026"}[language] in text
    assert response.page.all("a", rel="external", href="https://members.parliament.uk/FindYourMP")
    assert "every request has ended" not in text


@pytest.mark.parametrize("step", ["letter", "letter.pdf", "letter.docx"])
def test_a_form_for_a_vacant_seat_is_no_letter_and_loses_nothing(visit: Visit, step: str) -> None:
    form = form_in("gb", **HOLBORN, to=[MEMBER], wish="A wish.")
    response = visit("POST", address(step), data=form)
    assert response.status_code == 422
    sent = sent_by(response.text)
    assert (sent["name"], sent["wish"], sent["postcode"]) == (["Zoë O’Neil"], ["A wish."], ["NW1 2HS"])


def test_another_postcode_after_a_vacancy_is_answered_without_an_error(visit: Visit) -> None:
    asked = visit("POST", address(), data=sent_by(visit("POST", address("write"), data=HOLBORN).text))
    response = visit("POST", address("write"), data=sent_by(asked.text) | {"postcode": ["SW1A 1AA"]})
    assert response.status_code == 200
    assert sent_by(response.text)["constituency"] == ["E14001172"]


def test_a_vacancy_is_said_where_constituencies_are_chosen(visit: Visit) -> None:
    response = visit("POST", address("write"), data={"postcode": "M5V 1Z9"})
    code, _ = vacant_seat()
    response = visit("POST", address("write"), data={"postcode": code})
    assert "The seat is vacant." in visible_text(response.text)
