"""What a fresh writing page has ticked."""

from dataclasses import replace
from random import Random

import pytest
from werkzeug.datastructures import MultiDict

from letters.journey.form import LetterForm
from letters.journey.place import Place, place_at
from letters.journey.suggestions import SUGGESTED_SENATORS, follow_the_choice, suggest
from representatives import Vacancy, directory, parse
from tests.support import CAMPAIGN, MEMBER, TODAY, campaigns, vacant_seat

HOMES = {"ca": "L8S 4L8", "gb": "SW1A 1AA", "us": "11706", "au": "2095"}


def place_of(postcode: str, code: str = "") -> Place:
    match = directory().find(parse(postcode), TODAY)
    candidate = match.candidate(code) or match.candidates[0]
    return place_at(match, candidate.constituency, campaigns()[CAMPAIGN], "en", TODAY)


def form_of(place: Place, **fields: str | list[str]) -> LetterForm:
    form = LetterForm(MultiDict(fields))
    return form.offer([person.id for person in place.delegation.people], ["speak", "enforce"])


def suggested(place: Place, form: LetterForm, seed: int = 1) -> LetterForm:
    suggest(form, place, Random(seed))
    return form


@pytest.mark.parametrize(("country", "senators"), [("ca", 3), ("gb", 0), ("us", 2), ("au", 3)])
def test_a_fresh_page_has_the_member_and_a_few_senators_ticked(country: str, senators: int) -> None:
    place = place_of(HOMES[country])
    form = suggested(place, form_of(place))
    member, *others = form.to.data or []
    assert member == place.delegation.people[0].id
    assert len(others) == min(SUGGESTED_SENATORS, len(place.delegation.senators)) == senators
    assert set(others) <= {person.id for person in place.delegation.senators}


def test_a_request_of_another_country_gives_way_to_the_first() -> None:
    place = place_of(HOMES["ca"])
    for typed_asks, expected in ((["no-such"], [place.requests[0].id]), (["no-such", "count"], ["count"])):
        assert suggested(place, form_of(place, asks=typed_asks)).asks.data == expected


def test_letters_spread_over_all_senators() -> None:
    place = place_of(HOMES["ca"])
    drawn = {id for seed in range(60) for id in suggested(place, form_of(place), seed).to.data[1:]}
    assert drawn == {person.id for person in place.delegation.senators}


def test_senators_are_listed_in_their_own_order_whatever_the_lot() -> None:
    place = place_of(HOMES["ca"])
    order = [person.id for person in place.delegation.people]
    for seed in range(10):
        chosen = suggested(place, form_of(place), seed).to.data
        assert chosen == sorted(chosen, key=order.index)


def test_the_first_request_is_ticked_and_a_choice_is_kept() -> None:
    place = place_of(HOMES["ca"])
    assert suggested(place, form_of(place)).asks.data == ["enforce"]
    assert suggested(place, form_of(place, asks=["speak"])).asks.data == ["speak"]


def test_what_was_ticked_before_is_kept() -> None:
    place = place_of(HOMES["ca"])
    ids = [person.id for person in place.delegation.people]
    form = suggested(place, form_of(place, to=[ids[5], ids[0]], name="Zoë"))
    assert form.to.data == [ids[5], ids[0]]
    assert suggested(place, form_of(place, name="Zoë")).to.data == [], "nobody ticked, on purpose"


def test_after_another_constituency_its_member_takes_the_others_place() -> None:
    place = place_of(HOMES["ca"])
    ids = [person.id for person in place.delegation.people]
    form = suggested(place, form_of(place, to=["ca-commons-1", ids[3]], name="Zoë"))
    assert form.to.data == [ids[0], ids[3]]
    assert ids[0] == MEMBER


def test_a_seat_that_somebody_may_hold_is_ticked_and_an_empty_one_leaves_the_senators() -> None:
    postcode, code = vacant_seat()
    place = place_of(postcode, code)
    assert isinstance(place.delegation.member, Vacancy)
    form = suggested(place, form_of(place))
    seat, *senators = form.to.data or []
    assert (seat, len(senators)) == (f"seat:{code}", SUGGESTED_SENATORS)
    assert set(senators) <= {person.id for person in place.delegation.senators}
    empty = replace(
        place, delegation=replace(place.delegation, member=replace(place.delegation.member, is_empty=True))
    )
    assert set(suggested(empty, form_of(empty)).to.data or []) <= {
        each.id for each in place.delegation.senators
    }
    again = suggested(empty, form_of(empty, to=["ca-commons-1"], name="Zoë"))
    assert again.to.data == []


def test_the_recipients_follow_a_constituency_that_is_chosen_without_a_script() -> None:
    first = place_of("A0A 1A0")
    other = first.match.candidates[1].constituency.code
    ticked = suggested(first, form_of(first)).to.data
    place = place_of("A0A 1A0", other)
    form = form_of(place, to=ticked)
    follow_the_choice(form, place)
    assert form.to.data[0] == place.delegation.people[0].id
    assert form.to.data[1:] == ticked[1:], "the province's senators stay"
    before = list(form.to.data)
    follow_the_choice(form, place)
    assert form.to.data == before
    strange = form_of(place, to=["no-such"])
    follow_the_choice(strange, place)
    assert strange.to.data == ["no-such"], "which is refused"
