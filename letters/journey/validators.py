"""The fields of a visitor's form and what each must hold; every error is a sentence that says what to do."""

import unicodedata
from typing import Any

from wtforms import Field, Form, SelectMultipleField
from wtforms.validators import StopValidation, ValidationError

from letters.body import MOST_REQUESTS
from letters.journey.sanitise import unprintable
from representatives.languages import N_

MOST_ADDRESS_LINES = 8
_FILLERS = "\u115f\u1160\u3164\uffa0"
NO_ADDRESS = N_("Type your postal address: an office answers only people it can place.")


class Visible:
    """Stops where something typed had to be removed, so that the writer sees it before it is printed."""

    def __call__(self, form: Form, field: Field) -> None:
        if sentence := unprintable(field.raw_data[0] if field.raw_data else ""):
            raise StopValidation(sentence)


class OneLine:
    """A name that came on several lines is joined, and shown again to be looked at."""

    def __call__(self, form: Form, field: Field) -> None:
        if "\n" in field.data:
            field.data = " ".join(field.data.split())
            raise StopValidation(N_("Type your full name on one line: check that it is right now."))


class AtMost:
    """So many characters at most; the sentence says how many."""

    def __init__(self, length: int, sentence: str) -> None:
        self.length, self.sentence = length, sentence

    def __call__(self, form: Form, field: Field) -> None:
        if len(field.data) > self.length:
            raise ValidationError(self.sentence)


class Finished:
    """A beginning that the page offers and that nothing follows: in a letter it would be half a sentence."""

    def __call__(self, form: Any, field: Field) -> None:
        typed = " ".join((field.data or "").split())
        whole = typed.endswith(".") and not typed.endswith("...")
        if beginning(typed) in form.beginnings or (
            not whole and any(beginning(typed).endswith(f" {each}") for each in form.beginnings)
        ):
            raise ValidationError(N_("Finish this sentence, or take it out."))


def beginning(text: str) -> str:
    """A text as it is compared with the beginnings that the page offers."""
    return " ".join(text.split()).rstrip(" .…").casefold()


class FewLines:
    """An address that fits on an envelope."""

    def __call__(self, form: Form, field: Field) -> None:
        if len([line for line in field.data.split("\n") if line.strip()]) > MOST_ADDRESS_LINES:
            raise ValidationError(N_("Use eight lines or fewer for your address."))


class HasLetter:
    """A name has at least one letter, of any script."""

    def __call__(self, form: Form, field: Field) -> None:
        if not any(_is_letter(char) for char in unicodedata.normalize("NFKD", field.data)):
            raise ValidationError(N_("Type your full name, as you will sign it."))


class HasPlace:
    """An address says more than the space around it."""

    def __call__(self, form: Form, field: Field) -> None:
        if not any(_is_letter(char) or char.isdigit() for char in unicodedata.normalize("NFKD", field.data)):
            raise ValidationError(NO_ADDRESS)


def _is_letter(char: str) -> bool:
    """Whether a reader sees a letter: no accent or sign that only changes one, no filler of Hangul, which shows nothing."""
    return unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lo") and char not in _FILLERS


class _KnownChoices(SelectMultipleField):
    """Check boxes: values in the order they were sent, each once; an unknown one is an error of its own."""

    unknown = ""

    def pre_validate(self, form: Any) -> None:
        self.data = list(dict.fromkeys(self.data or ()))
        allowed = {str(choice[0]) for choice in self.choices or ()}
        if not set(self.data) <= allowed:
            self.data = [value for value in self.data if value in allowed]
            raise StopValidation(self.unknown)


class Recipients(_KnownChoices):
    """Whom to write to."""

    unknown = N_(
        "One of the people chosen does not represent this constituency, or cannot be asked for anything at present: "
        "check whom you write to."
    )


class Asks(_KnownChoices):
    """What to ask for."""

    unknown = N_("One of the requests chosen is not offered: check what you ask for.")


class AtMostRequests:
    """A letter asks for few things."""

    def __call__(self, form: Form, field: Field) -> None:
        if len(field.data) > MOST_REQUESTS:
            raise ValidationError(N_("Choose one main request and at most two more."))
