"""The public service that knows Canada's ridings."""

from collections.abc import Iterator
from typing import Any

from representatives.countries.service import Service

# https://represent.opennorth.ca/api/ : the set of the boundaries that the 2025 election was the first to use.
_SET_OF_2023 = "/federal-electoral-districts-2023-representation-order/"


def _read(answer: Any) -> Iterator[str]:
    """Both lists: of the postcode's own ridings, and of its centre's."""
    for name in ("boundaries_concordance", "boundaries_centroid"):
        for boundary in answer.get(name, ()):
            if _SET_OF_2023 in f"{boundary['url']}/":
                yield str(boundary["external_id"])


REPRESENT = Service(
    name="represent.opennorth.ca",
    takes_address=False,
    address="https://represent.opennorth.ca/postcodes/{asked}/",
    parameters=lambda _: {"sets": _SET_OF_2023.strip("/")},
    read=_read,
    # https://represent.opennorth.ca/api/#rate-limits
    a_minute=60,
)
