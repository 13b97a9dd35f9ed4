"""What is said of a code that belongs to no constituency, to another country, or that holds a slip."""

import pytest

from representatives import parse
from representatives.languages import LANGUAGES
from representatives.lookup import NoAnswer, match_typed, other_country
from tests.support import TODAY


def said(typed: str, language: str = "en") -> str:
    with pytest.raises(NoAnswer) as caught:
        match_typed(typed, TODAY, language)
    return str(caught.value) % caught.value.values if caught.value.values else str(caught.value)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("BFPO 105", "British Forces Post Office"),
        ("bfpo 105, UK", "British Forces Post Office"),
        ("BFP0 1O5", "British Forces Post Office"),
        ("BF1 2AT", "British Forces Post Office"),
        ("JE2 3AB", "not part of the United Kingdom"),
        ("GY1 1AA", "not part of the United Kingdom"),
        ("IM1 1AA, Isle of Man", "not part of the United Kingdom"),
        ("GX11 1AA", "British Overseas Territories"),
        ("FIQQ 1ZZ", "British Overseas Territories"),
        ("F1QQ 1ZZ, Falkland Islands", "British Overseas Territories"),
        ("BIQQ 1ZZ", "Antarctic"),
        ("TAS 7151", "Antarctic"),
        ("96599", "military"),
        ("APO AE 09012", "military"),
    ],
)
def test_a_code_of_no_constituency_says_why_and_what_to_do_instead(typed: str, why: str) -> None:
    sentence = said(typed)
    assert why in sentence
    assert "Use the " in sentence or "use the " in sentence
    assert len({said(typed, language) for language in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("LBS 4L8", "L8S 4L8"),
        ("L8S4LB", "L8S 4L8"),
        ("L85 4L8", "L8S 4L8"),
        ("S600", "5600"),
    ],
)
def test_a_slip_that_leaves_one_reading_is_offered_and_not_taken(typed: str, meant: str) -> None:
    assert said(typed) == f"Did you mean {meant}?"


@pytest.mark.parametrize("typed", ["Y0Y 0Y0", "hello", "75008 Paris"])
def test_where_no_slip_explains_it_nothing_is_offered(typed: str) -> None:
    assert "Did you mean" not in said(typed)


def test_a_short_code_that_is_a_zip_code_without_its_zero_stays_australian() -> None:
    match = match_typed("2134", TODAY, "en")
    assert match.postcode.country == "au"
    assert other_country(match.postcode, "en") == {"country": "the United States", "postcode": parse("02134")}
    assert other_country(parse("4000"), "en") == {}, "no ZIP Code that is known"
    assert other_country(parse("L8S 4L8"), "en") == {}
    assert said("8901") == "In the United States? Type 08901."
