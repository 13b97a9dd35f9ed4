"""The form and the link of docs/embedding.md, pasted into a page of another origin."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from tests.browser.conftest import PATIENCE
from tests.browser.serving import served
from tests.browser.steps import press
from tests.support import CAMPAIGN

GUIDE = (Path(__file__).parents[2] / "docs" / "embedding.md").read_text("utf-8")


@pytest.fixture
def elsewhere(server: str) -> Iterator[str]:
    """A page of another origin that holds every snippet of the guide."""
    snippets = "\n".join(re.findall(r"```html\n(.*?)```", GUIDE, re.DOTALL))
    page = snippets.replace("https://letters.example.org", server).replace("forced-labour", CAMPAIGN)
    other = Flask("elsewhere")
    other.add_url_rule("/", view_func=lambda: f"<!doctype html><title>Another site</title>{page}")
    with served(other) as port:
        # Another name for the same computer makes it another site, as browsers reckon sites.
        yield f"http://localhost:{port}/"


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_a_form_of_another_site_hands_over_a_postcode_and_nothing_happens_until_our_button(
    browser: Browser, server: str, elsewhere: str, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(elsewhere)
    assert not [url for url in asked if url.startswith(server)], "their page asks us nothing by itself"
    page.fill("#postcode", "L8S 4L8")
    press(page, page.locator("form button").first)
    assert page.url == f"{server}/en/{CAMPAIGN}"
    assert "L8S" not in page.url
    assert page.input_value("#postcode") == "L8S 4L8"
    assert page.locator("main").get_by_text("Hamilton").count() == 0
    press(page, page.locator("main form button").first)
    assert page.url == f"{server}/en/{CAMPAIGN}/write"
    assert page.get_by_text("Hamilton West—Ancaster—Dundas").count() > 0
    assert context.cookies() == []
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_link_opens_a_campaign_in_its_language(
    browser: Browser, server: str, elsewhere: str, language: str
) -> None:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.goto(elsewhere)
    press(page, page.locator(f"a[hreflang={language}]"))
    assert page.url == f"{server}/{language}/{CAMPAIGN}"
    assert page.locator("html").get_attribute("lang") == language
    context.close()
