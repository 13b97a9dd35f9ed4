"""How often the look-up offers the true constituency, on pairs that had no part in making the tables.

    python -m representatives.sources.accuracy COUNTRY FILE

FILE is a CSV with the columns postcode and constituency (its code or its English name) and, where a suburb settles a
postcode, locality. Offices, schools and polling places are such pairs; what is found goes into `measured` (docs/data.md).
Below it stands how often the first candidate is right where the look-up calls it so likely: the two should agree.
"""

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
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
_DAY = date.min
"""Who sits does not matter."""

Found = tuple[str, Match | None]
"""The true constituency's code, and what the look-up says; None where it cannot read the postcode."""


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


def measure(found: Iterable[Found]) -> Accuracy:
    """Count how the true constituency stands among the candidates of each pair; without a match it is not listed."""
    number = listed = first = candidates = 0
    for code, match in found:
        codes = [each.constituency.code for each in match.candidates] if match else []
        number += 1
        listed += code in codes
        first += codes[:1] == [code]
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


def calibration(found: Iterable[Found]) -> list[Band]:
    """How often the first candidate is right, by how likely the look-up calls it; bands without a pair are left out."""
    likeliest = [(code, match.candidates[0]) for code, match in found if match and match.candidates]
    bands = []
    for least, most in pairwise(BANDS):
        within = [
            (code, first)
            for code, first in likeliest
            if least <= first.share < most or first.share == most == 1
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


def look_up(directory: Directory, country: str, pairs: Iterable[Pair]) -> list[Found]:
    """What a visitor finds with each pair: the suburb is chosen where the postcode's list has it."""
    return [(pair.code, _match(directory, country, pair)) for pair in pairs]


def _match(directory: Directory, country: str, pair: Pair) -> Match | None:
    try:
        postcode = parse(pair.postcode)
    except InvalidPostcode:
        return None
    if postcode.country != country:
        return None
    match = directory.find(postcode, _DAY)
    suburbs = {each.casefold(): each for each in match.localities}
    chosen = suburbs.get(pair.locality.casefold())
    return directory.find(postcode, _DAY, chosen) if chosen else match


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
    found = look_up(directory, country, [pair._replace(locality="") for pair in pairs])
    print("By postcode:", measure(found))
    if any(pair.locality for pair in pairs):
        found = look_up(directory, country, pairs)
        print("And suburb: ", measure(found))
    print("The first candidate, by how likely it is called:")
    print(*calibration(found), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
