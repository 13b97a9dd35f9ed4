"""How long an answer may be: up to its limit it is taken, above it a sentence says the number."""

import pytest
from werkzeug.datastructures import MultiDict

from letters.journey.form import (
    LONGEST_ADDRESS,
    LONGEST_ANSWER,
    LONGEST_NAME,
    LONGEST_OWN_WORDS,
    LONGEST_SUBJECT,
    LetterForm,
)

LONGEST = {
    "learned": LONGEST_ANSWER,
    "own_words": LONGEST_OWN_WORDS,
    "wish": LONGEST_ANSWER,
    "name": LONGEST_NAME,
    "address": LONGEST_ADDRESS,
    "subject": LONGEST_SUBJECT,
}


def sentence(field: str, length: int) -> str:
    """What the form says of a field with that many characters."""
    form = LetterForm(MultiDict({field: "a" * length})).offer((), ())
    form.validate()
    return str(form.sentences.get(field, ""))


@pytest.mark.parametrize("field", LONGEST)
def test_a_text_as_long_as_its_limit_is_taken_and_the_sentence_above_it_says_the_limit(field: str) -> None:
    assert "characters" not in sentence(field, LONGEST[field])
    assert f"{LONGEST[field]:,} characters or fewer" in sentence(field, LONGEST[field] + 1)
