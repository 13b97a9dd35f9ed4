"""The fields of the journey are read the same way everywhere, and none is lost on a page that does not show it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import SelectMultipleField

from letters.journey.form import CARRIED, REPEATED, LetterForm
from letters.journey.form_data import MOST_LETTER_FIELDS, FormData


def typed(*fields: tuple[str, str]) -> FormData:
    return FormData(MultiDict(fields))


def test_the_first_value_counts_and_a_missing_field_is_empty() -> None:
    form = typed(("name", "Zoë"), ("name", "Other"))
    assert form.value("name") == "Zoë"
    assert form.value("address") == ""


def test_a_field_that_came_twice_with_two_answers_is_named() -> None:
    assert typed(("postcode", "L8S 4L8"), ("postcode", "K1A 0A6")).conflicting() == "postcode"
    assert typed(("name", "Zoë"), ("name", " Zoë ")).conflicting() == "", "the same twice is no conflict"
    assert typed(("name", "Zoë"), ("name", "")).conflicting() == "", "an empty one says nothing"
    assert typed(("to", "a"), ("to", "b"), ("asks", "a"), ("asks", "b")).conflicting() == ""
    assert typed(("unknown", "a"), ("unknown", "b")).conflicting() == ""


def test_every_field_of_the_writing_page_is_carried_once() -> None:
    form = LetterForm()
    assert len(CARRIED) == len(set(CARRIED))
    assert set(form._fields) < set(CARRIED)
    assert {
        name for name, field in form._fields.items() if isinstance(field, SelectMultipleField)
    } == REPEATED


def test_what_a_page_does_not_show_is_carried_on_in_order() -> None:
    form = typed(("to", "b"), ("name", "Zoë"), ("to", "a"), ("postcode", "L8S 4L8"), ("own_words", "Mine"))
    assert form.carried("name") == [
        ("postcode", "L8S 4L8"),
        ("to", "b"),
        ("to", "a"),
        ("own_words", "Mine"),
    ]


def test_unknown_fields_are_not_carried() -> None:
    assert typed(("confirm", "1"), ("only", "x"), ("text", "y"), ("csrf", "z")).carried() == []


def test_what_belongs_to_letters_is_carried_but_for_those_shown() -> None:
    fields = [
        (f"{kind}-{id}", "x")
        for kind in ("text", "subject", "base", "base_subject", "written_in", "office")
        for id in ("a-b-1", "a-b-2")
    ]
    form = typed(*fields)
    assert form.carried() == fields
    assert form.carried("a-b-1") == [field for field in fields if field[0].endswith("-a-b-2")]
    assert form.of_letters() == dict(fields)


def test_a_flood_of_letter_fields_is_cut() -> None:
    form = typed(*((f"text-{number}", "x") for number in range(MOST_LETTER_FIELDS + 100)))
    assert len(form.carried()) == len(form.of_letters()) == MOST_LETTER_FIELDS


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*CARRIED, "text-a", "office-a", "other"]), st.sampled_from(["", "1", " 1", "2"])
        )
    )
)
def test_what_is_carried_reads_the_same_on_the_next_page(fields: list[tuple[str, str]]) -> None:
    form = typed(*fields)
    next_ = typed(*form.carried())
    assert next_.carried() == form.carried()
    for name in CARRIED:
        assert next_.value(name) == form.value(name)
        if name in REPEATED:
            assert next_.form.getlist(name) == form.form.getlist(name)
    assert next_.of_letters() == form.of_letters()
    assert next_.conflicting() == ""


@pytest.mark.parametrize("name", CARRIED)
def test_a_field_that_a_page_shows_is_not_carried_beside_it(name: str) -> None:
    assert typed((name, "x")).carried(name) == []
