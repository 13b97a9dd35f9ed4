"""The fields of a visitor's form and what each must hold; every error is a sentence that says what to do."""

import unicodedata
from typing import Any

from wtforms import Field, Form, SelectMultipleField
from wtforms.validators import StopValidation, ValidationError

from letters.journey.sanitise import lines_of, unprintable
from representatives.languages import N_

MOST_ADDRESS_LINES = 8
_FILLERS = "\u115f\u1160\u3164\uffa0"
NO_NAME = N_("Type your full name, as you will sign it.")
NO_ADDRESS = N_("Type your postal address: an office answers only people it can place.")


def printable(_form: Form, field: Field) -> None:
    """Stops where something typed had to be removed, so that the writer sees it before it is printed."""
    if sentence := unprintable(field.raw_data[0] if field.raw_data else ""):
        raise StopValidation(sentence)


def on_one_line(_form: Form, field: Field) -> None:
    """A name that came on several lines is joined, and shown again to be looked at."""
    if "\n" in field.data:
        field.data = " ".join(field.data.split())
        raise StopValidation(N_("Type your full name on one line: check that it is right now."))


def finished(form: Any, field: Field) -> None:
    """No beginning that the page offers is left with nothing after it: in a letter it would be half a sentence."""
    typed = " ".join(field.data.split())
    whole = typed.endswith(".") and not typed.endswith("...")
    if beginning(typed) in form.beginnings or (
        not whole and any(beginning(typed).endswith(f" {each}") for each in form.beginnings)
    ):
        raise ValidationError(N_("Finish this sentence, or take it out."))


def beginning(text: str) -> str:
    """A text as it is compared with the beginnings that the page offers."""
    return " ".join(text.split()).rstrip(" .…").casefold()


def few_lines(_form: Form, field: Field) -> None:
    """An address fits on an envelope."""
    if len(lines_of(field.data)) > MOST_ADDRESS_LINES:
        raise ValidationError(N_("Use eight lines or fewer for your address."))


def has_letter(_form: Form, field: Field) -> None:
    """A name has at least one letter, of any script."""
    if not any(_is_letter(char) for char in unicodedata.normalize("NFKD", field.data)):
        raise ValidationError(NO_NAME)


def has_place(_form: Form, field: Field) -> None:
    """An address says more than the space around it."""
    if not any(_is_letter(char) or char.isdigit() for char in unicodedata.normalize("NFKD", field.data)):
        raise ValidationError(NO_ADDRESS)


def _is_letter(char: str) -> bool:
    """Whether a reader sees a letter: no accent or sign that only changes one, no filler of Hangul, which shows nothing."""
    return unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lo") and char not in _FILLERS


class KnownChoices(SelectMultipleField):
    """Check boxes: values in the order they were sent, each once; an unknown one is an error of its own."""

    def __init__(self, *, unknown: str, **options: Any) -> None:
        """Make the field; `unknown` is the sentence about a value that is not offered."""
        super().__init__(**options)
        self.unknown = unknown

    def pre_validate(self, form: Any) -> None:
        self.data = list(dict.fromkeys(self.data or ()))
        allowed = {str(choice[0]) for choice in self.choices or ()}
        if not set(self.data) <= allowed:
            self.data = [value for value in self.data if value in allowed]
            raise StopValidation(self.unknown)
