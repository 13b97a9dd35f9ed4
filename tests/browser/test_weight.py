"""The first page is light: all that it loads; and so is the one script of every page."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import Open
from tests.pages.visits import CAMPAIGNS, PLACES

pytestmark = pytest.mark.browser

STATIC = Path(__file__).parents[2] / "static"


@pytest.mark.parametrize("country", PLACES)
@pytest.mark.parametrize("slug", CAMPAIGNS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_first_page_is_light(open_page: Open, slug: str, language: str, country: str) -> None:
    page = open_page("/health")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"/{language}/{slug}?country={country}", wait_until="networkidle")
    bodies = [answer.body() for answer in answers]
    assert len(bodies) > 2, "the page, its style and its script"
    assert sum(map(len, bodies)) < 48_000
    assert sum(len(gzip.compress(body)) for body in bodies) < 16_000


def test_the_scripts_of_the_journey_are_small() -> None:
    assert sum(len((STATIC / name).read_bytes()) for name in ("guard.js", "letter.js")) <= 14_336


def test_the_style_is_small() -> None:
    assert len((STATIC / "style.css").read_bytes()) <= 16_384
