"""Canada's postal codes, and how likely each riding is that one may lie in."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Set

from representatives.countries.postcodes import Postcodes
from representatives.match import Reason

# Letters that a postal code never has, and W and Z which never come first:
# https://www.canadapost-postescanada.ca/cpc/en/support/articles/addressing-guidelines/postal-codes.page
_FIRST = "ABCEGHJKLMNPRSTVXY"
_LETTER = "ABCEGHJKLMNPRSTVWXYZ"

# How likely the riding is in which a code's point lies, by the share of its area's codes that lie in the same riding:
# below the first bound, below the second … Fitted on one half of thousands of hospitals, libraries, colleges and
# schools placed by their coordinates, and tried on the other: the first answer is right for 97.5 in 100, what is given
# 97 in 100 or more for 99.7.
_BOUNDS = (0.1, 0.3, 0.6, 0.9)
_OWN_URBAN = (0.19, 0.86, 0.94, 0.965, 0.995)
_OWN_RURAL = (0.70, 0.90, 0.96, 0.95, 0.975)
# Of a point beside a border less is known: it was right for 72 in 100, the riding across for 22, another for 6.
_OWN_BESIDE_BORDER, _ACROSS_OF_REST = 0.72, 0.22 / 0.28
# Where the area's other codes lie elsewhere, the point of an urban code is mostly wrong, and the area's largest riding
# right. There a riding across a border counts like one with at least this share of the area.
_LEAST_ACROSS = 0.05


class CanadianPostcodes(Postcodes):
    """The first three characters are an area's; the last three name a delivery unit in it."""

    postcode_name = {"en": "postal code", "fr": "code postal"}
    postcode_shape = re.compile(rf"[{_FIRST}]\d[{_LETTER}]\d[{_LETTER}]\d")
    postcode_length = 6
    example = "L8S4L8"

    def printed(self, code: str) -> str:
        """ "L8S4L8" -> "L8S 4L8"."""
        return f"{code[:3]} {code[3:]}"

    def area(self, code: str) -> tuple[str, str]:
        """The forward sortation area and the local delivery unit."""
        return code[:3], code[3:]

    def unit_number(self, unit: str) -> int:
        """0 for "0A0" to 1,999 for "9Z9"."""
        return int(unit[0]) * 200 + _LETTER.index(unit[1]) * 10 + int(unit[2])

    def weights(
        self, area: str, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]
    ) -> dict[str, float]:
        """The code's own riding first, the riding across a close border next, the rest by the area's shares.

        In an urban area that lies almost wholly elsewhere the area's largest riding comes first.
        """
        own = next((code for code, reason in reasons.items() if reason is Reason.POSITION), "")
        shares = {code: area_shares.get(code, 0.0) for code in reasons if code != own}
        if not own:
            return {code: area_shares.get(code, 1.0) for code in reasons}
        across = {code for code, reason in reasons.items() if reason is Reason.BORDER}
        is_rural, band = area[1] == "0", bisect_right(_BOUNDS, area_shares.get(own, 0.0))
        likely = (_OWN_RURAL if is_rural else _OWN_URBAN)[band]
        if band == 0 and not is_rural:
            shares |= {code: max(shares[code], _LEAST_ACROSS) for code in across}
            across = set()
        elif across:
            likely = min(likely, _OWN_BESIDE_BORDER)
        return {own: likely, **_rest(1 - likely, shares, across)}


def _rest(left: float, shares: Mapping[str, float], across: Set[str]) -> dict[str, float]:
    """What is left by the own riding: most of it to the ridings across a border, alike, the others' by their shares."""
    beside = left * _ACROSS_OF_REST / len(across) if across else 0.0
    others = sum(share for code, share in shares.items() if code not in across)
    part = (left - beside * len(across)) / (others or 1.0)
    return {code: beside if code in across else part * share for code, share in shares.items()}
