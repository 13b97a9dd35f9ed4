"""The embedded dataset in memory, read-only: from a postcode to the people who speak for it."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from representatives.area_table import AreaTable
from representatives.areas import Area
from representatives.countries import LETTER_COUNTRIES, LetterCountry
from representatives.dataset import RESTORE, Dataset, DatasetError
from representatives.matching import Candidate, Certainty, Match, Postcode, Reason
from representatives.people import Constituency, Delegation, Point, Representative, Text, Vacancy
from representatives.tables import People, read_areas, read_constituencies

# An attribute of an enumeration costs as much as the rest of a line.
_AREA, _BORDER, _POSITION, _SPLIT = Reason.AREA, Reason.BORDER, Reason.POSITION, Certainty.SPLIT

_Found = tuple[Certainty, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a parliament that is true for a time, from the dated entries in the data."""

    begins: date
    ends: date
    """The first day on which it no longer holds."""
    text: Text


@dataclass(frozen=True, slots=True)
class CountryDirectory:
    """One country's tables, each by its key."""

    country: LetterCountry
    constituencies: Mapping[str, Constituency]
    members: Mapping[str, Representative]
    senators: Mapping[str, tuple[Representative, ...]]
    areas: AreaTable
    as_of: str
    """The day on which the people were as listed, ISO 8601."""
    notices: tuple[Notice, ...] = ()

    def notices_on(self, day: date) -> tuple[Text, ...]:
        """What a visitor should know on a day of elections, dissolutions and terms that end."""
        return tuple(notice.text for notice in self.notices if notice.begins <= day < notice.ends)

    def delegation(self, code: str, day: date) -> Delegation:
        """Who sits for a constituency on a day.

        Raises:
            KeyError: no such constituency.
        """
        constituency = self.constituencies[code]
        listed = self.members.get(code)
        senators = self.senators.get(constituency.region.code, ())
        member: Representative | Vacancy = Vacancy(
            self.country.lower, constituency, listed.note if listed else {}
        )
        if listed and self.country.offered(listed, day):
            member = listed
        return Delegation(
            constituency=constituency,
            member=member,
            senators=tuple(person for person in senators if self.country.offered(person, day)),
        )

    def area_of(self, code: str) -> tuple[Area | None, str, str]:
        """The line that a postcode falls in or, failing that, a wider one; the area's name; the unit within it."""
        name, unit = self.country.area(code)
        if found := self.areas.get(name):
            return found, name, unit
        for wider in self.country.wider_areas(name):
            if found := self.areas.get(wider):
                return found, wider, NOT_HELD
        return None, name, ""


NOT_HELD = "?"
"""Stands for a unit that no line can hold: the postcode's own area is not in the dataset."""


class Directory:
    """Every country that has data. Build it once; it never changes and may be shared by threads."""

    def __init__(self, dataset: Dataset) -> None:
        """Read all tables.

        Raises:
            DatasetError: a file is missing, is not the published one, or has not the columns and values that are read.
        """
        self.countries: Mapping[str, CountryDirectory] = {
            country_id: _read(dataset, LETTER_COUNTRIES[country_id])
            for country_id in sorted(dataset.countries() & LETTER_COUNTRIES.keys())
        }

    def find(self, postcode: Postcode, day: date, locality: str = "") -> Match:
        """What is known of a postcode.

        Args:
            postcode: from parse().
            day: decides who sits: senators retire, and some changes are known ahead.
            locality: one of the match's localities, where the visitor chose one; any other is ignored.
        """
        tables = self.countries.get(postcode.country)
        if tables is None:
            return Match(postcode, Certainty.UNKNOWN, ())
        area, name, unit = tables.area_of(postcode.code)
        if area is None:
            return Match(postcode, Certainty.UNKNOWN, ())
        if locality and locality in area.suburbs():
            certainty, candidates = _by_share(tables, area.suburb(locality))
        else:
            certainty, candidates = _candidates(tables, area, name, unit)
        return Match(postcode, certainty, candidates, _Line(tables, area, name, unit, day))


class _Line(NamedTuple):
    """What a match was read from."""

    tables: CountryDirectory
    area: Area
    name: str
    unit: str
    day: date

    def localities(self) -> tuple[str, ...]:
        return self.area.suburbs()

    def point(self) -> Point | None:
        return self.tables.areas.point(self.name, self.unit)

    def named(self) -> str:
        return self.area.named

    def delegation(self, code: str) -> Delegation:
        return self.tables.delegation(code, self.day)


def _candidates(tables: CountryDirectory, area: Area, name: str, unit: str) -> _Found:
    country = tables.country
    if not unit:
        return _by_share(tables, area.constituencies())
    if unit == NOT_HELD or not area.holds(country.unit_number(unit)):
        return Certainty.AREA, _around(tables, area, unit)
    place = area.place(unit)
    if place.shares:
        return _by_share(tables, place.shares)
    if country.held_is_exact(name):
        return Certainty.EXACT, (Candidate(tables.constituencies[place.own], 1.0, _POSITION),)
    shares = area.constituencies()
    reasons = dict.fromkeys(shares, _AREA)
    for code in place.across:
        reasons[code] = _BORDER
    reasons[place.own] = _POSITION
    if len(reasons) > 1:
        return _SPLIT, _ranked(tables, reasons, country.weights(reasons, shares))
    only = (Candidate(tables.constituencies[place.own], 1.0, Reason.ONLY),)
    return Certainty.SPLIT if country.never_exact(name) else Certainty.EXACT, only


def _around(tables: CountryDirectory, area: Area, unit: str) -> tuple[Candidate, ...]:
    """The candidates of a unit that is not held: its area's."""
    shares = area.constituencies()
    reasons = dict.fromkeys(shares, _AREA)
    if unit != NOT_HELD and area.runs and tables.country.nearest_first:
        reasons[area.place(unit).own] = Reason.NEAREST
    return _ranked(tables, reasons, tables.country.weights(reasons, shares))


def _by_share(tables: CountryDirectory, shares: Mapping[str, float]) -> _Found:
    """The candidates where the dataset gives each one's share."""
    reasons = dict.fromkeys(shares, Reason.SHARE if len(shares) > 1 else Reason.ONLY)
    return Certainty.EXACT if len(shares) == 1 else Certainty.SPLIT, _ranked(tables, reasons, shares)


def _ranked(
    tables: CountryDirectory, reasons: Mapping[str, Reason], weights: Mapping[str, float]
) -> tuple[Candidate, ...]:
    places = tables.constituencies
    if len(weights) == 1:
        return tuple(Candidate(places[code], 1.0, reasons[code]) for code in weights)
    total = sum(weights.values()) or 1.0
    ranked = sorted([(-weight / total, code) for code, weight in weights.items()])
    return tuple([Candidate(places[code], -share, reasons[code]) for share, code in ranked])


def _read(dataset: Dataset, country: LetterCountry) -> CountryDirectory:
    try:
        return _read_tables(dataset, country)
    except (KeyError, ValueError, TypeError, csv.Error) as error:
        sentence = (
            f"The tables of {country.id} in {dataset.root} are not as this program reads them: {RESTORE}"
        )
        raise DatasetError(sentence) from error


def _read_tables(dataset: Dataset, country: LetterCountry) -> CountryDirectory:
    people = People(dataset, country)
    return CountryDirectory(
        country=country,
        constituencies=read_constituencies(dataset, country),
        members=people.members,
        senators=people.senators,
        areas=read_areas(dataset, country),
        as_of=str(dataset.resources[f"{country.id}-people"]["as_of"]),
        notices=tuple(map(_notice, dataset.resources[f"{country.id}-people"].get("notices", ()))),
    )


def _notice(entry: Mapping[str, Any]) -> Notice:
    return Notice(date.fromisoformat(entry["begins"]), date.fromisoformat(entry["ends"]), entry["text"])
