"""What a visitor's form sent, read the same way on every page of the journey."""

from collections.abc import Iterator
from typing import Protocol

CARRIED = (
    *("postcode", "locality", "constituency", "to", "asks", "name", "address"),
    *("learned_start", "learned", "own_words_start", "own_words", "wish_start", "wish", "letter_language"),
    *("country", "two_pages"),
)
"""Every field of the journey: a page that does not show one carries it on, so that nothing typed is lost."""
OF_A_LETTER = ("text-", "subject-", "base-", "base_subject-", "written_in-", "office-")
"""How the fields begin that belong to one letter; what follows is the representative's id."""
REPEATED = frozenset({"to", "asks"})
"""Fields that come more than once; of the others the first counts."""
HARMLESS = frozenset({"country"})
"""Fields that change no letter: the first counts, whatever else came."""
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


class Typed:
    """The fields of one form."""

    def __init__(self, form: Fields) -> None:
        self.form = form

    def one(self, name: str) -> str:
        """A field's value, the first where it came more than once, "" where it did not come."""
        return next(iter(self.form.getlist(name)), "")

    def conflicting(self) -> str:
        """The first field of the journey or of a letter that came twice with different answers, or ""."""
        letters = (name for name in self.form if name.startswith(OF_A_LETTER))
        return next((name for name in (*_FIRST_COUNTS, *letters) if self._differs(name)), "")

    def _differs(self, name: str) -> bool:
        values = self.form.getlist(name)
        return len(values) > 1 and len({value.strip() for value in values} - {""}) > 1

    def carried(self, *shown: str, letters: bool = True) -> list[tuple[str, str]]:
        """The fields that a page does not show itself, as name and value, to be kept as hidden fields.

        Args:
            shown: names of the journey's fields that the page shows, or ids of representatives whose letter it shows.
            letters: whether to keep what belongs to letters at all.
        """
        kept = [(n, v) for n in CARRIED if n not in shown for v in self._values(n)]
        return [*kept, *self._of_letters(shown)] if letters else kept

    def of_letters(self) -> dict[str, str]:
        """Everything that belongs to letters, by field name."""
        return dict(self._of_letters(()))

    def _values(self, name: str) -> list[str]:
        values = self.form.getlist(name)
        return values if name in REPEATED else values[:1]

    def _of_letters(self, without: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        names = [name for name in self.form if name.startswith(OF_A_LETTER)]
        for name in names[:MOST_LETTER_FIELDS]:
            if name.partition("-")[2] not in without:
                yield name, self.form[name]
