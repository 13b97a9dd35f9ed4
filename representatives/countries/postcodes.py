"""What a country's postcodes are like and what the dataset's tables say of them."""

import re
from collections.abc import Mapping, Set

from representatives.match import Reason
from representatives.people import Text


class Postcodes:
    """A country's postcodes."""

    postcode_name: Text
    """What its people call a postcode, e.g. "postal code"."""
    postcode_shape: re.Pattern[str]
    """Matches a whole code in upper case without spaces."""
    postcode_length: int
    """The most characters a code can have without spaces."""
    example: str
    """A real code without spaces."""
    nearest_first: bool = False
    """Whether the nearest code held says something of a code that is not held."""

    def printed(self, code: str) -> str:
        """The code as the post office prints it."""
        return code

    def is_beginning(self, typed: str) -> bool:
        """Whether this could be the first part of a code, in upper case without spaces."""
        whole = typed + self.example[len(typed) :]
        return bool(typed) and len(typed) < len(whole) and self.postcode_shape.fullmatch(whole) is not None

    def restored(self, code: str, regions: Set[str]) -> str:
        """A code that lost characters on the way, made whole; "" where it is none.

        Args:
            code: in upper case without spaces.
            regions: the codes of those that were written beside it.
        """
        return ""

    def significant(self, code: str) -> str:
        """The part of a typed code that the look-up keeps."""
        return code

    def area(self, code: str) -> tuple[str, str]:
        """A postcode split into its area and the unit within it, as the dataset's lines are; by itself, one without units."""
        return code, ""

    def wider_areas(self, area: str) -> tuple[str, ...]:
        """Lines to fall back on, nearest first, where the dataset has none for the area."""
        return ()

    def held_is_exact(self, area: str) -> bool:
        """Whether a code that is held lies for certain where the dataset says, whatever its area's other codes do."""
        return False

    def never_exact(self, area: str) -> bool:
        """Whether even a single candidate is to be confirmed there."""
        return False

    def without_constituency(self, code: str) -> Text:
        """Why no constituency belongs to a code (a military address, say) and which to give; {} where one does."""
        return {}

    def is_elsewhere(self, code: str) -> bool:
        """Whether this is a code of the country's post without the shape of a postcode, to which no constituency belongs."""
        return False

    def unit_number(self, unit: str) -> int:
        """A unit's place among all units an area could have, from 0, in the order of their text."""
        return 0

    def weights(
        self, area: str, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]
    ) -> dict[str, float]:
        """How much each constituency code weighs among a postcode's candidates: as much of the area as it has."""
        return {code: area_shares.get(code, 0.0) for code in reasons}

    def likelihoods(self, shares: Mapping[str, float], from_older_lines: bool) -> Mapping[str, float]:
        """How likely each constituency of a postcode is by its shares of it, up to a common factor.

        Args:
            shares: as the table gives them for the postcode.
            from_older_lines: whether they were laid over older lines than those of the constituencies.
        """
        return shares
