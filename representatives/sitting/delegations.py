"""Who speaks for a constituency on a day: the list, the changes reported since, and what the law has ended.

Where nobody can be named, and somebody may hold the seat, it is the seat that a letter can be addressed to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from representatives.countries import Country
from representatives.languages import PAGE_LANGUAGES
from representatives.people import Chamber, Constituency, Delegation, Representative, Text, Vacancy
from representatives.sitting.age import Age
from representatives.sitting.changes import Change, Seated, apply

SEAT = "seat:"
"""How the id of a seat begins in forms; its constituency's code follows, with "_" for a space."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One country's people on one day."""

    country: Country
    changes: Mapping[str, Sequence[Change]]
    """By seat."""
    age: Age
    """Of the list."""

    @property
    def day(self) -> date:
        """On which it is asked."""
        return self.age.day

    def delegation(
        self, constituency: Constituency, listed: Representative | None, senators: Sequence[Representative]
    ) -> Delegation:
        """Who speaks for a constituency.

        Args:
            constituency: theirs.
            listed: the member in the list, or None where the seat was vacant.
            senators: those of the region in the list.
        """
        member, in_place, reasons = self._member(constituency, listed)
        upper, more, why = self._senators(constituency, senators)
        return Delegation(constituency, member, upper, {**in_place, **more}, {**reasons, **why})

    def in_region(self, place: Constituency, why: Text, senators: Sequence[Representative]) -> Delegation:
        """Who speaks for people of a region whose constituency cannot be known: the senators."""
        upper, in_place, reasons = self._senators(place, senators)
        return Delegation(
            place, Vacancy(self.country.lower, place, why, is_empty=False), upper, in_place, reasons
        )

    def _member(
        self, place: Constituency, listed: Representative | None
    ) -> tuple[Representative | Vacancy, dict[str, str], dict[str, Text]]:
        seated = self._seated(self.country.lower, place.code, [listed] if listed else [])
        member = seated.people[0] if seated.people else None
        if member and self.country.offered(member, self.day):
            # An older draft may be to the seat, from when nobody could be named.
            in_place = {_seat_id(place.code): member.id, **dict.fromkeys(seated.gone, member.id)}
            return member, in_place, self._reported([member])
        seat = self._seat(self.country.lower, place)
        ending = self.country.ending(member or seat)
        is_over = ending is not None and self.day >= ending.day
        as_listed = listed.note if listed else self.country.listed_vacant(self.age.as_of)
        note = ending.text if ending and is_over else self._told(seated.open) or as_listed
        is_unknown = is_over or any(_may_sit(each, listed) for each in seated.open)
        if not (is_unknown or self.age.is_said):
            return Vacancy(self.country.lower, place, note), {}, {}
        gone = {person.id: seat.id for person in (listed, member) if person}
        vacancy = Vacancy(self.country.lower, place, note, is_empty=not is_unknown, seat=seat)
        return vacancy, gone, {seat.id: note}

    def _senators(
        self, place: Constituency, listed: Sequence[Representative]
    ) -> tuple[tuple[Representative, ...], dict[str, str], dict[str, Text]]:
        region = replace(place, id=place.region.id, code=place.region.code, name=place.region.name)
        seated = self._seated(Chamber.SENATE, region.code, listed)
        offered = [person for person in seated.people if self.country.offered(person, self.day)]
        reasons = self._reported(offered)
        if not self.country.senate_seats_named:
            return tuple(offered), {}, reasons
        over = [person for person in seated.people if person not in offered]
        seats = self._senate_seats(region, over, len(seated.open))
        in_place = {person.id: seat.id for person, seat in zip(over, seats, strict=False)}
        in_place |= {id: (seats or offered)[-1].id for id in seated.gone if seats or offered}
        reasons |= {seat.id: self._told(seated.open) for seat in seats[len(over) :]}
        reasons |= {
            seat.id: ending.text
            for person, seat in zip(over, seats, strict=False)
            if (ending := self.country.ending(person))
        }
        return (*offered, *seats), in_place, reasons

    def _senate_seats(
        self, region: Constituency, over: Sequence[Representative], open_seats: int
    ) -> list[Representative]:
        count = len(over) + open_seats
        classes = [person.term.division if person.term else "" for person in over] + [""] * open_seats
        return [
            self._seat(Chamber.SENATE, region, division if count > 1 else "", number)
            for number, division in enumerate(classes, 1)
        ]

    def _seated(self, chamber: Chamber, seat: str, listed: Sequence[Representative]) -> Seated:
        changes = [each for each in self.changes.get(seat, ()) if each.chamber is chamber]
        if not changes:
            return Seated(tuple(listed), {}, ())
        return apply(listed, changes, self.day, self.country.member_lists[chamber])

    def _seat(
        self, chamber: Chamber, place: Constituency, division: str = "", number: int = 1
    ) -> Representative:
        """An office as somebody to write to, without a name."""
        names = self.country.seat_name(chamber, place, division)
        which = f".{division or number}" if division or number > 1 else ""
        return Representative(
            id=_seat_id(place.code) + which,
            country=self.country.id,
            chamber=chamber,
            name=names[self.country.languages[0]],
            area=place.code,
            page=self.country.member_lists[chamber],
            role=self.country.role_of(place.code) if chamber is self.country.lower else "",
            names=names,
        )

    def _told(self, changes: Sequence[Change]) -> Text:
        """What happened and who says so, in every language of the pages; {} for nothing."""
        month_first = self.country.month_first
        texts = [
            text
            for each in changes
            for text in (each.text(month_first=month_first), each.said_by(month_first=month_first))
        ]
        return {each: " ".join(text[each] for text in texts) for each in PAGE_LANGUAGES} if texts else {}

    def _reported(self, people: Sequence[Representative]) -> dict[str, Text]:
        """By id, why somebody is named whom no list has, or who was listed and gone meanwhile."""
        return {
            person.id: self._told([change])
            for person in people
            for change in self.changes.get(person.area, ())
            if change.new == person.name and change.begins <= self.day
        }


def _seat_id(code: str) -> str:
    return f"{SEAT}{code.replace(' ', '_')}"


def _may_sit(change: Change, listed: Representative | None) -> bool:
    """Whether a change that left a seat without a name may leave it with somebody all the same."""
    return not change.source.is_certain and (listed is not None or bool(change.new))
