"""The embedded dataset in memory, read-only: from a postcode to the people who speak for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from representatives.areas import Area
from representatives.countries import LETTER_COUNTRIES, LetterCountry
from representatives.dataset import Dataset
from representatives.people import (
    Candidate,
    Certainty,
    Chamber,
    Constituency,
    Delegation,
    Match,
    Postcode,
    Reason,
    Representative,
    Vacancy,
)


@dataclass(frozen=True, slots=True)
class CountryDirectory:
    """One country's tables, each by its key."""

    country: LetterCountry
    constituencies: Mapping[str, Constituency]
    members: Mapping[str, Representative]
    senators: Mapping[str, tuple[Representative, ...]]
    areas: Mapping[str, Area]

    def delegation(self, code: str, day: date) -> Delegation:
        """Who sits for a constituency on a day.

        Raises:
            KeyError: no such constituency.
        """
        constituency = self.constituencies[code]
        senators = self.senators.get(constituency.region.code, ())
        return Delegation(
            constituency=constituency,
            member=self.members.get(code) or Vacancy(Chamber.COMMONS, constituency),
            senators=tuple(person for person in senators if self.country.offered(person, day)),
        )


class Directory:
    """Every country that has data. Build it once; it never changes and may be shared by threads."""

    def __init__(self, dataset: Dataset) -> None:
        """Read all tables.

        Raises:
            DatasetError: a file is missing or is not the published one.
        """
        self.countries: Mapping[str, CountryDirectory] = {
            country_id: _read(dataset, LETTER_COUNTRIES[country_id])
            for country_id in sorted(dataset.countries() & LETTER_COUNTRIES.keys())
        }

    def find(self, postcode: Postcode, day: date) -> Match:
        """What is known of a postcode; `day` decides which senators have retired."""
        tables = self.countries.get(postcode.country)
        if tables is None:
            return Match(postcode, Certainty.UNKNOWN, ())
        area_code, unit = tables.country.area(postcode.code)
        area = tables.areas.get(area_code)
        if area is None:
            return Match(postcode, Certainty.UNKNOWN, ())
        certainty, candidates = _candidates(tables, area, unit)
        return Match(postcode, certainty, candidates, partial(tables.delegation, day=day))


def _candidates(tables: CountryDirectory, area: Area, unit: str) -> tuple[Certainty, tuple[Candidate, ...]]:
    shares = area.constituencies()
    if area.holds(tables.country.unit_number(unit)):
        reasons = _reasons_of_unit(area, unit, shares)
        certainty = Certainty.EXACT if len(reasons) == 1 else Certainty.SPLIT
    else:
        reasons = dict.fromkeys(shares, Reason.AREA)
        certainty = Certainty.AREA
    weights = tables.country.weights(reasons, shares)
    total = sum(weights.values())
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    return certainty, tuple(
        Candidate(tables.constituencies[code], weights[code] / total, reasons[code]) for code in ranked
    )


def _reasons_of_unit(area: Area, unit: str, shares: Mapping[str, float]) -> dict[str, Reason]:
    place = area.place(unit)
    reasons = dict.fromkeys(shares, Reason.AREA)
    reasons.update(dict.fromkeys(place.across, Reason.BORDER))
    reasons[place.own] = Reason.POSITION if reasons.keys() - {place.own} else Reason.ONLY
    return reasons


def _read(dataset: Dataset, country: LetterCountry) -> CountryDirectory:
    constituencies = {
        row["code"]: _constituency(row, country) for row in dataset.rows(f"{country.id}-constituencies")
    }
    people = [_representative(row, country) for row in dataset.rows(f"{country.id}-people")]
    areas = dataset.rows(f"{country.id}-postcodes")
    return CountryDirectory(
        country=country,
        constituencies=constituencies,
        members={person.area: person for person in people if person.chamber is Chamber.COMMONS},
        senators=_by_region(person for person in people if person.chamber is Chamber.SENATE),
        areas={row["area"]: Area(row["shares"], row["runs"], row["held"]) for row in areas},
    )


def _by_region(senators: Iterable[Representative]) -> dict[str, tuple[Representative, ...]]:
    found: dict[str, tuple[Representative, ...]] = {}
    for person in senators:
        found[person.area] = (*found.get(person.area, ()), person)
    return found


def _constituency(row: Mapping[str, str], country: LetterCountry) -> Constituency:
    return Constituency(
        id=row["id"],
        code=row["code"],
        country=country.id,
        name=_text(row, "name", country),
        region=country.regions[row["region"]],
    )


def _representative(row: Mapping[str, str], country: LetterCountry) -> Representative:
    return Representative(
        id=row["id"],
        country=country.id,
        chamber=Chamber(row["chamber"]),
        name=row["name"],
        given_name=row["given_name"],
        family_name=row["family_name"],
        honorific_prefix=row["honorific_prefix"],
        honorific_suffix=row["honorific_suffix"],
        party=_text(row, "party", country),
        area=row["area"],
        email=row["email"],
        page=_text(row, "page", country),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
    )


def _text(row: Mapping[str, str], name: str, country: LetterCountry) -> dict[str, str]:
    return {language: row[f"{name}_{language}"] for language in country.languages}
