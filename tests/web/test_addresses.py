"""Addresses and headers as people and programs send them: led to the one page that can be meant, and never a failure."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Response

from app import create_app
from tests.conftest import Visit
from tests.support import CAMPAIGN, UNLIMITED

HERE = f"/en/{CAMPAIGN}"


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        ("En", "en"),
        ("FR-ca", "fr"),
        ("es,EN-US;q=0.8", "en"),
        ("fr;q=0, en", "en"),
        ("fr;q=0", "en"),
        ("fr;q=0, *", "en"),
        ("en;q=0, *", "fr"),
        ("en;q=0.2, fr-CA;q=0.9", "fr"),
        ("en;q=0.2, fr_CA;q=0.9", "fr"),
        ("*", "en"),
        ("", "en"),
        ("zh-Hant-TW-x-private, fr-x-a-b", "fr"),
        ("fr;q=abc", "en"),
        ("i-klingon, xx_", "en"),
        ("-,_, ;q=,,", "en"),
        ("\u00e9\u00e9", "en"),
        ("a" * 5000, "en"),
    ],
)
def test_the_front_door_reads_language_tags_as_they_are_meant(
    client: FlaskClient, tags: str, language: str
) -> None:
    response = client.get("/", headers={"Accept-Language": tags})
    assert (response.status_code, response.location) == (302, f"/{language}/")
    assert response.headers["Vary"] == "Accept-Language"


NONSENSE = ["", "\u00e9", "[", "]:80", "a b", "-1", "x" * 4000, "%ff%00", ";;q=9=,", '"', "None"]
HEADERS = [
    *(
        "Accept",
        "Accept-Language",
        "Content-Type",
        "Cookie",
        "Forwarded",
        "Host",
        "If-Match",
        "If-Modified-Since",
    ),
    *(
        "If-None-Match",
        "If-Range",
        "Origin",
        "Range",
        "Referer",
        "Sec-Fetch-Site",
        "User-Agent",
        "X-Forwarded-For",
    ),
    *("X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Http-Method-Override"),
]


@pytest.mark.parametrize("header", HEADERS)
def test_no_header_makes_a_page_fail(client: FlaskClient, header: str) -> None:
    for value in NONSENSE:
        for path in ("/", HERE, "/en/nothing", "/static/style.css", "/health", "/api/v1/openapi.json"):
            assert client.get(path, headers={header: value}).status_code < 500, (path, value)
        assert (
            client.post(f"{HERE}/write", data=b"postcode=L8S4L8", headers={header: value}).status_code < 500
        )


@pytest.mark.parametrize(
    "mistyped",
    [
        f"{HERE}/",
        f"{HERE}.",
        f"{HERE},",
        f"{HERE})",
        f"{HERE}%20",
        f"{HERE}%22",
        f"{HERE}%E2%80%9D",
        f"{HERE}%C2%A0",
        f"{HERE}./",
        f"/EN/{CAMPAIGN}",
        f"/en/{CAMPAIGN.title()}",
        f"/En/{CAMPAIGN.upper()}/",
        f"/en//{CAMPAIGN}",
        f"/en/{CAMPAIGN.replace('-', '%E2%80%91')}",
        f"/en/{CAMPAIGN.replace('-', '%E2%80%93')}",
        f"/en/{CAMPAIGN.replace('-', '_')}",
        f"/en/{CAMPAIGN.replace('-', '%20')}",
        f"/en/{CAMPAIGN.replace('-', '-%E2%80%8B')}",
        f"{HERE}%3Fcountry=au",
        f"{HERE}&utm_source=mail",
        f"{HERE}&gt;",
        f"/en/%20{CAMPAIGN}",
    ],
)
def test_a_mistyped_address_leads_to_the_page_that_is_meant(client: FlaskClient, mistyped: str) -> None:
    response = client.get(mistyped)
    assert (response.status_code, response.location) == (308, HERE)
    assert client.get(f"{mistyped}?country=gb").location == f"{HERE}?country=gb"


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("/EN", "/en/"),
        ("/FR/", "/fr/"),
        ("/en.", "/en/"),
        ("/fr/Privacy)", "/fr/privacy"),
        ("/en/data/", "/en/data"),
        (f"{HERE}/TELL.", f"{HERE}/tell"),
        (f"{HERE}/write/", f"{HERE}/write"),
        (f"{HERE}/letter.pdf.", f"{HERE}/letter.pdf"),
        (f"{HERE}/LETTER.PDF", f"{HERE}/letter.pdf"),
    ],
)
def test_so_does_that_of_every_other_page(client: FlaskClient, mistyped: str, meant: str) -> None:
    response = client.get(mistyped)
    assert (response.status_code, response.location) == (308, meant)


def test_an_address_without_its_language_leads_to_the_visitors(client: FlaskClient) -> None:
    for tags, language in (("fr-CA", "fr"), ("es", "en")):
        response = client.get(f"/{CAMPAIGN.upper()}.", headers={"Accept-Language": tags})
        assert (response.status_code, response.location) == (302, f"/{language}/{CAMPAIGN}")
        assert response.headers["Vary"] == "Accept-Language"


@pytest.mark.parametrize("path", ["/en/nothing", "/xx/about", f"{HERE}/nothing", "/.", "/en/a/b/c"])
def test_where_no_page_can_be_meant_there_is_none(visit: Visit, path: str) -> None:
    assert visit("GET", path).status_code == 404


def test_no_address_leads_to_another_site(client: FlaskClient) -> None:
    for path in (
        "//example.org/en/",
        "/\\example.org/",
        f"//example.org/{CAMPAIGN}",
        f"/en/{CAMPAIGN}//example.org",
        "//en//about/",
    ):
        response = client.get("/", environ_overrides={"PATH_INFO": path})
        assert response.status_code == 404 or re.match("/[a-z]", response.location)


@pytest.mark.parametrize("country", ["GB", "gb", "Gb.", " gb "])
def test_a_country_is_meant_in_capitals_too(client: FlaskClient, country: str) -> None:
    page = client.get(HERE, query_string={"country": country}).text
    assert page == client.get(HERE, query_string={"country": "gb"}).text
    assert page != client.get(HERE).text


HOSTS = ["a" * 70, "a..b", "xn--a", "xn--tda.example", "XN--TDA.example:80", "[::1", "a b", "\u00e9", ""]


def _answer(app: Flask, method: str, path: str, **headers: str) -> tuple[int, str]:
    """Status and Location as a server passes them on; Flask's client itself fails for such a host."""
    environ = EnvironBuilder(path=path, method=method).get_environ()
    environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    answer = Response.from_app(app.wsgi_app, environ)
    return answer.status_code, answer.headers.get("Location", "")


@pytest.mark.parametrize("host", HOSTS)
def test_no_name_of_a_host_makes_a_new_copy_fail_or_leads_away(host: str) -> None:
    app = create_app(UNLIMITED)  # one that has made no page of the kind yet
    for path in ("/fr/rien", "/en", "/FR/About.", f"{HERE}/letter", "/", "/health", "/static/none"):
        status, location = _answer(app, "GET", path, host=host)
        assert status < 500, path
        assert not location or re.match("/(?!/)", location), location


def test_a_site_whose_name_is_not_ascii_takes_its_own_forms(app: Flask) -> None:
    host = "xn--tda.example"
    assert _answer(app, "POST", f"{HERE}/write", host=host, origin=f"http://{host}")[0] == 422
    assert _answer(app, "POST", f"{HERE}/write", host=host, origin="http://other.example")[0] == 403
