"""Where requests are counted, and the key under whose hash an address prefix is counted."""

import hashlib
import secrets
import time
from threading import Lock
from typing import Any

from cachetools import TTLCache
from limits.errors import ConfigurationError
from limits.storage import Storage, storage_from_string

from settings import PREFIX, SettingsError

_DAY = 86_400
PATIENCE: Any = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
"""In seconds: no visitor waits longer for what copies share than this."""
PAUSE = 5.0
"""Seconds for which a Redis that did not answer is left alone."""


class Bounded(Storage):
    """Counts in memory, at most MOST for each length of window; the one that was used longest ago makes room.

    A count begins anew when its window is over. It is forgotten once it was not added to for as long as a window
    lasts, as soon as another count of the same length of window is added to.

    limits' own memory storage has no bound on the prefixes within a window, and looks through all of them again and
    again.
    """

    STORAGE_SCHEME = ["bounded"]
    MOST = 20_000
    """A count takes about 400 bytes."""

    def __init__(self, uri: str | None = None, wrap_exceptions: bool = False, **_: Any) -> None:
        super().__init__(uri, wrap_exceptions)
        self._counts: dict[float, TTLCache[str, tuple[int, float]]] = {}
        self._lock = Lock()

    @property
    def base_exceptions(self) -> type[Exception]:
        """What a storage failure would be."""
        return ValueError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Add to a count that begins anew `expiry` seconds after its first; returns it."""
        now = time.time()
        with self._lock:
            counts = self._counts.setdefault(expiry, TTLCache(self.MOST, expiry))
            count, until = counts.get(key) or (0, now + expiry)
            if until <= now:
                count, until = 0, now + expiry
            counts[key] = (count + amount, until)
        return count + amount

    def decr(self, key: str, amount: int = 1) -> int:
        """Take from a count, not below nothing; returns it."""
        with self._lock:
            for counts in self._counts.values():
                if key in counts:
                    counts[key] = (max(0, counts[key][0] - amount), counts[key][1])
        return self.get(key)

    def _entry(self, key: str) -> tuple[int, float]:
        with self._lock:
            found = [counts.get(key) for counts in self._counts.values()]
        now = time.time()
        return next((entry for entry in found if entry and entry[1] > now), (0, now))

    def get(self, key: str) -> int:
        """A key's count."""
        return self._entry(key)[0]

    def get_expiry(self, key: str) -> float:
        """When a key's count begins anew, in seconds since 1970."""
        return self._entry(key)[1]

    def check(self) -> bool:
        """Whether the storage can be used."""
        return True

    def reset(self) -> int | None:
        """Forget every count."""
        self._counts.clear()
        return None

    def clear(self, key: str) -> None:
        """Forget a key's count."""
        with self._lock:
            for counts in self._counts.values():
                counts.pop(key, None)


class DailyKey:
    """The key of the hashes, another every day: this process's own, or that of all who share a Redis."""

    def __init__(self, redis: Any = None, password: str = "") -> None:
        self._redis = redis
        # Whoever holds the Redis's content alone does not hold the key, where the Redis has a password.
        self._password = password.encode()[:64]
        self._day, self._key = -1, b""

    def today(self) -> bytes:
        """The day's key; yesterday's is forgotten.

        Raises:
            Exception: one of storage_errors(), where the Redis does not answer.
        """
        day = int(time.time() // _DAY)
        if day != self._day:
            self._key = self._shared(day) if self._redis else secrets.token_bytes(32)
            self._day = day
        return self._key

    def _shared(self, day: int) -> bytes:
        name = f"no-bystander:key:{day}"
        self._redis.set(name, secrets.token_bytes(32).hex(), nx=True, ex=2 * _DAY)
        shared = bytes.fromhex(self._redis.get(name).decode())
        return hashlib.blake2b(shared, key=self._password, digest_size=32).digest()


def redis_storage(uri: str) -> Any:
    """The Redis that copies share, as limits reaches it.

    Raises:
        SettingsError: the library to reach a Redis is not installed.
    """
    try:
        return storage_from_string(uri, **PATIENCE)
    except ConfigurationError:
        raise SettingsError(
            f"{PREFIX}LIMIT_STORAGE names a Redis, but the library to reach it is not installed: "
            "install requirements-server.txt."
        ) from None


def storage_errors() -> tuple[type[Exception], ...]:
    """What a Redis that does not answer, or answers oddly, may raise."""
    from redis.exceptions import RedisError  # only where a Redis is used is its library loaded

    return OSError, AttributeError, ValueError, RedisError
