"""What the look-up says of every code that an area could have, before and after a change of the tables or the rules.

    python -m benchmarks.every_code answers > before.txt                (with the former version)
    python -m benchmarks.every_code answers > after.txt
    python -m benchmarks.every_code compare before.txt after.txt

Both versions run this file: it uses only what `representatives` exports. Every unit of every area is asked, whether the
data holds it or not; in the United Kingdom every sector that a known district could have; in Australia every suburb, too.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from pathlib import Path

from representatives import Dataset, Directory, Match, Postcode

_IN_CANADA, _IN_BRITAIN = "ABCEGHJKLMNPRSTVWXYZ", "ABDEFGHJLNPQRSTUWXYZ"
_UNITS = {
    "ca": ["".join(unit) for unit in product("0123456789", _IN_CANADA, "0123456789")],
    "gb": [a + b for a, b in product(_IN_BRITAIN, _IN_BRITAIN)],
    "us": [f"{number:02}" for number in range(100)],
    "au": [""],
}
_EXAMPLES = 3
_Answer = tuple[str, tuple[tuple[str, str], ...]]
"""How the look-up knows, and the candidates with their shares."""


def answers() -> Iterator[str]:
    """A line an area: its name, then each unit's answer where it is not that of the unit before."""
    directory, day = Directory(Dataset()), date(2026, 11, 24)
    for country, tables in sorted(directory.countries.items()):
        for name in _areas(tables.areas):
            cells, last = [f"{country} {name}"], ""
            for unit in _UNITS[country]:
                code = Postcode(country, name + unit, name + unit)
                match = directory.find(code, day)
                if (answer := _written(match)) != last:
                    cells.append(f"{unit}:{answer}")
                    last = answer
            yield "\t".join(cells)
            for suburb in match.localities:
                yield f"{country} {name}, {suburb}\t:{_written(directory.find(code, day, suburb))}"


def _areas(names: Mapping[str, object]) -> list[str]:
    sectors = [
        name[:-1] + digit
        for name in names
        if name[-2:-1].isdigit() and name[-1] == "*"
        for digit in "0123456789"
    ]
    return sorted({name for name in names if "*" not in name} | {*sectors})


def _written(match: Match) -> str:
    return " ".join(
        (
            match.certainty,
            *(f"{c.constituency.code.replace(' ', '_')}={c.share:.4f}" for c in match.candidates),
        )
    )


def compare(before: Path, after: Path) -> None:
    """Print how many codes of each country are answered otherwise, by what is different, each with some examples."""
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], list[str]] = defaultdict(list)
    old, new = _read(before), _read(after)
    for name in sorted(old.keys() | new.keys()):
        country = name[:2]
        one, other = {"": ""} | old.get(name, {}), {"": ""} | new.get(name, {})
        was = now = ""
        for unit in _UNITS[country]:
            was, now = one.get(unit, was), other.get(unit, now)
            kind = country, _difference(_parsed(was), _parsed(now)) if was != now else "the same"
            counts[kind] += 1
            if kind[1] != "the same" and len(examples[kind]) < _EXAMPLES:
                examples[kind].append(f"      {name}{unit}: {was}  ->  {now}")
    for kind, number in sorted(counts.items()):
        print(f"{kind[0]}  {kind[1]:50} {number:>10,}", *examples[kind], sep="\n")


def _read(path: Path) -> dict[str, dict[str, str]]:
    """Area -> unit -> answer, where it is not that of the unit before."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        name, *cells = line.split("\t")
        found[name] = {unit: answer for unit, _, answer in (cell.partition(":") for cell in cells)}
    return found


def _parsed(answer: str) -> _Answer:
    certainty, *candidates = answer.split(" ")
    pairs = (candidate.rpartition("=") for candidate in candidates)
    return certainty, tuple((code, share) for code, _, share in pairs)


def _difference(old: _Answer, new: _Answer) -> str:
    """What is different, the gravest first."""
    was, now = [code for code, _ in old[1]], [code for code, _ in new[1]]
    changed = [f"{old[0] or 'none'} to {new[0] or 'none'}"] if old[0] != new[0] else []
    if {*was} != {*now}:
        changed.append("candidates")
    elif was != now:
        changed.append("first" if was[:1] != now[:1] else "order after the first")
    elif old[1] != new[1]:
        changed.append("shares alone")
    return ", ".join(changed)


def main(arguments: list[str]) -> None:
    """Print what is asked for."""
    if arguments == ["answers"]:
        for line in answers():
            print(line)
    elif len(arguments) == 3 and arguments[0] == "compare":
        compare(Path(arguments[1]), Path(arguments[2]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
