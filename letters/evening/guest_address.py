"""The address that guests type or scan: the operator's, or the host's as typed, checked and kept nowhere."""

import re
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from letters.journey.sanitise import tidied
from representatives.languages import LANGUAGES, N_

LONGEST = 200
"""Characters: a code of a longer address is too fine to scan from a wall."""
MISSING = N_("Type the address that your guests open, for example http://192.168.1.20:5000.")
_WRONG = N_(
    "That is no address of a page: type it as it stands in the browser, for example http://192.168.1.20:5000."
)
_OWN = N_("Only this computer can open that address: guests need its address in the network.")
_TOO_LONG = N_("Use an address of 200 characters or fewer.")

_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.?")
_LOCAL_ENDS = (".local", ".lan", ".home", ".internal", ".home.arpa")
_IN_PATH = re.compile(rf"/(?:{'|'.join(LANGUAGES)})(?:/.*)?")


class BadAddress(ValueError):
    """Guests cannot open it; str() is a sentence marked for translation."""


@dataclass(frozen=True, slots=True)
class GuestAddress:
    """Where guests find this copy."""

    base: str
    """Without a slash at its end."""
    is_local: bool = False
    """Whether only somebody in the same network can open it."""

    def page(self, path: str) -> str:
        """The whole address of a page."""
        return f"{self.base}{path}"


def own_address(setting: str) -> GuestAddress:
    """The one under which the operator says that visitors reach this copy."""
    return GuestAddress(setting.rstrip("/"), _is_local(urlsplit(setting).hostname or ""))


def read_address(typed: str) -> GuestAddress:
    """The address of this copy in what a host typed, who may have copied that of a page.

    Raises:
        BadAddress: it is none that guests can open.
    """
    text = tidied(typed)
    if not text:
        raise BadAddress(MISSING)
    if len(text) > LONGEST:
        raise BadAddress(_TOO_LONG)
    parts = _parts(text if "://" in text else f"//{text}")
    host = parts.hostname or ""
    if _is_this_computer(host):
        raise BadAddress(_OWN)
    path = _IN_PATH.sub("", parts.path, count=1).rstrip("/")
    if not re.fullmatch(r"(?:/[A-Za-z0-9._~-]+)*", path):
        raise BadAddress(_WRONG)
    scheme = parts.scheme or ("http" if _is_local(host) else "https")
    shown = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    return GuestAddress(f"{scheme}://{shown}{port}{path}", _is_local(host))


def _parts(whole: str) -> SplitResult:
    """The parts of an address, which has a host.

    Raises:
        BadAddress: there is none, or what stands around it is no web address's.
    """
    try:
        parts = urlsplit(whole)
        host, _port = parts.hostname or "", parts.port
    except ValueError:  # a port that is none, or brackets
        raise BadAddress(_WRONG) from None
    if parts.scheme not in ("", "http", "https") or "@" in parts.netloc or re.search(r"[\s\\]", whole):
        raise BadAddress(_WRONG)
    if not (_HOST.fullmatch(host) or _ip(host)):
        raise BadAddress(_WRONG)
    return parts


def _ip(host: str) -> IPv4Address | IPv6Address | None:
    with suppress(ValueError):
        return ip_address(host)
    return None


def _is_this_computer(host: str) -> bool:
    if ip := _ip(host):
        return ip.is_loopback or ip.is_unspecified
    return host.rstrip(".") == "localhost" or host.endswith(".localhost")


def _is_local(host: str) -> bool:
    if ip := _ip(host):
        return ip.is_private or ip.is_link_local
    return "." not in host.rstrip(".") or host.rstrip(".").endswith(_LOCAL_ENDS)
