"""Australia: how a letter to Parliament is addressed, opened and posted."""

from dataclasses import replace

import pytest

from representatives import Chamber, Representative, Vacancy, directory
from representatives.countries.au import AUSTRALIA
from representatives.match import Reason
from representatives.people import Office

SEAT = directory().countries["au"].constituencies["Grayndler"]
MEMBER = Representative(
    id="au-house-grayndler",
    country="au",
    chamber=Chamber.HOUSE,
    name="Jane Doe",
    given_name="Jane",
    family_name="Doe",
    honorific_prefix="Ms",
    honorific_suffix="",
    party={"en": "Independent", "fr": "Independent"},
    area="Grayndler",
    email="",
    page={"en": "https://example.org/", "fr": "https://example.org/"},
    until=None,
)
HONOURABLE = replace(MEMBER, honorific_prefix="Hon")
HONOURABLE_DOCTOR = replace(MEMBER, honorific_prefix="Hon Dr")
DOCTOR = replace(MEMBER, honorific_prefix="Dr")
BARE = replace(MEMBER, honorific_prefix="")
SENATOR = replace(MEMBER, chamber=Chamber.SENATE, area="TAS", honorific_prefix="")
TERRITORY = replace(SENATOR, area="ACT")
ELECTORATE = Office(
    "electorate", "Marrickville", ("334A Marrickville Road", "Marrickville NSW 2204"), local=True
)


@pytest.mark.parametrize(
    ("who", "name", "opening"),
    [
        (MEMBER, "Ms Jane Doe MP", "Dear Ms Doe,"),
        (DOCTOR, "Dr Jane Doe MP", "Dear Dr Doe,"),
        (HONOURABLE, "The Hon Jane Doe MP", "Dear Jane Doe,"),
        (HONOURABLE_DOCTOR, "The Hon Dr Jane Doe MP", "Dear Dr Doe,"),
        (BARE, "Jane Doe MP", "Dear Jane Doe,"),
        (SENATOR, "Senator Jane Doe", "Dear Senator Doe,"),
    ],
)
def test_the_forms_of_address_use_only_titles_that_are_listed(
    who: Representative, name: str, opening: str
) -> None:
    office = AUSTRALIA.offices(who, None, "en")[-1]
    assert AUSTRALIA.address_block(who, office, "en")[0] == name
    assert AUSTRALIA.salutation(who, "en") == opening
    assert AUSTRALIA.closing(who, "en") == "Yours sincerely,"


@pytest.mark.parametrize(
    ("who", "line"),
    [(SENATOR, "Senator for Tasmania"), (TERRITORY, "Senator for the Australian Capital Territory")],
)
def test_a_senator_is_named_by_the_state_they_sit_for(who: Representative, line: str) -> None:
    (office,) = AUSTRALIA.offices(who, None, "en")
    assert AUSTRALIA.address_block(who, office, "en") == (
        "Senator Jane Doe",
        line,
        "PO Box 6100",
        "The Senate",
        "Parliament House",
        "CANBERRA ACT 2600",
    )


def test_the_electorate_office_comes_before_parliament() -> None:
    who = replace(MEMBER, offices=(ELECTORATE,))
    local, parliament = AUSTRALIA.offices(who, None, "en")
    assert AUSTRALIA.address_block(who, local, "en") == (
        "Ms Jane Doe MP",
        "334A Marrickville Road",
        "Marrickville NSW 2204",
    )
    assert (parliament.id, parliament.local) == ("parliament", False)
    assert parliament.lines == (
        "PO Box 6022",
        "House of Representatives",
        "Parliament House",
        "CANBERRA ACT 2600",
    )


def test_an_address_from_a_secondary_source_says_where_to_check_it() -> None:
    for office in (ELECTORATE, *AUSTRALIA.offices(MEMBER, None, "en")):
        for text in AUSTRALIA.delay(MEMBER, office).values():
            assert "aph.gov.au" in text


def test_a_stamp_is_asked_for_and_no_price_is_named() -> None:
    postage = AUSTRALIA.postage
    assert "stamp" in postage["en"]
    assert "timbre" in postage["fr"]
    assert not [char for text in postage.values() for char in text if char.isdigit() or char == "$"]


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (MEMBER, "Member of Parliament"),
        (SENATOR, "Senator"),
        (replace(MEMBER, role="speaker"), "Member of Parliament, Speaker of the House of Representatives"),
        (replace(SENATOR, role="president"), "Senator, President of the Senate"),
        (replace(SENATOR, role="deputy-president"), "Senator, Deputy President of the Senate"),
        (Vacancy(Chamber.HOUSE, SEAT), "Member of Parliament"),
    ],
)
def test_those_who_preside_are_named_by_their_office(who: Representative | Vacancy, words: str) -> None:
    role = AUSTRALIA.role(who)
    assert role["en"] == words
    assert role["fr"]


def test_a_postcode_is_an_area_by_itself() -> None:
    assert AUSTRALIA.area("2600") == ("2600", "")
    assert AUSTRALIA.printed("0872") == "0872"
    shares = {"Grey": 0.25, "Lingiari": 0.75}
    assert AUSTRALIA.weights("0872", dict.fromkeys(shares, Reason.SHARE), shares) == shares


def test_every_region_is_named_in_both_languages() -> None:
    assert list(AUSTRALIA.regions) == ["NSW", "VIC", "QLD", "WA", "SA", "TAS", "ACT", "NT"]
    for code, region in AUSTRALIA.regions.items():
        assert {*region.name} == {*region.located} == {"en", "fr"}
        assert region.located["en"].endswith(region.name["en"])
        assert region.id.endswith(f":{code.lower()}")


def test_the_date_is_written_day_first() -> None:
    assert AUSTRALIA.date_patterns["en"] == "d MMMM y"


def test_bills_are_called_by_their_names_alone() -> None:
    assert AUSTRALIA.bill_numbers == ""
