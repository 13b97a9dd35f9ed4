"""The operator's settings, from environment variables that begin with NO_BYSTANDER_, checked at start."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from web.organisation import values
from web.retired_settings import RETIRED

PREFIX = "NO_BYSTANDER_"
_RATES = re.compile(r"[1-9]\d{0,6}/(second|minute|hour|day)(;[1-9]\d{0,6}/(second|minute|hour|day)){0,3}")
_SITE = re.compile(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(/[a-z0-9._~-]+)*", re.IGNORECASE)
_STORAGES = ("redis://", "rediss://", "redis+unix://")


def workers(environment: Mapping[str, str] = os.environ) -> int:
    """How many processes serve this copy, as gunicorn is told; each counts for itself what it remembers."""
    told = environment.get("WEB_CONCURRENCY", "")
    return max(1, int(told)) if told.isdigit() else 1


class SettingsError(ValueError):
    """A setting is not usable; str() names the variable and says what it must be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with its default and, below it, what README.md says of it: the table there is made from here."""

    operator: str = ""
    """who runs this copy, shown on the privacy and about pages"""
    contact: str = ""
    """how to reach them: an address that begins with `mailto:`, `https://` or `http://`"""
    address: str = ""
    """the address at which visitors reach this copy, like `https://letters.example.org`: what is shared, printed or scanned
    leads there; without it no QR code or link to share is made, since a request's own word for it could be forged"""
    trusted_proxies: int = 0
    """how many proxies in front of the app set `X-Forwarded-For`, `-Proto` and `-Host`"""
    # The letters to a whole delegation, each as edited and as it was before, with the longest own words in any script,
    # are three quarters of it.
    largest_body_kb: int = 4096
    """the largest request that is read, in kilobytes"""
    # Sixty people who each send five forms in the busiest minute are let through.
    limit_post: str = "300/minute;3000/hour"
    """how often forms may be sent from one network (IPv4 /24, IPv6 /56); a letter evening, a school or a telephone
    network shares one"""
    limit_api: str = "120/minute;2000/hour"
    """how often addresses under `/api/` may be asked from one network"""
    limit_storage: str = "memory://"
    """where that is counted: in each process, or for all in one Redis (`redis://`, `rediss://`, `redis+unix://`)"""
    metrics_port: int = 0
    """the first port of the counts for Prometheus, one a worker; `0`: none"""
    metrics_host: str = "127.0.0.1"
    """the IP address of this computer on which they are served"""
    live: bool = False
    """`on`: a visitor may ask a public service that the button names, where the dataset leaves a question open"""
    name: str = "No Bystander"
    """the site's name, in the header and in each page's title"""
    logo: str = ""
    """a file with your logo (SVG, PNG or WebP, at most 64 KB), shown before the name"""
    accent: str = ""
    """the colour of links and buttons, like `#1c4a6e`; refused where text in it would be hard to read"""
    paid_by: str = ""
    """who pays for this copy, said at the foot of each page"""
    sign_up: str = ""
    """your own sign-up page (`https://`), linked after the letter; nothing of the writer is in the link"""
    campaigns: str = "included"
    """folders that are campaigns or hold them, `:` between them (`;` on Windows); the word `included` stands for the
    three that come along"""
    studio: str = "auto"
    """the page on which campaigns are made: `on`, `off`, or `auto`: on under `flask run` without a trusted proxy"""
    counts: str = "off"
    """letters by campaign, country, output and day, without people: `off`, `kept` for the operator, or `public` too"""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings.

        Raises:
            SettingsError: a value is not usable, or a variable with the prefix is not a setting.
        """
        given = {
            name.removeprefix(PREFIX).lower(): value.strip()
            for name, value in environment.items()
            if name.startswith(PREFIX) and name not in RETIRED
        }
        if unknown := sorted(given.keys() - cls.__dataclass_fields__.keys()):
            raise SettingsError(f"{PREFIX}{unknown[0].upper()} is not a setting: see the table in README.md.")
        return cls(**{field.name: _READERS[field.name](field.name, given) for field in fields(cls)})


def _default(name: str) -> str:
    return str(Settings.__dataclass_fields__[name].default)


def _text(name: str, given: Mapping[str, str]) -> str:
    return given.get(name, _default(name))


def _contact(name: str, given: Mapping[str, str]) -> str:
    contact = _text(name, given)
    if contact and not contact.startswith(("mailto:", "https://", "http://")):
        raise SettingsError(f"{PREFIX}CONTACT must begin with mailto:, https:// or http://.")
    return contact


def _site(name: str, given: Mapping[str, str]) -> str:
    address = _text(name, given).rstrip("/")
    if address and not _SITE.fullmatch(address):
        raise SettingsError(
            f"{PREFIX}{name.upper()} must be like https://letters.example.org, and nothing behind it."
        )
    return address


def _rates(name: str, given: Mapping[str, str]) -> str:
    rates = _text(name, given).replace(" ", "")
    if not _RATES.fullmatch(rates):
        raise SettingsError(f"{PREFIX}{name.upper()} must be like {_default(name)}.")
    return rates


class _Checked:
    """A text that a function checks, or raises ValueError with the rest of a sentence that begins with the setting."""

    def __init__(self, check: Callable[[str], str]) -> None:
        self.check = check

    def __call__(self, name: str, given: Mapping[str, str]) -> str:
        try:
            return self.check(_text(name, given))
        except ValueError as error:
            raise SettingsError(f"{PREFIX}{name.upper()} {error}") from None


class _OneOf:
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def __call__(self, name: str, given: Mapping[str, str]) -> str:
        word = _text(name, given)
        if word not in self.words:
            raise SettingsError(
                f"{PREFIX}{name.upper()} must be {', '.join(self.words[:-1])} or {self.words[-1]}."
            )
        return word


def _storage(name: str, given: Mapping[str, str]) -> str:
    storage = _text(name, given)
    if storage != "memory://" and not storage.startswith(_STORAGES):
        raise SettingsError(f"{PREFIX}{name.upper()} must be memory:// or begin with {', '.join(_STORAGES)}.")
    try:
        _ = urlsplit(storage).port
    except ValueError:  # whose sentence may quote the password
        raise SettingsError(f"{PREFIX}{name.upper()} must be like redis://127.0.0.1:6379/0.") from None
    return storage


def _address(name: str, given: Mapping[str, str]) -> str:
    address = _text(name, given)
    try:
        ip_address(address)
    except ValueError:
        raise SettingsError(f"{PREFIX}{name.upper()} must be an IP address, like {_default(name)}.") from None
    return address


def _switch(name: str, given: Mapping[str, str]) -> bool:
    text = given.get(name, "off")
    if text not in ("on", "off"):
        raise SettingsError(f"{PREFIX}{name.upper()} must be on or off.")
    return text == "on"


class _Whole:
    """A whole number from the least to the most."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def __call__(self, name: str, given: Mapping[str, str]) -> int:
        text = _text(name, given)
        if not (text.isascii() and text.isdigit() and self.least <= int(text[:9]) <= self.most):
            raise SettingsError(
                f"{PREFIX}{name.upper()} must be a whole number from {self.least} to {self.most}."
            )
        return int(text)


_READERS: Mapping[str, Callable[[str, Mapping[str, str]], Any]] = {
    "operator": _text,
    "contact": _contact,
    "address": _site,
    "trusted_proxies": _Whole(0, 10),
    "largest_body_kb": _Whole(64, 10_240),
    "limit_post": _rates,
    "limit_api": _rates,
    "limit_storage": _storage,
    "metrics_port": _Whole(0, 65_000),
    "metrics_host": _address,
    "live": _switch,
    "name": _text,
    "logo": _text,
    "accent": _Checked(values.accent),
    "paid_by": _text,
    "sign_up": _Checked(values.sign_up),
    "campaigns": _text,
    "studio": _OneOf("auto", "on", "off"),
    "counts": _OneOf("off", "kept", "public"),
}
