"""How often one network may send forms or ask the API, without keeping an address: Flask-Limiter with a key of our own.

A network is counted under a keyed hash. The key is random, known to this process or, where copies share a Redis, to
them; it is another every day and the old one is forgotten, so that a count cannot be led back to a network.
"""

import hashlib
import ipaddress
import math
import re
import secrets
import time
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, g, request
from flask_limiter import ApplicationLimit, Limiter, RequestLimit

from representatives.web import is_api
from web.settings import Settings
from web.shared_redis import PATIENCE, shared_redis, silence

_PORT = re.compile(r"\A(?:\[([^]]*)\](?::\d+)?|([^:]+):\d+)\Z")
"""Around an address with its port, or in brackets."""
IPV4_PREFIX = 24
IPV6_PREFIX = 56
"""What one household or office is given; within it a sender can change their address at will."""
HASH_BYTES = 2
"""So short that somebody who sends from millions of networks fills no memory with counts (65,536 at most for each rate).
Two networks that happen to share a count share a limit made for a whole school."""
ASKED_AGAIN = 60.0
"""Seconds after which the shared key is asked for again: a Redis that was restarted, or did not answer, has another."""
_DAY = 86_400


def install(app: Flask, settings: Settings) -> None:
    """Limit forms and the API. A Redis is asked only with the first request.

    While the Redis does not answer, each process counts for itself; its log says when that begins and ends.

    Raises:
        SettingsError: a Redis is named that cannot be asked.
    """
    redis = shared_redis(settings.limit_storage)
    key = DailyKey(redis, urlsplit(settings.limit_storage).password or "")

    def network() -> str:
        hashed = hashlib.blake2b(
            prefix(request.remote_addr).encode(), key=key.today(), digest_size=HASH_BYTES
        )
        return hashed.hexdigest()

    app.extensions["network"] = network
    limiter = Limiter(
        network,
        application_limits=[
            ApplicationLimit(settings.limit_post, scope="form", exempt_when=is_api),
            ApplicationLimit(settings.limit_api, scope="api", exempt_when=lambda: not is_api()),
        ],
        storage_uri=settings.limit_storage,
        storage_options=PATIENCE if redis else {},
        in_memory_fallback_enabled=redis is not None,
        key_prefix="no-bystander",
        on_breach=_keep_wait,
    )
    limiter.request_filter(lambda: request.method != "POST" and not is_api())
    limiter.init_app(app)


def _keep_wait(limit: RequestLimit) -> None:
    """Keep for the error page in how many seconds the count begins anew."""
    g.wait = max(1, math.ceil(limit.reset_at - time.time()))


class DailyKey:
    """The key of the hashes, another every day: this process's own, or that of all who share a Redis."""

    def __init__(self, redis: Any = None, password: str = "") -> None:
        """Whoever holds the Redis's content alone does not hold the key, where the Redis has a password."""
        self._redis, self._password = redis, password.encode()[:64]
        self._day, self._key, self._until = -1, b"", 0.0

    def today(self) -> bytes:
        """The day's key; yesterday's is forgotten. The process's own while the Redis does not answer."""
        day = int(time.time() // _DAY)
        if day != self._day or (self._redis is not None and time.monotonic() >= self._until):
            self._key = self._shared(day) or (self._key if day == self._day else secrets.token_bytes(32))
            self._day, self._until = day, time.monotonic() + ASKED_AGAIN
        return self._key

    def _shared(self, day: int) -> bytes:
        if self._redis is None:
            return b""
        name = f"no-bystander:key:{day}"
        try:
            self._redis.set(name, secrets.token_bytes(32).hex(), nx=True, ex=2 * _DAY)
            shared = bytes.fromhex(self._redis.get(name).decode())
        except silence():
            return b""
        return hashlib.blake2b(shared, key=self._password, digest_size=32).digest()


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
