"""The Redis in which copies count together, where the operator names one: for limits and for letters."""

from importlib.util import find_spec
from typing import Any

from limits.storage import storage_from_string

from web.settings import PREFIX, SettingsError

PATIENCE: Any = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5, "retry": None}
"""In seconds: no visitor waits longer for it than this."""
_UNUSABLE = (
    f"{PREFIX}LIMIT_STORAGE cannot be used: it has an unknown option behind its ?, or the library to reach a Redis is "
    "not installed (requirements-server.txt). redis://127.0.0.1:6379/0 needs no option."
)


def shared_redis(address: str) -> Any:
    """What reaches it, asked only when it is used; None where each process counts in its own memory.

    Raises:
        SettingsError: the library to reach it is not installed, or does not know an option of the address.
    """
    if address.startswith("memory"):
        return None
    if find_spec("redis") is None:
        raise SettingsError(_UNUSABLE)
    unusable: tuple[type[Exception], ...] = (TypeError, *silence())
    try:
        storage: Any = storage_from_string(address, **PATIENCE)
        pool = storage.storage.connection_pool
        pool.connection_class(**pool.connection_kwargs)  # it connects only when it is used
    except unusable:
        raise SettingsError(_UNUSABLE) from None
    return storage.storage


def answers(address: str) -> bool:
    """Whether it answers."""
    try:
        return bool(shared_redis(address).ping())
    except silence():
        return False


def silence() -> tuple[type[Exception], ...]:
    """What a Redis that does not answer, or answers oddly, may raise."""
    from redis.exceptions import RedisError  # loaded only where one is named

    return OSError, AttributeError, ValueError, RedisError
