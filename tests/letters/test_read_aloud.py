"""What a hostile reader found in whole letters: somebody sent to themselves, a day that has passed, the same thing twice."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from letters.choices import Choices, Writer
from letters.deal import Deal
from letters.letter import Letter, compose
from representatives import directory
from tests.support import ADDRESSES, OFFICES, OWN_WORDS, TODAY, campaigns, home, offered, person

OFFICE_HOLDERS = (
    "ca-commons-96081", "ca-commons-28286", "ca-commons-25453", "ca-commons-122899", "ca-commons-88802",
    "gb-commons-3914", "gb-commons-1427", "gb-commons-467", "gb-commons-4245", "gb-commons-5038",
    "au-senate-penelope-ying-yen-wong", "au-house-grayndler", "au-house-oxley", "au-house-parramatta",
)  # fmt: skip
"""Ministers, prime ministers, Speakers, parliamentary secretaries, whips and a member who does not take the seat."""
OF_THE_CHAMBER = re.compile(
    r"\b(?:Senate|senators?|House|Commons|motion|written question|estimates|Sénat|Chambre|question écrite)\b"
)
NAMED_ONCE = re.compile(
    r"\b(?:S|H\.R) \d+|[CS]-\d+|1182f|\w+ (?:Relations|Slavery|Prevention) (?:Act|Committee)|Committee on Human Rights"
    r"|Defending Freedoms Project|2018|lapsed|2022 law|loi de 2022"
)
OTHER_MINISTERS = re.compile(
    r"the Minister of|(?:Foreign|Health) (?:Minister|Secretary)|Attorney-General|ministère d", re.IGNORECASE
)
MINISTERS = ("ca-commons-96081", "gb-commons-3914", "au-senate-penelope-ying-yen-wong")
LAST_WEEKS, NEXT_CONGRESS = date(2026, 12, 11), date(2027, 1, 4)


def letters(id: str, slug: str, language: str, day: date) -> Iterator[Letter]:
    """One with each request first, in each wording."""
    asks = offered(id, slug, language, day)
    for lead in asks:
        for draw in range(6):
            others = tuple(each for each in asks if each != lead)[:2]
            choices = Choices(language, home(id), (lead, *others), OWN_WORDS)
            writer = Writer("Zoë O’Neil", ADDRESSES[id[:2]])
            yield compose(campaigns()[slug], person(id), writer, choices, day, Deal(str(draw)).to(id))


@pytest.mark.parametrize("slug", campaigns())
@pytest.mark.parametrize("id", MINISTERS)
def test_no_minister_is_asked_to_speak_with_a_minister_who_may_be_the_same(id: str, slug: str) -> None:
    for language in (each for country, each in campaigns()[slug].words if country == id[:2]):
        for letter in letters(id, slug, language, LAST_WEEKS):
            assert not OTHER_MINISTERS.search(letter.paragraphs[-1]), letter.paragraphs[-1]


@pytest.mark.parametrize("slug", campaigns())
@pytest.mark.parametrize("id", OFFICE_HOLDERS)
def test_who_holds_an_office_is_never_met_or_left_as_one_of_a_chamber(id: str, slug: str) -> None:
    for language in (each for country, each in campaigns()[slug].words if country == id[:2]):
        for letter in letters(id, slug, language, LAST_WEEKS):
            for text in (letter.subject, letter.paragraphs[0], letter.paragraphs[-1]):
                assert not OF_THE_CHAMBER.search(text), text


@pytest.mark.parametrize("slug", campaigns())
@pytest.mark.parametrize(
    "id", [*OFFICE_HOLDERS, *(id for ids in OFFICES.values() for id in ids), "us-senate-R000584"]
)
@pytest.mark.parametrize("day", [TODAY, LAST_WEEKS])
def test_a_bill_a_law_or_a_committee_is_named_in_one_sentence_of_a_letter(
    id: str, slug: str, day: date
) -> None:
    for language in (each for country, each in campaigns()[slug].words if country == id[:2]):
        for letter in letters(id, slug, language, day):
            text = re.sub(r"\b(H\.R|S|U\.S\.C)\.", r"\1", " ".join(letter.paragraphs))
            named = [name for each in re.split(r"(?<=[.?]) ", text) for name in set(NAMED_ONCE.findall(each))]
            assert len(named) == len(set(named)), named


@pytest.mark.parametrize("slug", campaigns())
@pytest.mark.parametrize("id", OFFICES["us"])
@pytest.mark.parametrize("day", [LAST_WEEKS, NEXT_CONGRESS])
def test_what_is_said_of_a_congress_is_true_before_and_after_its_end(id: str, slug: str, day: date) -> None:
    for letter in letters(id, slug, "en", day):
        assert not re.search(
            r"no vote comes|before (?:this|it) |while there is time|this Congress", letter.text
        )


@pytest.mark.parametrize("slug", campaigns())
@pytest.mark.parametrize("id", [id for ids in OFFICES.values() for id in ids])
def test_no_letter_begins_two_sentences_alike(id: str, slug: str) -> None:
    own = re.compile(re.escape(OWN_WORDS.split("\n\n")[0]))
    for letter in letters(id, slug, "en", LAST_WEEKS):
        text = re.sub(r"\b(H\.R|S|U\.S\.C|Mr|Ms)\.", r"\1", own.sub("", " ".join(letter.paragraphs)))
        starts = [" ".join(each.split()[:4]) for each in re.split(r"(?<=[.?]) ", text)]
        assert len(starts) == len(set(starts)), starts


@pytest.mark.parametrize("slug", campaigns())
@pytest.mark.parametrize("country", ["ca", "au"])
def test_a_member_and_three_senators_share_no_sentence(slug: str, country: str) -> None:
    tables = directory().countries[country]
    delegation = next(
        found
        for code in tables.constituencies
        if len((found := tables.delegation(code, TODAY)).people) >= 4
        and found.people[0].chamber is tables.country.lower
    )
    people = delegation.people[:4]
    for language in (each for of, each in campaigns()[slug].words if of == country):
        asks = offered(people[0].id, slug, language)
        for draw in range(4 * len(asks)):
            deal, turn = Deal(str(draw)), draw % len(asks)
            choices = Choices(language, delegation.constituency, (asks[turn:] + asks[:turn])[:3], "")
            said = [
                {sentence for text in letter.paragraphs for sentence in re.split(r"(?<=[.?]) ", text)}
                for person in people
                for letter in [
                    compose(campaigns()[slug], person, Writer("Z", ()), choices, TODAY, deal.to(person.id))
                ]
            ]
            assert sum(map(len, said)) == len(set().union(*said))
