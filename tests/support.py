"""What tests share: what must hold of every answer, a complete form, letters."""

import json
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from html import unescape
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from random import SystemRandom
from types import CodeType
from typing import Any

import pytest
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.test import TestResponse

from letters.campaign.loader import load_all
from letters.campaign.model import Campaign
from letters.choices import Choices, Writer
from letters.letter import Letter, compose
from representatives import Constituency, Representative, Vacancy, directory
from representatives.languages import FIRST, LANGUAGES
from representatives.sources.data_package import Table, publish
from representatives.sources.facts.gather import gather
from web.settings import Settings

TODAY = date(2026, 11, 24)
UNLIMITED = Settings(limit_post="1000000/second", limit_api="1000000/second")
"""For a test that visits many pages from its one address; the limits have tests of their own."""
StartRedis = Callable[[], "subprocess.Popen[bytes]"]
CAMPAIGN = "forced-organ-harvesting"
OWN_WORDS = (
    "Last month our campus club showed a film about letters smuggled out of a labour camp, and I have not stopped "
    "thinking about it. My grandmother waited three years for a kidney at a hospital in Hamilton, so I know what a "
    "gift it is when a family says yes.\n\nWhat I heard that evening is the opposite of a gift. I would like my "
    "country to be the one that asks about it out loud, and I would like to tell my classmates that it did."
)
MEMBER, SENATOR = "ca-commons-122959", "ca-senate-ataullahjan-salma"


class Page(HTMLParser):
    """What a test asks of a page: its tags with attributes, its text, its headings and labels."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: dict[str, list[str]] = {
            tag: [] for tag in ("h1", "title", "a", "button", "label", "legend")
        }
        self._inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._inside = [*self._inside, tag] if tag in self.text else self._inside
        if tag in self.text:
            self.text[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.text:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        for tag in self._inside:
            self.text[tag][-1] += data

    def all(self, name: str, /, **wanted: str) -> list[dict[str, str]]:
        """The attributes of every such tag."""
        return [a for tag, a in self.tags if tag == name and all(a.get(k) == v for k, v in wanted.items())]

    def values(self, name: str) -> list[str]:
        """The values of the fields of that name that a browser would send (ticked, hidden or typed)."""
        sent = []
        for attributes in self.all("input", name=name):
            if attributes.get("type") not in ("radio", "checkbox") or "checked" in attributes:
                sent.append(attributes.get("value", "on"))
        return sent


def check_answer(response: TestResponse, path: str) -> None:
    """The invariants of every answer, and for HTML those of every page."""
    headers = response.headers
    assert response.status_code < 500 or (response.status_code == 503 and "Retry-After" in headers)
    assert "Set-Cookie" not in headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Permissions-Policy" in headers
    if response.mimetype == "text/html" and response.status_code not in (301, 302, 303, 308):
        check_page(response, path)


def check_page(response: TestResponse, path: str) -> None:
    """What every page must be."""
    page = response.page = Page(response.text)  # type: ignore[attr-defined]
    language = path.split("/")[1] if path.split("/")[1] in LANGUAGES else FIRST
    assert [a["lang"] for a in page.all("html")] == [language]
    assert len(page.text["h1"]) == 1
    heading, title = " ".join(page.text["h1"][0].split()), " ".join(page.text["title"][0].split())
    start = {"en": "Error: ", "fr": "Erreur : "}[language] if page.all("div", role="alert") else ""
    assert title == f"{start}{heading} – No Bystander"
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids)), sorted(id for id in ids if ids.count(id) > 1)
    check_forms(page, set(ids))
    check_links(page, language)
    assert not [a for _, a in page.tags if any("<Macro" in value for value in a.values())]
    loaded = [
        a.get("src") or a.get("href", "")
        for tag, a in page.tags
        if tag in ("script", "link", "img", "iframe")
    ]
    assert all(address.startswith("/static/") for address in loaded), loaded
    assert not page.all("style")
    assert not [a for _, a in page.tags if "style" in a or any(name.startswith("on") for name in a)]
    assert not [a for a in page.all("script") if "src" not in a], "no inline script"
    is_shared = "yes" in page.values("shared")
    kept = "no-store" if is_shared else "private, no-cache"
    assert response.headers["Cache-Control"] == kept


def check_forms(page: Page, ids: set[str]) -> None:
    """Every form says where it goes, every field has a label, every reference leads somewhere."""
    for form in page.all("form"):
        assert form["action"].startswith("/")
        assert form["method"] == "post"
    labelled = {a["for"] for a in page.all("label")}
    for tag in ("a", "button", "label", "legend"):
        assert all(text.strip() for text in page.text[tag]), f"a {tag} without a name"
    for tag in ("input", "textarea", "select"):
        for field in page.all(tag):
            assert field.get("type") == "hidden" or field["id"] in labelled, field
    for _, attributes in page.tags:
        for name in ("aria-describedby", "aria-labelledby", "for", "form"):
            assert set(attributes.get(name, "").split()) <= ids, attributes
    for link in page.all("a"):
        if link.get("href", "").startswith("#"):
            assert link["href"][1:] in ids, link


def check_links(page: Page, language: str) -> None:
    """What leads to another site opens in a new tab, cannot reach back, and says so; the page stays."""
    said = {"en": "(new tab)", "fr": "(nouvel onglet)"}[language]
    for link, text in zip(page.all("a"), page.text["a"], strict=True):
        if link["href"].startswith(("http:", "https:", "//")):
            assert link.get("target") == "_blank", link
        if "target" in link:
            assert link["rel"] == "noopener", link
            assert text.endswith(said), (link, text)


def letter_form(**changes: Any) -> dict[str, Any]:
    """A complete form for a letter to the member for Hamilton West—Ancaster—Dundas."""
    form = {
        "postcode": "L8S 4L8",
        "constituency": "35039",
        "to": [MEMBER],
        "name": "Zoë O’Neil",
        "address": "1 Main Street West\nHamilton ON",
        "own_words": OWN_WORDS,
        "asks": ["speak", "enforce"],
    }
    return {name: value for name, value in (form | changes).items() if value is not None}


def visible_text(html: str) -> str:
    """The text of a page's main part; non-breaking spaces stay."""
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"[ \n]+", " ", unescape(re.sub("<[^>]+>", "", main)))


@cache
def campaigns() -> Mapping[str, Campaign]:
    """The real campaigns by slug."""
    return load_all()[0]


@cache
def person(id: str) -> Representative:
    """A representative of the real dataset, of any country: ids begin with the country's."""
    tables = directory().countries[id[:2]]
    everyone = [*tables.members.values(), *(each for region in tables.senators.values() for each in region)]
    return next(each for each in everyone if each.id == id)


OFFICES = {
    "ca": (MEMBER, SENATOR),
    "gb": ("gb-commons-5358",),
    "us": ("us-house-G000597", "us-senate-S000148"),
    "au": ("au-house-warringah", "au-senate-david-shoebridge"),
}
"""Somebody in each chamber of each country."""


@cache
def home(id: str) -> Constituency:
    """A constituency that a representative sits for: a member's own, a senator's region's first."""
    tables, sits = directory().countries[id[:2]], person(id)
    if sits.chamber is tables.country.lower:
        return tables.constituencies[sits.area]
    return next(each for each in tables.constituencies.values() if each.region.code == sits.area)


ADDRESSES = {
    "ca": ("1 Main Street West", "Hamilton ON", "L8S 4L8"),
    "gb": ("1 Mill Lane", "Bakewell", "DE45 1AA"),
    "us": ("1 Main Street", "Bay Shore, NY 11706"),
    "au": ("1 High Street", "Randwick NSW 2031"),
}
"""Where a test's writer lives, by country."""


def offered(to: str, slug: str = CAMPAIGN, language: str = "en", day: date = TODAY) -> tuple[str, ...]:
    """The ids of what a campaign asks that person's chamber for on a day."""
    words = campaigns()[slug].words_in(to[:2], language)
    return tuple(r.id for r in words.requests_on(day) if person(to).chamber in r.chambers)


def a_letter(to: str = MEMBER, slug: str = CAMPAIGN, **changes: Any) -> Letter:
    """A letter of the real campaign; `changes` name fields of Writer and Choices."""
    in_hamilton = to in (MEMBER, SENATOR)
    written = {
        "name": "Zoë O’Neil",
        "address": ADDRESSES[to[:2]],
        "language": "en",
        "constituency": directory().countries["ca"].constituencies["35039"] if in_hamilton else home(to),
        "own_words": OWN_WORDS,
        "day": TODAY,
    } | changes
    if "requests" not in written:
        known = offered(to, slug, day=written["day"])
        written["requests"] = (
            ("speak", "enforce", "count") if (to[:2], slug) == ("ca", CAMPAIGN) else known[:3]
        )
    writer = Writer(written.pop("name"), written.pop("address"))
    return compose(campaigns()[slug], person(to), writer, day=written.pop("day"), choices=Choices(**written))


def vacant_seat() -> tuple[str, str]:
    """A postal code in a riding that is vacant, and the riding's code."""
    tables = directory().countries["ca"]
    vacant = next(c for c in tables.constituencies if isinstance(tables.delegation(c, TODAY).member, Vacancy))
    for name, area in tables.areas.items():
        if area.runs and area.place(area.runs[:3]).own == vacant:
            return f"{name} {area.runs[:3]}", vacant
    raise AssertionError("no vacancy in the dataset")


class CompiledOnce(BytecodeCache):
    """Templates as Jinja compiled them, by name and text: one that differs is compiled anew."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key, bucket.checksum] = bucket.code


def need_program(name: str) -> None:
    """Skip a test whose program is not on this computer; in CI it must be."""
    if shutil.which(name) is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{name} is not installed.")


_PORTS = count(SystemRandom().randrange(10_000, 30_000))


def free_port() -> int:
    """A port of this computer that nothing listens on.

    Below those that the system itself gives away: none of its connections takes it before the test does. Where in them
    a process begins is drawn, so that two test runs do not meet.
    """
    for port in _PORTS:
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")


def as_shipped(root: Path, country: str) -> list[tuple[dict[str, Any], bytes]]:
    """A country's tables and their entries in datapackage.json."""
    package = json.loads((root / "datapackage.json").read_text("utf-8"))
    entries = [each for each in package["resources"] if each["name"].startswith(f"{country}-")]
    return [(entry, (root / entry["path"]).read_bytes()) for entry in entries]


def made_anew(
    country: str, tables: Sequence[Table], gathered: Path, root: Path
) -> list[tuple[dict[str, Any], bytes]]:
    """A country's tables as a maintainer makes them: the first ones, then what was gathered from reports."""
    publish(tables, root)
    gather(gathered, [country], TODAY, [].append, root=root)
    return as_shipped(root, country)
