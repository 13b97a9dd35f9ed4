"""The operator's settings, from environment variables that begin with NO_BYSTANDER_, checked at start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_type_hints

from web import setting_readers as readers

PREFIX = "NO_BYSTANDER_"
RETIRED = {
    "NO_BYSTANDER_LONGEST_BODY_SECONDS": "the proxy in front ends slow requests now",
    "GRANIAN_WORKERS": "the server is gunicorn now, and its number of workers is WEB_CONCURRENCY",
}
"""Variables of earlier versions that are no longer read, and what is there instead."""


def workers(environment: Mapping[str, str] = os.environ) -> int:
    """How many processes serve this copy, as gunicorn is told; each counts for itself what it remembers."""
    told = environment.get("WEB_CONCURRENCY", "")
    return max(1, int(told)) if told.isdigit() else 1


def retired(environment: Mapping[str, str] = os.environ) -> list[str]:
    """A sentence for each variable that is set and no longer read."""
    return [
        f"{name} is no longer read: {instead} (docs/operators.md)."
        for name, instead in RETIRED.items()
        if name in environment
    ]


class SettingsError(ValueError):
    """A setting is not usable; str() names the variable and says what it must be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its reader, its default and, below it, what README.md says: the table there is made from here."""

    operator: str = ""
    """who runs this copy, shown on the privacy and about pages"""
    contact: Annotated[str, readers.link] = ""
    """how to reach them: an address that begins with `mailto:`, `https://` or `http://`"""
    address: Annotated[str, readers.site] = ""
    """the address at which visitors reach this copy, like `https://letters.example.org`: what is shared, printed or scanned
    leads there; without it no QR code or link to share is made, since a request's own word for it could be forged"""
    trusted_proxies: Annotated[int, readers.whole(0, 10)] = 0
    """how many proxies in front of the app set `X-Forwarded-For`, `-Proto` and `-Host`"""
    # The letters to a whole delegation, each as edited and as it was before, with the longest own words in any script,
    # are three quarters of it.
    largest_body_kb: Annotated[int, readers.whole(64, 10_240)] = 4096
    """the largest request that is read, in kilobytes"""
    # Sixty people who each send five forms in the busiest minute are let through.
    limit_post: Annotated[str, readers.rates] = "300/minute;3000/hour"
    """how often forms may be sent from one network (IPv4 /24, IPv6 /56); a letter evening, a school or a telephone
    network shares one"""
    limit_api: Annotated[str, readers.rates] = "120/minute;2000/hour"
    """how often addresses under `/api/` may be asked from one network"""
    limit_storage: Annotated[str, readers.storage] = "memory://"
    """where that is counted: in each process, or for all in one Redis (`redis://`, `rediss://`, `redis+unix://`)"""
    metrics_port: Annotated[int, readers.whole(0, 65_000)] = 0
    """the first port of the counts for Prometheus, one a worker; `0`: none"""
    metrics_host: Annotated[str, readers.ip] = "127.0.0.1"
    """the IP address of this computer on which they are served"""
    live: Annotated[bool, readers.switch] = False
    """`on`: a visitor may ask a public service that the button names, where the dataset leaves a question open"""
    name: Annotated[str, readers.site_name] = "No Bystander"
    """the site's name, in the header and in each page's title, of at most 80 characters"""
    logo: str = ""
    """a file with your logo (SVG, PNG or WebP, at most 64 KB), shown before the name"""
    accent: Annotated[str, readers.colour] = ""
    """the colour of links and buttons, like `#1c4a6e`; refused where text in it would be hard to read"""
    paid_by: str = ""
    """who pays for this copy, said at the foot of each page"""
    sign_up: Annotated[str, readers.sign_up_page] = ""
    """your own sign-up page (`https://`), linked after the letter; nothing of the writer is in the link"""
    campaigns: str = "included"
    """folders that are campaigns or hold them, `:` between them (`;` on Windows); the word `included` stands for the
    three that come along"""
    studio: Annotated[str, readers.one_of("auto", "on", "off")] = "auto"
    """the page on which campaigns are made: `on`, `off`, or `auto`: on under `flask run` without a trusted proxy"""
    counts: Annotated[str, readers.one_of("off", "kept", "public")] = "off"
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
        return cls(**{name: _read(name, text) for name, text in given.items()})


def _read(name: str, text: str) -> Any:
    """The value of a setting: what its reader makes of the text, or the text where it has none."""
    reader, *_ = getattr(get_type_hints(Settings, include_extras=True)[name], "__metadata__", (str,))
    try:
        return reader(text)
    except ValueError as error:
        raise SettingsError(f"{PREFIX}{name.upper()} {error}") from None
