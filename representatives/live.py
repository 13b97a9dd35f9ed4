"""Asks a country's public service where a postcode or an address lies: only where an operator allows it and a visitor
presses a button that names the service, and only to choose among the candidates that the dataset gives.

Whatever goes wrong, the answer is that nothing is known, and the candidates are still there. Answers are kept for a few
minutes in this process alone, under a hash whose key it makes for itself.
"""

import json
import logging
import secrets
import time
from collections import defaultdict, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from threading import BoundedSemaphore, Lock
from typing import Any
from urllib.parse import quote

import requests
from cachetools import TTLCache

from representatives.countries import COUNTRIES
from representatives.countries.service import Service
from representatives.match import Certainty, Match

PATIENCE = 3.0
"""Seconds in all that a visitor waits for a service, whatever part of the way is slow."""
AT_ONCE = 1
"""How many visitors of one process wait at a time, so that a thread is left for the others, who are told at once that
nothing is known."""
LARGEST = 2_000_000
"""In bytes: more than any of these answers has."""
LONGEST_ADDRESS = 200
"""In characters."""
MOST_KEPT = 2048
KEPT_FOR = 600
"""Seconds."""
MINUTE = 60.0
AGENT = "No-Bystander/1.0 (one look-up at a visitor's wish)"


class Live:
    """The services; shared by threads."""

    def __init__(self, copies: int = 1, clock: Callable[[], float] = time.monotonic) -> None:
        """Ask a part of what a service allows, as one of so many copies that each count for themselves."""
        self._copies = copies
        self._clock = clock
        self._turns = BoundedSemaphore(AT_ONCE)
        self._asked: dict[str, deque[float]] = defaultdict(deque)
        """When each country's service was asked in the last minute; for whoever has the turn."""
        self._key = secrets.token_bytes(32)
        self._kept: TTLCache[bytes, frozenset[str]] = TTLCache(MOST_KEPT, KEPT_FOR, timer=clock)
        self._lock = Lock()
        # Several, as a look-up that was given up may still hang.
        self._workers = ThreadPoolExecutor(8, "live")
        # A warning of the library's would quote the address that was asked, and in it the postcode.
        logging.getLogger("urllib3").setLevel(logging.CRITICAL)

    def service(self, match: Match) -> Service | None:
        """The service that could settle what a match leaves open, or None."""
        is_open = match.certainty is not Certainty.EXACT and match.candidates
        # The services know the lines of the tables, and nobody would say which of their answers are out of date.
        if not is_open or match.has_other_lines:
            return None
        return COUNTRIES[match.postcode.country].service

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
        # Nobody without the key can tell what was asked.
        name = blake2b(f"{country} {asked.casefold()}".encode(), key=self._key).digest()
        with self._lock:
            known = self._kept.get(name)
        if known is not None:
            return known
        if not self._turns.acquire(blocking=False):
            return frozenset()
        try:
            found = self._read(service, asked) if self._may_ask(country, service.a_minute) else None
        finally:
            self._turns.release()
        if found is None:
            return frozenset()
        with self._lock:
            self._kept[name] = found
        return found

    def _may_ask(self, country: str, a_minute: int) -> bool:
        """Count a question, unless it is one more than this copy's share of so many in the last minute."""
        now, asked = self._clock(), self._asked[country]
        while asked and asked[0] <= now - MINUTE:
            asked.popleft()
        if len(asked) >= max(1, a_minute // self._copies):
            return False
        asked.append(now)
        return True

    def _read(self, service: Service, asked: str) -> frozenset[str] | None:
        """What the service names, or None where it does not answer in time and in its documented form."""
        waiting = self._workers.submit(_fetch, service, asked, self._clock)
        try:
            return frozenset(service.read(waiting.result(PATIENCE)))
        except (requests.RequestException, OSError, ValueError, LookupError, TypeError, AttributeError):
            waiting.cancel()  # nothing is sent for a visitor who was already told
            return None


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
        timeout=PATIENCE,
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
