"""What public services said lately and how often they were asked, for all copies that share a Redis."""

import json
import logging
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from representatives.live_cache import KEPT_FOR, Answers, name
from web.redis_store import PAUSE, DailyKey, redis_storage, storage_errors

log = logging.getLogger("no_bystander")


def sharing(uri: str) -> Callable[[Answers], Answers]:
    """What makes a process's own answers those of all copies, where a Redis is named."""
    return lambda own: own if uri.startswith("memory") else SharedAnswers(uri, own)


class SharedAnswers:
    """In a Redis, under the day's key; while it does not answer, this process's own."""

    def __init__(self, uri: str, own: Answers) -> None:
        """Prepare; the Redis is asked only with the first question.

        Raises:
            SettingsError: the library to reach a Redis is not installed.
        """
        from limits import RateLimitItemPerMinute  # loaded only where a Redis is named, see redis_storage
        from limits.strategies import MovingWindowRateLimiter

        storage = redis_storage(uri)
        self._redis: Any = storage.storage
        self._limiter, self._a_minute = MovingWindowRateLimiter(storage), RateLimitItemPerMinute
        self._key = DailyKey(self._redis, urlsplit(uri).password or "")
        self._errors = storage_errors()
        self._own = own
        self._ask_again = 0.0

    def known(self, country: str, asked: str) -> frozenset[str] | None:
        """See Answers."""
        if self._is_away():
            return self._own.known(country, asked)
        try:
            said = self._redis.get(self._place(country, asked))
            return frozenset(json.loads(said)) if said is not None else None
        except self._errors:
            self._pause()
            return self._own.known(country, asked)

    def remember(self, country: str, asked: str, found: frozenset[str]) -> None:
        """See Answers."""
        if not self._is_away():
            try:
                self._redis.set(self._place(country, asked), json.dumps(sorted(found)), ex=KEPT_FOR)
            except self._errors:
                self._pause()
            else:
                return
        self._own.remember(country, asked, found)

    def may_ask(self, country: str, a_minute: int) -> bool:
        """See Answers."""
        if self._is_away():
            return self._own.may_ask(country, a_minute)
        try:
            return self._limiter.hit(self._a_minute(a_minute), "no-bystander", "live", country)
        except self._errors:
            self._pause()
            return self._own.may_ask(country, a_minute)

    def _place(self, country: str, asked: str) -> str:
        return f"no-bystander:said:{name(country, asked, self._key.today()).hex()}"

    def _is_away(self) -> bool:
        return time.monotonic() < self._ask_again

    def _pause(self) -> None:
        self._ask_again = time.monotonic() + PAUSE
        log.warning("the Redis of the live look-ups does not answer: this process asks and keeps for itself")
