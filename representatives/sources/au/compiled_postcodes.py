"""Australia's postcodes: shares by postcode, and by suburb where choosing one leaves fewer electorates."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from representatives.sources.current import Row
from representatives.sources.postcodes.area_encoder import encode, whole
from representatives.storage.postcode_area import Area

_Shares = Mapping[str, float]
_Localities = Mapping[str, Mapping[str, _Shares]]

_SERVICES = ("Hmas", "Raaf")
"""His Majesty's Australian Ship, Royal Australian Air Force."""

# Less than a thousandth is a sliver between two maps' lines. At a thousandth stand electorates that only a list of
# the postcode's places names: of a post office's boxes it may be the true one.
_LEAST_SHARE = 0.001


def localities(rows: Iterable[Row]) -> _Localities:
    """Postcode -> suburb -> share of each electorate.

    A suburb of the same name in two states counts for half in each.
    """
    found: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        found[row["postcode"]][_named(row["locality"])][row["electorate"]] = float(row["share"])
    return {
        code: {name: whole(shares) for name, shares in suburbs.items()} for code, suburbs in found.items()
    }


def _named(locality: str) -> str:
    """A base's name as its people write it: "Hmas Harman" -> "HMAS Harman", "Fairbairn Raaf" -> "RAAF Fairbairn"."""
    words = locality.split(" ")
    if words[-1] == "Raaf":
        words = ["Raaf", *words[:-1]]
    return " ".join(word.upper() if word in _SERVICES else word for word in words)


def areas(rows: Iterable[Row], suburbs: _Localities) -> dict[str, Area]:
    """A line a postcode, with its suburbs where they help.

    Raises:
        ValueError: a suburb names an electorate that its postcode does not.
    """
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows:
        shares[row["postcode"]][row["electorate"]] = float(row["share"])
    found = {}
    for code, electorates in shares.items():
        of_suburbs = suburbs.get(code, {})
        named = {electorate for suburb in of_suburbs.values() for electorate in suburb}
        if named - electorates.keys():
            raise ValueError(f"postcode {code}: a suburb lies in {sorted(named - electorates.keys())}")
        kept = {e: share for e, share in electorates.items() if share >= _LEAST_SHARE}
        found[code] = encode(whole(kept), {}, (), _helpful(of_suburbs, kept))
    return found


def _helpful(suburbs: Mapping[str, _Shares], electorates: _Shares) -> dict[str, _Shares]:
    """The suburbs, each with the electorates that are kept, where at least one has fewer than the postcode."""
    kept: dict[str, _Shares] = {
        name: whole({e: share for e, share in shares.items() if e in electorates})
        for name, shares in suburbs.items()
        if electorates.keys() & shares.keys()
    }
    return kept if any(len(shares) < len(electorates) for shares in kept.values()) else {}
