"""From a match to one constituency: never a silent pick; and what a fresh writing page has ticked."""

from random import Random

import pytest
from werkzeug.datastructures import MultiDict

from letters.feedback.ownwords import words as count_words
from letters.journey.form import LetterForm
from letters.journey.form_data import Typed
from letters.journey.sheets import Place
from letters.journey.suggestions import (
    PRESELECT_FROM,
    SUGGESTED_SENATORS,
    Question,
    likeliest,
    rest_words,
    settle,
    suggest,
)
from representatives import Certainty, Match, Vacancy, directory, parse
from tests.support import MEMBER, TODAY, a_letter, campaigns, vacant_seat

EXACT = {"ca": "L8S 4L8", "gb": "SW1A 1AA", "us": "11706", "au": "2095"}
SPLIT = {"ca": "P0T 2E0", "au": "3000"}
AREA = {"gb": "SW1A 9ZZ", "us": "11799"}
SUBURBS = "2031"


def match_of(postcode: str, locality: str = "") -> Match:
    return directory().find(parse(postcode), TODAY, locality)


def typed(**fields: str) -> Typed:
    return Typed(MultiDict(fields))


def question(match: Match, **fields: str) -> Question:
    with pytest.raises(Question) as asked:
        settle(match, typed(**fields))
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
def test_a_code_that_may_lie_in_several_is_asked_about_first_without_reproach(postcode: str) -> None:
    asked = question(match_of(postcode))
    assert (asked.step, str(asked)) == ("constituency", "")


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


def place_of(postcode: str) -> Place:
    match = match_of(postcode)
    return settle(match, typed(constituency=match.candidates[0].constituency.code))


def form_of(place: Place, **fields: str | list[str]) -> LetterForm:
    form = LetterForm(MultiDict(fields))
    return form.offer([person.id for person in place.delegation.people], ["speak", "enforce"])


def suggested(place: Place, form: LetterForm, seed: int = 1) -> LetterForm:
    requests = campaigns()["forced-organ-harvesting"].words_in("ca", "en").requests_on(TODAY)
    suggest(form, place, requests, Random(seed))
    return form


@pytest.mark.parametrize(("country", "senators"), [("ca", 3), ("gb", 0), ("us", 2), ("au", 3)])
def test_a_fresh_page_has_the_member_and_a_few_senators_ticked(country: str, senators: int) -> None:
    place = place_of(EXACT[country])
    form = suggested(place, form_of(place))
    member, *others = form.to.data or []
    assert member == place.delegation.people[0].id
    assert len(others) == min(SUGGESTED_SENATORS, len(place.delegation.senators)) == senators
    assert set(others) <= {person.id for person in place.delegation.senators}


def test_a_request_of_another_country_gives_way_to_the_first() -> None:
    place = place_of(EXACT["ca"])
    requests = campaigns()["forced-organ-harvesting"].words_in("ca", "en").requests_on(TODAY)
    for typed_asks, expected in ((["no-such"], [requests[0].id]), (["no-such", "count"], ["count"])):
        assert suggested(place, form_of(place, asks=typed_asks)).asks.data == expected


def test_letters_spread_over_all_senators() -> None:
    place = place_of(EXACT["ca"])
    drawn = {id for seed in range(60) for id in suggested(place, form_of(place), seed).to.data[1:]}
    assert drawn == {person.id for person in place.delegation.senators}


def test_senators_are_listed_in_their_own_order_whatever_the_lot() -> None:
    place = place_of(EXACT["ca"])
    order = [person.id for person in place.delegation.people]
    for seed in range(10):
        chosen = suggested(place, form_of(place), seed).to.data
        assert chosen == sorted(chosen, key=order.index)


def test_the_first_request_is_ticked_and_a_choice_is_kept() -> None:
    place = place_of(EXACT["ca"])
    assert suggested(place, form_of(place)).asks.data == ["enforce"]
    assert suggested(place, form_of(place, asks=["speak"])).asks.data == ["speak"]


def test_what_was_ticked_before_is_kept() -> None:
    place = place_of(EXACT["ca"])
    ids = [person.id for person in place.delegation.people]
    form = suggested(place, form_of(place, to=[ids[5], ids[0]], name="Zoë"))
    assert form.to.data == [ids[5], ids[0]]
    assert suggested(place, form_of(place, name="Zoë")).to.data == [], "nobody ticked, on purpose"


def test_after_another_constituency_its_member_takes_the_others_place() -> None:
    place = place_of(EXACT["ca"])
    ids = [person.id for person in place.delegation.people]
    form = suggested(place, form_of(place, to=["ca-commons-1", ids[3]], name="Zoë"))
    assert form.to.data == [ids[0], ids[3]]
    assert ids[0] == MEMBER


def test_a_vacant_seat_leaves_the_senators_and_nobody_in_its_place() -> None:
    postcode, code = vacant_seat()
    place = settle(match_of(postcode), typed(constituency=code))
    assert isinstance(place.delegation.member, Vacancy)
    form = suggested(place, form_of(place))
    assert len(form.to.data or []) == SUGGESTED_SENATORS
    assert set(form.to.data or []) <= {person.id for person in place.delegation.senators}
    again = suggested(place, form_of(place, to=["ca-commons-1"], name="Zoë"))
    assert again.to.data == []


def test_the_meter_counts_about_the_words_that_a_letter_without_own_words_has() -> None:
    words = campaigns()["forced-organ-harvesting"].words_in("ca", "en")
    letter = a_letter(requests=("enforce",), own_words="")
    request = next(each for each in words.requests if each.id == "enforce")
    counted = rest_words(words, request, next(iter(words.letters)))
    real = len(count_words("\n\n".join(letter.paragraphs)))
    assert abs(counted - real) <= 40
