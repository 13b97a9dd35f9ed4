"""The letter itself: the writer's own words first, what is known in few words, one clear question."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.body import MOST_REQUESTS, split_paragraphs
from letters.campaign.model import LetterText, Request, Wordings, Words
from letters.campaign.placeholders import fill, longest
from letters.letter import Letter
from letters.outputs.text import page
from letters.typography import word_count
from representatives import Chamber, Constituency
from representatives.countries import COUNTRIES
from tests.support import (
    MEMBER,
    OFFICES,
    OWN_WORDS,
    SENATOR,
    TODAY,
    a_letter,
    campaigns,
    home,
    offered,
    person,
)

SLUGS = ("forced-labour", "forced-organ-harvesting", "prisoners-of-conscience")
EACH = [
    (slug, language, to)
    for slug in SLUGS
    for country, people in OFFICES.items()
    for language in COUNTRIES[country].languages
    for to in people
]
WRITERS = [f"Zoë {letter}. O’Neil" for letter in "ABCDEFGHIJKLMNOPQRST"]
"""Enough names to draw every wording of a text."""

each = pytest.mark.parametrize(("slug", "language", "to"), EACH)


def words_of(slug: str, to: str, language: str) -> Words:
    return campaigns()[slug].words[to[:2], language]


def text_of(slug: str, to: str, language: str) -> LetterText:
    return words_of(slug, to, language).letters[person(to).chamber]


def request_of(slug: str, to: str, language: str, id: str) -> Request:
    return next(each for each in words_of(slug, to, language).requests if each.id == id)


def said(wordings: Wordings, to: str, language: str) -> tuple[str, ...]:
    """Every wording as it stands in the letter to that person."""
    place = place_of(to)
    values = {
        "constituency": place.name[language],
        "region": place.region.name[language],
        "in_region": place.region.located[language],
        "recipient": person(to).name,
        "chamber": str(person(to).chamber),
        "office": "",
        "topic": "",
    }
    return tuple(fill(text, values) for text in wordings)


def place_of(to: str) -> Constituency:
    """The constituency that a_letter() writes from."""
    return home(MEMBER) if to == SENATOR else home(to)


def of_words(number: int) -> str:
    return " ".join(["word"] * number)


def body_words(letter: Letter) -> int:
    """From the salutation to the name."""
    return word_count("\n\n".join((letter.text, letter.closing, letter.signature)))


def parts(slug: str, to: str, language: str, requests: Sequence[str]) -> Iterator[Wordings]:
    """The texts of which a letter draws one wording each."""
    text = text_of(slug, to, language)
    lead, *supporting = (request_of(slug, to, language, id) for id in requests)
    yield from (text.opening, *text.core, lead.lead, lead.question, text.reply)
    yield from (request.supporting for request in supporting)


def fewest_and_most(slug: str, to: str, language: str, requests: Sequence[str]) -> tuple[int, int]:
    """How many words the drawn texts have in the shortest and in the longest draw: every letter is between."""
    counts = [
        [word_count(text) for text in said(wordings, to, language)]
        for wordings in parts(slug, to, language, requests)
    ]
    return sum(map(min, counts)), sum(map(max, counts))


def around(letter: Letter) -> tuple[int, int]:
    """The words of the page, and of the body, that are not in its paragraphs."""
    paragraphs = word_count("\n\n".join(letter.paragraphs))
    return word_count(page(letter)) - paragraphs, body_words(letter) - paragraphs


@each
def test_the_campaigns_part_of_a_letter_is_120_words_at_most_and_15_for_each_further_request(
    slug: str, language: str, to: str
) -> None:
    """In the longest wordings of each text; a place's name counts as one word."""
    for number in (1, 2, 3):
        for requests in permutations(offered(to, slug, language), number):
            most = sum(
                max(word_count(longest(text)) for text in wordings)
                for wordings in parts(slug, to, language, requests)
            )
            assert most <= 120 + 15 * (number - 1), requests


@each
def test_with_typical_own_words_a_letter_has_130_to_250_words_and_half_are_the_writers(
    slug: str, language: str, to: str
) -> None:
    for number in (1, 2):
        for requests in permutations(offered(to, slug, language), number):
            letter = a_letter(to, slug, language=language, requests=requests, own_words=of_words(100))
            fewest, most = fewest_and_most(slug, to, language, requests)
            _, in_body = around(letter)
            assert in_body + fewest + 60 >= 130, requests
            assert in_body + most + 100 <= 260, requests
            assert fewest + 100 <= word_count("\n".join(letter.paragraphs)) <= most + 100
            if number == 1:
                assert fewest + most <= 230, requests


def test_the_own_words_that_tests_use_are_typical() -> None:
    assert 60 <= word_count(OWN_WORDS) <= 100


@each
def test_of_each_paragraph_of_the_core_one_wording_is_in_a_letter(slug: str, language: str, to: str) -> None:
    core = text_of(slug, to, language).core
    assert "[" not in "".join("".join(wordings) for wordings in core)
    for name in WRITERS:
        letter = a_letter(to, slug, language=language, name=name)
        for wordings in core:
            assert len(set(said(wordings, to, language)) & set(letter.paragraphs)) == 1


@each
def test_why_i_write_comes_first_and_the_question_last(slug: str, language: str, to: str) -> None:
    text = text_of(slug, to, language)
    own, core = split_paragraphs(OWN_WORDS), text.core
    lead = request_of(slug, to, language, offered(to, slug, language)[0])
    for name in WRITERS:
        letter = a_letter(to, slug, language=language, name=name)
        first = a_letter(to, slug, language=language, name=name, requests=(lead.id,))
        assert letter.paragraphs[0] in said(text.opening, to, language)
        assert list(letter.paragraphs[1 : 1 + len(own)]) == own, (
            "the writer's own words follow the opening sentence"
        )
        after = letter.paragraphs[1 + len(own) :]
        assert all(after[place] in said(wordings, to, language) for place, wordings in enumerate(core))
        question, mark, reply = first.paragraphs[-1].partition("?")
        assert question + mark in said(lead.question, to, language)
        assert reply.strip() in said(text.reply, to, language)
        assert letter.text.count("?") == 1, "one question"


ASKS_FOR_ANSWER = {
    "en": r"\b(?:write|writing|written|reply|answer|letter|response|hear from you|mail|let me know|read what you)\b",
    "fr": r"écri|répon|lettre|un mot de votre part|dites-moi|lire",
}


@each
def test_every_way_to_close_asks_for_an_answer(slug: str, language: str, to: str) -> None:
    for reply in text_of(slug, to, language).reply:
        assert re.search(ASKS_FOR_ANSWER[language], reply), reply


@each
def test_the_first_request_leads_and_the_others_support(slug: str, language: str, to: str) -> None:
    for requests in permutations(offered(to, slug, language), 2):
        letter = a_letter(to, slug, language=language, requests=requests)
        lead, other = (request_of(slug, to, language, id) for id in requests)
        asked = [set(said(each, to, language)) for each in (lead.lead, lead.question, other.supporting)]
        for texts in asked:
            assert len([text for text in texts if text in letter.text]) == 1, (requests, texts)
        for wordings in (lead.supporting, other.question, other.lead):
            others = set(said(wordings, to, language)).difference(
                *asked
            )  # two requests may end in one question
            assert not [text for text in others if text in letter.text], (requests, wordings)


@each
def test_at_most_two_requests_support(slug: str, language: str, to: str) -> None:
    known = offered(to, slug, language)
    assert a_letter(to, slug, language=language, requests=known) == a_letter(
        to, slug, language=language, requests=known[:MOST_REQUESTS]
    )


@each
def test_the_place_is_named_and_no_placeholder_is_left(slug: str, language: str, to: str) -> None:
    place = place_of(to)
    for name in WRITERS:
        letter = a_letter(to, slug, language=language, name=name)
        assert not re.search(r"[{}\[\]]", page(letter))
        names = {place.name[language], place.region.name[language]}
        if person(to).chamber is Chamber.SENATE:
            names = {place.region.name[language]}
        elif to[:2] != "us":
            names = {place.name[language]}
        assert any(each in letter.text for each in names), letter.text


@each
def test_what_stands_around_the_text_is_a_letters(slug: str, language: str, to: str) -> None:
    country, sits = COUNTRIES[to[:2]], person(to)
    letter = a_letter(to, slug, language=language)
    assert letter.sender[0] == letter.signature == "Zoë O’Neil"
    assert len(letter.sender) > 1
    assert sits.family_name in letter.recipient[0]
    assert len(letter.recipient) >= 3
    assert letter.recipient == country.address_block(sits, country.offices(sits, None, language)[0], language)
    assert letter.salutation.endswith((",", ":"))
    assert sits.family_name in letter.salutation
    assert letter.subject
    assert "\n" not in letter.subject
    assert (letter.paper, letter.envelope) == (country.paper, country.envelope)
    assert letter.language == language


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("country", ["ca", "us", "au"])
def test_letters_to_several_people_differ_in_address_salutation_role_and_request(
    slug: str, country: str
) -> None:
    for language in COUNTRIES[country].languages:
        first, second = (a_letter(to, slug, language=language) for to in OFFICES[country])
        assert first.recipient != second.recipient
        assert first.salutation != second.salutation
        assert first.subject != second.subject
        own = set(split_paragraphs(OWN_WORDS))
        shared = (set(first.paragraphs) & set(second.paragraphs)) - own
        same_supporting = {p for p in shared if p == first.paragraphs[-2] or p == second.paragraphs[-2]}
        assert shared - same_supporting == set(), "nothing is shared but what supports in one sentence"


@each
def test_a_letter_names_nobody_but_its_recipient(slug: str, language: str, to: str) -> None:
    others = [person(id) for people in OFFICES.values() for id in people if id != to]
    for name in WRITERS[:5]:
        whole = page(a_letter(to, slug, language=language, name=name))
        assert not [other.name for other in others if other.name in whole or other.family_name in whole]


def test_a_letter_without_own_words_has_no_empty_paragraph() -> None:
    letter = a_letter(own_words="")
    assert all(letter.paragraphs)
    assert len(letter.paragraphs) == len(a_letter().paragraphs) - len(split_paragraphs(OWN_WORDS))


@each
def test_the_three_answers_stand_where_they_belong(slug: str, language: str, to: str) -> None:
    letter = a_letter(
        to, slug, language=language, learned="LEARNED\n\nthus", own_words="MATTERS", wish="WISH"
    )
    without = a_letter(to, slug, language=language, own_words="")
    assert letter.paragraphs == (
        without.paragraphs[0],
        "LEARNED",
        "thus",
        "MATTERS",
        *without.paragraphs[1:-1],
        "WISH",
        without.paragraphs[-1],
    )


@pytest.mark.parametrize(
    ("to", "language", "day", "line"),
    [
        (MEMBER, "en", date(2026, 11, 24), "November 24, 2026"),
        (MEMBER, "fr", date(2026, 11, 24), "Le 24 novembre 2026"),
        (MEMBER, "en", date(2027, 1, 1), "January 1, 2027"),
        (MEMBER, "fr", date(2027, 1, 1), "Le 1er janvier 2027"),
        (MEMBER, "fr", date(2027, 8, 11), "Le 11 août 2027"),
        (OFFICES["gb"][0], "en", date(2027, 1, 1), "1 January 2027"),
        (OFFICES["us"][0], "en", date(2027, 1, 1), "January 1, 2027"),
        (OFFICES["au"][0], "en", date(2027, 1, 1), "1 January 2027"),
    ],
)
def test_the_date_is_in_words_of_the_letters_language_as_the_country_writes_it(
    to: str, language: str, day: date, line: str
) -> None:
    letter = a_letter(to, language=language, day=day)
    assert (letter.date_line, letter.day) == (line, day)


def test_an_edited_letter_keeps_everything_but_its_subject_and_text() -> None:
    letter = a_letter()
    edited = letter.edited("New", "Hello,\r\n\r\none\r\ntwo\n\n\n \nthree")
    assert (edited.subject, edited.salutation, edited.paragraphs) == ("New", "Hello,", ("one\ntwo", "three"))
    assert (edited.sender, edited.recipient, edited.closing) == (
        letter.sender,
        letter.recipient,
        letter.closing,
    )
    assert letter.edited(letter.subject, letter.text) == letter


def test_where_no_chosen_request_fits_the_chamber_its_first_is_asked() -> None:
    member, senator = OFFICES["us"]
    to_member = a_letter(member, requests=("coverage",))
    assert a_letter(member, requests=("senate-vote",)) == a_letter(member, requests=("nothing",)) == to_member
    both = ("senate-vote", "coverage")
    assert a_letter(member, requests=both) == to_member
    assert a_letter(senator, requests=both) == a_letter(senator, requests=("senate-vote",))
    assert "H.R. 2114" in to_member.text
    assert "H.R. 2114" not in a_letter(senator, requests=both).text


def test_a_language_without_words_gives_the_countrys_own() -> None:
    assert a_letter(language="de") == a_letter(language="en")
    assert a_letter(OFFICES["gb"][0], language="fr") == a_letter(OFFICES["gb"][0], language="en")


ENDING = [
    ("forced-organ-harvesting", OFFICES["us"][1], "senate-vote"),
    ("forced-organ-harvesting", OFFICES["us"][0], "coverage"),
]
LAST = date(2026, 12, 10)


@pytest.mark.parametrize(("slug", "to", "id"), ENDING)
def test_in_the_last_weeks_of_a_congress_a_letter_asks_for_what_is_true_before_and_after_its_end(
    slug: str, to: str, id: str
) -> None:
    request = request_of(slug, to, "en", id)
    assert request.after
    for name in WRITERS:
        before, *then = (
            a_letter(to, slug, requests=(id,), day=day, name=name, own_words="")
            for day in (LAST, date(2026, 12, 11), date(2027, 1, 2), date(2027, 1, 3), date(2027, 1, 4))
        )
        assert [text for text in said(request.lead, to, "en") if text in before.paragraphs]
        assert len({letter.paragraphs for letter in then}) == 1, "the end itself changes nothing"
        assert [text for text in said(request.after.lead, to, "en") if text in then[0].paragraphs]
        assert then[0].paragraphs[-1].partition("?")[0] + "?" in said(request.after.question, to, "en")


def test_when_a_request_ends_the_others_stay_as_they_are() -> None:
    member = OFFICES["us"][0]
    for day in (TODAY, date(2026, 12, 11)):
        assert offered(member, day=day) == ("coverage", "report", "visas", "speak")
    before, after = (a_letter(member, requests=("visas",), day=day) for day in (TODAY, date(2026, 12, 11)))
    assert before.paragraphs == after.paragraphs


def test_a_letter_has_the_same_wordings_each_time_and_other_writers_have_others() -> None:
    for slug, language, to in EACH:
        asks = offered(to, slug, language)[:3]
        letters, again = (
            {name: a_letter(to, slug, language=language, name=name, requests=asks) for name in WRITERS}
            for _ in range(2)
        )
        assert letters == again
        assert len({letter.paragraphs for letter in letters.values()}) >= len(WRITERS) // 2
        for wordings in parts(slug, to, language, asks):
            found = {
                text
                for text in said(wordings, to, language)
                for letter in letters.values()
                if any(text in paragraph for paragraph in letter.paragraphs)
            }
            assert len(found) >= min(2, len(wordings))


def test_own_words_and_the_day_change_no_wordings_so_that_back_shows_the_same_letter() -> None:
    letter, other = a_letter(own_words=""), a_letter(own_words="Mine.", day=date(2026, 12, 1))
    assert [p for p in other.paragraphs if p != "Mine."] == list(letter.paragraphs)


def test_the_address_and_the_recipient_give_other_wordings_too() -> None:
    streets = [a_letter(own_words="", address=(f"{n} Main Street", "L8S 4L8")).paragraphs for n in range(20)]
    assert len(set(streets)) > 10
    senators = ["ca-senate-ataullahjan-salma", "ca-senate-harder-peter-pc"]
    first, second = (a_letter(to, own_words="", constituency=home(MEMBER)).paragraphs for to in senators)
    assert first != second


def test_a_choice_of_lead_leaves_the_wordings_of_the_rest() -> None:
    first, second = (a_letter(requests=order, own_words="") for order in permutations(("speak", "enforce")))
    core = len(text_of("forced-organ-harvesting", MEMBER, "en").core)
    assert first.paragraphs[: 1 + core] == second.paragraphs[: 1 + core]


def test_most_pairs_of_writers_get_letters_that_differ_in_most_paragraphs() -> None:
    letters = [a_letter(own_words="", name=name).paragraphs for name in WRITERS]
    shared = [len(set(a) & set(b)) / len(a) for a, b in combinations(letters, 2)]
    assert sum(shared) / len(shared) < 0.5


LINES = st.text(max_size=200).map(lambda text: " ".join(text.split()))
TYPED = st.one_of(
    st.text(max_size=2000), st.sampled_from(["{{ region }}", "{% raw %}", "{{ 7 * 7 }}", "{#", "[bbc-2018]"])
)
ALL = [
    *(id for people in OFFICES.values() for id in people),
    "ca-commons-104555",
    "ca-senate-harder-peter-pc",
    "gb-commons-1211",
    "us-house-N000147",
    "au-house-kingsford-smith",
]


@given(
    answers=st.tuples(TYPED, TYPED, TYPED),
    name=LINES,
    address=st.lists(LINES, max_size=8).map(tuple),
    to=st.sampled_from(ALL),
    slug=st.sampled_from(SLUGS),
    language=st.sampled_from(("en", "fr")),
    lot=st.randoms(use_true_random=False),
    number=st.integers(1, 5),
)
def test_whatever_is_typed_stands_in_the_letter_as_it_is(
    answers: tuple[str, str, str],
    name: str,
    address: tuple[str, ...],
    to: str,
    slug: str,
    language: str,
    lot: Random,
    number: int,
) -> None:
    known = offered(to, slug, language)
    asks = tuple(lot.sample(known, min(number, len(known))))
    same = {"name": name, "address": address, "language": language, "requests": asks}
    learned, matters, wish = answers
    letter = a_letter(to, slug, learned=learned, own_words=matters, wish=wish, **same)
    without = a_letter(to, slug, own_words="", **same)
    first, last = split_paragraphs(learned) + split_paragraphs(matters), split_paragraphs(wish)
    assert letter.paragraphs == (
        without.paragraphs[0],
        *first,
        *without.paragraphs[1:-1],
        *last,
        without.paragraphs[-1],
    )
    assert [char for part in (*first, *last) for char in part if not char.isspace()] == [
        char for char in "".join(answers) if not char.isspace()
    ]
    assert not re.search(r"[{}\[\]]", without.text), "no placeholder is left in what the campaign says"
    assert letter.sender == (name, *address)
    assert letter.signature == name
    assert letter == a_letter(to, slug, learned=learned, own_words=matters, wish=wish, **same)
    assert letter.edited(letter.subject, letter.text).text == letter.text
