"""The letter as it grows beside the form: in the wording that will be sent, with places for what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from letters.body import split_paragraphs
from letters.journey.composer import Composer
from letters.journey.form import PROMPT_FIELDS, FormValues, LetterForm
from letters.journey.place import Place
from letters.journey.sanitise import lines_of
from letters.journey.visit import Visit
from letters.letter import Letter

_PLACES = {field: f"\ue000{field}" for field in PROMPT_FIELDS.values()}
"""What stands in for the writer's words while the letter is composed: a character that no text has."""


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
    written = replace(form.values(visit.language), own_words=_PLACES)
    chosen = [person for person in place.people if person.id in written.to] or place.people

    def letter_of(values: FormValues) -> Letter:
        return Composer(visit.campaign, place, values, {}, visit.letter_day).edit(chosen[0]).letter

    letter = letter_of(written)
    return Preview(
        letter=letter,
        parts=tuple(_part(text) for text in letter.paragraphs),
        address=letter.sender[1 : 1 + len(lines_of(written.address))],
        postcode=place.match.postcode.printed,
        suggested_subject=letter_of(replace(written, subject="")).subject
        if written.subject
        else letter.subject,
    )


def _part(text: str) -> Part:
    field = text.removeprefix("\ue000")
    return Part("", field) if field != text else Part(text)


def shown(form: LetterForm) -> Mapping[str, list[str]]:
    """What was typed for each prompt, in paragraphs."""
    return {field: split_paragraphs(form[field].data or "") for field in PROMPT_FIELDS.values()}
