"""What the tests of the pages share: addresses, forms of each country, and what a browser would send of a page."""

import re
from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser
from typing import Any

from representatives.languages import PAGE_LANGUAGES
from tests.support import CAMPAIGN, letter_form

LANGUAGES = PAGE_LANGUAGES
CAMPAIGNS = ("forced-labour", "forced-organ-harvesting", "prisoners-of-conscience")

PLACES: Mapping[str, Mapping[str, Any]] = {
    "ca": {"postcode": "L8S 4L8", "constituency": "35039", "to": ["ca-commons-122959"], "asks": ["speak"]},
    "gb": {"postcode": "SW1A 1AA", "constituency": "E14001172", "to": ["gb-commons-5257"], "asks": ["data"]},
    "us": {
        "postcode": "10001",
        "constituency": "NY-12",
        "to": ["us-house-N000002", "us-senate-S000148"],
        "asks": ["report"],
    },
    "au": {"postcode": "2000", "constituency": "Sydney", "to": ["au-house-sydney"], "asks": ["reporting"]},
}
"""For each country a code that is certain, and who and what to ask there."""


def address(step: str = "", language: str = "en", slug: str = CAMPAIGN) -> str:
    return f"/{language}/{slug}" + (f"/{step}" if step else "")


def form_in(country: str, **changes: Any) -> dict[str, Any]:
    """A complete form for a letter to a country's legislators."""
    return letter_form(**{**PLACES[country], "address": "1 Main Street", **changes})


class _Form(HTMLParser):
    """The fields of a page's form as a browser sends them: by name the values, in the order of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._area = self._select = ""
        self._text: list[str] = []
        self._options: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and "name" in given:
            if given.get("type") not in ("radio", "checkbox") or "checked" in given:
                self._send(given["name"], given.get("value", "on"))
        elif tag == "textarea":
            self._area, self._text = given.get("name", ""), []
        elif tag == "select":
            self._select, self._options = given["name"], []
        elif tag == "option":
            self._options.append((given.get("value", ""), "selected" in given))

    def handle_data(self, data: str) -> None:
        if self._area:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            self._send(self._area, "".join(self._text).removeprefix("\n"))
            self._area = ""
        elif tag == "select":
            chosen = [value for value, selected in self._options if selected]
            self._send(self._select, (chosen or [value for value, _ in self._options[:1]])[0])

    def _send(self, name: str, value: str) -> None:
        self.sent.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\n", "\r\n"))


def sent_by(html: str) -> dict[str, list[str]]:
    """What the page's form would send, buttons aside."""
    return _Form(html).sent


def letters_on(html: str) -> list[str]:
    """The text of each letter on the page, without the copy to read and the fields to edit."""
    found = re.findall(
        r"<article.*?</article>", re.sub(r'<details class="edit.*?</details>', "", html, flags=re.S), re.S
    )
    return [" ".join(unescape(re.sub("<[^>]+>", " ", each)).split()) for each in found]
