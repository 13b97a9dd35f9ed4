"""Who speaks for a postcode: parse() what a person typed, find() the people.

>>> match = find(parse("l8s 4l8"), date(2026, 11, 24))
>>> match.certainty, match.candidates[0].constituency.name["en"]
(<Certainty.EXACT: 'exact'>, 'Hamilton West—Ancaster—Dundas')
"""

from datetime import date
from functools import lru_cache

from representatives.directory import Directory
from representatives.match import Candidate, Certainty, Match, Postcode, Reason
from representatives.people import Chamber, Constituency, Delegation, Office, Region, Representative, Vacancy
from representatives.postcode import InvalidPostcode, PostcodeProblem, parse
from representatives.storage.dataset import Dataset, DatasetError

__all__ = [
    "Candidate",
    "Certainty",
    "Chamber",
    "Constituency",
    "Dataset",
    "DatasetError",
    "Delegation",
    "Directory",
    "InvalidPostcode",
    "Match",
    "Office",
    "Postcode",
    "PostcodeProblem",
    "Reason",
    "Region",
    "Representative",
    "Vacancy",
    "directory",
    "find",
    "parse",
]


@lru_cache(maxsize=1)
def directory() -> Directory:
    """The embedded dataset, read once.

    Raises:
        DatasetError: a file is missing or is not the published one.
    """
    dataset = Dataset()
    try:
        return Directory(dataset)
    except DatasetError:
        if (written_meanwhile := Dataset()).package == dataset.package:
            raise
        return Directory(written_meanwhile)


def find(postcode: Postcode, day: date | None = None, locality: str = "") -> Match:
    """Look a postcode up in the embedded dataset.

    Args:
        postcode: from parse().
        day: decides who sits: senators retire. Left out it is today by this computer's clock, for a caller to whom no
            other day matters; the pages always say theirs.
        locality: one of the match's localities (Australia's suburbs), which leaves fewer candidates.

    Raises:
        DatasetError: the dataset on disk is damaged.
    """
    return directory().find(postcode, day or date.today(), locality)
