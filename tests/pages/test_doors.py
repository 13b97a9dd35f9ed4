"""The pages that stand for themselves, the front door, and addresses that lead nowhere."""

import re

import pytest

from letters.outputs import SUFFIXES
from representatives import Dataset
from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, LANGUAGES, address
from tests.support import CAMPAIGN, letter_form


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["", "data", "privacy", "about", *CAMPAIGNS, *(f"{slug}/tell" for slug in CAMPAIGNS)]
)
def test_every_page_answers(visit: Visit, language: str, path: str) -> None:
    assert visit("GET", f"/{language}/{path}").status_code == 200


@pytest.mark.parametrize(
    ("accepts", "leads_to"),
    [
        ("fr", "/fr/"),
        ("fr-CA,en;q=0.5", "/fr/"),
        ("en-GB", "/en/"),
        ("de", "/en/"),
        ("", "/en/"),
        ("*", "/en/"),
    ],
)
def test_the_front_door_follows_the_browsers_language(visit: Visit, accepts: str, leads_to: str) -> None:
    response = visit("GET", "/", headers={"Accept-Language": accepts})
    assert (response.status_code, response.location) == (302, leads_to)
    assert response.headers["Vary"] == "Accept-Language"


def test_health_says_how_old_the_data_is(visit: Visit) -> None:
    told = visit("GET", "/health").json
    assert told["status"] == "ok"
    assert told["data"] == {name: table["as_of"] for name, table in Dataset().resources.items()}
    for country in ("au", "ca", "gb", "us"):
        assert all(
            f"{country}-{table}" in told["data"] for table in ("constituencies", "people", "postcodes")
        )
    assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day) for day in told["data"].values())


@pytest.mark.parametrize("step", ["write", "letter", *(f"letter.{suffix}" for suffix in SUFFIXES)])
def test_a_typed_address_of_a_later_step_leads_to_the_campaign(visit: Visit, step: str) -> None:
    response = visit("GET", address(step, "fr"))
    assert (response.status_code, response.location) == (302, address("", "fr"))


@pytest.mark.parametrize(
    "path", ["/en/nothing", "/de/", "/nothing", "/en/forced-labour/more", "/fr/rien/write"]
)
def test_an_unknown_address_is_a_page_that_leads_home(visit: Visit, path: str) -> None:
    response = visit("GET", path)
    assert response.status_code == 404
    assert f'href="/{"fr" if path.startswith("/fr") else "en"}/"' in response.text


def test_a_wrong_method_and_too_large_a_body_are_answered_in_words(visit: Visit) -> None:
    assert visit("POST", "/en/").status_code == 405
    assert visit("POST", address("write"), data={"postcode": "x" * 600_000}).status_code == 413


def test_head_is_answered_as_get_is(visit: Visit) -> None:
    assert visit("HEAD", address("letter")).status_code == 302
    assert "Allow" in visit("POST", "/en/").headers


@pytest.mark.parametrize("step", ["", "write", "letter", "tell"])
def test_a_page_loads_one_script_at_most(visit: Visit, step: str) -> None:
    method = "POST" if step in ("write", "letter") else "GET"
    answer = visit(
        method, f"/en/{CAMPAIGN}/{step}".rstrip("/"), data=letter_form() if method == "POST" else None
    )
    assert len(answer.page.all("script")) == 1
