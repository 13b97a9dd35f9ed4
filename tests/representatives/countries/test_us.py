"""How a letter to Congress is addressed, opened, closed and posted, and which ZIP Codes lie in no district."""

import re
from dataclasses import replace
from datetime import date

import pytest

from letters.typography import day_in_words
from representatives import Certainty, Chamber, Representative, Vacancy, directory, find, parse
from representatives.countries.us import UNITED_STATES
from representatives.match import Reason
from representatives.people import Office
from tests.support import TODAY

TABLES = directory().countries["us"]
DISTRICT = TABLES.constituencies["NY-12"]
MOST_CHARACTERS = 48
"""Of a line in the window of a #10 envelope."""

NEAR = Office("N000001-albany", "Albany", ("1 State St", "Albany, NY 12207"), (42.65, -73.75), local=True)
FAR = Office("N000001-buffalo", "Buffalo", ("2 Main St", "Buffalo, NY 14202"), (42.88, -78.88), local=True)
UNPLACED = Office("N000001-utica", "Utica", ("3 Elm St", "Utica, NY 13501"), local=True)
WASHINGTON = Office(
    "parliament", "Washington", ("272 Cannon House Office Building", "U.S. House of Representatives")
)


def person(chamber: Chamber, role: str = "", offices: tuple[Office, ...] = ()) -> Representative:
    return Representative(
        id=f"us-{chamber}-D000001",
        country="us",
        chamber=chamber,
        name="Jane M. Doe, Jr.",
        given_name="Jane",
        family_name="Doe",
        honorific_prefix="",
        honorific_suffix="",
        party={"en": "Independent", "fr": "Indépendant"},
        area="NY-12",
        email="",
        page={"en": "https://doe.house.gov", "fr": "https://doe.house.gov"},
        until=None,
        role=role,
        offices=offices,
    )


MEMBER = person(Chamber.HOUSE)
SENATOR = person(Chamber.SENATE)
DELEGATE = person(Chamber.HOUSE, "delegate")
COMMISSIONER = person(Chamber.HOUSE, "resident-commissioner")


@pytest.mark.parametrize(
    ("who", "opening", "at_home", "in_washington"),
    [
        (
            MEMBER,
            "Dear Representative Doe:",
            "Member, U.S. House of Representatives",
            ("U.S. House of Representatives", "Washington, DC 20515"),
        ),
        (SENATOR, "Dear Senator Doe:", "U.S. Senator", ("United States Senate", "Washington, DC 20510")),
        (
            DELEGATE,
            "Dear Jane M. Doe, Jr.:",
            "Delegate, U.S. House of Representatives",
            ("U.S. House of Representatives", "Washington, DC 20515"),
        ),
        (
            COMMISSIONER,
            "Dear Jane M. Doe, Jr.:",
            "Resident Commissioner, U.S. House of Representatives",
            ("U.S. House of Representatives", "Washington, DC 20515"),
        ),
    ],
)
def test_the_forms_of_address(
    who: Representative, opening: str, at_home: str, in_washington: tuple[str, str]
) -> None:
    assert UNITED_STATES.salutation(who, "en") == opening
    assert UNITED_STATES.closing(who, "en") == "Sincerely,"
    (without_room,) = UNITED_STATES.offices(who, None, "en")
    block = UNITED_STATES.address_block(who, without_room, "en")
    assert block == ("The Honorable Jane M. Doe, Jr.", *in_washington)
    block = UNITED_STATES.address_block(who, NEAR, "en")
    assert block == ("The Honorable Jane M. Doe, Jr.", at_home, "1 State St", "Albany, NY 12207")


def test_the_nearest_local_office_comes_first_and_washington_last() -> None:
    who = replace(MEMBER, offices=(UNPLACED, FAR, NEAR, WASHINGTON))
    assert UNITED_STATES.offices(who, (42.7, -73.8), "en") == (NEAR, FAR, UNPLACED, WASHINGTON)
    assert UNITED_STATES.offices(who, (42.9, -78.0), "en") == (FAR, NEAR, UNPLACED, WASHINGTON)


def test_without_a_point_the_offices_stand_as_listed() -> None:
    who = replace(MEMBER, offices=(FAR, WASHINGTON, UNPLACED, NEAR))
    assert UNITED_STATES.offices(who, None, "en") == (FAR, UNPLACED, NEAR, WASHINGTON)


def test_distance_crosses_the_date_line_the_short_way() -> None:
    east = replace(NEAR, id="east", point=(52.0, 179.5))
    west = replace(NEAR, id="west", point=(52.0, -150.0))
    who = replace(MEMBER, offices=(west, east))
    assert UNITED_STATES.offices(who, (52.0, -179.5), "en")[0] == east


def test_only_post_to_washington_is_said_to_be_screened() -> None:
    delay = UNITED_STATES.delay(MEMBER, WASHINGTON)
    assert "screened" in delay["en"]
    assert "weeks" in delay["en"]
    assert "contrôle de sécurité" in delay["fr"]
    assert UNITED_STATES.delay(MEMBER, NEAR) == {}


def test_one_stamp_and_no_price() -> None:
    postage = UNITED_STATES.postage
    assert "First-Class" in postage["en"]
    assert "Forever" in postage["fr"]
    assert not {"$", "¢", "cents"} & set("".join(postage.values()))


def test_the_date_is_written_as_americans_do() -> None:
    assert day_in_words(date(2026, 11, 24), "en", UNITED_STATES.date_patterns["en"]) == "November 24, 2026"


def test_letters_are_written_in_english_only() -> None:
    assert UNITED_STATES.languages == ("en",)


@pytest.mark.parametrize(
    ("who", "role"),
    [
        (MEMBER, "Representative"),
        (SENATOR, "Senator"),
        (DELEGATE, "Delegate"),
        (COMMISSIONER, "Resident Commissioner"),
        (Vacancy(Chamber.HOUSE, DISTRICT), "Representative"),
        (Vacancy(Chamber.HOUSE, TABLES.constituencies["GU-0"]), "Delegate"),
        (Vacancy(Chamber.HOUSE, TABLES.constituencies["PR-0"]), "Resident Commissioner"),
    ],
)
def test_the_roles(who: Representative | Vacancy, role: str) -> None:
    assert UNITED_STATES.role(who)["en"] == role
    assert UNITED_STATES.role(who)["fr"] in ("Chambre des représentants", "Sénat")


@pytest.mark.parametrize("typed", ["09012", "090121234", "09898", "34002", "96201", "96699"])
def test_a_military_zip_code_lies_in_no_district(typed: str) -> None:
    postcode = parse(typed)
    assert UNITED_STATES.without_constituency(postcode.code)
    assert "registered to vote" in UNITED_STATES.without_constituency(postcode.code)["en"]
    assert find(postcode, TODAY).certainty is Certainty.UNKNOWN


@pytest.mark.parametrize("typed", ["96939", "96941", "96960", "96970"])
def test_nobody_in_a_freely_associated_state_is_offered_guams_delegate(typed: str) -> None:
    postcode = parse(typed)
    assert UNITED_STATES.without_constituency(postcode.code)
    assert "independent countries" in UNITED_STATES.without_constituency(postcode.code)["en"]
    assert find(postcode, TODAY).candidates == ()


@pytest.mark.parametrize("typed", ["96910", "96799", "96950", "20500", "00801", "33901", "34102", "96734"])
def test_a_territorys_or_neighbouring_zip_code_is_not_taken_for_one(typed: str) -> None:
    assert not UNITED_STATES.without_constituency(parse(typed).code)
    assert find(parse(typed), TODAY).candidates


def test_the_units_are_the_last_two_digits_in_order() -> None:
    units = [f"{number:02}" for number in range(100)]
    assert [UNITED_STATES.unit_number(unit) for unit in units] == list(range(100))
    assert UNITED_STATES.area("10001") == ("100", "01")


def test_a_zip_code_that_is_not_held_gets_the_districts_of_its_first_three_digits_and_their_senators() -> (
    None
):
    match = find(parse("10099"), TODAY)
    assert match.certainty is Certainty.AREA
    assert {candidate.reason for candidate in match.candidates} == {Reason.AREA}
    assert match.candidates[0].constituency.region.code == "NY"
    senators = match.representatives(match.candidates[0].constituency).senators
    assert len(senators) == 2


def test_the_regions_are_fifty_states_the_capital_and_five_territories_named_in_both_languages() -> None:
    assert len(UNITED_STATES.regions) == 56
    for code, region in UNITED_STATES.regions.items():
        assert region.id.endswith(f":{code.lower()}")
        assert {*region.name} == {*region.located} == {"en", "fr"}
        assert region.located["en"] == f"in {region.name['en']}"
    located = [UNITED_STATES.regions[code].located["fr"] for code in ("NY", "CA", "TX", "HI", "DC", "PR")]
    assert located == [
        "dans l’État de New York",
        "en Californie",
        "au Texas",
        "à Hawaï",
        "dans le district de Columbia",
        "à Porto Rico",
    ]


def test_no_gender_is_guessed_and_every_line_fits_a_window() -> None:
    people = [*TABLES.members.values(), *(each for state in TABLES.senators.values() for each in state)]
    assert len(people) == 537
    for who in people:
        for office in UNITED_STATES.offices(who, None, "en"):
            lines = UNITED_STATES.address_block(who, office, "en")
            assert 3 <= len(lines) <= 6, lines
            assert max(map(len, lines)) <= MOST_CHARACTERS + len("The Honorable "), lines
            assert max(map(len, lines[1:])) <= MOST_CHARACTERS + 4, lines
        words = f"{UNITED_STATES.salutation(who, 'en')} {UNITED_STATES.role(who)['en']}".split()
        assert not {"Mr.", "Ms.", "Mrs.", "Sir", "Madam", "Congressman", "Congresswoman"} & set(words)


def test_bills_and_laws_are_known_by_their_numbers() -> None:
    said = "S. 4009, S.4009, H.R. 1503, H.Res. 343 and 22 U.S.C. 2151n; Section 5, C-219"
    assert re.findall(UNITED_STATES.bill_numbers, said) == [
        "S. 4009",
        "S.4009",
        "H.R. 1503",
        "H.Res. 343",
        "22 U.S.C. 2151n",
    ]
