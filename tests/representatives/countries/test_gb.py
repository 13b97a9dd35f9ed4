"""The United Kingdom: which postcodes are sure, and how a letter to the House of Commons is addressed and posted."""

from dataclasses import replace
from datetime import date

import pytest

from representatives import Chamber, Representative, Vacancy, directory
from representatives.countries.gb import UNITED_KINGDOM
from representatives.match import Reason

SEAT = directory().countries["gb"].constituencies["E14001064"]
MEMBER = Representative(
    id="gb-commons-1",
    country="gb",
    chamber=Chamber.COMMONS,
    name="Jane Doe",
    given_name="Jane",
    family_name="Doe",
    honorific_prefix="Rt Hon",
    honorific_suffix="",
    party={"en": "Independent", "fr": "Independent"},
    area="E14001064",
    email="",
    page={"en": "https://example.org/", "fr": "https://example.org/"},
    until=None,
    styled="Rt Hon Jane Doe MP",
    addressed_as="Ms Doe",
)
UNTITLED = replace(MEMBER, styled="", addressed_as="")
SPEAKER = replace(MEMBER, role="speaker", addressed_as="Sir John")


@pytest.mark.parametrize(
    ("who", "name", "opening"),
    [
        (MEMBER, "Rt Hon Jane Doe MP", "Dear Ms Doe,"),
        (SPEAKER, "Rt Hon Jane Doe MP", "Dear Sir John,"),
        (UNTITLED, "Jane Doe MP", "Dear Jane Doe,"),
    ],
)
def test_the_forms_of_address_are_parliaments_and_no_title_is_guessed(
    who: Representative, name: str, opening: str
) -> None:
    (office,) = UNITED_KINGDOM.offices(who, None, "en")
    assert UNITED_KINGDOM.address_block(who, office, "en") == (
        name,
        "House of Commons",
        "LONDON",
        "SW1A 0AA",
    )
    assert UNITED_KINGDOM.salutation(who, "en") == opening
    assert UNITED_KINGDOM.closing(who, "en") == "Yours sincerely,"


def test_no_constituency_office_is_offered_wherever_the_writer_lives() -> None:
    offices = UNITED_KINGDOM.offices(MEMBER, (52.6, -1.9), "en")
    assert [(office.id, office.local) for office in offices] == [("parliament", False)]


def test_a_stamp_is_asked_for_and_no_price_is_named() -> None:
    (office,) = UNITED_KINGDOM.offices(MEMBER, None, "en")
    postage = UNITED_KINGDOM.postage
    assert "stamp" in postage["en"]
    assert "timbre" in postage["fr"]
    assert not [char for text in postage.values() for char in text if char.isdigit() or char == "£"]
    assert UNITED_KINGDOM.delay(MEMBER, office) == {}


def test_the_speaker_is_named_by_the_office() -> None:
    assert "Speaker" in UNITED_KINGDOM.role(SPEAKER)["en"]
    assert UNITED_KINGDOM.role(MEMBER)["en"] == "Member of Parliament"
    assert UNITED_KINGDOM.role(Vacancy(Chamber.COMMONS, SEAT))["en"] == "Member of Parliament"


def test_somebody_who_left_is_not_offered() -> None:
    left = replace(MEMBER, until=date(2026, 7, 8))
    assert UNITED_KINGDOM.offered(left, date(2026, 7, 7))
    assert not UNITED_KINGDOM.offered(left, date(2026, 7, 8))
    assert UNITED_KINGDOM.offered(MEMBER, date(2029, 7, 8))
    assert not UNITED_KINGDOM.offered(MEMBER, date(2029, 7, 9)), "dissolved by law"


def test_the_unit_numbers_follow_the_order_of_the_units() -> None:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    units = [first + second for first in letters for second in letters]
    assert [UNITED_KINGDOM.unit_number(unit) for unit in units] == list(range(400))


@pytest.mark.parametrize(
    ("code", "parts", "wider"),
    [
        ("SW1A1AA", ("SW1A1", "AA"), ("SW1A*",)),
        ("M11AE", ("M11", "AE"), ("M1*",)),
        ("AB101XG", ("AB101", "XG"), ("AB10*",)),
        ("BT711AA", ("BT711", "AA"), ("BT71*", "BT*")),
    ],
)
def test_a_postcode_falls_in_a_sector_of_a_district_and_in_northern_ireland_at_least_there(
    code: str, parts: tuple[str, str], wider: tuple[str, ...]
) -> None:
    assert UNITED_KINGDOM.area(code) == parts
    assert UNITED_KINGDOM.wider_areas(parts[0]) == wider


def test_a_held_postcode_is_sure_in_great_britain_and_never_in_northern_ireland() -> None:
    assert UNITED_KINGDOM.held_is_exact("B11")
    assert UNITED_KINGDOM.held_is_exact("TN11")
    assert not UNITED_KINGDOM.held_is_exact("BT711")
    assert UNITED_KINGDOM.never_exact("BT711")


def test_the_nearest_postcodes_constituency_outweighs_a_larger_share() -> None:
    reasons = {"A": Reason.AREA, "B": Reason.NEAREST, "C": Reason.AREA}
    weights = UNITED_KINGDOM.weights("B11", reasons, {"A": 0.8, "B": 0.1, "C": 0.1})
    assert sorted(weights, key=lambda code: -weights[code]) == ["B", "A", "C"]
    assert sum(weights.values()) == pytest.approx(1)


@pytest.mark.parametrize(("sector", "share"), [("B11", 0.97), ("BT711", 0.93)])
def test_the_nearest_postcodes_constituency_is_as_likely_as_was_measured(sector: str, share: float) -> None:
    reasons = {"A": Reason.AREA, "B": Reason.NEAREST}
    weights = UNITED_KINGDOM.weights(sector, reasons, {"A": 0.8, "B": 0.2})
    assert weights == pytest.approx({"A": 1 - share, "B": share})


def test_without_a_nearest_postcode_the_shares_decide() -> None:
    shares = {"A": 0.25, "B": 0.75}
    assert UNITED_KINGDOM.weights("B11", dict.fromkeys(shares, Reason.AREA), shares) == pytest.approx(shares)


def test_a_lone_nearest_constituency_has_all_the_weight_there_is() -> None:
    assert UNITED_KINGDOM.weights("B11", {"A": Reason.NEAREST}, {"A": 1.0})["A"] > 0


def test_every_region_is_named_in_both_languages() -> None:
    assert len(UNITED_KINGDOM.regions) == 12
    for region in UNITED_KINGDOM.regions.values():
        assert {*region.name} == {*region.located} == {"en", "fr"}
        assert region.located["en"].endswith(region.name["en"])
        assert region.id.startswith("ocd-division/country:gb/part:")
    assert UNITED_KINGDOM.regions["SCT"].located["fr"] == "en Écosse"


def test_the_date_is_written_day_first() -> None:
    assert UNITED_KINGDOM.date_patterns["en"] == "d MMMM y"


def test_bills_are_called_by_their_names_alone() -> None:
    assert UNITED_KINGDOM.bill_numbers == ""
