"""The embedded dataset in memory, read-only: from a postcode to the people who speak for it."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from representatives.countries import COUNTRIES
from representatives.match import Candidate, Certainty, Match, Postcode, Reason
from representatives.sitting.new_lines import region_of, widened
from representatives.storage.country_tables import NOT_HELD, CountryDirectory, read_country
from representatives.storage.dataset import Dataset
from representatives.storage.postcode_area import Area

_Found = tuple[Certainty, tuple[Candidate, ...]]


class Directory:
    """Every country that has data. Build it once; it never changes and may be shared by threads."""

    def __init__(self, dataset: Dataset) -> None:
        """Read all tables.

        Raises:
            DatasetError: a file is missing, is not the published one, or has not the columns and values that are read.
        """
        self.countries: Mapping[str, CountryDirectory] = {
            country_id: read_country(dataset, COUNTRIES[country_id])
            for country_id in sorted(dataset.countries() & COUNTRIES.keys())
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
            return Match(postcode, Certainty.UNKNOWN)
        area, name, unit = tables.area_of(postcode.code)
        if area is None:
            return Match(postcode, Certainty.UNKNOWN)
        suburbs = area.suburbs()
        if locality in suburbs:
            certainty, candidates = _by_share(tables, suburbs[locality])
        else:
            certainty, candidates = _candidates(tables, area, name, unit)
        unknown = tables.country.unknown_districts(day)
        certainty, candidates = widened(certainty, candidates, tables.constituencies, unknown)
        return Match(
            postcode,
            certainty,
            candidates,
            localities=tuple(suburbs),
            point=area.point_of(unit),
            named=area.named,
            region=region_of(candidates, unknown),
            has_other_lines=any(each.constituency.region.code in unknown for each in candidates),
            delegation=partial(tables.delegation, day=day),
        )


def _candidates(tables: CountryDirectory, area: Area, name: str, unit: str) -> _Found:
    country = tables.country
    if not unit:
        return _by_share(tables, area.constituencies())
    if unit == NOT_HELD or not area.holds(country.unit_number(unit)):
        return Certainty.AREA, _around(tables, area, name, unit)
    place = area.place(unit)
    if place.shares:
        return _by_share(tables, place.shares, area.has_older_shares(unit))
    if area.is_doubtful(unit):
        return Certainty.SPLIT, _around(tables, area, name, unit, Reason.BORDER)
    if country.held_is_exact(name):
        reason = Reason.NEAREST if area.is_nearest(unit) else Reason.POSITION
        return Certainty.EXACT, (Candidate(tables.constituencies[place.own], 1.0, reason),)
    shares = area.constituencies()
    reasons = dict.fromkeys(shares, Reason.AREA) | dict.fromkeys(place.across, Reason.BORDER)
    reasons[place.own] = Reason.POSITION
    if len(reasons) > 1:
        return Certainty.SPLIT, _ranked(tables, reasons, country.weights(name, reasons, shares))
    only = (Candidate(tables.constituencies[place.own], 1.0, Reason.ONLY),)
    return Certainty.SPLIT if country.never_exact(name) else Certainty.EXACT, only


def _around(
    tables: CountryDirectory, area: Area, name: str, unit: str, others: Reason = Reason.AREA
) -> tuple[Candidate, ...]:
    """The candidates of a unit whose place is not known: its area's, where that says something the nearest unit's first.

    Args:
        tables, area, name, unit: where it is looked for.
        others: why those besides the nearest unit's are candidates.
    """
    shares = area.constituencies()
    reasons = dict.fromkeys(shares, others)
    if unit != NOT_HELD and area.runs and tables.country.nearest_first:
        place = area.place(unit)
        reasons |= dict.fromkeys(place.across, Reason.BORDER)
        if place.own:
            reasons[place.own] = Reason.NEAREST
    return _ranked(tables, reasons, tables.country.weights(name, reasons, shares))


def _by_share(
    tables: CountryDirectory, shares: Mapping[str, float], from_older_lines: bool = False
) -> _Found:
    """The candidates where the dataset gives each one's share."""
    reasons = dict.fromkeys(shares, Reason.SHARE if len(shares) > 1 else Reason.ONLY)
    likelihoods = tables.country.likelihoods(shares, from_older_lines)
    return Certainty.EXACT if len(shares) == 1 else Certainty.SPLIT, _ranked(tables, reasons, likelihoods)


def _ranked(
    tables: CountryDirectory, reasons: Mapping[str, Reason], weights: Mapping[str, float]
) -> tuple[Candidate, ...]:
    places = tables.constituencies
    if len(weights) == 1:
        return tuple(Candidate(places[code], 1.0, reasons[code]) for code in weights)
    total = sum(weights.values()) or 1.0
    ranked = sorted([(-weight / total, code) for code, weight in weights.items()])
    return tuple([Candidate(places[code], -share, reasons[code]) for share, code in ranked])
