"""What a setting's text may be: each reader gives the value or raises ValueError with the end of a sentence about it."""

import re
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

Reader = Callable[[str], object]

_RATES = re.compile(r"[1-9]\d{0,6}/(second|minute|hour|day)(;[1-9]\d{0,6}/(second|minute|hour|day)){0,3}")
_SITE = re.compile(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(/[a-z0-9._~-]+)*", re.IGNORECASE)
_STORAGES = ("redis://", "rediss://", "redis+unix://")


def link(text: str) -> str:
    """What a visitor can press."""
    if text and not text.startswith(("mailto:", "https://", "http://")):
        raise ValueError("must begin with mailto:, https:// or http://.")
    return text


def site(text: str) -> str:
    """A site's address without a slash at its end."""
    address = text.rstrip("/")
    if address and not _SITE.fullmatch(address):
        raise ValueError("must be like https://letters.example.org, and nothing behind it.")
    return address


def rates(text: str) -> str:
    """How often something may be done, in Flask-Limiter's words."""
    found = text.replace(" ", "")
    if not _RATES.fullmatch(found):
        raise ValueError("must be like 300/minute;3000/hour.")
    return found


def storage(text: str) -> str:
    """Where limits are counted."""
    if text != "memory://" and not text.startswith(_STORAGES):
        raise ValueError(f"must be memory:// or begin with {', '.join(_STORAGES)}.")
    try:
        _ = urlsplit(text).port
    except ValueError:  # whose sentence may quote the password
        raise ValueError("must be like redis://127.0.0.1:6379/0.") from None
    return text


def ip(text: str) -> str:
    """An IP address of either kind."""
    try:
        ip_address(text)
    except ValueError:
        raise ValueError("must be an IP address, like 127.0.0.1.") from None
    return text


def switch(text: str) -> bool:
    """Whether something is on."""
    if text not in ("on", "off"):
        raise ValueError("must be on or off.")
    return text == "on"


def one_of(*words: str) -> Reader:
    """One of a few words."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"must be {', '.join(words[:-1])} or {words[-1]}.")
        return text

    return read


def whole(least: int, most: int) -> Reader:
    """A whole number from the least to the most."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text[:9]) <= most):
            raise ValueError(f"must be a whole number from {least} to {most}.")
        return int(text)

    return read
