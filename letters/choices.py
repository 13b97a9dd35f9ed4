"""Who writes and what they chose for all their letters."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from representatives import Constituency
from representatives.people import Point


@dataclass(frozen=True, slots=True)
class Writer:
    """Who signs: as typed, cleaned of what no letter can hold."""

    name: str
    address: tuple[str, ...]
    """The lines of the postal address, the postcode among them."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the writer chose for all their letters."""

    language: str
    constituency: Constituency
    requests: tuple[str, ...]
    """Ids, the lead first."""
    own_words: str
    """Why it matters to the writer."""
    learned: str = ""
    """How they learned of it."""
    wish: str = ""
    """What they would most like to be understood or done."""
    subject: str = ""
    """The writer's own subject; "" for one of the campaign's."""
    near: Point | None = None
    """About where the writer lives, where that is known."""
    offices: Mapping[str, str] = field(default_factory=dict)
    """The office to post to by representative's id, where it is not the first."""

    def without_own_words(self) -> "Choices":
        """The same choices of somebody who added nothing."""
        return replace(self, own_words="", learned="", wish="")
