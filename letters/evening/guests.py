"""The guests' postcodes, one a line as the host pastes them, and who speaks for each guest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from letters.journey.pages.question_pages import NO_LETTER_THERE, examples_for
from letters.journey.place import Place, place_at
from letters.journey.sanitise import visible
from letters.journey.visit import Visit
from representatives import Certainty, Match, Postcode, Representative
from representatives.languages import N_
from representatives.lookup import NoAnswer, match_typed

MOST_GUESTS = 60
MOST_PLACES = 2
"""Constituencies for which a guest of an uncertain postcode gets a sheet, the likeliest."""
MOST_SENATORS = 2
"""To how many senators a guest writes; where there are more, they are dealt out so that letters spread over all."""
MEMBER_ONLY = "member"
"""The value of the field `chambers` of a host who wants no sheets to senators."""
LONGEST_LINE = 200
"""Characters of a line that are looked at and shown again."""

NO_POSTCODES = N_("Type the guests’ postal codes, one a line.")
TOO_MANY = N_("Sixty lines at most: make the sheets in two goes.")
NONE_CLEAR = N_("No line is a postal code that this campaign has a letter for: see why below.")
_NOBODY = N_("Nobody sits there who can be asked for something at present.")
_TWO = N_("%(number)s %(constituencies)s are possible: ask the guest, and throw the other sheet away.")
_MORE = N_(
    "%(number)s %(constituencies)s are possible, and the two likeliest have a sheet. Ask the guest; who lives in neither "
    "finds the right one at %(authority)s: %(address)s"
)
_SEVERAL = N_("Several postal codes stand on this line: give each guest a line.")
_NAME = N_("Only %(postcode)s was read: no name is needed here.")
_PROBABLY = N_("Probably %(name)s, but that is not certain: ask the guest.")
_VACANT = N_("The seat of %(name)s is vacant: there is no sheet for it.")

_MARKER = re.compile(r"^(?:[•·*▪‣–—-] +|\d{1,2}[.):] *|\d{1,2} +(?=[A-Za-z]|\d{4,5}$))(?=\S)")
"""What begins a line of a numbered list, a bulleted one or a spreadsheet: no digit of it belongs to a postcode."""


class BadList(Exception):
    """No sheet can be made of a list; str() is a sentence marked for translation."""


@dataclass(frozen=True, slots=True)
class Guest:
    """One line of the list."""

    number: int
    """Of the line, from 1, blank lines counted."""
    typed: str
    places: tuple[Place, ...] = ()
    """Where the guest may live, the likeliest first."""
    notes: tuple[str, ...] = ()
    """What the host should ask or know, in the page's language; () where all is certain."""
    choices: tuple[str, ...] = ()
    """The names and constituencies to choose from, where there is a choice."""
    problem: str = ""
    """Why there is no sheet for the line, in the page's language; "" where there is one."""
    with_senators: bool = True
    """Whether the host wants sheets to senators, too."""
    same_as: int = 0
    """The first line with the same postcode; 0 where this is the first."""

    @property
    def shown(self) -> str:
        """The postcode as the post office prints it, or what was typed."""
        return self.places[0].match.postcode.printed if self.places else self.typed

    @property
    def members(self) -> tuple[tuple[Place, Representative], ...]:
        """The member for each place that has one who can be asked, or the seat where nobody can be named."""
        found = ((place, _member(place)) for place in self.places)
        return tuple((place, member) for place, member in found if member and member in place.people)

    @property
    def senators(self) -> tuple[Representative, ...]:
        """The senators of the likeliest place who can be asked."""
        likeliest = self.places[:1] if self.with_senators else ()
        return tuple(
            person for place in likeliest for person in place.people if person in place.delegation.senators
        )

    @property
    def senators_written(self) -> int:
        """To how many of them there is a sheet."""
        return min(MOST_SENATORS, len(self.senators))


def _member(place: Place) -> Representative | None:
    """Where a code tells no constituency of now, no seat either."""
    member = place.delegation.member
    if isinstance(member, Representative):
        return member
    return None if place.match.has_other_lines else place.seat


def read_guests(text: str, visit: Visit) -> tuple[Guest, ...]:
    """The lines that are not blank, each with whom its guest can write to, or why there is nobody.

    Raises:
        BadList: there is no line, or there are too many.
    """
    numbered = enumerate(visible(text).split("\n"), 1)
    lines = [(number, line.strip()[:LONGEST_LINE]) for number, line in numbered if line.strip()]
    if not lines:
        raise BadList(NO_POSTCODES)
    if len(lines) > MOST_GUESTS:
        raise BadList(TOO_MANY)
    return tuple(_with_repeats(_guest(number, typed, visit) for number, typed in lines))


def _with_repeats(guests: Iterable[Guest]) -> Iterator[Guest]:
    """The guests, each told which line has their postcode already: two may live at one, or one was typed twice."""
    first: dict[str, int] = {}
    for guest in guests:
        line = first.setdefault(guest.shown, guest.number)
        yield replace(guest, same_as=line) if guest.places and line != guest.number else guest


def _found(line: str, visit: Visit) -> tuple[Match, tuple[str, ...]]:
    """Where a line's postcode lies, and what the host should know of how it was read.

    Raises:
        NoAnswer: there is none, not even between other words, or there are several.
    """
    try:
        return match_typed(line, visit.day, visit.language), ()
    except NoAnswer as error:
        found = [] if error.meant else _among_words(line, visit)
        if not found:
            raise
    if len(found) > 1:
        raise NoAnswer(_SEVERAL, {})
    return found[0], (visit.say(_NAME, postcode=found[0].postcode),)


def _among_words(line: str, visit: Visit) -> list[Match]:
    """Each postcode of one word or two that stands between others."""
    words = [word for word in re.split(r"[\s,;]+", line) if word]
    found, at = dict[Postcode, Match](), 0
    while at < len(words):
        for both in (words[at : at + 2], words[at : at + 1]):
            after = len(words) - at - len(both)
            if not _can_be_postcode(both, after):
                continue
            with suppress(NoAnswer):
                match = match_typed(" ".join(both), visit.day, visit.language)
                found[match.postcode] = match
                at += len(both) - 1
                break
        at += 1
    return [*found.values()]


def _can_be_postcode(words: Sequence[str], after: int) -> bool:
    """Whether a word or two with so many words after them can be one, and no house's number: that stands before its street."""
    text = "".join(words)
    if text.isdigit():
        return len(words) == 1 and after < 2
    return any(character.isdigit() for character in text)


def _guest(number: int, typed: str, visit: Visit) -> Guest:
    try:
        match, read = _found(_MARKER.sub("", typed), visit)
    except NoAnswer as error:
        return Guest(number, typed, problem=visit.say(str(error), **{**error.values, **examples_for(visit)}))
    if match.postcode.country not in visit.campaign.countries:
        return Guest(number, typed, problem=visit.say(NO_LETTER_THERE))
    likeliest = [candidate.constituency for candidate in match.candidates[:MOST_PLACES]]
    places = [place_at(match, each, visit.campaign, visit.language, visit.day) for each in likeliest]
    places = [place for place in places if place.people]
    if not places:
        return Guest(number, typed, problem=visit.say(_NOBODY))
    notes = (*read, *_uncertain(match, places, visit), *_vacant(places, visit))
    choices = tuple(_choice(place, visit) for place in places) if len(match.candidates) > 1 else ()
    with_senators = visit.form_data.value("chambers") != MEMBER_ONLY
    guest = Guest(number, typed, tuple(places), notes, choices, with_senators=with_senators)
    if guest.members or guest.senators:
        return guest
    return Guest(number, typed, problem=" ".join(_vacant(places, visit)) or visit.say(_NOBODY))


def _uncertain(match: Match, places: Sequence[Place], visit: Visit) -> tuple[str, ...]:
    country, language = places[0].country, visit.language
    if len(match.candidates) == 1:
        name = places[0].constituency.name[language]
        return () if match.certainty is Certainty.EXACT else (visit.say(_PROBABLY, name=name),)
    sentence = _TWO if len(match.candidates) <= MOST_PLACES else _MORE
    return (
        visit.say(
            sentence,
            number=len(match.candidates),
            constituencies=country.constituency_names[language],
            authority=country.official_name[language],
            address=country.official_lookup[language],
        ),
    )


def _vacant(places: Sequence[Place], visit: Visit) -> tuple[str, ...]:
    empty = [place for place in places if _member(place) is None and not place.match.has_other_lines]
    return tuple(visit.say(_VACANT, name=place.constituency.name[visit.language]) for place in empty)


def _choice(place: Place, visit: Visit) -> str:
    """ "John-Paul Danko, Hamilton West—Ancaster—Dundas (about 9 in 10)"."""
    member, name = place.delegation.member, place.constituency.name[visit.language]
    candidate = place.match.candidate(place.constituency.code)
    how_likely = visit.say(candidate.likelihood) if candidate else ""
    return (
        f"{member.name}, {name} ({how_likely})"
        if isinstance(member, Representative)
        else f"{name} ({how_likely})"
    )
