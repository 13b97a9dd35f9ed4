"""How often the look-up offers the true constituency, on pairs that had no part in making the tables.

    python -m representatives.sources.accuracy COUNTRY FILE

FILE is a CSV with the columns postcode and constituency (its code or its English name) and, where a suburb settles a
postcode, locality. Offices, schools and polling places are such pairs; what is found goes into `measured` (docs/data.md).
Below it stands how often the first candidate is right where the look-up calls it so likely: the two should agree.
"""

import csv
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from representatives import Dataset, Directory, InvalidPostcode, Match, parse
from representatives.match import NINE_IN_TEN, THREE_IN_FOUR
from representatives.storage.dataset import DatasetError

BANDS = (0.0, 0.5, THREE_IN_FOUR, NINE_IN_TEN, 0.97, 0.99, 1.0)
"""The bounds of the shares that are looked at together."""
_NORMAL = 1.959964
"""How many standard deviations hold 95 of 100 draws."""


class Pair(NamedTuple):
    """A postcode, and the constituency in which it truly lies."""

    postcode: str
    code: str
    locality: str = ""


class Accuracy(NamedTuple):
    """What was found on pairs."""

    pairs: int
    listed: int
    """The true constituency was among the candidates."""
    first: int
    """It was the first of them."""
    candidates: int
    """Of all pairs together."""

    def __str__(self) -> str:
        return (
            f"{self.pairs:,} pairs: listed for {_percent(self.listed, self.pairs)}, first for "
            f"{_percent(self.first, self.pairs)}, {self.candidates / self.pairs:.2f} candidates on average"
        )


def measure(pairs: Iterable[Pair], find: Callable[[Pair], Match | None]) -> Accuracy:
    """Count how the true constituency stands among the candidates of each pair; without a match it is not listed.

    Args:
        pairs: what is true.
        find: the look-up; None where it cannot read the postcode.
    """
    number = listed = first = candidates = 0
    for pair in pairs:
        match = find(pair)
        codes = [each.constituency.code for each in match.candidates] if match else []
        number += 1
        listed += pair.code in codes
        first += codes[:1] == [pair.code]
        candidates += len(codes)
    return Accuracy(number, listed, first, candidates)


class Band(NamedTuple):
    """The pairs whose first candidate is called so likely."""

    least: float
    most: float
    pairs: int
    said: float
    """How likely the first candidates are called, of all pairs together."""
    right: int
    """The first candidate was the true one."""

    def __str__(self) -> str:
        return (
            f"{self.least:.2f} to {self.most:.2f}: {self.pairs:,} pairs, said {self.said / self.pairs:.2%}, "
            f"right {_percent(self.right, self.pairs)}"
        )


def calibration(pairs: Iterable[Pair], find: Callable[[Pair], Match | None]) -> list[Band]:
    """How often the first candidate is right, by how likely the look-up calls it; bands without a pair are left out."""
    found = [(pair.code, match.candidates[0]) for pair in pairs if (match := find(pair)) and match.candidates]
    bands = []
    for least, most in pairwise(BANDS):
        within = [
            (code, first) for code, first in found if least <= first.share < most or first.share == most == 1
        ]
        right = sum(code == first.constituency.code for code, first in within)
        if within:
            bands.append(Band(least, most, len(within), sum(first.share for _, first in within), right))
    return bands


def read(lines: Iterable[str], codes: Mapping[str, str]) -> list[Pair]:
    """The pairs of a CSV.

    Args:
        lines: with a header.
        codes: a constituency's code, by its code and by its English name in lower case.

    Raises:
        ValueError: a column is missing, a constituency is not known, or there is no row; str() says which.
    """
    rows = csv.DictReader(lines)
    if missing := {"postcode", "constituency"} - set(rows.fieldnames or ()):
        raise ValueError(f"The file has no column {' and no column '.join(sorted(missing))}.")
    pairs = []
    for row in rows:
        named = (row["constituency"] or "").strip()
        code = codes.get(named) or codes.get(named.casefold())
        if code is None:
            raise ValueError(f"Line {rows.line_num}: no constituency is called {named!r}.")
        pairs.append(Pair(row["postcode"] or "", code, (row.get("locality") or "").strip()))
    if not pairs:
        raise ValueError("The file has no pair.")
    return pairs


def finder(
    directory: Directory, country: str, day: date, with_locality: bool
) -> Callable[[Pair], Match | None]:
    """The look-up of a pair, as a visitor would make it: the suburb chosen where the postcode's list has it."""

    def find(pair: Pair) -> Match | None:
        try:
            postcode = parse(pair.postcode)
        except InvalidPostcode:
            return None
        if postcode.country != country:
            return None
        match = directory.find(postcode, day)
        offered = {each.casefold(): each for each in match.localities} if with_locality else {}
        chosen = offered.get(pair.locality.casefold(), "")
        return directory.find(postcode, day, chosen) if chosen else match

    return find


def _percent(part: int, whole: int) -> str:
    """The share, and the interval that would hold the true one in 95 of 100 such samples (Wilson 1927)."""
    share, square = part / whole, _NORMAL**2
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    reach = _NORMAL * sqrt(share * (1 - share) / whole + square / (4 * whole**2)) / (1 + square / whole)
    return f"{share:.2%} ({middle - reach:.2%} to {middle + reach:.2%})"


def main(arguments: Sequence[str]) -> int:
    """Print what is found; the exit code is 1 where the file or the data cannot be read."""
    if len(arguments) != 2:
        print("python -m representatives.sources.accuracy COUNTRY FILE", file=sys.stderr)
        return 2
    country, path = arguments
    try:
        directory = Directory(Dataset())
        if country not in directory.countries:
            raise ValueError(f"No country is called {country!r}: {', '.join(sorted(directory.countries))}.")
        known = directory.countries[country].constituencies
        codes = {each.name["en"].casefold(): code for code, each in known.items()} | {
            code: code for code in known
        }
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            pairs = read(file, codes)
    except (OSError, ValueError, DatasetError) as error:
        print(error, file=sys.stderr)
        return 1
    day = date.min  # who sits does not matter
    print("By postcode:", measure(pairs, finder(directory, country, day, with_locality=False)))
    has_suburbs = any(pair.locality for pair in pairs)
    find = finder(directory, country, day, with_locality=has_suburbs)
    if has_suburbs:
        print("And suburb: ", measure(pairs, find))
    print("The first candidate, by how likely it is called:")
    print(*calibration(pairs, find), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
