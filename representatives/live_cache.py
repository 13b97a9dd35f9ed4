"""What public services said lately and how often they were asked, in this process alone."""

import secrets
import time
from collections import deque
from collections.abc import Callable
from hashlib import blake2b
from threading import Lock

from cachetools import TTLCache

from representatives.countries import COUNTRIES

MOST_KEPT = 2048
KEPT_FOR = 600
"""Seconds."""
MINUTE = 60.0


class LiveCache:
    """In memory, under a hash whose key this process makes for itself; shared by threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, copies: int = 1) -> None:
        """Allow a part of what a service allows, as one of so many copies that each count for themselves."""
        self._clock = clock
        self._copies = copies
        self._lock = Lock()
        self._key = secrets.token_bytes(32)
        self._kept: TTLCache[bytes, frozenset[str]] = TTLCache(MOST_KEPT, KEPT_FOR, timer=clock)
        self._asked: dict[str, deque[float]] = {id: deque() for id in COUNTRIES}

    def known(self, country: str, asked: str) -> frozenset[str] | None:
        """The constituency codes that a country's service named for a postcode or an address, or None."""
        with self._lock:
            return self._kept.get(name(country, asked, self._key))

    def remember(self, country: str, asked: str, found: frozenset[str]) -> None:
        """Keep an answer."""
        with self._lock:
            self._kept[name(country, asked, self._key)] = found

    def may_ask(self, country: str, a_minute: int) -> bool:
        """Count a question, unless it is one more than this copy's share of so many in the last minute."""
        now, asked = self._clock(), self._asked[country]
        with self._lock:
            while asked and asked[0] <= now - MINUTE:
                asked.popleft()
            if len(asked) >= max(1, a_minute // self._copies):
                return False
            asked.append(now)
            return True


def name(country: str, asked: str, key: bytes) -> bytes:
    """What an answer is kept under: nobody without the key can tell what was asked."""
    return blake2b(f"{country} {asked.casefold()}".encode(), key=key).digest()
