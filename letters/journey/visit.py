"""One request to a campaign's pages, and the page that answers it; nothing here knows the web."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from letters.campaign.model import Campaign
from letters.journey.form_data import FormData
from letters.journey.place import Place
from letters.journey.sanitise import lines_of
from letters.outputs.links import LONGEST_ON_WINDOWS
from representatives import directory
from representatives.languages import N_, Text
from representatives.sitting.age import Age
from representatives.sitting.delegations import SEAT

if TYPE_CHECKING:
    from representatives.live import Live

TWICE = N_("This came twice with different answers: check that it is right now.")

BELIEVED = 1
"""Days by which a writer's day may differ from the server's: no two places on Earth are further apart."""

Errors = Mapping[str, str]
"""Sentences in the page's language by the field they are about; "journey" stands for the form as a whole."""
Values = dict[str, Any]
"""What a page's template names."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What was asked of a campaign, and what is known of who asks."""

    campaign: Campaign
    language: str
    """The page's."""
    day: date
    form_data: FormData
    say: Callable[..., str]
    """A marked sentence in the page's language, with the values that it has places for."""
    random: Random
    home: str = ""
    """The whole address of the campaign's page, as the operator gave it; "" where none did: a Host header may say anything."""
    asked_country: str = ""
    """The one whose page was asked for; else it is the first."""
    longest_link: int = LONGEST_ON_WINDOWS
    """How long a link to a mail program the visitor's system takes."""
    for_guests: bool = False
    """Whether the page was opened by the host of a letter evening, for one guest after another."""
    live: "Live | None" = None
    """The public services that a visitor may ask, where the operator wants them."""

    @property
    def country(self) -> str:
        """The one whose facts are shown: that was asked for, or the campaign's first."""
        countries = self.campaign.countries
        return self.asked_country if self.asked_country in countries else countries[0]

    @property
    def letter_day(self) -> date:
        """The day where the writer is, as their browser says it; the server's where that says none, or one too far off."""
        with suppress(ValueError):
            theirs = date.fromisoformat(self.form_data.value("day"))
            if abs((theirs - self.day).days) <= BELIEVED:
                return theirs
        return self.day

    @property
    def is_shared(self) -> bool:
        """Whether others use the computer, too, as writer or host said: nothing typed may stay in its browser."""
        return self.for_guests or self.form_data.value("shared") == "yes"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the journey: its template, what that names, and its HTTP status."""

    template: str
    values: Values
    status: int = 200


class Detour(Exception):
    """Another page is to be shown instead, with everything typed still on it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.template, page.status)
        self.page = page


def dated(visit: Visit, place: Place) -> Values:
    """How old the data is, and what to know of elections and terms."""
    tables = directory().countries[place.country.id]
    return {
        "as_of": tables.as_of,
        "age": Age(tables.as_of, visit.day),
        "notices": tables.notices_on(visit.day),
    }


def told(visit: Visit, place: Place) -> Values:
    """What the writing page and the page of the letters say beside the names."""
    replaced, reasons = place.delegation.replaced, place.delegation.reasons
    chosen = [id for id in visit.form_data.values("to") if not id.startswith(SEAT)]
    lines = lines_of(visit.form_data.value("address"))
    return {
        **dated(visit, place),
        "reasons": reasons,
        # Why somebody who was chosen before is replaced.
        "gone": each_once(reasons.get(replaced[id], {}) for id in chosen if id in replaced),
        # The postcode or region that the writer's address names, where it is another than the one looked up.
        "elsewhere": place.country.named_elsewhere(lines, place.match.postcode, place.constituency.region),
        "chosen_here": place.match.region is not None and not place.is_region,
    }


def each_once(texts: Iterable[Text]) -> list[Text]:
    """Those that say something, each once."""
    found: list[Text] = []
    for text in texts:
        if text and text not in found:
            found.append(text)
    return found
