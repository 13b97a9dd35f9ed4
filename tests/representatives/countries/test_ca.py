"""How a letter to Canada's Parliament is addressed, opened, closed and posted."""

import re
from dataclasses import replace
from datetime import date

import pytest

from representatives import Chamber, Reason, Representative, Vacancy, directory
from representatives.countries.ca import CANADA

RIDING = directory().countries["ca"].constituencies["35039"]
MOST_CHARACTERS = 40
"""Of an address line without its spaces: Canada Post's addressing guidelines."""


def person(chamber: Chamber, prefix: str = "", suffix: str = "") -> Representative:
    return Representative(
        id=f"ca-{chamber}-1",
        country="ca",
        chamber=chamber,
        name="Jane Mary Doe",
        given_name="Jane Mary",
        family_name="Doe",
        honorific_prefix=prefix,
        honorific_suffix=suffix,
        party={"en": "Independent", "fr": "Indépendant"},
        area="35039",
        email="",
        page={"en": "https://example.org/en", "fr": "https://example.org/fr"},
        until=None,
    )


MEMBER = person(Chamber.COMMONS)
HONOURABLE = person(Chamber.COMMONS, "Hon.")
PRIME_MINISTER = person(Chamber.COMMONS, "Right Hon.")
SENATOR = person(Chamber.SENATE, "Hon.")
COUNCILLOR = person(Chamber.SENATE, "Hon.", "P.C.")
LISTED_BARE = person(Chamber.SENATE)


@pytest.mark.parametrize(
    ("who", "language", "name", "opening"),
    [
        (MEMBER, "en", "Jane Mary Doe, M.P.", "Dear Jane Mary Doe,"),
        (HONOURABLE, "en", "The Honourable Jane Mary Doe, M.P.", "Dear Jane Mary Doe,"),
        (PRIME_MINISTER, "en", "The Right Honourable Jane Mary Doe, M.P.", "Dear Jane Mary Doe,"),
        (SENATOR, "en", "The Honourable Jane Mary Doe", "Dear Senator Doe,"),
        (COUNCILLOR, "en", "The Honourable Jane Mary Doe, P.C.", "Dear Senator Doe,"),
        (LISTED_BARE, "en", "The Honourable Jane Mary Doe", "Dear Senator Doe,"),
        (MEMBER, "fr", "Jane Mary Doe", "Bonjour Jane Mary Doe,"),
        (HONOURABLE, "fr", "L’honorable Jane Mary Doe", "Honorable Jane Mary Doe,"),
        (PRIME_MINISTER, "fr", "Très honorable Jane Mary Doe", "Bonjour Jane Mary Doe,"),
        (SENATOR, "fr", "L’honorable Jane Mary Doe", "Honorable Jane Mary Doe,"),
        (COUNCILLOR, "fr", "L’honorable Jane Mary Doe, C.P.", "Honorable Jane Mary Doe,"),
        (LISTED_BARE, "fr", "L’honorable Jane Mary Doe", "Honorable Jane Mary Doe,"),
    ],
)
def test_the_forms_of_address(who: Representative, language: str, name: str, opening: str) -> None:
    assert CANADA.address_block(who, CANADA.offices(who, None, language)[0], language)[0] == name
    assert CANADA.salutation(who, language) == opening


@pytest.mark.parametrize(
    ("who", "language", "lines"),
    [
        (MEMBER, "en", ("House of Commons", "Ottawa ON  K1A 0A6")),
        (MEMBER, "fr", ("Chambre des communes", "Ottawa ON  K1A 0A6")),
        (SENATOR, "en", ("The Senate of Canada", "Ottawa ON  K1A 0A4")),
        (SENATOR, "fr", ("Sénat du Canada", "Ottawa ON  K1A 0A4")),
    ],
)
def test_the_address_ends_with_the_house_and_the_city_line(
    who: Representative, language: str, lines: tuple[str, str]
) -> None:
    assert CANADA.address_block(who, CANADA.offices(who, None, language)[0], language)[1:] == lines


@pytest.mark.parametrize("who", [MEMBER, HONOURABLE, PRIME_MINISTER, SENATOR, COUNCILLOR])
def test_no_gender_is_guessed(who: Representative) -> None:
    for language in CANADA.languages:
        words = " ".join(
            [
                *CANADA.address_block(who, CANADA.offices(who, None, language)[0], language),
                CANADA.salutation(who, language),
                CANADA.closing(who, language),
                CANADA.role(who)[language],
            ]
        ).split()
        guessed = {
            "Mr.",
            "Ms.",
            "Mrs.",
            "Sir",
            "Madam",
            "Monsieur",
            "Madame",
            "M.",
            "Mme",
            "La",
            "Le",
            "sénatrice",
        }
        assert not guessed & set(words)


def test_the_closings() -> None:
    assert CANADA.closing(MEMBER, "en") == "Yours sincerely,"
    assert CANADA.closing(SENATOR, "fr") == "Veuillez agréer l’expression de ma considération respectueuse."


def test_the_postage_is_free_and_its_conditions_are_said() -> None:
    postage = CANADA.postage
    assert "No stamp is needed" in postage["en"]
    assert "posted in Canada" in postage["en"]
    assert "registered mail are not free" in postage["en"]
    assert "Aucun timbre" in postage["fr"]
    assert "recommandé" in postage["fr"]
    assert "For a Member of Parliament the right ends ten days after" in postage["en"]
    assert "Pour la Chambre des communes, la franchise prend fin dix jours après" in postage["fr"]


def test_a_vacancy_has_a_role_and_no_name() -> None:
    vacancy = Vacancy(Chamber.COMMONS, RIDING)
    assert CANADA.role(vacancy)["en"] == "Member of Parliament"
    assert not hasattr(vacancy, "name")


def test_who_is_offered_is_decided_by_the_day() -> None:
    senator = replace(SENATOR, until=date(2026, 11, 24))
    assert CANADA.offered(senator, date(2026, 11, 23))
    assert not CANADA.offered(senator, date(2026, 11, 24))
    assert CANADA.offered(MEMBER, date(2029, 9, 7))
    assert not CANADA.offered(MEMBER, date(2029, 9, 8)), "the last day for the writs of the fixed election"


def test_every_line_of_every_address_is_as_short_as_canada_post_asks() -> None:
    tables = directory().countries["ca"]
    people = [*tables.members.values(), *(each for region in tables.senators.values() for each in region)]
    assert len(people) == 435
    lines = {
        line
        for each in people
        for language in CANADA.languages
        for line in CANADA.address_block(each, CANADA.offices(each, None, language)[0], language)
    }
    # 44 characters, and no shorter form of it is official; the window of the envelope still holds it.
    assert {line for line in lines if len(line.replace(" ", "")) > MOST_CHARACTERS} == {
        "The Honourable François-Philippe Champagne, M.P."
    }


@pytest.mark.parametrize(
    ("share", "urban", "rural"),
    [(0.05, 0.19, 0.70), (0.2, 0.86, 0.90), (0.5, 0.94, 0.96), (0.8, 0.965, 0.95), (0.95, 0.995, 0.975)],
)
def test_the_own_riding_is_as_likely_as_was_measured(share: float, urban: float, rural: float) -> None:
    reasons = {"own": Reason.POSITION, "large": Reason.AREA, "small": Reason.AREA}
    shares = {"own": share, "large": (1 - share) * 0.9, "small": (1 - share) * 0.1}
    for area, likely in (("L8S", urban), ("L0R", rural)):
        weights = CANADA.weights(area, reasons, shares)
        assert weights["own"] == pytest.approx(likely)
        assert sum(weights.values()) == pytest.approx(1)
        assert weights["large"] > weights["small"]


def test_where_an_urban_area_lies_elsewhere_its_largest_riding_comes_first() -> None:
    reasons = {"own": Reason.POSITION, "border": Reason.BORDER, "large": Reason.AREA}
    weights = CANADA.weights("L8S", reasons, {"own": 0.01, "large": 0.99})
    assert sorted(weights, key=lambda code: -weights[code]) == ["large", "own", "border"]
    assert weights["border"] > 0


def test_a_code_beside_a_border_is_less_sure_and_the_riding_across_comes_next() -> None:
    reasons = {"own": Reason.POSITION, "border": Reason.BORDER, "other": Reason.AREA}
    weights = CANADA.weights("L8S", reasons, {"own": 0.95, "other": 0.05})
    assert weights == pytest.approx({"own": 0.72, "border": 0.22, "other": 0.06})


def test_the_unit_numbers_follow_the_order_of_the_units() -> None:
    letters = "ABCEGHJKLMNPRSTVWXYZ"
    units = [f"{first}{letter}{last}" for first in range(10) for letter in letters for last in range(10)]
    assert units == sorted(units)
    assert [CANADA.unit_number(unit) for unit in units] == list(range(2000))


def test_every_region_is_named_in_both_languages() -> None:
    assert len(CANADA.regions) == 13
    for code, region in CANADA.regions.items():
        assert region.id.endswith(f":{code.lower()}")
        assert {*region.name} == {*region.located} == {"en", "fr"}
        assert region.located["en"].endswith(region.name["en"])
    assert [CANADA.regions[code].located["fr"] for code in ("QC", "ON", "PE", "NT")] == [
        "au Québec",
        "en Ontario",
        "à l’Île-du-Prince-Édouard",
        "dans les Territoires du Nord-Ouest",
    ]


def test_a_speaker_and_a_prime_minister_are_addressed_in_the_gender_of_their_official_french_title() -> None:
    members = {each.name: each for each in directory().countries["ca"].members.values()}
    speaker, first = members["Francis Scarpaleggia"], members["Mark Carney"]
    assert (CANADA.salutation(speaker, "en"), CANADA.salutation(speaker, "fr")) == (
        "Dear Mr. Speaker,",
        "Monsieur le Président,",
    )
    lines = CANADA.address_block(first, CANADA.offices(first, None, "fr")[0], "fr")
    assert lines[0] == "Le très honorable Mark Carney"


def test_bills_are_known_by_the_letter_of_their_chamber_and_a_number() -> None:
    said = "Bill C-219, S-4 and the CS-1; the C-section; S. 4009; a BC-2"
    assert re.findall(CANADA.bill_numbers, said) == ["C-219", "S-4"]
