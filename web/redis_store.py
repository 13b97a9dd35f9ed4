"""Where requests are counted, and the key under whose hash an address prefix is counted."""

import hashlib
import math
import secrets
import time
from threading import Lock
from typing import Any, NamedTuple, Protocol

from cachetools import TTLCache

from web.settings import PREFIX, SettingsError

_DAY = 86_400
_SECONDS = {"second": 1, "minute": 60, "hour": 3_600, "day": _DAY}
PATIENCE: Any = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
"""In seconds: no visitor waits longer for what copies share than this."""
PAUSE = 5.0
"""Seconds for which a Redis that did not answer is left alone."""
ASKED_AGAIN = 60.0
"""Seconds after which a shared key is asked for again: a Redis that began anew has another."""


class Rate(NamedTuple):
    """So many requests in so many seconds."""

    most: int
    seconds: int


def rates(setting: str) -> list[Rate]:
    """The rates of a setting such as "300/minute;3000/hour", as settings.py lets through."""
    each = (rate.split("/") for rate in setting.split(";"))
    return [Rate(int(most), _SECONDS[unit]) for most, unit in each]


class Counts(Protocol):
    """Where requests are counted: Bounded, or the storage of limits that reaches a Redis."""

    def incr(self, key: str, expiry: int) -> int:
        """Add one to a count that begins anew `expiry` seconds after its first; returns it."""

    def get_expiry(self, key: str) -> float:
        """When a key's count begins anew, in seconds since 1970."""


class Bounded:
    """Counts in memory, at most MOST for each length of window; the one that was used longest ago makes room.

    A count begins anew when its window is over. It is forgotten once it was not added to for as long as a window
    lasts, as soon as another count of the same length of window is added to.

    limits' own memory storage has no bound on the prefixes within a window, and looks through all of them again and
    again; and its library takes three megabytes.
    """

    MOST = 20_000
    """A count takes about 400 bytes."""

    def __init__(self) -> None:
        self._counts: dict[int, TTLCache[str, tuple[int, float]]] = {}
        self._lock = Lock()

    def incr(self, key: str, expiry: int) -> int:
        """See Counts."""
        now = time.time()
        with self._lock:
            counts = self._counts.setdefault(expiry, TTLCache(self.MOST, expiry))
            count, until = counts.get(key) or (0, now + expiry)
            if until <= now:
                count, until = 0, now + expiry
            counts[key] = (count + 1, until)
        return count + 1

    def get_expiry(self, key: str) -> float:
        """See Counts."""
        now = time.time()
        with self._lock:
            found = [counts.get(key) for counts in self._counts.values()]
        return next((until for _, until in filter(None, found) if until > now), now)


class DailyKey:
    """The key of the hashes, another every day: this process's own, or that of all who share a Redis."""

    def __init__(self, redis: Any = None, password: str = "") -> None:
        self._redis = redis
        # Whoever holds the Redis's content alone does not hold the key, where the Redis has a password.
        self._password = password.encode()[:64]
        self._day, self._key, self._until = -1, b"", math.inf

    def today(self) -> bytes:
        """The day's key; yesterday's is forgotten.

        Raises:
            Exception: one of storage_errors(), where the Redis does not answer.
        """
        day = int(time.time() // _DAY)
        if day != self._day or time.monotonic() >= self._until:
            self._key = self._shared(day) if self._redis else secrets.token_bytes(32)
            self._until = time.monotonic() + ASKED_AGAIN if self._redis else math.inf
            self._day = day
        return self._key

    def _shared(self, day: int) -> bytes:
        name = f"no-bystander:key:{day}"
        self._redis.set(name, secrets.token_bytes(32).hex(), nx=True, ex=2 * _DAY)
        shared = bytes.fromhex(self._redis.get(name).decode())
        return hashlib.blake2b(shared, key=self._password, digest_size=32).digest()


_OPTION = (
    f"{PREFIX}LIMIT_STORAGE has an option behind its ? that is unknown or not usable: "
    "redis://127.0.0.1:6379/0 needs none."
)


def redis_storage(uri: str) -> Any:
    """The Redis that copies share, as limits reaches it.

    Raises:
        SettingsError: the library to reach a Redis is not installed, or does not know an option of the address.
    """
    from limits.errors import ConfigurationError  # three megabytes, which only a Redis is worth
    from limits.storage import storage_from_string

    try:
        storage: Any = storage_from_string(uri, **PATIENCE)
    except ConfigurationError:
        raise SettingsError(
            f"{PREFIX}LIMIT_STORAGE names a Redis, but the library to reach it is not installed: "
            "install requirements-server.txt."
        ) from None
    except ValueError:
        raise SettingsError(_OPTION) from None
    pool = storage.storage.connection_pool
    unusable: tuple[type[Exception], ...] = (TypeError, *storage_errors())
    try:
        pool.connection_class(**pool.connection_kwargs)  # it connects only when it is used
    except unusable:  # every form would end in it
        raise SettingsError(_OPTION) from None
    return storage


def storage_errors() -> tuple[type[Exception], ...]:
    """What a Redis that does not answer, or answers oddly, may raise."""
    from redis.exceptions import RedisError  # only where a Redis is used is its library loaded

    return OSError, AttributeError, ValueError, RedisError
