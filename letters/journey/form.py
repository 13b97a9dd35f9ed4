"""What a visitor types on the way to a letter, checked.

Sentences are marked for translation with N_ and translated where they are shown.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from wtforms import Form, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from letters.body import MOST_REQUESTS
from letters.journey.sanitise import one_line, tidied
from letters.journey.validators import (
    NO_ADDRESS,
    NO_NAME,
    KnownChoices,
    beginning,
    few_lines,
    finished,
    has_letter,
    has_place,
    on_one_line,
    printable,
)
from representatives.languages import N_

LONGEST_NAME = 100
LONGEST_ADDRESS = 500
LONGEST_OWN_WORDS = 3000
LONGEST_ANSWER = 1000
LONGEST_SUBJECT = 200

PROMPT_FIELDS: Mapping[str, str] = {"learned": "learned", "matters": "own_words", "wish": "wish"}
"""A campaign's prompt -> the field that holds its answer."""


def _answer(longest: int, sentence: str) -> TextAreaField:
    """The answer to a prompt; the sentence says how long it may be."""
    return TextAreaField(
        filters=[tidied], validators=[printable, Length(max=longest, message=sentence), finished]
    )


def _drawn(data: str | None) -> str:
    """The number by which wordings are dealt, or "" where what came is none."""
    return data if data and re.fullmatch("[0-9]{1,10}", data) else ""


class LetterForm(Form):
    """The writing page. `to` and `asks` are offered by whoever makes the form."""

    to = KnownChoices(
        unknown=N_(
            "One of the people chosen does not represent this constituency, or cannot be asked for anything at present: "
            "check whom you write to."
        ),
        validators=[InputRequired(N_("Choose at least one person to write to."))],
    )
    asks = KnownChoices(
        unknown=N_("One of the requests chosen is not offered: check what you ask for."),
        validators=[
            InputRequired(N_("Choose what to ask for.")),
            Length(max=MOST_REQUESTS, message=N_("Choose one main request and at most two more.")),
        ],
    )
    learned = _answer(LONGEST_ANSWER, N_("Use 1,000 characters or fewer here."))
    own_words = _answer(
        LONGEST_OWN_WORDS, N_("Use 3,000 characters or fewer for your own words: a letter is one page.")
    )
    wish = _answer(LONGEST_ANSWER, N_("Use 1,000 characters or fewer here."))
    name = StringField(
        filters=[tidied],
        validators=[
            printable,
            InputRequired(NO_NAME),
            on_one_line,
            has_letter,
            Length(max=LONGEST_NAME, message=N_("Use 100 characters or fewer for your name.")),
        ],
    )
    address = TextAreaField(
        filters=[tidied],
        validators=[
            printable,
            InputRequired(NO_ADDRESS),
            has_place,
            few_lines,
            Length(max=LONGEST_ADDRESS, message=N_("Use 500 characters or fewer for your address.")),
        ],
    )
    letter_language = StringField()
    subject = StringField(
        filters=[tidied, one_line],
        validators=[
            printable,
            Length(max=LONGEST_SUBJECT, message=N_("Use 200 characters or fewer for the subject.")),
        ],
    )
    subject_shown = StringField(filters=[tidied, one_line])
    """The subject that the page suggested: what is typed is the writer's own where it differs."""
    draw = StringField(filters=[_drawn])
    day = StringField()

    beginnings: frozenset[str] = frozenset()
    """What the page offers to begin an answer with."""

    def offer(
        self, people: Sequence[str], requests: Sequence[str], beginnings: Iterable[str] = ()
    ) -> "LetterForm":
        """Say which representative and request ids can be chosen, and how answers can begin."""
        self.beginnings = frozenset(map(beginning, beginnings))
        self.to.choices = [(id, id) for id in people]
        self.asks.choices = [(id, id) for id in requests]
        return self

    @property
    def answers(self) -> Mapping[str, str]:
        """What was typed for each prompt, by field."""
        return {field: self[field].data or "" for field in PROMPT_FIELDS.values()}

    @property
    def own_subject(self) -> str:
        """The subject that the writer typed, or ""."""
        typed = self.subject.data or ""
        return "" if typed == self.subject_shown.data else typed

    @property
    def sentences(self) -> Mapping[str, str]:
        """The first error of each field that has one, by field name."""
        return {name: field.errors[0] for name, field in self._fields.items() if field.errors}


_BEFORE_WRITING = ("postcode", "country", "locality", "constituency")
"""What the questions before the writing page ask."""
_WITH_THE_LETTERS = ("two_pages", "alone", "shared")
"""What is asked beside the letters, "yes" or "": whether one may take two pages, whether the writer wants letters without a
word of their own, whether the computer is shared."""
WRITTEN = (*LetterForm()._fields, "constituency")
"""The fields that the writing page holds itself."""
CARRIED = (*_BEFORE_WRITING, *LetterForm()._fields, *_WITH_THE_LETTERS)
"""Every field of the journey: a page that does not show one carries it on, so that nothing typed is lost."""
REPEATED = frozenset({"to", "asks"})
"""Fields that come more than once; of the others the first counts."""
