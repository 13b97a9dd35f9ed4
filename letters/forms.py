"""What a visitor types on the way to a letter, checked; every error is a sentence that says what to do.

Sentences are marked for translation with N_ and translated where they are shown.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wtforms import Field, Form, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, StopValidation, ValidationError

from letters.campaign import Prompt
from letters.letter import MOST_REQUESTS

# Unicode's categories Cc, without the line feed, and Cs: https://www.unicode.org/reports/tr44/#General_Category_Values
_UNSETTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

LONGEST_NAME = 100
LONGEST_ADDRESS = 500
MOST_ADDRESS_LINES = 8
LONGEST_OWN_WORDS = 3000
LONGEST_ANSWER = 1000


def N_(sentence: str) -> str:
    """Mark a sentence for translation."""
    return sentence


def plain_line_ends(text: str) -> str:
    """The text with every kind of line end as "\\n" and tabs as spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return text.replace("\u2028", "\n").replace("\u2029", "\n\n")


def visible(text: str) -> str:
    """The text without characters that cannot be set: controls other than line ends, lone surrogates."""
    return _UNSETTABLE.sub("", plain_line_ends(text))


def _tidied(data: str | None) -> str:
    return visible(data or "").strip()


UNPRINTABLE = N_("Some characters here cannot be printed. They have been taken out: check what is left.")


def has_unprintable(text: str) -> bool:
    """Whether visible() would take a character out."""
    return visible(text) != plain_line_ends(text)


class _Visible:
    """Stops where something typed had to be removed, so that the writer sees it before it is printed."""

    def __call__(self, form: Form, field: Field) -> None:
        if has_unprintable(field.raw_data[0] if field.raw_data else ""):
            raise StopValidation(UNPRINTABLE)


class _OneLine:
    def __call__(self, form: Form, field: Field) -> None:
        if "\n" in field.data:
            field.data = " ".join(field.data.split())
            raise StopValidation(N_("Type your full name on one line: check that it is right now."))


class _AtMost:
    def __init__(self, length: int, sentence: str) -> None:
        self.length, self.sentence = length, sentence

    def __call__(self, form: Form, field: Field) -> None:
        if len(field.data) > self.length:
            raise ValidationError(self.sentence)


class _FewLines:
    def __call__(self, form: Form, field: Field) -> None:
        if len([line for line in field.data.split("\n") if line.strip()]) > MOST_ADDRESS_LINES:
            raise ValidationError(N_("Use eight lines or fewer for your address."))


class _HasLetter:
    def __call__(self, form: Form, field: Field) -> None:
        if not any(char.isalpha() for char in field.data):
            raise ValidationError(N_("Type your full name, as you will sign it."))


class _KnownChoices(SelectMultipleField):
    """Check boxes: values in the order they were sent, each once; an unknown one is an error of its own."""

    unknown = ""

    def pre_validate(self, form: Any) -> None:
        self.data = list(dict.fromkeys(self.data or ()))
        allowed = {str(choice[0]) for choice in self.choices or ()}
        if not set(self.data) <= allowed:
            self.data = [value for value in self.data if value in allowed]
            raise StopValidation(self.unknown)


class _Begun:
    """A chosen beginning of a sentence wants its end."""

    def __init__(self, start: str) -> None:
        self.start = start

    def __call__(self, form: Form, field: Field) -> None:
        if form[self.start].data and not field.data:
            raise ValidationError(N_("Finish the sentence that you chose to begin, or choose no beginning."))


class _Recipients(_KnownChoices):
    unknown = N_("One of the people chosen does not represent this constituency: check whom you write to.")


class _Asks(_KnownChoices):
    unknown = N_("One of the requests chosen is not offered: check what you ask for.")


class _AtMostRequests:
    def __call__(self, form: Form, field: Field) -> None:
        if len(field.data) > MOST_REQUESTS:
            raise ValidationError(N_("Choose one main request and at most two more."))


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


def _answer(start: str, length: int, sentence: str) -> TextAreaField:
    return TextAreaField(filters=[_tidied], validators=[_Visible(), _Begun(start), _AtMost(length, sentence)])


def _beginning() -> SelectField:
    return SelectField(
        choices=[],
        default="",
        validate_choice=False,
        filters=[lambda data: data if data and re.fullmatch("[1-9][0-9]?", data) else ""],
    )


ANSWERS: Mapping[str, str] = {"learned": "learned", "matters": "own_words", "wish": "wish"}
"""A campaign's prompt -> the field that holds its answer; the beginning chosen for it is in FIELD_start."""


class LetterForm(Form):
    """The writing page. `to` and `asks` are offered by whoever makes the form."""

    to = _Recipients(validators=[InputRequired(N_("Choose at least one person to write to."))])
    asks = _Asks(validators=[InputRequired(N_("Choose what to ask for.")), _AtMostRequests()])
    learned_start = _beginning()
    learned = _answer("learned_start", LONGEST_ANSWER, N_("Use 1,000 characters or fewer here."))
    own_words_start = _beginning()
    own_words = _answer(
        "own_words_start",
        LONGEST_OWN_WORDS,
        N_("Use 3,000 characters or fewer for your own words: a letter is one page."),
    )
    wish_start = _beginning()
    wish = _answer("wish_start", LONGEST_ANSWER, N_("Use 1,000 characters or fewer here."))
    name = StringField(
        filters=[_tidied],
        validators=[
            _Visible(),
            InputRequired(N_("Type your full name, as you will sign it.")),
            _OneLine(),
            _HasLetter(),
            _AtMost(LONGEST_NAME, N_("Use 100 characters or fewer for your name.")),
        ],
    )
    address = TextAreaField(
        filters=[_tidied],
        validators=[
            _Visible(),
            InputRequired(N_("Type your postal address: an office answers only people it can place.")),
            _FewLines(),
            _AtMost(LONGEST_ADDRESS, N_("Use 500 characters or fewer for your address.")),
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
