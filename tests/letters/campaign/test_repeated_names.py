"""Advice where one letter can name the same bill, law or committee twice."""

from datetime import date

import pytest

from letters.campaign.checks.repeated_names import repeated_findings
from letters.campaign.manifest import CountryEntry, RequestEntry
from letters.campaign.sections import split

TEXT = """# Request: vote
Lead: {lead}
Lead for minister: As {{{{ office }}}} you can help.
Supporting: Please vote, too.
Question: {question}
After: {after}
After supporting: Bring it back, too.
After question: Will you bring it back?
# Request: report
Lead: Please ask for a report.
Supporting: {supporting}
Question: Will you ask?
# Letter: senate
Opening: I live {{{{ in_region }}}}.
Core: The Senate has Bill S-4. {core}
# Letter: house
Opening: I live in {{{{ constituency }}}}.
Core: It is so.
"""
PLAIN = {
    "lead": "Please vote for it.",
    "question": "Will you?",
    "after": "Please bring it back.",
    "supporting": "A report would help.",
    "core": "",
}
SEEN = {"sources": ["a"], "seen": date(2026, 3, 5)}
COUNTRY = CountryEntry(
    languages=["en"],
    requests=[
        RequestEntry(id="vote", chambers=["senate"], **SEEN),
        RequestEntry(id="report", chambers=["senate", "house"], **SEEN),
    ],
)


def advised(**texts: str) -> list[str]:
    found = list(repeated_findings(split(TEXT.format(**PLAIN | texts)), COUNTRY))
    assert all(each.is_advice for each in found)
    return [each.sentence.split(", and so")[0] for each in found]


def test_what_is_said_once_or_in_texts_of_two_chambers_is_not_advised() -> None:
    assert advised() == []
    assert advised(lead="Please vote for H.R. 1503.", question="Will you vote for that bill?") == []
    assert advised(after="S. 4009 ended.", lead="Please vote for S. 4009.") == []
    assert advised(core="In 2022 much happened.", lead="In 2022 little happened.") == []


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"lead": "Please vote for S-4."}, "“Lead:” names S-4"),
        ({"supporting": "S-4 would help."}, "“Supporting:” names S-4"),
        ({"after": "Please bring back Bill S-4."}, "“After:” names S-4"),
        (
            {
                "lead": "Vote in the Foreign Relations Committee.",
                "question": "Will the Foreign Relations Committee vote?",
            },
            "“Question:” names Foreign Relations Committee",
        ),
        (
            {"core": "The Modern Slavery Act helps.", "question": "Is the Modern Slavery Act good?"},
            "“Question:” names Modern Slavery Act",
        ),
        ({"lead": "H.R. 15 is good.", "supporting": "So is H.R. 15."}, "“Supporting:” names H.R. 15"),
        ({"core": "The 2022 law helps.", "lead": "Use the 2022 law."}, "“Lead:” names 2022 law"),
        (
            {"lead": "{% if chamber == 'senate' %}S-4 is good.{% else %}So is another.{% endif %}"},
            "“Lead:” names S-4",
        ),
    ],
)
def test_what_a_letter_can_name_twice_is_advised_at_the_later_text(
    texts: dict[str, str], sentence: str
) -> None:
    assert advised(**texts) == [sentence]


def test_a_choice_that_refers_back_only_where_the_core_names_it_is_not_advised() -> None:
    lead = "Please help {% if chamber == 'senate' %}that bill{% else %}Bill S-4{% endif %}."
    text = TEXT.format(**PLAIN | {"lead": lead})
    both = COUNTRY.model_copy(
        update={"requests": [RequestEntry(id="vote", chambers=["senate", "house"], **SEEN)]}
    )
    assert list(repeated_findings(split(text), both)) == []
