"""The United States: the shape of its ZIP Codes. Its people are not in the dataset yet."""

import re

from representatives.countries.base import Country


class UnitedStates(Country):
    """Only what recognising a ZIP Code takes."""

    id = "us"
    name = {"en": "the United States", "fr": "États-Unis"}
    postcode_name = {"en": "ZIP Code", "fr": "code ZIP"}
    # Five digits, or nine as ZIP+4: https://pe.usps.com/text/pub28/28c2_007.htm
    postcode_shape = re.compile(r"\d{5}(?:\d{4})?")
    postcode_length = 9
    example = "20500"

    def printed(self, code: str) -> str:
        """The five digits."""
        return code[:5]

    def significant(self, code: str) -> str:
        """Five digits: the last four name a delivery point, which the dataset does not need."""
        return code[:5]


UNITED_STATES = UnitedStates()
