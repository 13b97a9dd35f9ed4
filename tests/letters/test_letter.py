"""The letter itself: the writer's own words first, what is known in few words, one clear question.

Golden letters are renewed on purpose with UPDATE_GOLDEN=1 pytest tests/letters, and the difference is read.
"""

import os
import re
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.letter import MOST_REQUESTS, Letter, split_paragraphs
from letters.outputs.text import page
from letters.typography import word_count
from representatives import Chamber
from representatives.countries.ca import CANADA
from tests.support import MEMBER, OWN_WORDS, SENATOR, a_letter, campaigns, person

GOLDEN = Path(__file__).parent / "golden"
SLUGS = ("forced-labour", "forced-organ-harvesting", "prisoners-of-conscience")
LANGUAGES = CANADA.languages
PEOPLE = {
    "member": MEMBER,
    "honourable-member": "ca-commons-104555",
    "senator": SENATOR,
    "privy-councillor": "ca-senate-harder-peter-pc",
}
EACH = [(slug, language, id) for slug in SLUGS for language in LANGUAGES for id in (MEMBER, SENATOR)]


def ids(slug: str, language: str = "en") -> list[str]:
    return [request.id for request in campaigns()[slug].words["ca", language].requests]


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_the_letter_reads_as_the_one_that_was_approved(slug: str, language: str, who: str) -> None:
    made = page(a_letter(PEOPLE[who], slug, language=language, requests=tuple(ids(slug)[:3])))
    path = GOLDEN / f"{slug}.{language}.{who}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, "utf-8", newline="\n")
    assert made == path.read_text("utf-8")


def test_every_golden_letter_belongs_to_a_campaign_language_and_person() -> None:
    names = {f"{slug}.{language}.{who}.txt" for slug in SLUGS for language in LANGUAGES for who in PEOPLE}
    assert {path.name for path in GOLDEN.iterdir()} == names


def body_words(letter: Letter) -> int:
    """From the salutation to the name."""
    return word_count("\n\n".join((letter.text, letter.closing, letter.signature)))


@pytest.mark.parametrize("own", [60, 80, 100])
@pytest.mark.parametrize(("slug", "language", "to"), EACH)
def test_a_body_with_three_requests_has_250_to_350_words(slug: str, language: str, to: str, own: int) -> None:
    for requests in permutations(ids(slug), MOST_REQUESTS):
        letter = a_letter(to, slug, language=language, requests=requests, own_words=" ".join(["word"] * own))
        assert 250 <= body_words(letter) <= 350, requests


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize(("slug", "language", "to"), EACH)
def test_a_letter_with_typical_own_words_has_250_to_350_words_in_all(
    slug: str, language: str, to: str, number: int
) -> None:
    for requests in permutations(ids(slug), number):
        letter = a_letter(to, slug, language=language, requests=requests, own_words=" ".join(["word"] * 80))
        assert 250 <= word_count(page(letter)) <= 350, requests
        assert body_words(letter) <= 350


def test_the_own_words_that_tests_use_are_typical() -> None:
    assert 60 <= word_count(OWN_WORDS) <= 100


@pytest.mark.parametrize(("slug", "language", "to"), EACH)
def test_the_shared_core_has_at_most_80_words(slug: str, language: str, to: str) -> None:
    chamber = person(to).chamber
    core = campaigns()[slug].words["ca", language].letters[chamber].core
    assert 40 <= word_count(" ".join(core)) <= 80
    assert "[" not in "".join(core)
    letter = a_letter(to, slug, language=language, requests=tuple(ids(slug)[:1]))
    assert all(paragraph in letter.paragraphs for paragraph in core)


@pytest.mark.parametrize(("slug", "language", "to"), EACH)
def test_why_i_write_comes_first_and_the_question_last(slug: str, language: str, to: str) -> None:
    letter = a_letter(to, slug, language=language, requests=tuple(ids(slug)[:3]))
    words = campaigns()[slug].words["ca", language]
    own, core = split_paragraphs(OWN_WORDS), words.letters[person(to).chamber].core
    assert list(letter.paragraphs[1 : 1 + len(own)]) == own, (
        "the writer's own words follow the opening sentence"
    )
    assert letter.paragraphs[1 + len(own) : 1 + len(own) + len(core)] == core
    last = letter.paragraphs[-1]
    assert last.startswith(words.requests[0].question)
    assert letter.text.count("?") == 1, "one question"
    asks_for_answer = {"en": r"writ|reply|answer", "fr": r"écri|réponse|répon"}[language]
    assert re.search(asks_for_answer, last.partition("?")[2])


@pytest.mark.parametrize(("slug", "language", "to"), EACH)
def test_the_first_request_leads_and_the_others_support(slug: str, language: str, to: str) -> None:
    words = campaigns()[slug].words["ca", language]
    for requests in permutations(ids(slug), 2):
        letter = a_letter(to, slug, language=language, requests=requests)
        lead, other = (words.request(id) for id in requests)
        assert lead
        assert other
        assert other.supporting in letter.text
        assert lead.supporting not in letter.text
        assert lead.question in letter.text
        assert other.question not in letter.text


@pytest.mark.parametrize(("slug", "language", "to"), EACH)
def test_the_place_is_named_and_no_placeholder_is_left(slug: str, language: str, to: str) -> None:
    for requests in permutations(ids(slug), 3):
        letter = a_letter(to, slug, language=language, requests=requests)
        whole = page(letter)
        assert not re.search(r"[{}\[\]]", whole)
        named = (
            "Ontario"
            if person(to).chamber is Chamber.SENATE
            else {"en": "Hamilton West", "fr": "Hamilton-Ouest"}[language]
        )
        assert named in letter.text


def test_the_letter_to_a_senator_differs_from_the_letter_to_a_member() -> None:
    for slug, language, _ in EACH:
        to_member, to_senator = (
            a_letter(to, slug, language=language, requests=tuple(ids(slug)[:1]), own_words="")
            for to in (MEMBER, SENATOR)
        )
        shared = set(to_member.paragraphs) & set(to_senator.paragraphs)
        assert shared == set(), (slug, language)


def test_a_letter_without_own_words_has_no_empty_paragraph() -> None:
    letter = a_letter(own_words="")
    assert all(letter.paragraphs)
    assert len(letter.paragraphs) == len(a_letter().paragraphs) - len(split_paragraphs(OWN_WORDS))


@pytest.mark.parametrize(
    ("language", "day", "line"),
    [
        ("en", date(2026, 11, 24), "November 24, 2026"),
        ("fr", date(2026, 11, 24), "24 novembre 2026"),
        ("en", date(2027, 1, 1), "January 1, 2027"),
        ("fr", date(2027, 1, 1), "1er janvier 2027"),
        ("fr", date(2027, 8, 11), "11 août 2027"),
    ],
)
def test_the_date_is_in_words_of_the_letters_language(language: str, day: date, line: str) -> None:
    letter = a_letter(language=language, day=day)
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


def test_a_request_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        a_letter(requests=("nothing",))
    with pytest.raises(KeyError):
        a_letter(language="de")


LINES = st.text(max_size=200).map(lambda text: " ".join(text.split()))


@given(
    own_words=st.one_of(
        st.text(max_size=2000), st.sampled_from(["{{ region }}", "{% raw %}", "{{ 7 * 7 }}", "{#"])
    ),
    name=LINES,
    address=st.lists(LINES, max_size=8).map(tuple),
    to=st.sampled_from(list(PEOPLE.values())),
    language=st.sampled_from(LANGUAGES),
    requests=st.permutations(ids("forced-organ-harvesting")).flatmap(
        lambda order: st.integers(1, 3).map(lambda number: tuple(order[:number]))
    ),
)
def test_whatever_is_typed_stands_in_the_letter_as_it_is(
    own_words: str, name: str, address: tuple[str, ...], to: str, language: str, requests: tuple[str, ...]
) -> None:
    letter = a_letter(
        to, own_words=own_words, name=name, address=address, language=language, requests=requests
    )
    own = split_paragraphs(own_words)
    assert list(letter.paragraphs[1 : 1 + len(own)]) == own
    assert [char for part in own for char in part if not char.isspace()] == [
        c for c in own_words if not c.isspace()
    ]
    assert letter.sender == (name, *address)
    assert letter.signature == name
    assert letter == a_letter(
        to, own_words=own_words, name=name, address=address, language=language, requests=requests
    )
    rest = letter.paragraphs[1 + len(own) :]
    assert rest == a_letter(to, own_words="", language=language, requests=requests).paragraphs[1:]
