"""Whatever leaves the site opens in a new tab and says so; the page stays, on every page.

What must hold of each link is checked on every page that any test visits (tests/support.py); here they are all visited.
"""

import random
from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app import create_app
from tests.pages.visits import CAMPAIGNS, LANGUAGES, PLACES, address, form_in
from tests.support import TODAY, check_answer, offered, vacant_seat
from web.settings import Settings

LINKED = Settings(
    operator="Chapter",
    contact="https://chapter.example.org/us",
    sign_up="https://chapter.example.org/join",
    counts="public",
    limit_post="1000000/second",
)
"""A copy whose operator links to a site of its own."""
OF_THE_SITE = ("", "data", "privacy", "about", "how", "embed", "studio", "counts", "nothing")
OF_A_CAMPAIGN = ("tell", "wordings", "evening")
UNSURE, SUBURBS = "M5V 3A8", "2042"


@pytest.fixture(scope="module")
def site() -> Flask:
    config = {"TESTING": True, "TODAY": lambda: TODAY, "RANDOM": random.Random(1), "STUDIO": True}
    return create_app(LINKED, config)


def visited(site: Flask, language: str) -> Iterator[TestResponse]:
    """Every page of the site in a language; those of the journey for each campaign and country."""

    def visit(path: str, **form: object) -> TestResponse:
        client = site.test_client()
        response = client.post(path, data=form) if form else client.get(path)
        check_answer(response, path)
        return response

    for path in OF_THE_SITE:
        yield visit(f"/{language}/{path}")
    for slug in CAMPAIGNS:
        for step in OF_A_CAMPAIGN:
            yield visit(address(step, language, slug))
        for country in PLACES:
            yield visit(f"{address('', language, slug)}?country={country}")
            form = form_in(country)
            yield visit(address("write", language, slug), postcode=form["postcode"])
            asks = list(offered(form["to"][0], slug)[:1])
            letters = visit(address("letter", language, slug), **{**form, "asks": asks})
            assert letters.status_code == 200
            yield letters
    for postcode in (UNSURE, SUBURBS, vacant_seat()[0]):
        yield visit(address("write", language), postcode=postcode)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_to_another_site_opens_in_a_new_tab(site: Flask, language: str) -> None:
    outside = {
        link["href"].split("/")[2]
        for response in visited(site, language)
        for link in response.page.all("a", target="_blank")  # type: ignore[attr-defined]
        if link["href"].startswith("https:")
    }
    sources = {"chapter.example.org", "www.elections.ca", "mail.google.com", "wa.me"}
    assert sources <= outside, "an operator’s, a country’s, a mail service’s and one to share with"
    assert len(outside) > 20, "the sources of the campaigns, too"


def test_a_mail_address_is_no_site(site: Flask) -> None:
    client = create_app(Settings(contact="mailto:us@example.org")).test_client()
    response = client.get("/en/about")
    check_answer(response, "/en/about")
    (link,) = response.page.all("a", href="mailto:us@example.org")  # type: ignore[attr-defined]
    assert "target" not in link
