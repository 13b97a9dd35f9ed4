"""The public service that knows the United Kingdom's constituencies."""

from collections.abc import Iterator
from typing import Any

from representatives.countries.service import Service


def _read(answer: Any) -> Iterator[str]:
    yield str(answer["result"]["codes"]["parliamentary_constituency_2024"])


POSTCODES_IO = Service(
    name="api.postcodes.io",
    takes_address=False,
    address="https://api.postcodes.io/postcodes/{asked}",
    read=_read,
)
