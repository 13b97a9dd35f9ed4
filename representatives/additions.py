"""What people write beside a postcode: its region, its country. "NSW 2042", "ON L8S 4L8", "SW1A 1AA, UK"."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from representatives.countries import COUNTRIES

_MOST_WORDS = 4
"""Of one addition, such as "District of Columbia"; one more than any has."""

Places = Mapping[str, frozenset[str]]
"""Country id -> the codes of its regions that are named; none where only the country is."""


class Rest(NamedTuple):
    """What is left of a text without its additions, and where they say that it lies."""

    text: str
    places: Places


def without_additions(text: str) -> Rest | None:
    """The text without what stands before and after the postcode; None where that is nothing, or contradicts itself."""
    words = re.split(r"[\s,;()]+", text.strip(" ,;()\t\r\n."))
    places: Places = {id: frozenset() for id in COUNTRIES}
    number = len(words)
    while len(words) > 1:
        found = next(_at_an_end(words), None)
        if found is None:
            break
        words, named = found
        places = {id: places[id] | named[id] for id in places.keys() & named.keys()}
    return Rest(" ".join(words), places) if len(words) < number and places else None


def _at_an_end(words: list[str]) -> Iterator[tuple[list[str], Places]]:
    """The words without an addition, the longest first, and what it names."""
    for number in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        for rest, part in ((words[:-number], words[-number:]), (words[number:], words[:number])):
            name = "".join(part)
            # What holds a digit is a part of the code, whatever name its letters spell.
            if not any(map(str.isdigit, name)) and (named := _additions().get(_key(name))):
                yield rest, named


@lru_cache(maxsize=1)
def _additions() -> Mapping[str, Places]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for id, country in COUNTRIES.items():
        for name in (*country.also_called, *country.name.values()):
            found.setdefault(_key(name), {})[id] = frozenset()
        for region in country.regions.values():
            for name in (region.code, *region.name.values()):
                found.setdefault(_key(name), {}).setdefault(id, frozenset({region.code}))
    return found


def _key(name: str) -> str:
    """A name's letters alone, without case and accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if char.isalpha())
