"""Letters that fit the office: who decides, who presides, who takes no seat, who has no vote, whose committee has the bill."""

from dataclasses import replace
from datetime import date

import pytest

from letters.by_role import asked
from letters.campaign.manifest import Committee
from letters.campaign.model import Request, RoleWordings
from representatives import Representative, directory
from representatives.countries import COUNTRIES
from tests.support import TODAY, a_letter, offered

REQUEST = Request(
    id="vote",
    chambers=frozenset(),
    sources=(),
    seen="2026",
    until=None,
    title="",
    meaning="",
    lead=("Please vote for S. 4009.",),
    supporting=("Please vote for the other bill, too.",),
    question=("Will you vote for it?",),
    topic="a public report",
    by_role={"minister": RoleWordings(("As {{ office }} you can publish it.",), ())},
    committees=(Committee(id="SSFR", has="S. 4009"),),
)


def person(id: str) -> Representative:
    tables = directory().countries[id[:2]]
    everybody = [*tables.members.values(), *(each for region in tables.senators.values() for each in region)]
    return next(each for each in everybody if each.id == id)


@pytest.mark.parametrize(
    ("id", "role"),
    [
        ("ca-commons-28286", "prime-minister"),
        ("ca-commons-96081", "minister"),
        ("ca-commons-25453", "speaker"),
        ("ca-commons-122959", ""),
        ("gb-commons-1427", "prime-minister"),
        ("gb-commons-3914", "minister"),
        ("gb-commons-467", "speaker"),
        ("gb-commons-4460", "speaker"),
        ("gb-commons-4245", "no-seat"),
        ("gb-commons-1446", ""),
        ("gb-commons-5038", "whip"),
        ("ca-commons-122899", "parliamentary-secretary"),
        ("us-house-N000147", "delegate"),
        ("us-house-J000299", ""),
        ("au-house-grayndler", "prime-minister"),
        ("au-senate-penelope-ying-yen-wong", "minister"),
        ("au-house-oxley", "speaker"),
        ("au-senate-sue-lines", ""),
        ("au-house-kingston", ""),
    ],
)
def test_who_is_asked_as_what(id: str, role: str) -> None:
    """What is only reported (Kingston, gb-1446) changes no letter; the Speaker in Washington votes like any member."""
    assert COUNTRIES[id[:2]].asked_as(person(id)) == role


def test_a_minister_is_asked_by_office_in_the_campaigns_words() -> None:
    as_whom = asked(person("ca-commons-88316"), "en", TODAY)
    assert (as_whom.role, as_whom.office) == (
        "minister",
        "Minister of Justice and Attorney General of Canada",
    )
    assert as_whom.of(REQUEST).lead == ("As {{ office }} you can publish it.",)
    assert as_whom.of(REQUEST).question == REQUEST.question
    assert (
        asked(person("ca-commons-88316"), "fr", TODAY).office
        == "ministre de la Justice et procureur général du Canada"
    )


@pytest.mark.parametrize("id", ["gb-commons-467", "gb-commons-4245", "ca-commons-25453", "au-house-oxley"])
def test_who_cannot_vote_is_asked_only_for_what_they_can_do(id: str) -> None:
    as_whom = asked(person(id), "en", TODAY)
    wordings = as_whom.of(REQUEST)
    assert "write to the minister" in wordings.lead[0]
    assert "write to the minister" in wordings.question[0]
    assert not as_whom.can_support(REQUEST)
    letter = a_letter(id, requests=offered(id)[:3])
    assert "write to the minister responsible" in letter.text


def test_a_delegate_is_never_asked_for_a_vote() -> None:
    as_whom = asked(person("us-house-N000147"), "en", TODAY)
    assert "no vote on the House floor" in as_whom.of(REQUEST).lead[0]
    assert not as_whom.can_support(REQUEST)
    without = replace(
        REQUEST, lead=("Please cosponsor it.",), question=("Will you?",), supporting=("Please ask.",)
    )
    assert as_whom.of(without).lead == without.lead
    assert as_whom.can_support(without)


def test_whose_committee_has_the_bill_is_told_so_until_the_congress_ends() -> None:
    member = person("us-senate-C001088")
    said = asked(member, "en", TODAY).committee_sentence(REQUEST)
    assert said == "You sit on the Foreign Relations Committee, which has S. 4009."
    chair = asked(person("us-senate-R000584"), "en", TODAY).committee_sentence(REQUEST)
    assert chair == "You chair the Foreign Relations Committee, which has S. 4009."
    assert asked(member, "en", date(2027, 1, 3)).committee_sentence(REQUEST) == ""
    assert asked(person("us-senate-S000148"), "en", TODAY).committee_sentence(REQUEST) == ""
    older = replace(member, committees=tuple(replace(each, is_newest=False) for each in member.committees))
    assert (
        asked(older, "en", TODAY)
        .committee_sentence(REQUEST)
        .startswith("If you still sit on the Foreign Relations")
    )


def test_who_sits_on_the_committee_is_not_sent_to_it_by_its_name_again() -> None:
    letter = a_letter("us-senate-R000584", requests=("senate-vote", "report"))
    assert "You chair the Foreign Relations Committee, which has S. 4009. " in letter.text
    assert letter.text.count("Foreign Relations Committee") == letter.text.count("S. 4009") == 1
    assert "You sit on" not in a_letter("us-senate-S000148", requests=("senate-vote",)).text


def test_a_parliamentary_secretary_is_asked_like_a_minister_where_a_campaign_has_no_words_for_them() -> None:
    as_whom = asked(person("ca-commons-122899"), "en", TODAY)
    assert as_whom.of(REQUEST).lead == ("As {{ office }} you can publish it.",)
    own = {"parliamentary-secretary": RoleWordings(("Please publish it.",), ())}
    assert as_whom.of(replace(REQUEST, by_role=REQUEST.by_role | own)).lead == ("Please publish it.",)


def test_who_holds_an_office_gets_no_wording_about_the_chamber_while_there_is_another() -> None:
    minister = asked(person("au-senate-penelope-ying-yen-wong"), "en", TODAY)
    assert minister.holds_office
    wordings = ["I hope the Senate will act.", "I hope for your help."]
    assert minister.fitting(wordings) == ["", "I hope for your help."]
    assert minister.fitting(wordings[:1]) == wordings[:1]
    assert (
        asked(person("gb-commons-5038"), "en", TODAY).fitting(["Please put a written question.", "Ask."])[0]
        == ""
    )
    assert not asked(person("au-senate-david-shoebridge"), "en", TODAY).holds_office


@pytest.mark.parametrize(
    ("id", "language", "end"),
    [
        ("gb-commons-467", "en", "I would be grateful for a few lines from you."),
        ("ca-commons-25453", "en", "I would be grateful for a few lines from you."),
        ("ca-commons-25453", "fr", "Quelques lignes de votre part me feraient plaisir."),
        ("au-house-oxley", "en", "I would be grateful for a few lines from you."),
    ],
)
def test_a_speaker_is_not_asked_where_they_stand(id: str, language: str, end: str) -> None:
    assert a_letter(id, language=language, requests=offered(id)[:1]).paragraphs[-1].endswith(end)


@pytest.mark.parametrize(
    ("id", "language", "line", "salutation", "closing"),
    [
        ("ca-commons-28286", "en", "Prime Minister of Canada", "Dear Prime Minister,", "Yours sincerely,"),
        (
            "ca-commons-28286",
            "fr",
            "Premier ministre du Canada",
            "Monsieur le Premier ministre,",
            "Veuillez agréer, Monsieur le Premier ministre, l’expression de ma considération respectueuse.",
        ),
        ("ca-commons-96081", "en", "Minister of Foreign Affairs", "Dear Minister,", "Yours sincerely,"),
        (
            "ca-commons-96081",
            "fr",
            "Ministre des Affaires étrangères",
            "Honorable Anita Anand,",
            "Veuillez agréer l’expression de ma considération respectueuse.",
        ),
        (
            "ca-commons-25524",
            "fr",
            "Chambre des communes",
            "Monsieur le Député,",
            "Veuillez agréer, Monsieur le Député, l’expression de ma considération respectueuse.",
        ),
        ("gb-commons-1427", "en", "Prime Minister", "Dear Prime Minister,", "Yours sincerely,"),
        ("gb-commons-3914", "en", "House of Commons", "Dear Ms Mahmood,", "Yours sincerely,"),
        (
            "us-house-J000299",
            "en",
            "Speaker of the House of Representatives",
            "Dear Speaker Johnson:",
            "Sincerely,",
        ),
        (
            "au-house-grayndler",
            "en",
            "Prime Minister of Australia",
            "Dear Prime Minister,",
            "Yours sincerely,",
        ),
        (
            "au-senate-penelope-ying-yen-wong",
            "en",
            "Minister for Foreign Affairs",
            "Dear Minister,",
            "Yours sincerely,",
        ),
    ],
)
def test_an_office_is_addressed_in_its_countrys_form(
    id: str, language: str, line: str, salutation: str, closing: str
) -> None:
    someone, country = person(id), COUNTRIES[id[:2]]
    (*_, office) = country.offices(someone, None, language)
    assert line in country.address_block(someone, office, language)
    assert country.salutation(someone, language) == salutation
    assert country.closing(someone, language) == closing


def test_a_senator_of_australia_with_the_title_is_styled_as_parliament_writes_it() -> None:
    wong = person("au-senate-penelope-ying-yen-wong")
    assert (wong.name, wong.styled) == ("Penny Wong", "Senator the Hon Penny Wong")


def test_a_seat_in_canada_is_addressed_in_both_genders_in_french_and_so_is_the_closing() -> None:
    seat = directory().countries["ca"].delegation("24037", TODAY).people[0]
    canada = COUNTRIES["ca"]
    assert canada.salutation(seat, "fr") == "Madame la Députée ou Monsieur le Député,"
    assert "Madame la Députée ou Monsieur le Député, l’expression" in canada.closing(seat, "fr")
