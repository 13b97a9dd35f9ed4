"""The United Kingdom: the shape of its postcodes. Its people are not in the dataset yet."""

import re

from representatives.countries.base import Country


class UnitedKingdom(Country):
    """Only what recognising a postcode takes."""

    id = "gb"
    name = {"en": "the United Kingdom", "fr": "Royaume-Uni"}
    postcode_name = {"en": "postcode", "fr": "code postal"}
    # The six outward shapes and the inward code without C I K M O V:
    # https://assets.publishing.service.gov.uk/media/5a8042ade5274a2e8ab4f41a/Appendix_C_ILR_2017_to_2018_v1_Published_28April17.pdf
    postcode_shape = re.compile(
        r"(?:[A-PR-UWYZ](?:\d|\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d|[A-HK-Y]\d\d|[A-HK-Y]\d[ABEHMNPRV-Y]))"
        r"\d[ABD-HJLNP-UW-Z]{2}"
    )
    postcode_length = 7
    example = "SW1A1AA"

    def printed(self, code: str) -> str:
        """ "SW1A1AA" -> "SW1A 1AA": the inward code is always the last three."""
        return f"{code[:-3]} {code[-3:]}"

    def is_beginning(self, typed: str) -> bool:
        """An outward code alone."""
        return self.postcode_shape.fullmatch(typed + "1AA") is not None


UNITED_KINGDOM = UnitedKingdom()
