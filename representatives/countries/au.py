"""Australia: the shape of its postcodes. Its people are not in the dataset yet."""

import re

from representatives.countries.base import Country


class Australia(Country):
    """Only what recognising a postcode takes."""

    id = "au"
    name = {"en": "Australia", "fr": "Australie"}
    postcode_name = {"en": "postcode", "fr": "code postal"}
    # Four digits: https://auspost.com.au/postcode
    postcode_shape = re.compile(r"\d{4}")
    postcode_length = 4
    example = "2600"

    def printed(self, code: str) -> str:
        """The four digits."""
        return code


AUSTRALIA = Australia()
