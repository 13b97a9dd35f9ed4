"""What a visitor types on the way to a letter, checked, and what it says once it is complete.

Sentences are marked for translation with N_ and translated where they are shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wtforms import Form, StringField, TextAreaField
from wtforms.validators import InputRequired

from letters.campaign.model import Prompt
from letters.journey.sanitise import tidied
from letters.journey.validators import (
    NO_ADDRESS,
    Asks,
    AtMost,
    AtMostRequests,
    FewLines,
    HasLetter,
    HasPlace,
    OneLine,
    Recipients,
    Visible,
    answer,
    beginning,
)
from representatives.languages import N_

LONGEST_NAME = 100
LONGEST_ADDRESS = 500
LONGEST_OWN_WORDS = 3000
LONGEST_ANSWER = 1000


@dataclass(frozen=True, slots=True)
class Answers:
    """What a complete form says."""

    to: tuple[str, ...]
    """Ids of the representatives to write to."""
    requests: tuple[str, ...]
    """Ids, the lead first."""
    name: str
    address: str
    typed: Mapping[str, str]
    """What was typed for each prompt, by field."""
    beginnings: Mapping[str, int]
    """Which of a prompt's beginnings was chosen, from 1, by field; 0: none."""
    language: str
    """Of the letters; "" where the writer chose none."""

    def begun(self, prompts: Iterable[Prompt]) -> Mapping[str, str]:
        """What was typed by field, each after the beginning that was chosen for it, in the prompts' language."""
        starters = {ANSWERS[prompt.id]: prompt.starters for prompt in prompts}
        return {field: self._begun(field, starters.get(field, ())) for field in self.typed}

    def _begun(self, field: str, starters: Sequence[str]) -> str:
        typed, chosen = self.typed[field], self.beginnings[field]
        return f"{starters[chosen - 1]} {typed}" if typed and 0 < chosen <= len(starters) else typed


ANSWERS: Mapping[str, str] = {"learned": "learned", "matters": "own_words", "wish": "wish"}
"""A campaign's prompt -> the field that holds its answer; the beginning chosen for it is in FIELD_start."""


class LetterForm(Form):
    """The writing page. `to` and `asks` are offered by whoever makes the form."""

    to = Recipients(validators=[InputRequired(N_("Choose at least one person to write to."))])
    asks = Asks(validators=[InputRequired(N_("Choose what to ask for.")), AtMostRequests()])
    learned_start = beginning()
    learned = answer("learned_start", LONGEST_ANSWER, N_("Use 1,000 characters or fewer here."))
    own_words_start = beginning()
    own_words = answer(
        "own_words_start",
        LONGEST_OWN_WORDS,
        N_("Use 3,000 characters or fewer for your own words: a letter is one page."),
    )
    wish_start = beginning()
    wish = answer("wish_start", LONGEST_ANSWER, N_("Use 1,000 characters or fewer here."))
    name = StringField(
        filters=[tidied],
        validators=[
            Visible(),
            InputRequired(N_("Type your full name, as you will sign it.")),
            OneLine(),
            HasLetter(),
            AtMost(LONGEST_NAME, N_("Use 100 characters or fewer for your name.")),
        ],
    )
    address = TextAreaField(
        filters=[tidied],
        validators=[
            Visible(),
            InputRequired(NO_ADDRESS),
            HasPlace(),
            FewLines(),
            AtMost(LONGEST_ADDRESS, N_("Use 500 characters or fewer for your address.")),
        ],
    )

    letter_language = StringField()

    def offer(self, people: Sequence[str], requests: Sequence[str]) -> "LetterForm":
        """Say which representative and request ids can be chosen."""
        self.to.choices = [(id, id) for id in people]
        self.asks.choices = [(id, id) for id in requests]
        return self

    @property
    def answers(self) -> Answers:
        """The form's content as one value, once it is valid."""
        return Answers(
            to=tuple(self.to.data or ()),
            requests=tuple(self.asks.data or ()),
            name=self.name.data or "",
            address=self.address.data or "",
            typed={field: self[field].data or "" for field in ANSWERS.values()},
            beginnings={field: int(self[f"{field}_start"].data or 0) for field in ANSWERS.values()},
            language=self.letter_language.data or "",
        )

    @property
    def sentences(self) -> Mapping[str, str]:
        """The first error of each field that has one, by field name."""
        return {name: str(field.errors[0]) for name, field in self._fields.items() if field.errors}
