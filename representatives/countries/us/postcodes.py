"""ZIP Codes, and how likely each district of one is."""

import re
from collections.abc import Mapping, Set

from representatives.countries.postcodes import Postcodes
from representatives.countries.us import texts
from representatives.people import Text

# Armed Forces Europe, the Middle East, Africa and Canada (AE), the Americas (AA) and the Pacific (AP):
# https://about.usps.com/publications/pub28/28c2_010.htm ; their first three digits:
# https://pe.usps.com/text/dmm300/L002.htm
_MILITARY = frozenset({*(f"{number:03}" for number in range(90, 99)), "340", *map(str, range(962, 967))})

# Palau, Micronesia and the Marshall Islands share their first three digits with Guam:
# https://pe.usps.com/text/dmm300/608.htm (2.4.2, Freely Associated States)
_ASSOCIATED = frozenset(
    {"96939", "96940", "96941", "96942", "96943", "96944", "96960", "96970"},
)

# A district's share of a ZIP Code's land says too much of where its people live. Fitted on one half of the ZIP Codes
# of hospitals, libraries, colleges and schools placed by their coordinates, tried on the other: at 0.9 and more the
# first district is right for 97 in 100, by the plain shares for 95.
_SHARES_POWER = 0.8
# The shares of 685 ZIP Codes were laid over the lines of the 118th Congress and say less of those of the 119th.
_OLDER_LINES_POWER = 0.4

# https://pe.usps.com/text/dmm300/L002.htm
_WITH_LEADING_ZEROS: Mapping[str, tuple[str, ...]] = {
    "CT": ("06",),
    "MA": ("01", "02", "055"),
    "ME": ("039", "04"),
    "NH": ("03",),
    "NJ": ("07", "08"),
    "PR": ("006", "007", "009"),
    "RI": ("028", "029"),
    "VI": ("008",),
    "VT": ("05",),
}
"""The states and territories whose ZIP Codes begin with a zero, and how they begin."""


class ZipCodes(Postcodes):
    """The first three digits are a sorting centre's; four more than five name a delivery point."""

    postcode_name = {"en": "ZIP Code", "fr": "code ZIP"}
    # Five digits, or nine as ZIP+4: https://pe.usps.com/text/pub28/28c2_007.htm
    postcode_shape = re.compile(r"\d{5}(?:\d{4})?")
    postcode_length = 9
    example = "20500"

    def printed(self, code: str) -> str:
        """The five digits."""
        return code[:5]

    def restored(self, code: str, regions: Set[str]) -> str:
        """Five digits where a spreadsheet or a habit dropped the zeros before them: "2134" beside MA, or beside USA."""
        whole = code.zfill(5) if re.fullmatch(r"\d{3,4}", code, re.ASCII) else ""
        begins = tuple(each for region in regions for each in _WITH_LEADING_ZEROS.get(region, ()))
        return whole if not regions or whole.startswith(begins) else ""

    def significant(self, code: str) -> str:
        """Five digits: the last four name a delivery point, which the dataset does not need."""
        return code[:5]

    def area(self, code: str) -> tuple[str, str]:
        """The first three digits, which one sorting centre serves, and the last two."""
        return (code, "") if self.without_constituency(code) else (code[:3], code[3:])

    def unit_number(self, unit: str) -> int:
        """0 for "00" to 99 for "99"."""
        return int(unit)

    def without_constituency(self, code: str) -> Text:
        """Why no district belongs to a ZIP Code and which to give instead, in a sentence or two; {} where one does."""
        if code[:3] in _MILITARY:
            return texts.MILITARY
        return texts.ASSOCIATED if code in _ASSOCIATED else {}

    def likelihoods(self, shares: Mapping[str, float], from_older_lines: bool) -> Mapping[str, float]:
        """The shares of land to a power below 1: people live closer together on the smaller part."""
        power = _OLDER_LINES_POWER if from_older_lines else _SHARES_POWER
        return {code: share**power for code, share in shares.items()}
