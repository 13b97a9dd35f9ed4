"""Live look-ups: off unless wanted, only at the visitor's press, only among the candidates, and never in the way."""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Event

import pytest
import requests
import responses
from flask.testing import FlaskClient

from app import create_app
from representatives import Match, directory, parse
from representatives.countries import COUNTRIES
from representatives.live import KEPT_FOR, LONGEST_ADDRESS, MINUTE, PATIENCE, Live
from tests.representatives.sources.updating import RECORDINGS
from tests.support import CAMPAIGN, TODAY, Page, visible_text
from web.settings import Settings

WRITE = f"/en/{CAMPAIGN}/write"
ADDRESS = "1 Broadway, New York, NY"
ASKED = {
    "ca": "https://represent.opennorth.ca/postcodes/{code}/",
    "gb": "https://api.postcodes.io/postcodes/{code}",
    "us": "https://geocoding.geo.census.gov/geocoder/geographies/onelineaddress",
}
RECORDED = {"ca": "ca/postcode.json", "gb": "gb/postcode.json", "us": "us/geocoder.json"}
SERVICES = {id: country.service for id, country in COUNTRIES.items() if country.service}


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@cache
def open_question(country: str) -> Match:
    """A real postcode that may lie in several constituencies."""
    typed = {"ca": "M5V 2T6", "gb": "BT1 1AA"}.get(country)
    if typed is None:
        tables = directory().countries["us"]
        typed = next(
            f"{name}{run.partition('=')[0]}"
            for name in tables.areas
            if name.startswith("10")
            for run in tables.areas[name].runs.split()
            if "+" in run
        )
    match = directory().find(parse(typed), TODAY)
    assert len(match.candidates) > 1
    return match


def address_of(country: str) -> str:
    return ASKED[country].format(code=open_question(country).postcode.code)


def body(country: str, code: str) -> str:
    written = f"{int(code.partition('-')[2]):02}" if country == "us" else code
    text = (RECORDINGS / RECORDED[country]).read_text("utf-8").replace("CODE", written)
    return text.replace('"state": "NY"', f'"state": "{code.partition("-")[0]}"')


def second(country: str) -> str:
    """The second likeliest candidate: nobody would guess it."""
    return open_question(country).candidates[1].constituency.code


@pytest.fixture
def service() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        yield mock


@pytest.mark.parametrize("country", sorted(ASKED))
def test_a_service_chooses_among_the_candidates(service: responses.RequestsMock, country: str) -> None:
    service.get(address_of(country), body=body(country, second(country)))
    assert Live().confirm(open_question(country), ADDRESS) == {second(country)}


@pytest.mark.parametrize("country", sorted(ASKED))
def test_a_service_cannot_add_a_candidate(service: responses.RequestsMock, country: str) -> None:
    elsewhere = {"ca": "59001", "gb": "E14001063", "us": "CA-1"}[country]
    service.get(address_of(country), body=body(country, elsewhere))
    assert Live().confirm(open_question(country), ADDRESS) == frozenset()


def test_the_ridings_of_2013_are_never_taken(service: responses.RequestsMock) -> None:
    text = body("ca", second("ca")).replace("-2023-representation-order", "")
    service.get(address_of("ca"), body=text)
    assert Live().confirm(open_question("ca")) == frozenset()


def test_the_districts_of_another_congress_are_never_taken(service: responses.RequestsMock) -> None:
    service.get(address_of("us"), body=body("us", second("us")).replace("119th", "120th"))
    assert Live().confirm(open_question("us"), ADDRESS) == frozenset()


@pytest.mark.parametrize("country", sorted(ASKED))
@pytest.mark.parametrize(
    "failure",
    [
        {"status": 404},
        {"status": 429},
        {"status": 500},
        {"status": 302, "headers": {"Location": "https://elsewhere.example/"}},
        {"body": b""},
        {"body": b"<!DOCTYPE html><html></html>"},
        {"body": b'{"result": '},
        {"body": b"[]"},
        {"body": b"null"},
        {"body": b'{"result": null, "boundaries_centroid": null}'},
        {"body": b'{"result": {"codes": {}, "addressMatches": [{}]}, "boundaries_centroid": [{}]}'},
        {"body": b" " * 2_000_001},
        {"body": requests.ConnectTimeout()},
        {"body": requests.ConnectionError("no route")},
    ],
    ids=str,
)
def test_whatever_fails_nothing_is_known(
    service: responses.RequestsMock, country: str, failure: dict[str, object]
) -> None:
    service.get(address_of(country), **failure)  # type: ignore[arg-type]
    assert Live().confirm(open_question(country), ADDRESS) == frozenset()


def test_a_service_that_drips_is_left_after_three_seconds(service: responses.RequestsMock) -> None:
    clock = Clock()

    def slow(_: requests.PreparedRequest) -> tuple[int, dict[str, str], str]:
        clock.now += 3.1
        return 200, {}, body("ca", second("ca"))

    service.add_callback("GET", address_of("ca"), slow)
    assert Live(clock=clock).confirm(open_question("ca")) == frozenset()


def test_a_service_that_hangs_is_left_after_three_seconds(
    service: responses.RequestsMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = Event()

    def hanging(_: requests.PreparedRequest) -> tuple[int, dict[str, str], str]:
        let_go.wait(30)
        return 200, {}, body("ca", second("ca"))

    service.add_callback("GET", address_of("ca"), hanging)
    monkeypatch.setattr("representatives.live.PATIENCE", 0.05)
    try:
        assert Live().confirm(open_question("ca")) == frozenset()
    finally:
        let_go.set()
    assert PATIENCE == 3.0


def test_it_is_asked_once_and_again_after_a_while(service: responses.RequestsMock) -> None:
    clock = Clock()
    service.get(address_of("ca"), body=body("ca", second("ca")))
    live = Live(clock=clock)
    for _ in range(3):
        live.confirm(open_question("ca"))
    assert len(service.calls) == 1
    clock.now += KEPT_FOR + 1
    live.confirm(open_question("ca"))
    assert len(service.calls) == 2


def test_it_is_asked_no_more_often_than_it_allows(service: responses.RequestsMock) -> None:
    clock = Clock()
    service.get(address_of("ca"), status=404)
    live = Live(clock=clock)
    for _ in range(70):
        live.confirm(open_question("ca"))
    assert len(service.calls) == SERVICES["ca"].a_minute == 60
    clock.now += MINUTE
    live.confirm(open_question("ca"))
    assert len(service.calls) == 61


@pytest.mark.parametrize("address", ["", "   ", "x" * (LONGEST_ADDRESS + 1)])
def test_no_address_is_asked_for_nothing(service: responses.RequestsMock, address: str) -> None:
    assert Live().confirm(open_question("us"), address) == frozenset()
    assert len(service.calls) == 0


def test_what_is_certain_is_not_asked(service: responses.RequestsMock) -> None:
    match = directory().find(parse("L8S 4L8"), TODAY)
    live = Live()
    assert live.service(match) is None
    assert live.confirm(match) == frozenset()


def test_what_only_the_neighbours_tell_may_be_asked_though_there_is_one_candidate() -> None:
    match = directory().find(parse("BT18 0AA"), TODAY)
    assert len(match.candidates) == 1
    assert match.certainty == "area"
    assert Live().service(match) is SERVICES["gb"]


def test_nothing_that_was_asked_is_kept_or_logged(
    service: responses.RequestsMock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    service.get(address_of("us"), body=body("us", second("us")))
    live = Live()
    live.confirm(open_question("us"), ADDRESS)
    assert "Broadway" not in caplog.text
    assert len(live._kept) == 1
    assert all(b"Broadway" not in key for key in live._kept)
    assert service.calls[0].request.headers["User-Agent"].startswith("No-Bystander/")


def test_while_one_visitor_waits_others_are_told_at_once(service: responses.RequestsMock) -> None:
    asked, answer = Event(), Event()

    def slow(_: requests.PreparedRequest) -> tuple[int, dict[str, str], str]:
        asked.set()
        answer.wait(30)
        return 200, {}, body("ca", second("ca"))

    service.add_callback("GET", address_of("ca"), slow)
    service.get(address_of("gb"), body=body("gb", second("gb")))
    live = Live()
    with ThreadPoolExecutor(1) as waiting:
        first = waiting.submit(live.confirm, open_question("ca"))
        assert asked.wait(30)
        assert live.confirm(open_question("gb")) == frozenset()
        assert len(service.calls) == 0, "the first is not answered yet, and the second was not sent"
        answer.set()
        assert first.result(30) == {second("ca")}
    assert live.confirm(open_question("gb")) == {second("gb")}


@pytest.fixture(scope="module")
def asking() -> FlaskClient:
    app = create_app(Settings(live=True), {"TESTING": True, "TODAY": lambda: TODAY})
    return app.test_client()


def test_nobody_is_asked_where_the_operator_did_not_say_so(
    client: FlaskClient, service: responses.RequestsMock
) -> None:
    page = client.post(WRITE, data={"postcode": "M5V 2T6", "live": "yes"})
    assert page.status_code == 200
    assert "represent.opennorth.ca" not in page.text
    assert len(service.calls) == 0


@pytest.mark.parametrize("country", sorted(ASKED))
def test_a_button_names_the_service_and_asks_only_when_pressed(
    asking: FlaskClient, service: responses.RequestsMock, country: str
) -> None:
    # The page that asks: "Choose another" leads to it where the likeliest is written to at once.
    page = asking.post(WRITE, data={"postcode": str(open_question(country).postcode), "again": "yes"})
    assert f"Ask {SERVICES[country].name}" in visible_text(page.text)
    assert len(service.calls) == 0
    assert bool(Page(page.text).all("input", name="live_address")) == SERVICES[country].takes_address


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("country", sorted(ASKED))
def test_what_the_service_says_is_ticked_for_the_visitor_to_confirm(
    asking: FlaskClient, service: responses.RequestsMock, country: str, language: str
) -> None:
    service.get(address_of(country), body=body(country, second(country)))
    form = {"postcode": str(open_question(country).postcode), "live": "yes", "live_address": ADDRESS}
    first = open_question(country).candidates[0].constituency.code
    page = asking.post(WRITE.replace("/en/", f"/{language}/"), data={**form, "constituency": first})
    assert page.status_code == 200
    assert Page(page.text).values("constituency") == [second(country)]
    assert SERVICES[country].name in visible_text(page.text)
    name = open_question(country).candidates[1].constituency.name[language]
    assert name in visible_text(page.text)


@pytest.mark.parametrize("country", sorted(ASKED))
def test_when_it_fails_the_candidates_are_still_there(
    asking: FlaskClient, service: responses.RequestsMock, country: str
) -> None:
    other = {"ca": "M6K 1A1", "gb": "BT1 2AA", "us": str(open_question("us").postcode)}[country]
    page = asking.post(WRITE, data={"postcode": other, "live": "yes", "live_address": "2 Elsewhere Street"})
    assert page.status_code == 200
    assert f"{SERVICES[country].name} gave no answer that helps" in visible_text(page.text)
    assert len(Page(page.text).all("input", name="constituency")) > 1


def test_an_exact_postcode_goes_straight_on(asking: FlaskClient, service: responses.RequestsMock) -> None:
    page = asking.post(WRITE, data={"postcode": "L8S 4L8"})
    assert "represent.opennorth.ca" not in page.text
    assert len(service.calls) == 0


def test_the_pages_say_that_somebody_may_be_asked(asking: FlaskClient, client: FlaskClient) -> None:
    for path, sentence in (("/en/privacy", "names it"), ("/en/data", "a button that names another site")):
        assert sentence in asking.get(path).text
        assert sentence not in client.get(path).text


def test_of_several_workers_each_asks_its_part_of_what_a_service_allows(
    service: responses.RequestsMock,
) -> None:
    service.get(address_of("ca"), status=404)
    live = Live(SERVICES["ca"].a_minute // 2, Clock())
    for _ in range(5):
        live.confirm(open_question("ca"))
    assert len(service.calls) == 2
