"""Whose facts a campaign's page shows first: the country asked for, else the browser's region, else the first."""

import pytest
from flask.testing import FlaskClient

from app import create_app
from tests.pages.visits import address
from tests.support import TODAY, Page


def shown(client: FlaskClient, languages: str = "", query: str = "") -> str:
    headers = {"Accept-Language": languages} if languages else {}
    response = client.get(address() + query, headers=headers)
    assert "Accept-Language" in response.headers["Vary"]
    return Page(response.text).values("country")[0]


@pytest.fixture(params=[True, False], ids=["pages not kept", "pages kept"])
def client(request: pytest.FixtureRequest) -> FlaskClient:
    return create_app(config={"TODAY": lambda: TODAY, "TESTING": request.param}).test_client()


@pytest.mark.parametrize(
    ("languages", "country"),
    [
        ("", "ca"),
        ("en", "ca"),
        ("en-GB,en;q=0.9", "gb"),
        ("en-au", "au"),
        ("fr-CA,fr;q=0.9,en-US;q=0.8", "ca"),
        ("de-DE,en-US;q=0.5", "us"),
        ("de-DE,fr-FR;q=0.5", "ca"),
    ],
)
def test_the_region_of_the_browsers_languages_decides(
    client: FlaskClient, languages: str, country: str
) -> None:
    for _ in range(2):
        assert shown(client, languages) == country


@pytest.mark.parametrize("asked", ["us", "US"])
def test_a_country_that_is_asked_for_comes_before_it(client: FlaskClient, asked: str) -> None:
    assert shown(client, "en-GB", f"?country={asked}") == "us"
    assert shown(client, "en-GB", "?country=xx") == "gb"
    assert shown(client, "en-GB") == "gb", "one visitor's page is not another's"


def test_the_label_and_the_example_are_those_of_the_country(client: FlaskClient) -> None:
    american = client.get(address() + "?country=us").text
    assert "Your ZIP Code" in american
    assert "SW1A 1AA" not in american
    assert "such as SW1A 1AA" in client.get(address() + "?country=gb").text
