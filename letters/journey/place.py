"""The place that a visitor confirmed: its constituency, who sits for it, and what they can be asked for today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from letters.campaign.model import Campaign, Request, Words
from letters.journey.form_data import FormData
from representatives import Certainty, Constituency, Delegation, Match, Representative
from representatives.countries import COUNTRIES, Country
from representatives.languages import N_
from representatives.sitting.delegations import SEAT

PRESELECT_FROM = 0.8
"""The share from which the likeliest constituency is ticked for the visitor to confirm."""
UNASKED_FROM = 0.9
"""The share from which the writing page itself shows the candidates, instead of a question before it."""
MOST_UNASKED = 5
"""More candidates than that are no compact choice."""
NO_LOCALITY = "-"
"""The answer of a visitor whose suburb is not listed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A constituency, and everything that a campaign's pages need to know of it."""

    match: Match
    constituency: Constituency
    delegation: Delegation
    words: Words
    """The campaign's for the country, in the page's language where it has that."""
    requests: Sequence[Request]
    """What those who sit for it can be asked for today."""
    people: Sequence[Representative]
    """Those of them whose chamber can be asked for something today."""
    languages: Sequence[str]
    """Those that a letter can be written in, the first where a visitor's is not among them."""

    @property
    def is_region(self) -> bool:
        """Whether the constituency is not known, and this stands for the whole region."""
        return self.match.region is not None and self.constituency.code == self.match.region.code

    @property
    def seat(self) -> Representative | None:
        """The constituency's own seat, where a letter goes to that because nobody can be named; otherwise None."""
        member = self.delegation.member
        return None if isinstance(member, Representative) else member.seat

    @property
    def country(self) -> Country:
        """The country's rules."""
        return COUNTRIES[self.constituency.country]

    @property
    def has_choice(self) -> bool:
        """Whether the writing page itself shows the constituencies that it may be."""
        return len(self.match.candidates) > 1 and is_unasked(self.match)

    @property
    def is_unconfirmed(self) -> bool:
        """Whether it is the only one known for a code whose exact place is not."""
        return len(self.match.candidates) == 1 and self.match.certainty is not Certainty.EXACT


class PlaceQuestion(Exception):
    """The visitor must say more before anyone can be named; str() is the sentence to show, or ""."""

    def __init__(self, step: str, sentence: str = "") -> None:
        super().__init__(sentence)
        self.step = step
        """ "locality" or "constituency"."""


def confirmed(match: Match, form_data: FormData) -> Constituency:
    """The constituency that the visitor confirmed, or the only one; where only a region can be told, that as a whole.

    Raises:
        PlaceQuestion: there are several and none was picked, the one picked is none of them, or another is wanted.
    """
    if form_data.value("again"):
        raise PlaceQuestion("locality" if match.localities else "constituency")
    code = form_data.value("constituency")
    asked = bool(code or form_data.value("confirm"))
    if match.region and code in ("", match.region.code) and not form_data.value("confirm"):
        return match.representatives(match.region.code).constituency
    if not code and match.certainty is Certainty.EXACT:
        code = match.candidates[0].constituency.code
    if candidate := match.candidate(code):
        return candidate.constituency
    if match.localities and not code and not form_data.value("locality"):
        sentence = N_("Choose your suburb, or say that it is not listed.")
        raise PlaceQuestion("locality", sentence if asked else "")
    if not asked and is_unasked(match):
        return match.candidates[0].constituency
    sentence = N_("Choose one of the constituencies that this postal code can lie in.")
    came_from_suburbs = form_data.value("confirm") == "locality"
    raise PlaceQuestion("constituency", sentence if asked and not came_from_suburbs else "")


def is_unasked(match: Match) -> bool:
    """Whether the likeliest is so likely that the writing page begins with it."""
    return match.candidates[0].share >= UNASKED_FROM and len(match.candidates) <= MOST_UNASKED


def place_at(match: Match, constituency: Constituency, campaign: Campaign, language: str, day: date) -> Place:
    """What a campaign can say at a constituency on a day.

    Raises:
        KeyError: the campaign has no words for the country.
    """
    words = campaign.words_in(constituency.country, language)
    delegation = match.representatives(constituency)
    requests = words.requests_to({person.chamber for person in delegation.people}, day)
    asked = {chamber for request in requests for chamber in request.chambers}
    people = tuple(person for person in delegation.people if person.chamber in asked)
    written = campaign.languages_in(constituency.country)
    languages = [each for each in COUNTRIES[constituency.country].languages if each in written]
    return Place(match, constituency, delegation, words, requests, people, languages)


def in_their_place(ids: Iterable[str], place: Place) -> list[str]:
    """Who was chosen, those of an older draft who no longer sit replaced by who or which seat is in their place."""
    replaced = place.delegation.replaced
    # A code with a space has "_" in a seat's id, as ids have no spaces.
    ids = (id.replace(" ", "_") if id.startswith(SEAT) else id for id in ids)
    return list(dict.fromkeys(replaced.get(id, id) for id in ids))


def likeliest(match: Match) -> str:
    """The code to tick beforehand, or "" where no constituency is likely enough."""
    first = match.candidates[0]
    return first.constituency.code if first.share >= PRESELECT_FROM else ""
