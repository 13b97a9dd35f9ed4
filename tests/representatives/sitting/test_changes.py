"""Changes reported since a list: they apply from their day, name nobody whom they only report, and end when the list agrees."""

from dataclasses import replace
from datetime import date

import pytest

from representatives.people import Chamber, Representative
from representatives.posts import Source
from representatives.sitting.changes import Change, apply
from representatives.sitting.days import first_day, in_words, when

SURE, REPORTED = Source("Elections Canada", "2026-09", True), Source("A newspaper", "2026-10", False)
PAGE = {"en": "https://example.org/list", "fr": "https://example.org/liste"}
MEMBER = Representative(
    id="ca-commons-1",
    country="ca",
    chamber=Chamber.COMMONS,
    name="Max Gone",
    given_name="Max",
    family_name="Gone",
    honorific_prefix="",
    honorific_suffix="",
    party={"en": "Liberal", "fr": "Libéral"},
    area="10001",
    email="max.gone@parl.gc.ca",
    page=PAGE,
    until=None,
)
RESIGNED = Change("ca", "10001", Chamber.COMMONS, "resigned", "2026-09-18", "Max Gone", "", SURE)
ELECTED = replace(
    RESIGNED, what="elected", day="2026-10-05", old="", new="Ann O’Come Jr.", party=MEMBER.party
)
LATER = date(2026, 11, 24)


def test_a_change_counts_from_its_day() -> None:
    assert apply([MEMBER], [RESIGNED], date(2026, 9, 17), PAGE).people == (MEMBER,)
    seated = apply([MEMBER], [RESIGNED], date(2026, 9, 18), PAGE)
    assert (seated.people, dict(seated.gone), seated.open) == ((), {MEMBER.id: RESIGNED}, (RESIGNED,))


def test_the_winner_has_a_name_and_a_party_and_nothing_invented() -> None:
    (person,) = apply([MEMBER], [RESIGNED, ELECTED], LATER, PAGE).people
    assert (person.id, person.name, person.party) == (
        "ca-commons-10001-ann-o-come-jr",
        ELECTED.new,
        MEMBER.party,
    )
    invented = (person.email, person.addressed_as, person.honorific_prefix, person.family_name)
    assert not any(invented)
    assert person.page == PAGE


def test_a_change_that_is_only_reported_names_nobody() -> None:
    for changes in ([replace(RESIGNED, source=REPORTED)], [RESIGNED, replace(ELECTED, source=REPORTED)]):
        assert apply([MEMBER], changes, LATER, PAGE).people == ()


def test_a_change_ends_when_the_list_agrees() -> None:
    winner = replace(MEMBER, id="ca-commons-2", name="Ann O’Come")
    assert apply([winner], [RESIGNED, ELECTED], LATER, PAGE).people == (winner,)
    assert apply([], [RESIGNED], LATER, PAGE).open == ()


def test_somebody_elected_again_is_who_was_listed() -> None:
    again = replace(ELECTED, old="Max Gone", new="Max Gone")
    assert apply([MEMBER], [RESIGNED, again], LATER, PAGE).people == (MEMBER,)
    assert not apply([MEMBER], [RESIGNED, again], LATER, PAGE).gone


def test_of_several_senators_only_the_one_meant_goes() -> None:
    other = replace(MEMBER, id="ca-commons-3", name="Eve Stays")
    seated = apply(
        [MEMBER, other], [RESIGNED, replace(ELECTED, old="Max Gone", what="appointed")], LATER, PAGE
    )
    assert [person.name for person in seated.people] == ["Eve Stays", "Ann O’Come Jr."]


@pytest.mark.parametrize(
    ("iso", "english", "french", "begins"),
    [
        ("2026-09-01", "on 1 September 2026", "le 1er septembre 2026", date(2026, 9, 1)),
        ("2026-08", "in August 2026", "en août 2026", date(2026, 8, 1)),
        ("2026-22", "in summer 2026", "à l’été 2026", date(2026, 6, 1)),
        ("2026", "in 2026", "en 2026", date(2026, 1, 1)),
    ],
)
def test_days_are_said_as_far_as_they_are_known(iso: str, english: str, french: str, begins: date) -> None:
    assert (when(iso, "en"), when(iso, "fr"), first_day(iso)) == (english, french, begins)


def test_english_differs_between_countries() -> None:
    assert in_words("2026-09-18", "en", month_first=True) == "September 18, 2026"


def test_a_report_says_what_and_who_said_so() -> None:
    reported = replace(RESIGNED, day="2026-22", source=REPORTED)
    assert reported.text(month_first=True) == {
        "en": "Max Gone is reported to have resigned in summer 2026.",
        "fr": "Max Gone aurait démissionné à l’été 2026.",
    }
    assert reported.said_by(month_first=True)["fr"] == "Source\u00a0: A newspaper, octobre 2026."
    assert replace(reported, day="").text(month_first=True)["en"] == "Max Gone is reported to have resigned."
