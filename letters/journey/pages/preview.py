"""The letter as it grows beside the form: in the wording that will be sent, with places for what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from letters.body import split_paragraphs
from letters.choices import Choices
from letters.journey.composer import composer_of
from letters.journey.form import LetterForm
from letters.journey.place import Place
from letters.journey.sanitise import lines_of
from letters.journey.visit import Visit
from letters.letter import Letter

_PLACE = "\ue000"
"""What stands before a field's name, in for the writer's words, while the letter is composed: a character that no text has."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of the preview, or the place of the writer's words."""

    text: str
    field: str = ""
    """The field that is shown there."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A letter that is not finished."""

    letter: Letter
    parts: tuple[Part, ...]
    address: tuple[str, ...]
    """The writer's address, without a postcode that the letter adds on a line of its own."""
    postcode: str
    suggested_subject: str
    """The one that stands where the writer types none."""

    @property
    def needs_postcode(self) -> bool:
        """Whether the letter adds the postcode to the address."""
        return self.letter.sender[1:] != self.address

    @property
    def first(self) -> int:
        """Where in the parts the writer's words begin."""
        return next(number for number, part in enumerate(self.parts) if part.field)


def preview(visit: Visit, place: Place, form: LetterForm) -> Preview:
    """The letter to the first person chosen, or to the first who can be chosen."""
    composer = composer_of(visit, place, form, {})
    person = next((each for each in place.people if each.id in composer.to), place.people[0])

    def letter_with(choices: Choices) -> Letter:
        return replace(composer, choices=choices).write(person, choices.language)

    choices = replace(
        composer.choices, learned=f"{_PLACE}learned", own_words=f"{_PLACE}own_words", wish=f"{_PLACE}wish"
    )
    letter = letter_with(choices)
    return Preview(
        letter=letter,
        parts=tuple(_part(text) for text in letter.paragraphs),
        address=letter.sender[1 : 1 + len(lines_of(form.address.data or ""))],
        postcode=place.match.postcode.printed,
        suggested_subject=letter_with(replace(choices, subject="")).subject
        if choices.subject
        else letter.subject,
    )


def _part(text: str) -> Part:
    field = text.removeprefix(_PLACE)
    return Part("", field) if field != text else Part(text)


def shown(form: LetterForm) -> Mapping[str, list[str]]:
    """What was typed for each prompt, in paragraphs."""
    return {field: split_paragraphs(text) for field, text in form.answers.items()}
