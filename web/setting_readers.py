"""What a setting's text may be: each reader gives the value or raises ValueError with the end of a sentence about it."""

import re
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from web.organisation import contrast

Reader = Callable[[str], object]

_RATE = r"[1-9]\d{0,6}/(second|minute|hour|day)"
_STORAGES = ("redis://", "rediss://", "redis+unix://")


def like(pattern: str, sentence: str) -> Callable[[str], str]:
    """A text of a shape."""

    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(sentence)
        return text

    return read


link = like("|(mailto:|https?://).*", "must begin with mailto:, https:// or http://.")
"""What a visitor can press."""
site_name = like(".{1,80}", "must have from 1 to 80 characters.")
"""In the header and in each page's title."""
sign_up_page = like(
    r"|https?://[^\s/?#]+\.[^\s?#]*", "must be a web address without ? or #: nothing is told to it."
)
"""The address of a page that is told nothing."""
_site = like(
    r"(?i)|https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(/[a-z0-9._~-]+)*",
    "must be like https://letters.example.org, and nothing behind it.",
)
_rates = like(f"{_RATE}(;{_RATE}){{0,3}}", "must be like 300/minute;3000/hour.")
_hexadecimal = like("|#[0-9a-f]{6}", "must be like #1c4a6e.")


def site(text: str) -> str:
    """A site's address without a slash at its end."""
    return _site(text.rstrip("/"))


def rates(text: str) -> str:
    """How often something may be done, in Flask-Limiter's words."""
    return _rates(text.replace(" ", ""))


def colour(text: str) -> str:
    """The colour of links and buttons, in which text can be read."""
    found = _hexadecimal(text.lower())
    if found and contrast.on_ground(found) < contrast.LEAST:
        raise ValueError(
            "is too light to be read on the page: choose a darker colour "
            f"(a contrast of at least {contrast.LEAST}:1 is needed, this has {contrast.on_ground(found):.1f}:1)."
        )
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


def one_of(*words: str) -> Callable[[str], str]:
    """One of a few words."""
    return like("|".join(words), f"must be {', '.join(words[:-1])} or {words[-1]}.")


def switch(text: str) -> bool:
    """Whether something is on."""
    return one_of("on", "off")(text) == "on"


def whole(least: int, most: int) -> Reader:
    """A whole number from the least to the most."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text[:9]) <= most):
            raise ValueError(f"must be a whole number from {least} to {most}.")
        return int(text)

    return read
