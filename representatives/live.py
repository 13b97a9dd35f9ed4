"""Asks a public service where a postcode or an address lies: only where an operator allows it and a visitor presses a
button that names the service, and only to choose among the candidates that the dataset gives.

Whatever goes wrong, the answer is that nothing is known, and the candidates are still there. Answers are kept for a few
minutes in memory, under a hash whose key this process makes for itself.
"""

import json
import logging
import secrets
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock
from typing import Any
from urllib.parse import quote

import requests
from cachetools import TTLCache

from representatives.matching import Match
from representatives.sources.us_description import CONGRESS

PATIENCE = 3.0
"""Seconds in all that a visitor waits for a service, whatever part of the way is slow."""
WORKERS = 8
"""How many visitors of one process can wait at a time; the others are told that nothing is known."""
LARGEST = 2_000_000
"""In bytes: more than any of these answers has."""
MOST_KEPT = 2048
KEPT_FOR = 600
"""Seconds."""
MINUTE = 60.0
LONGEST_ADDRESS = 200
"""In characters."""
AGENT = "No-Bystander/1.0 (one look-up at a visitor's wish)"

# https://represent.opennorth.ca/api/ : the set of the boundaries that the 2025 election was the first to use.
_SET_OF_2023 = "/federal-electoral-districts-2023-representation-order/"
# https://geocoding.geo.census.gov/geocoder/vintages?benchmark=Public_AR_Current : the vintage whose answers carry the
# districts of the Congress that the dataset holds; newer ones have those of the next.
_VINTAGE = "ACS2025_Current"


@dataclass(frozen=True, slots=True)
class Service:
    """A public service that knows where something lies."""

    name: str
    """As the button names it: its host."""
    takes_address: bool
    """Whether it needs an address rather than the postcode."""
    address: str
    """Where it is asked."""
    parameters: Callable[[str], Mapping[str, str]]
    read: Callable[[Any], Iterator[str]]
    """The codes in an answer."""
    a_minute: int = 600
    """How often this process may ask."""


def _represent(answer: Any) -> Iterator[str]:
    """Both lists: of the postcode's own ridings, and of its centre's."""
    for name in ("boundaries_concordance", "boundaries_centroid"):
        for boundary in answer.get(name, ()):
            if _SET_OF_2023 in f"{boundary['url']}/":
                yield str(boundary["external_id"])


def _postcodes_io(answer: Any) -> Iterator[str]:
    yield str(answer["result"]["codes"]["parliamentary_constituency_2024"])


def _census(answer: Any) -> Iterator[str]:
    """The district of every address that fits, at large as 00 and a delegate's as 98."""
    for match in answer["result"]["addressMatches"]:
        state = match["addressComponents"]["state"]
        for district in match["geographies"].get(f"{CONGRESS}th Congressional Districts", ()):
            yield f"{state}-{int(district['GEOID'][2:]) % 98}"


SERVICES: Mapping[str, Service] = {
    "ca": Service(
        name="represent.opennorth.ca",
        takes_address=False,
        address="https://represent.opennorth.ca/postcodes/{asked}/",
        parameters=lambda _: {"sets": _SET_OF_2023.strip("/")},
        read=_represent,
        # https://represent.opennorth.ca/api/#rate-limits
        a_minute=60,
    ),
    "gb": Service(
        name="api.postcodes.io",
        takes_address=False,
        address="https://api.postcodes.io/postcodes/{asked}",
        parameters=lambda _: {},
        read=_postcodes_io,
    ),
    "us": Service(
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
        read=_census,
    ),
}
"""By country id. Australia has none that is open to a site's own requests."""


class Live:
    """The services, with what they said lately; shared by threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, copies: int = 1) -> None:
        """Ask no more than a service allows, as one of so many copies that each count for themselves."""
        self._clock = clock
        self._copies = copies
        self._lock = Lock()
        self._key = secrets.token_bytes(32)
        self._kept: TTLCache[bytes, frozenset[str]] = TTLCache(MOST_KEPT, KEPT_FOR, timer=clock)
        self._asked: dict[str, deque[float]] = {id: deque() for id in SERVICES}
        self._workers = ThreadPoolExecutor(WORKERS, "live")
        # A warning of the library's would quote the address that was asked, and in it the postcode.
        logging.getLogger("urllib3").setLevel(logging.CRITICAL)

    def service(self, match: Match) -> Service | None:
        """The service that could settle what a match leaves open, or None."""
        return SERVICES.get(match.postcode.country) if len(match.candidates) > 1 else None

    def confirm(self, match: Match, address: str = "") -> frozenset[str]:
        """The codes among the match's candidates that the country's service names; none where it does not answer.

        Args:
            match: what the dataset knows.
            address: a street address, for a service that takes one.
        """
        service = self.service(match)
        asked = " ".join(address.split()) if service and service.takes_address else match.postcode.code
        if service is None or not 0 < len(asked) <= LONGEST_ADDRESS:
            return frozenset()
        found = self._answer(match.postcode.country, service, asked)
        return found & {each.constituency.code for each in match.candidates}

    def _answer(self, country: str, service: Service, asked: str) -> frozenset[str]:
        key = blake2b(f"{country} {asked.casefold()}".encode(), key=self._key).digest()
        with self._lock:
            if (kept := self._kept.get(key)) is not None:
                return kept
            if not self._may_ask(country, max(1, service.a_minute // self._copies)):
                return frozenset()
        waiting = self._workers.submit(_fetch, service, asked, self._clock)
        try:
            found = frozenset(service.read(waiting.result(PATIENCE)))
        except (requests.RequestException, OSError, ValueError, LookupError, TypeError, AttributeError):
            waiting.cancel()  # nothing is sent for a visitor who was already told
            return frozenset()
        with self._lock:
            self._kept[key] = found
        return found

    def _may_ask(self, country: str, a_minute: int) -> bool:
        """Count a question, unless it is one too many for the last minute."""
        now, asked = self._clock(), self._asked[country]
        while asked and asked[0] <= now - MINUTE:
            asked.popleft()
        if len(asked) >= a_minute:
            return False
        asked.append(now)
        return True


def _fetch(service: Service, asked: str, clock: Callable[[], float]) -> Any:
    """The answer as JSON.

    Raises:
        requests.RequestException: the service cannot be reached, refuses, or takes too long.
        ValueError: it answers something else.
    """
    begun, content = clock(), b""
    with requests.get(
        service.address.format(asked=quote(asked, safe="")),
        params=dict(service.parameters(asked)),
        headers={"User-Agent": AGENT, "Accept": "application/json"},
        timeout=(PATIENCE / 2, PATIENCE / 2),
        allow_redirects=False,
        stream=True,
    ) as answer:
        if answer.status_code != requests.codes.ok:
            raise requests.HTTPError
        for chunk in answer.iter_content(1 << 14):
            content += chunk
            if len(content) > LARGEST or clock() - begun > PATIENCE:
                raise requests.Timeout
    return json.loads(content)
