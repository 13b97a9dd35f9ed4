"""Who is named as sitting on which day: the laws, read again here without the product's rules."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from representatives import Chamber, Representative, Vacancy, directory, find, parse
from representatives.storage.country_tables import CountryDirectory
from representatives.storage.dataset import DATA
from tests.support import TODAY

FIRST, LAST = date(2026, 11, 30), date(2029, 12, 31)
REDRAWN = ("AL", "CA", "FL", "LA", "NC", "OH", "TN", "TX", "UT")

# The first day on which nobody of the list is a member any more. United States: Amendment XX; United Kingdom: Dissolution
# and Calling of Parliament Act 2022, s. 4, from 9 July 2024; Canada: writs for 15 October 2029 at the latest 37 days before;
# Australia: Constitution, s. 28, from 22 July 2025.
LOWER_ENDS = {
    "us": date(2027, 1, 3),
    "gb": date(2029, 7, 9),
    "ca": date(2029, 9, 8),
    "au": date(2028, 7, 22),
}
# Puerto Rico chose its Resident Commissioner in November 2024 for four years from 3 January 2025: 48 U.S.C. 891.
ENDS_LATER = {("us", "PR-0"): date(2029, 1, 3)}


def lower_end(country: str, code: str) -> date:
    """The first day on which a constituency's member of the list is a member no more."""
    return ENDS_LATER.get((country, code), LOWER_ENDS[country])


def tables(country: str) -> CountryDirectory:
    return directory().countries[country]


def rows(country: str, name: str) -> list[dict[str, str]]:
    with (DATA / country / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def senate_ends(country: str) -> dict[str, date]:
    """By id, the first day after a senator's term, from the files alone."""
    people = [row for row in rows(country, "people") if row["chamber"] == "senate"]
    ends = {row["id"]: date.fromisoformat(row["until"]) for row in people if row["until"]}
    if country == "us":
        ends |= {row["person"]: date.fromisoformat(row["ends"]) for row in rows("us", "terms")}
        special = [row["person"] for row in rows("us", "terms") if row["how"] == "until-special-election"]
        ends |= dict.fromkeys(special, date(2026, 12, 1))
        ends["us-senate-sc-darline-graham-nordone"] = date(2027, 1, 3)
        ends["us-senate-G000359"] = date(2026, 7, 11)
    if country == "au":
        ends |= {row["person"]: date.fromisoformat(row["ends"]) for row in rows("au", "terms")}
        territories = [row["id"] for row in people if row["area"] in ("ACT", "NT")]
        ends |= dict.fromkeys(territories, LOWER_ENDS["au"])
    return ends


def calendar(country: str) -> Iterator[date]:
    """Every tenth day, and the days around each end."""
    later = {end for (where, _), end in ENDS_LATER.items() if where == country}
    ends = {LOWER_ENDS[country], *later, *senate_ends(country).values()}
    days = {FIRST + timedelta(days=number) for number in range(0, (LAST - FIRST).days, 10)}
    days |= {end + timedelta(days=number) for end in ends for number in (-1, 0)}
    return iter(sorted(day for day in days if FIRST <= day <= LAST))


@pytest.mark.parametrize("country", LOWER_ENDS)
def test_on_no_day_is_somebody_named_whose_term_the_law_has_ended(country: str) -> None:
    """One constituency of each region for the senators, every one on the days around the end of the lower house."""
    found, ends = tables(country), senate_ends(country)
    by_region = {place.region.code: code for code, place in found.constituencies.items()}
    for day in calendar(country):
        is_near = abs((day - LOWER_ENDS[country]).days) <= 1
        for code in found.constituencies if is_near else by_region.values():
            delegation = found.delegation(code, day)
            if day >= lower_end(country, code):
                assert isinstance(delegation.member, Vacancy), (code, day)
                assert delegation.member.seat is not None, "no vacancy is a dead end"
            for person in delegation.senators:
                assert person.is_seat or day < ends[person.id], (person.id, day)


@pytest.mark.parametrize("country", LOWER_ENDS)
def test_until_the_law_ends_a_term_whoever_is_listed_is_named(country: str) -> None:
    found, ends = tables(country), senate_ends(country)
    changed = {each["seat"] for each in rows(country, "reported_changes")} if country != "au" else set()
    for code, person in found.members.items():
        if code not in changed:
            assert found.delegation(code, lower_end(country, code) - timedelta(days=1)).member is person
    by_region = {place.region.code: code for code, place in found.constituencies.items()}
    for region, people in found.senators.items():
        for person in people:
            if region not in changed and ends[person.id] > FIRST:
                before = found.delegation(by_region[region], ends[person.id] - timedelta(days=1))
                assert person in before.senators


def test_the_resident_commissioners_four_years_outlast_the_congress() -> None:
    """Then the letter goes to the seat, and says of whose term it was the end; the delegates' seats end with the Congress."""
    after = tables("us").delegation("PR-0", date(2027, 1, 3)).member
    assert isinstance(after, Representative)
    assert after.name == "Pablo José Hernández"
    assert isinstance(tables("us").delegation("DC-0", date(2027, 1, 3)).member, Vacancy)
    ended = tables("us").delegation("PR-0", date(2029, 1, 3)).member
    assert isinstance(ended, Vacancy)
    assert "Resident Commissioner’s term ended on January 3, 2029" in ended.note["en"]


def test_every_state_has_two_senators_or_their_seats_on_every_day() -> None:
    found = tables("us")
    by_region = {place.region.code: code for code, place in found.constituencies.items()}
    states = {region for region in by_region if found.senators.get(region)}
    for day in (TODAY, date(2026, 12, 1), date(2027, 1, 3), date(2029, 1, 3)):
        for region in states:
            ids = {person.id for person in found.delegation(by_region[region], day).senators}
            assert len(ids) == 2, (region, day)


def test_the_special_elections_of_florida_and_ohio_are_letters_to_two_seats_from_december() -> None:
    for state, name in (("FL", "Ashley Moody"), ("OH", "Jon Husted")):
        before = tables("us").delegation(f"{state}-1", date(2026, 11, 30)).senators
        after = tables("us").delegation(f"{state}-1", date(2026, 12, 1)).senators
        assert name in {person.name for person in before}
        assert name not in {person.name for person in after}
        assert [person.id for person in after if person.is_seat] == [f"seat:{state}"]


def test_whoever_came_by_a_special_election_before_serves_the_term_out() -> None:
    """Pete Ricketts was elected to an unexpired term in November 2024, which ends in January 2027."""
    names = {person.name for person in tables("us").delegation("NE-1", date(2027, 1, 2)).senators}
    assert "Pete Ricketts" in names


def test_in_nine_states_the_district_is_not_known_after_the_congress_and_elsewhere_it_is() -> None:
    found, day = tables("us"), date(2027, 1, 3)
    assert sorted(found.country.unknown_districts(day)) == list(REDRAWN)
    assert not found.country.unknown_districts(date(2027, 1, 2))
    match = find(parse("94103"), day)
    assert (match.region and match.region.code, len(match.candidates)) == ("CA", 52)
    assert {each.constituency.region.code for each in match.candidates} == {"CA"}
    assert sum(each.share for each in match.candidates) == pytest.approx(1)
    delegation = match.representatives("CA")
    assert [person.name for person in delegation.people] == ["Alex Padilla", "Adam B. Schiff"]
    assert find(parse("10001"), day).region is None
    assert find(parse("94103"), date(2027, 1, 2)).region is None
    with pytest.raises(KeyError):
        find(parse("10001"), day).representatives("NY")


def test_of_a_code_in_two_states_the_other_states_districts_stay() -> None:
    """42223 lies in Kentucky and Tennessee."""
    before, after = find(parse("42223"), TODAY), find(parse("42223"), date(2027, 1, 3))
    states = {each.constituency.region.code for each in before.candidates}
    assert states == {"KY", "TN"}
    kept = {each.constituency.code: each.share for each in after.candidates}
    for each in before.candidates:
        if each.constituency.region.code == "KY":
            assert kept[each.constituency.code] == pytest.approx(each.share)
    assert len([code for code in kept if code.startswith("TN")]) == 9
    assert after.region is None


def test_half_of_the_states_senators_end_with_june_2028() -> None:
    halves: dict[str, list[str]] = {}
    for row in rows("au", "terms"):
        halves.setdefault(row["ends"], []).append(row["person"])
    assert {ends: len(people) for ends, people in halves.items()} == {"2028-07-01": 36, "2031-07-01": 36}
    by_state = {person.id: person.area for people in tables("au").senators.values() for person in people}
    assert {
        tuple(sorted(by_state[id] for id in people).count(s) for s in ("NSW", "TAS"))
        for people in halves.values()
    } == {(6, 6)}


def test_a_seat_is_addressed_in_its_countrys_own_form() -> None:
    for country, code, name, salutation in (
        ("us", "NY-12", "The Representative for New York’s 12th District", "Dear Representative:"),
        ("us", "AK-0", "The Representative for Alaska", "Dear Representative:"),
        ("us", "DC-0", "The Delegate for the District of Columbia", "Dear Delegate:"),
        ("us", "PR-0", "The Resident Commissioner for Puerto Rico", "Dear Resident Commissioner:"),
        (
            "ca",
            "35039",
            "The Member of Parliament for Hamilton West—Ancaster—Dundas",
            "Dear Member of Parliament,",
        ),
        ("gb", "E14001174", "The Member of Parliament for Clacton", "Dear Member of Parliament,"),
        ("au", "Kingsford Smith", "The Member for Kingsford Smith", "Dear Member,"),
    ):
        found = tables(country)
        member = found.delegation(code, date(2029, 12, 1)).member
        assert isinstance(member, Vacancy)
        seat = member.seat
        assert isinstance(seat, Representative)
        assert (seat.names["en"], found.country.salutation(seat, "en")) == (name, salutation)
        (office, *_) = found.country.offices(seat, None, "en")
        lines = found.country.address_block(seat, office, "en")
        assert lines[0] == name
        assert " " not in seat.id
        assert seat.chamber is not Chamber.SENATE


def test_a_vacancy_of_a_fresh_list_is_a_vacancy() -> None:
    delegation = tables("us").delegation("TX-23", date(2026, 6, 20))
    assert isinstance(delegation.member, Vacancy)
    assert delegation.member.is_empty
    assert delegation.member.seat is None
    assert delegation.people == delegation.senators
