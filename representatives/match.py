"""Frozen values: what was typed, and what a look-up found."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from representatives.languages import N_
from representatives.people import Constituency, Delegation, Point, Region


@dataclass(frozen=True, slots=True)
class Postcode:
    """A postcode that has its country's shape; whether it exists is the directory's question."""

    country: str
    """Two lower-case letters: "ca", "gb", "us", "au"."""
    code: str
    """Upper case without spaces, e.g. "L8S4L8"."""
    printed: str
    """As the post office prints it, e.g. "L8S 4L8"."""

    def __str__(self) -> str:
        return self.printed


class Certainty(StrEnum):
    """How a look-up knows."""

    EXACT = "exact"
    """The code lies in one constituency."""
    SPLIT = "split"
    """The code may lie in several; all are candidates."""
    AREA = "area"
    """The code is not in the dataset; its neighbours are, and theirs are the candidates."""
    UNKNOWN = "unknown"
    """Nothing is known of the code or its area."""


class Reason(StrEnum):
    """Why a constituency is a candidate."""

    ONLY = "only"
    """Nothing that is known of the code or its area names another."""
    POSITION = "position"
    """The code's own position lies in it."""
    BORDER = "border"
    """The code's position is close to its border."""
    SHARE = "share"
    """A part of the postcode's own ground lies in it."""
    NEAREST = "nearest"
    """The nearest code that is held lies in it."""
    AREA = "area"
    """Other codes or addresses of the area lie in it."""


NINE_IN_TEN, THREE_IN_FOUR = 0.9, 0.7
"""From which share a candidate is called so likely."""
_LIKELIHOODS = (
    (NINE_IN_TEN, 0.9, N_("about nine in ten")),
    (THREE_IN_FOUR, 0.75, N_("about three in four")),
)
"""From which share the words are said, and the share that they say."""
_POSSIBLE = N_("possible")


class Candidate(NamedTuple):
    """A constituency that a postcode may lie in."""

    constituency: Constituency
    share: float
    """How likely it is among the candidates, 0 to 1; the shares of a match add up to 1."""
    reason: Reason

    @property
    def likelihood(self) -> str:
        """How likely it is, in words that are marked for translation: a percentage would claim more than is known."""
        return next((words for least, _, words in _LIKELIHOODS if self.share >= least), _POSSIBLE)

    @property
    def shown_share(self) -> float:
        """How much of a bar to fill, 0 to 1: what the words say where they say a share, otherwise the share itself."""
        return next((said for least, said, _ in _LIKELIHOODS if self.share >= least), self.share)


@dataclass(frozen=True, slots=True)
class Match:
    """What is known of a postcode: the candidates likeliest first, and how that is known."""

    postcode: Postcode
    certainty: Certainty
    candidates: tuple[Candidate, ...] = ()
    localities: tuple[str, ...] = ()
    """The postcode's suburbs, where choosing one leaves fewer candidates; otherwise ()."""
    point: Point | None = None
    """About where the postcode is, where the dataset says so."""
    named: str = ""
    """What people call the place, e.g. "Aberdeen City", for the visitor to recognise; "" where unknown."""
    region: Region | None = None
    """The code's region, where nothing smaller can be told: its constituencies have other lines than the tables."""
    has_other_lines: bool = False
    """Whether some candidate's region elects on other lines than those of the tables."""
    delegation: Callable[[str], Delegation] | None = field(default=None, repr=False, compare=False)
    """Who sits, on the day that was asked for, for a constituency or the region; representatives() asks it."""

    def representatives(self, constituency: Constituency | str) -> Delegation:
        """Who sits for one of the candidates (or its code), or for the region: the member or the vacancy, the senators.

        Raises:
            KeyError: the postcode does not allow that constituency.
        """
        code = constituency if isinstance(constituency, str) else constituency.code
        is_region = self.region is not None and self.region.code == code
        if self.delegation is None or not (is_region or self.candidate(code)):
            raise KeyError(code)
        return self.delegation(code)

    def candidate(self, code: str) -> Candidate | None:
        """The candidate with that constituency code, or None where the postcode does not allow it."""
        return next((c for c in self.candidates if c.constituency.code == code), None)
