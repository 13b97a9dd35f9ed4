"""What a hostile reader found in whole letters: somebody sent to themselves, a day that has passed, the same thing twice."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from letters.choices import Choices, Writer
from letters.deal import Deal
from letters.letter import Letter, compose
from tests.support import ADDRESSES, OFFICES, OWN_WORDS, campaigns, home, offered, person

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
