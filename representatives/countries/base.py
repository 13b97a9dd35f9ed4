"""What every country must say about itself; the rules are in the country's own file."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import date

from representatives.people import (
    Chamber,
    Constituency,
    Postcode,
    Reason,
    Region,
    Representative,
    Text,
    Vacancy,
)


class Country(ABC):
    """One country's rules. Subclasses are constants with methods; they hold no state."""

    id: str
    """Two lower-case letters, as in OCD division ids."""
    name: Text
    postcode_name: Text
    """What its people call a postcode, e.g. "postal code"."""
    postcode_shape: re.Pattern[str]
    """Matches a whole code in upper case without spaces."""
    postcode_length: int
    """The most characters a code can have without spaces."""
    example: str
    """A real code without spaces."""

    @abstractmethod
    def printed(self, code: str) -> str:
        """The code as the post office prints it."""

    def is_beginning(self, typed: str) -> bool:
        """Whether this could be the first part of a code, in upper case without spaces."""
        whole = typed + self.example[len(typed) :]
        return bool(typed) and len(typed) < len(whole) and self.postcode_shape.fullmatch(whole) is not None

    def significant(self, code: str) -> str:
        """The part of a typed code that the look-up keeps."""
        return code


class LetterCountry(Country):
    """A country whose people can be found and written to."""

    languages: tuple[str, ...]
    """The languages a letter can be written in."""
    regions: Mapping[str, Region]
    """By code, in the order the country lists them."""
    seats: Mapping[Chamber, int]
    """How many seats the law gives each chamber."""
    paper: str
    envelope: str
    constituency_name: Text
    """The country's word for a constituency, e.g. "riding"."""
    official_lookup: Text
    """Where the authority tells a person their constituency from their address."""

    @abstractmethod
    def area(self, code: str) -> tuple[str, str]:
        """A postcode split into its area and the unit within it, as the dataset's lines are."""

    @abstractmethod
    def unit_number(self, unit: str) -> int:
        """A unit's place among all units an area could have, from 0, in the order of their text."""

    @abstractmethod
    def weights(self, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]) -> dict[str, float]:
        """How much each constituency code weighs among a postcode's candidates."""

    def with_postcode(self, lines: tuple[str, ...], postcode: Postcode) -> tuple[str, ...]:
        """An address's lines with the postcode in them, on a line of its own where the writer left it out."""
        if any(self.postcode_shape.search("".join(line.split()).upper()) for line in lines):
            return lines
        return (*lines, postcode.printed)

    @abstractmethod
    def role(self, person: Representative | Vacancy) -> Text:
        """What the person is, e.g. "Member of Parliament"."""

    @abstractmethod
    def address_block(
        self, person: Representative, constituency: Constituency, language: str
    ) -> tuple[str, ...]:
        """The lines on the envelope."""

    @abstractmethod
    def salutation(self, person: Representative, language: str) -> str:
        """The line that opens the letter, with its comma or colon."""

    @abstractmethod
    def closing(self, person: Representative, language: str) -> str:
        """The line above the signature."""

    @abstractmethod
    def postage(self, person: Representative) -> Text:
        """What to put on the envelope and the conditions, in a sentence or two."""

    @abstractmethod
    def date_pattern(self, language: str) -> str:
        """Babel's pattern or format name for a letter's date."""

    @abstractmethod
    def offered(self, person: Representative, day: date) -> bool:
        """Whether the person can be written to on that day."""
