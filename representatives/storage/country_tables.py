"""One country's tables in memory: who sits where on a day, and the line that a postcode falls in."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from representatives.countries import Country
from representatives.people import Constituency, Delegation, Representative, Text
from representatives.sitting.age import Age
from representatives.sitting.changes import Change
from representatives.sitting.delegations import Sitting
from representatives.storage.dataset import RESTORE, Dataset, DatasetError
from representatives.storage.postcode_area import Area
from representatives.storage.rows import read_areas, read_changes, read_constituencies, read_people

NOT_HELD = "?"
"""Stands for a unit that no line can hold: the postcode's own area is not in the dataset."""


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

    country: Country
    constituencies: Mapping[str, Constituency]
    members: Mapping[str, Representative]
    senators: Mapping[str, tuple[Representative, ...]]
    areas: Mapping[str, Area]
    as_of: str
    """The day on which the people were as listed, ISO 8601."""
    notices: tuple[Notice, ...] = ()
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """What was reported since the list, by seat, in the order in which it began."""

    def notices_on(self, day: date) -> tuple[Text, ...]:
        """What a visitor should know on a day of elections, dissolutions and terms that end."""
        return tuple(notice.text for notice in self.notices if notice.begins <= day < notice.ends)

    def delegation(self, code: str, day: date) -> Delegation:
        """Who sits on a day for a constituency, or for a region whose constituencies cannot be told then.

        Raises:
            KeyError: no such constituency.
        """
        sitting = Sitting(self.country, self.changes, Age(self.as_of, day))
        region = self.country.regions.get(code)
        if region and (why := self.country.unknown_districts(day).get(code)):
            place = Constituency(region.id, code, self.country.id, region.name, region)
            return sitting.in_region(place, why, self.senators.get(code, ()))
        constituency = self.constituencies[code]
        senators = self.senators.get(constituency.region.code, ())
        return sitting.delegation(constituency, self.members.get(code), senators)

    def area_of(self, code: str) -> tuple[Area | None, str, str]:
        """The line that a postcode falls in or, failing that, a wider one; the area's name; the unit within it."""
        name, unit = self.country.area(code)
        if found := self.areas.get(name):
            return found, name, unit
        for wider in self.country.wider_areas(name):
            if found := self.areas.get(wider):
                return found, wider, NOT_HELD
        return None, name, ""


def read_country(dataset: Dataset, country: Country) -> CountryDirectory:
    """One country's tables from the dataset.

    Raises:
        DatasetError: a file is missing, is not the published one, or has not the columns and values that are read.
    """
    try:
        members, senators = read_people(dataset, country)
        listed = dataset.resources[f"{country.id}-people"]
        return CountryDirectory(
            country=country,
            constituencies=read_constituencies(dataset, country),
            members=members,
            senators=senators,
            areas=read_areas(dataset, country),
            as_of=str(listed["as_of"]),
            changes=read_changes(dataset, country),
            notices=tuple(map(_notice, listed.get("notices", ()))),
        )
    except (KeyError, ValueError, TypeError, csv.Error) as error:
        sentence = (
            f"The tables of {country.id} in {dataset.root} are not as this program reads them: {RESTORE}"
        )
        raise DatasetError(sentence) from error


def _notice(entry: Mapping[str, Any]) -> Notice:
    return Notice(date.fromisoformat(entry["begins"]), date.fromisoformat(entry["ends"]), entry["text"])
