"""How often one address prefix may send forms or ask the API, without keeping an address.

A prefix is counted under a keyed hash. The key is random, known to this process or, where copies share a Redis, to
them; it is another every day and the old one is forgotten, so that a count cannot be led back to a prefix.
"""

import hashlib
import ipaddress
import logging
import math
import re
import time
from urllib.parse import urlsplit

from flask import request
from werkzeug.exceptions import TooManyRequests

from representatives.web import is_api
from web.redis_store import PAUSE, Bounded, Counts, DailyKey, Rate, rates, redis_storage, storage_errors
from web.settings import Settings

log = logging.getLogger("no_bystander")

_PORT = re.compile(r"\A(?:\[([^]]*)\](?::\d+)?|([^:]+):\d+)\Z")
"""Around an address with its port, or in brackets."""
IPV4_PREFIX = 24
IPV6_PREFIX = 56
"""What one household or office is given; within it a sender can change their address at will."""


class Tally:
    """One place where requests are counted, with the key of its hashes."""

    def __init__(self, counts: Counts, key: DailyKey) -> None:
        self._counts = counts
        self._key = key

    def wait(self, rates: list[Rate], kind: str, prefix: str) -> int:
        """Count a request; the seconds to wait where it is one too many, else 0."""
        sender = hashlib.blake2b(prefix.encode(), key=self._key.today(), digest_size=16).hexdigest()
        names = {f"no-bystander/{kind}/{sender}/{rate.most}/{rate.seconds}": rate for rate in rates}
        reached = [name for name, rate in names.items() if self._counts.incr(name, rate.seconds) > rate.most]
        resets = map(self._counts.get_expiry, reached)
        return max((max(1, math.ceil(reset - time.time())) for reset in resets), default=0)


class Throttle:
    """The limits of an installation.

    Where the shared Redis does not answer, each process counts for itself until it does; the log says so once.
    """

    def __init__(self, settings: Settings) -> None:
        """Prepare; a Redis is asked only with the first request.

        Raises:
            SettingsError: a Redis is named, but the library to reach it is not installed.
        """
        self._rates = {"form": rates(settings.limit_post), "api": rates(settings.limit_api)}
        self._own = Tally(Bounded(), DailyKey())
        self._shared = shared(settings.limit_storage)
        self._errors = storage_errors() if self._shared else ()
        self._away = False
        self._ask_again = 0.0

    def check(self) -> None:
        """Before a request.

        Raises:
            TooManyRequests: with the seconds to wait.
        """
        if is_api() or request.method == "POST":
            wait = self.wait("api" if is_api() else "form", prefix(request.remote_addr))
            if wait:
                raise TooManyRequests(retry_after=wait)

    def wait(self, kind: str, prefix: str) -> int:
        """Count a request; the seconds to wait where it is one too many, else 0."""
        if self._shared and time.monotonic() >= self._ask_again:
            try:
                wait = self._shared.wait(self._rates[kind], kind, prefix)
            except self._errors:
                self._ask_again = time.monotonic() + PAUSE
                self._say(True, "the Redis of the limits does not answer: each process counts for itself")
            else:
                self._say(False, "the Redis of the limits answers again")
                return wait
        return self._own.wait(self._rates[kind], kind, prefix)

    def _say(self, away: bool, sentence: str) -> None:
        if away != self._away:
            self._away = away
            log.warning(sentence)


def shared(uri: str) -> Tally | None:
    """The tally of all copies; None where each process counts for itself.

    Raises:
        SettingsError: the library to reach a Redis is not installed.
    """
    if uri.startswith("memory"):
        return None
    storage = redis_storage(uri)
    return Tally(storage, DailyKey(storage.storage, urlsplit(uri).password or ""))


def answers(uri: str) -> bool:
    """Whether the shared Redis answers."""
    return bool(redis_storage(uri).check())


def prefix(address: str | None) -> str:
    """The network of an address: its first 24 bits in IPv4, 56 in IPv6; "" where it is none.

    Some proxies forward the port with it, in the form of https://www.rfc-editor.org/rfc/rfc7239#section-6
    """
    alone = _PORT.sub(r"\1\2", address or "")
    try:
        parsed = ipaddress.ip_address(alone.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    bits = IPV4_PREFIX if parsed.version == 4 else IPV6_PREFIX
    return str(ipaddress.ip_network((parsed, bits), strict=False))
