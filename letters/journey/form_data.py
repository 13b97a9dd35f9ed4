"""What a visitor's form sent, read the same way on every page of the journey."""

from collections.abc import Iterator
from typing import Protocol

from letters.journey.form import CARRIED, REPEATED

OF_A_LETTER = ("text-", "subject-", "base-", "base_subject-", "written_in-", "office-")
"""How the fields begin that belong to one letter; what follows is the representative's id."""
HARMLESS = frozenset({"country", "shared", "subject_shown", "draw", "alone", "day"})
"""Fields that hold nothing typed: the first counts, whatever else came."""
_FIRST_COUNTS = tuple(name for name in CARRIED if name not in REPEATED | HARMLESS)
MOST_LETTER_FIELDS = 400
"""More than any delegation's letters have."""


class Fields(Protocol):
    """A form as the web frameworks give it: names that may have several values."""

    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...
    def __contains__(self, name: object, /) -> bool: ...
    def __getitem__(self, name: str) -> str: ...
    def getlist(self, name: str) -> list[str]:
        """Every value of a field, in the order in which they came."""
        ...


class FormData:
    """The fields of one form as they came."""

    def __init__(self, form: Fields) -> None:
        self.form = form

    def value(self, name: str) -> str:
        """A field's value, the first where it came more than once, "" where it did not come."""
        return next(iter(self.form.getlist(name)), "")

    def values(self, name: str) -> list[str]:
        """Every value of a field."""
        return self.form.getlist(name)

    def conflicting(self) -> str:
        """The first field of the journey or of a letter that came twice with different values, or ""."""
        letters = (name for name in self.form if name.startswith(OF_A_LETTER))
        return next((name for name in (*_FIRST_COUNTS, *letters) if self._differs(name)), "")

    def _differs(self, name: str) -> bool:
        values = self.form.getlist(name)
        return len(values) > 1 and len({value.strip() for value in values} - {""}) > 1

    def carried(self, *shown: str) -> list[tuple[str, str]]:
        """The fields that a page does not show itself, as name and value, to be kept as hidden fields.

        `shown` are names of the journey's fields that the page shows, or ids of representatives whose letter it shows.
        """
        kept = [(name, value) for name in CARRIED if name not in shown for value in self._kept(name)]
        letters = self.of_letters().items()
        return [*kept, *((name, value) for name, value in letters if name.partition("-")[2] not in shown)]

    def of_letters(self) -> dict[str, str]:
        """Everything that belongs to letters, by field name."""
        names = [name for name in self.form if name.startswith(OF_A_LETTER)]
        return {name: self.form[name] for name in names[:MOST_LETTER_FIELDS]}

    def _kept(self, name: str) -> list[str]:
        values = self.form.getlist(name)
        return values if name in REPEATED else values[:1]
