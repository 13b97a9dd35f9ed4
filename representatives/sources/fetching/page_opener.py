"""Opens a public page as a reader would, to learn whether it is still there: HEAD, then GET where that says too little."""

import re
import time
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from urllib.parse import urlsplit

import requests

AGENT = "No-Bystander-source-check/1.0"
"""Who asks; the operator's contact is put behind it."""
TIMEOUT = (10.0, 30.0)
"""Seconds to connect, and of silence."""
MOST_READ = 131_072
"""Bytes of a page: its title and first sentences."""
MOST_REDIRECTS = 8

_GONE = frozenset({404, 410})
_MISSING = re.compile(
    r"\b404\b|(?:page|document|file|article|content)(?: \w+){0,4} (?:not|cannot be|could not be|no longer) (?:found|available|exist)|"
    r"\bnot found\b|no longer (?:exists|available)|"
    r"page (?:introuvable|inexistante)|(?:page|document)(?: \w+){0,3} (?:n['’](?:existe|a pas été trouvée?)|introuvable)",
    re.IGNORECASE,
)
"""What a page's title or heading says that answers "OK" and holds nothing (a "soft 404")."""


class State(StrEnum):
    """What is known of a page."""

    OPENS = "opens"
    MOVED = "moved"
    """It opens at another address."""
    GONE = "gone"
    """The site itself says that it is not there."""
    UNSURE = "unsure"
    """The site did not answer, or does not answer programs: a person should look."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening a page."""

    state: State
    detail: str = ""
    """A few words: the answer's number, the new address, the error."""


class PageOpener:
    """Opens pages one after the other, each site at most once a `pause`."""

    def __init__(self, contact: str = "", pause: float = 1.0) -> None:
        self._session = requests.Session()
        self._session.max_redirects = MOST_REDIRECTS
        self._session.headers["User-Agent"] = f"{AGENT} ({contact})" if contact else AGENT
        self._session.headers["Accept"] = "text/html,application/pdf;q=0.9,*/*;q=0.5"
        self._pause = pause
        self._asked: dict[str, float] = {}

    def open(self, address: str) -> Opened:
        """Whether the page is there."""
        try:
            self._wait(urlsplit(address).netloc)
            with self._session.head(address, timeout=TIMEOUT, allow_redirects=True) as head:
                if head.ok and not _is_html(head):
                    return _judged(address, head, "")
            with self._session.get(address, timeout=TIMEOUT, stream=True) as answer:
                return _judged(address, answer, _read(answer) if answer.ok and _is_html(answer) else "")
        except requests.TooManyRedirects:
            return Opened(State.UNSURE, "it leads around in a circle")
        except requests.Timeout:
            return Opened(State.UNSURE, "no answer in time")
        except (requests.RequestException, ValueError) as error:  # ValueError: an address that cannot be one
            return Opened(State.UNSURE, type(error).__name__)

    def _wait(self, site: str) -> None:
        """Ask no site twice at once."""
        left = self._asked.get(site, 0.0) + self._pause - time.monotonic()
        if site in self._asked and left > 0:
            time.sleep(left)
        self._asked[site] = time.monotonic()


def _is_html(answer: requests.Response) -> bool:
    return "html" in answer.headers.get("Content-Type", "html").lower()


def _read(answer: requests.Response) -> str:
    content = b""
    for chunk in answer.iter_content(16_384):
        content += chunk
        if len(content) >= MOST_READ:
            break
    return content[:MOST_READ].decode("utf-8", "replace")


def _judged(address: str, answer: requests.Response, page: str) -> Opened:
    if answer.status_code in _GONE:
        return Opened(State.GONE, f"answer {answer.status_code}")
    if not answer.ok:
        return Opened(State.UNSURE, f"answer {answer.status_code}")
    if said := _says_missing(page):
        return Opened(State.GONE, f"the page says “{said}”")
    asked, came = urlsplit(address), urlsplit(answer.url)
    if came.path.strip("/") == "" and asked.path.strip("/") != "":
        return Opened(State.GONE, "it leads to the site’s first page")
    if _site(asked.netloc) != _site(came.netloc) or asked.path.rstrip("/") != came.path.rstrip("/"):
        return Opened(State.MOVED, answer.url)
    return Opened(State.OPENS)


def _says_missing(page: str) -> str:
    """What the title or the first heading says, where that is that there is no such page."""
    for tag in ("title", "h1"):
        if found := re.search(rf"<{tag}\b[^>]*>(.*?)</{tag}>", page, re.IGNORECASE | re.DOTALL):
            text = " ".join(unescape(re.sub("<[^>]+>", " ", found[1])).split())
            if _MISSING.search(text):
                return text[:80]
    return ""


def _site(host: str) -> str:
    return host.lower().removeprefix("www.")
