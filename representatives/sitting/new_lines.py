"""A code's candidates where its region elects on other lines than those of the tables: any constituency of the region."""

from collections import defaultdict
from collections.abc import Mapping

from representatives.match import Candidate, Certainty, Reason
from representatives.people import Constituency, Region, Text


def widened(
    certainty: Certainty,
    candidates: tuple[Candidate, ...],
    constituencies: Mapping[str, Constituency],
    unknown: Mapping[str, Text],
) -> tuple[Certainty, tuple[Candidate, ...]]:
    """The candidates, those of a region with other lines replaced by all of that region, alike.

    Args:
        certainty: how the candidates are known.
        candidates: by the lines of the tables.
        constituencies: the country's, by code.
        unknown: by region, why its constituencies cannot be told.
    """
    if not any(each.constituency.region.code in unknown for each in candidates):
        return certainty, candidates
    shares: dict[str, float] = defaultdict(float)
    for each in candidates:
        shares[each.constituency.region.code] += each.share
    found = [each for each in candidates if each.constituency.region.code not in unknown]
    for code in shares.keys() & unknown.keys():
        places = [place for place in constituencies.values() if place.region.code == code]
        found += [Candidate(place, shares[code] / len(places), Reason.AREA) for place in places]
    found.sort(key=lambda each: (-round(each.share, 9), len(each.constituency.code), each.constituency.code))
    return Certainty.AREA, tuple(found)


def region_of(candidates: tuple[Candidate, ...], unknown: Mapping[str, Text]) -> Region | None:
    """The region of all candidates, where its constituencies cannot be told; None otherwise."""
    regions = {each.constituency.region.code: each.constituency.region for each in candidates}
    if len(regions) == 1 and regions.keys() <= unknown.keys():
        return next(iter(regions.values()))
    return None
