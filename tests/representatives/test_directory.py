"""From a postcode to the people: all who may be meant, the likeliest first, and never a silent guess."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from representatives import Certainty, Chamber, Match, Reason, Representative, Vacancy, directory, find, parse
from representatives.storage.country_tables import CountryDirectory
from tests.support import TODAY


def found(typed: str, day: date = TODAY) -> Match:
    return find(parse(typed), day)


def canada() -> CountryDirectory:
    return directory().countries["ca"]


def codes(match: Match) -> list[str]:
    return [candidate.constituency.code for candidate in match.candidates]


def a_unit(area: str) -> str:
    """Some code that the area holds."""
    return area + canada().areas[area].runs[:3]


def test_a_code_whose_area_has_one_riding_is_exact() -> None:
    match = found("L8S 4L8")
    assert match.certainty is Certainty.EXACT
    assert [(c.constituency.code, c.share, c.reason) for c in match.candidates] == [
        ("35039", 1.0, Reason.ONLY)
    ]
    place = match.candidates[0].constituency
    assert place.name == {
        "en": "Hamilton West—Ancaster—Dundas",
        "fr": "Hamilton-Ouest—Ancaster—Dundas",
    }
    assert place.id == "ocd-division/country:ca/ed:35039-2023"
    assert place.region.name["fr"] == "Ontario"


def test_the_member_and_the_senators_of_the_riding_are_found() -> None:
    match = found("L8S 4L8")
    delegation = match.representatives(match.candidates[0].constituency)
    assert isinstance(delegation.member, Representative)
    assert delegation.member.area == "35039"
    assert delegation.member.email == "john-paul.danko@parl.gc.ca"
    assert len(delegation.senators) == 21
    assert {senator.area for senator in delegation.senators} == {"ON"}
    assert [delegation.member, *delegation.senators] == list(delegation.people)


def test_a_code_of_an_area_with_several_ridings_is_split_with_its_own_first() -> None:
    match = found("A0A 1A0")
    assert match.certainty is Certainty.SPLIT
    assert codes(match)[0] == "10001"
    assert match.candidates[0].reason is Reason.POSITION
    assert sorted(codes(match)) == ["10001", "10002", "10006", "10007"]


def test_a_code_beside_a_border_offers_the_other_side_second_and_is_less_sure() -> None:
    area, unit = next(
        (name, run[:3])
        for name, area in canada().areas.items()
        for run in area.runs.split()
        if "+" in run
        and area.holds(canada().country.unit_number(run[:3]))
        and area.constituencies().get(area.place(run[:3]).own, 0) > 0.1
    )
    match = found(area + unit)
    assert match.certainty is Certainty.SPLIT
    assert [candidate.reason for candidate in match.candidates[:2]] == [Reason.POSITION, Reason.BORDER]
    assert match.candidates[0].share < found("A0A 1A0").candidates[0].share


def test_a_code_that_is_not_held_offers_its_area() -> None:
    match = found("A0A 9Z9")
    assert match.certainty is Certainty.AREA
    assert codes(match) == ["10001", "10007", "10006", "10002"]
    assert {candidate.reason for candidate in match.candidates} == {Reason.AREA}


def test_a_code_that_is_not_held_is_never_exact_even_where_its_area_has_one_riding() -> None:
    name = next(
        name
        for name, area in canada().areas.items()
        if len(area.constituencies()) == 1 and not area.holds(canada().country.unit_number("9Z9"))
    )
    match = found(f"{name} 9Z9")
    assert (match.certainty, len(match.candidates)) == (Certainty.AREA, 1)


@pytest.mark.parametrize("typed", ["B9Z 9Z9", "GX11 1AA", "00100", "0001"])
def test_where_nothing_is_known_nothing_is_offered(typed: str) -> None:
    match = found(typed)
    assert (match.certainty, match.candidates) == (Certainty.UNKNOWN, ())
    with pytest.raises(KeyError):
        match.representatives("35039")


@given(
    st.sampled_from(sorted(canada().areas)),
    st.from_regex(r"[0-9][ABCEGHJKLMNPRSTVWXYZ][0-9]", fullmatch=True),
)
def test_every_area_answers_with_ordered_candidates_that_add_up(area: str, unit: str) -> None:
    typed = {area + unit, *([a_unit(area)] if canada().areas[area].runs else [])}
    for code in typed:
        match = found(code)
        shares = [candidate.share for candidate in match.candidates]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) == pytest.approx(1)
        assert all(0 <= share <= 1 for share in shares)
        assert len(set(codes(match))) == len(codes(match))
        assert (match.certainty is Certainty.EXACT) <= (len(shares) == 1)
        if match.certainty is Certainty.SPLIT:
            assert sum(candidate.reason is Reason.POSITION for candidate in match.candidates) == 1
            assert len(shares) > 1
        for candidate in match.candidates:
            assert match.representatives(candidate.constituency).constituency is candidate.constituency


@pytest.mark.parametrize("code", ["24001", "35038", "", "nonsense", "35039 OR 1=1"])
def test_a_riding_that_the_code_does_not_allow_has_no_answer(code: str) -> None:
    with pytest.raises(KeyError):
        found("L8S 4L8").representatives(code)


@pytest.mark.parametrize("code", ["24066", "35015", "24037"])
def test_a_seat_without_a_name_can_be_written_to_and_keeps_its_senators(code: str) -> None:
    delegation = canada().delegation(code, TODAY)
    assert isinstance(delegation.member, Vacancy)
    assert (delegation.member.chamber, delegation.member.constituency.code) == (Chamber.COMMONS, code)
    assert delegation.senators
    assert [person.id for person in delegation.people[:1]] == [f"seat:{code}"]
    assert delegation.people[1:] == delegation.senators


def everyone_in_the_senate() -> list[Representative]:
    return [person for region in canada().senators.values() for person in region]


def test_a_senator_is_offered_until_the_day_before_retirement() -> None:
    retiring = [person for person in everyone_in_the_senate() if person.until]
    assert len(retiring) == 96
    for person in retiring:
        assert person.until
        code = next(c.code for c in canada().constituencies.values() if c.region.code == person.area)
        before = canada().delegation(code, person.until - timedelta(days=1))
        on_the_day = canada().delegation(code, person.until)
        assert person in before.senators
        assert person not in on_the_day.senators


def test_a_look_up_without_a_day_is_for_today(monkeypatch: pytest.MonkeyPatch) -> None:
    retires = min(person.until for person in everyone_in_the_senate() if person.until)
    person = next(each for each in everyone_in_the_senate() if each.until == retires)
    code = next(c.code for c in canada().constituencies.values() if c.region.code == person.area)
    postcode = next(
        parse(name + area.runs[:3])
        for name, area in canada().areas.items()
        if area.runs and area.place(area.runs[:3]).own == code
    )
    for day, sits in ((retires - timedelta(days=1), True), (retires, False)):
        monkeypatch.setattr("representatives.date", SimpleNamespace(today=lambda day=day: day))
        assert (person in find(postcode).representatives(code).senators) is sits


def test_candidates_can_be_asked_for_by_code() -> None:
    match = found("A0A 1A0")
    assert match.candidate("10007") is match.candidates[codes(match).index("10007")]
    assert match.candidate("35039") is None
