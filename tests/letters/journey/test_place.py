"""From a match to one constituency: never a silent pick."""

import pytest
from werkzeug.datastructures import MultiDict

from letters.journey.form_data import FormData
from letters.journey.place import (
    PRESELECT_FROM,
    UNASKED_FROM,
    Place,
    PlaceQuestion,
    confirmed,
    likeliest,
    place_at,
)
from representatives import Certainty, Match, directory, parse
from tests.support import CAMPAIGN, TODAY, campaigns

EXACT = {"ca": "L8S 4L8", "gb": "SW1A 1AA", "us": "11706", "au": "2095"}
SPLIT = {"ca": "P0T 2E0", "au": "3000"}
AREA = {"gb": "SW1A 9ZZ", "us": "11799"}
SUBURBS = "2031"


def match_of(postcode: str, locality: str = "") -> Match:
    return directory().find(parse(postcode), TODAY, locality)


def typed(**fields: str) -> FormData:
    return FormData(MultiDict(fields))


def settle(match: Match, form_data: FormData) -> Place:
    return place_at(match, confirmed(match, form_data), campaigns()[CAMPAIGN], "en", TODAY)


def question(match: Match, **fields: str) -> PlaceQuestion:
    with pytest.raises(PlaceQuestion) as asked:
        confirmed(match, typed(**fields))
    return asked.value


@pytest.mark.parametrize("postcode", EXACT.values(), ids=EXACT)
def test_a_code_in_one_constituency_asks_nothing(postcode: str) -> None:
    match = match_of(postcode)
    assert match.certainty is Certainty.EXACT
    place = settle(match, typed())
    assert place.constituency == match.candidates[0].constituency
    assert place.match is match
    assert place.delegation.constituency == place.constituency
    assert place.country.id == match.postcode.country


@pytest.mark.parametrize("postcode", [*SPLIT.values(), *AREA.values()])
def test_a_code_that_may_lie_in_several_is_asked_about_first_where_none_is_likely(postcode: str) -> None:
    match = match_of(postcode)
    if match.candidates[0].share >= UNASKED_FROM:
        place = settle(match, typed())
        assert place.constituency == match.candidates[0].constituency
        assert place.has_choice, "the writing page itself shows the others"
    else:
        asked = question(match)
        assert (asked.step, str(asked)) == ("constituency", "")
    assert question(match, again="yes").step == "constituency"


@pytest.mark.parametrize("postcode", [*SPLIT.values(), *AREA.values()])
def test_any_candidate_can_be_confirmed(postcode: str) -> None:
    match = match_of(postcode)
    assert len(match.candidates) > 1
    for candidate in match.candidates:
        place = settle(match, typed(constituency=candidate.constituency.code))
        assert place.constituency == candidate.constituency
        assert place.delegation.constituency == candidate.constituency


@pytest.mark.parametrize("postcode", [*EXACT.values(), *SPLIT.values(), *AREA.values()])
@pytest.mark.parametrize("code", ["59001", "NY-99", "Nowhere", "{{ 7 * 7 }}", "\x00"])
def test_a_constituency_that_the_code_does_not_allow_is_asked_about_with_a_sentence(
    postcode: str, code: str
) -> None:
    asked = question(match_of(postcode), constituency=code)
    assert asked.step == "constituency"
    assert str(asked)


def test_going_on_without_a_choice_is_asked_about_with_a_sentence() -> None:
    asked = question(match_of(SPLIT["ca"]), confirm="constituency")
    assert asked.step == "constituency"
    assert str(asked)


def test_a_split_australian_code_asks_for_the_suburb_first() -> None:
    match = match_of(SUBURBS)
    assert match.localities
    asked = question(match)
    assert (asked.step, str(asked)) == ("locality", "")
    pressed = question(match, confirm="locality")
    assert pressed.step == "locality"
    assert str(pressed)


def test_a_suburb_in_one_electorate_settles_it() -> None:
    for suburb in match_of(SUBURBS).localities:
        match = match_of(SUBURBS, suburb)
        if match.certainty is Certainty.EXACT:
            place = settle(match, typed(locality=suburb, confirm="locality"))
            assert place.constituency == match.candidates[0].constituency
            break
    else:
        raise AssertionError("no suburb settles it")


def test_whose_suburb_is_not_listed_chooses_among_all_without_reproach() -> None:
    asked = question(match_of(SUBURBS, "-"), locality="-", confirm="locality")
    assert (asked.step, str(asked)) == ("constituency", "")


def test_a_constituency_can_be_confirmed_without_a_suburb() -> None:
    assert settle(match_of(SUBURBS), typed(constituency="Wentworth")).constituency.code == "Wentworth"


def test_a_constituency_is_ticked_beforehand_only_where_it_is_likely() -> None:
    for postcode in (*EXACT.values(), *SPLIT.values(), *AREA.values(), SUBURBS):
        first = match_of(postcode).candidates[0]
        assert likeliest(match_of(postcode)) == (
            first.constituency.code if first.share >= PRESELECT_FROM else ""
        )
    assert likeliest(match_of(SPLIT["ca"])) == "35108"
    assert likeliest(match_of(AREA["us"])) == ""


@pytest.mark.parametrize("postcode", EXACT.values(), ids=EXACT)
def test_a_place_says_what_those_who_sit_for_it_can_be_asked_for(postcode: str) -> None:
    place = settle(match_of(postcode), typed())
    asked = {chamber for request in place.requests for chamber in request.chambers}
    assert list(place.people) == [each for each in place.delegation.people if each.chamber in asked]
    assert list(place.requests) == [each for each in place.words.requests_on(TODAY) if each.chambers & asked]
