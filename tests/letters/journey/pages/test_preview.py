"""The letter beside the form is the one that will be made, with places for the writer's words."""

import random

import pytest
from werkzeug.datastructures import MultiDict

from letters.journey.form_data import FormData
from letters.journey.pages.letter_page import make_letters
from letters.journey.pages.preview import preview
from letters.journey.pages.question_pages import find_place
from letters.journey.pages.write_page import letter_form, write_page
from letters.journey.visit import Visit
from tests.pages.visits import PLACES
from tests.support import CAMPAIGN, TODAY, campaigns
from tests.support import letter_form as fields


def visit_with(**typed: object) -> Visit:
    data = FormData(MultiDict(typed))
    return Visit(campaigns()[CAMPAIGN], "en", TODAY, data, lambda text, **_: text, random.Random(1))


@pytest.mark.parametrize("country", PLACES)
@pytest.mark.parametrize("draw", ["0", "7", "4711"])
def test_it_is_in_the_wording_that_will_be_sent(country: str, draw: str) -> None:
    typed = fields(
        **PLACES[country], draw=draw, learned="A film.", own_words="It moved me.\n\nDeeply.", wish=""
    )
    visit = visit_with(**typed)
    place = find_place(visit)
    shown = preview(visit, place, letter_form(visit, place))
    letter = make_letters(visit)[0].letter
    words = {"learned": ["A film."], "own_words": ["It moved me.", "Deeply."], "wish": []}
    filled = [text for part in shown.parts for text in (words[part.field] if part.field else [part.text])]
    assert filled == list(letter.paragraphs)
    assert (shown.letter.subject, shown.letter.salutation) == (letter.subject, letter.salutation)


def test_before_anything_is_typed_it_has_the_places_for_it() -> None:
    page = write_page(visit_with(postcode="L8S 4L8"))
    shown = page.values["preview"]
    assert [part.field for part in shown.parts if part.field] == ["learned", "own_words", "wish"]
    assert shown.parts[shown.first].field == "learned"
    assert (shown.address, shown.postcode, shown.needs_postcode) == ((), "L8S 4L8", True)
    assert page.values["form"].draw.data, "a number by which the wordings are dealt"


def test_a_subject_of_the_writers_is_shown_and_the_suggested_one_is_known() -> None:
    typed = {"postcode": "L8S 4L8", "draw": "3"}
    suggested = write_page(visit_with(**typed)).values["preview"].letter.subject
    own = write_page(visit_with(**typed, subject="Mine", subject_shown=suggested)).values["preview"]
    assert (own.letter.subject, own.suggested_subject) == ("Mine", suggested)
    left = write_page(visit_with(**typed, subject=suggested, subject_shown=suggested)).values
    assert left["form"].own_subject == ""
