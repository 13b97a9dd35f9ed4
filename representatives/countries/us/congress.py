"""Which Congress the tables hold, and the public service that knows its districts."""

from collections.abc import Iterator
from typing import Any

from representatives.countries.service import Service

CONGRESS = 119
"""The Congress whose members and districts the tables hold."""

# https://geocoding.geo.census.gov/geocoder/vintages?benchmark=Public_AR_Current : the vintage whose answers carry the
# districts of that Congress; newer ones have those of the next.
_VINTAGE = "ACS2025_Current"


def _read(answer: Any) -> Iterator[str]:
    """The district of every address that fits, at large as 00 and a delegate's as 98."""
    for match in answer["result"]["addressMatches"]:
        state = match["addressComponents"]["state"]
        for district in match["geographies"].get(f"{CONGRESS}th Congressional Districts", ()):
            yield f"{state}-{int(district['GEOID'][2:]) % 98}"


GEOCODER = Service(
    name="geocoding.geo.census.gov",
    takes_address=True,
    address="https://geocoding.geo.census.gov/geocoder/geographies/onelineaddress",
    parameters=lambda asked: {
        "address": asked,
        "benchmark": "Public_AR_Current",
        "vintage": _VINTAGE,
        "layers": "54",
        "format": "json",
    },
    read=_read,
)
