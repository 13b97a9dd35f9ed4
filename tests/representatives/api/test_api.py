"""The JSON API: what it answers, to whom, and that no question breaks it."""

import json
from datetime import date
from http import HTTPStatus
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from werkzeug.test import TestResponse

from app import create_app
from representatives import Certainty, Chamber, Reason, directory
from representatives.api.openapi import PATH, describe
from representatives.api.request import LARGEST_BODY, LONGEST_CHOICE, TITLES
from representatives.countries import COUNTRIES
from representatives.lookup import NoAnswer, match_typed
from representatives.postcode import MOST_TYPED
from tests.support import TODAY, vacant_seat
from web.settings import Settings

TYPED = {"ca": "l8s4l8", "gb": "SW1A 1AA", "us": "10001", "au": "2600"}


def ask(client: FlaskClient, **question: Any) -> TestResponse:
    response = client.post(PATH, json=question)
    check(response)
    return response


def check(response: TestResponse) -> None:
    """What must hold of every answer."""
    assert "Set-Cookie" not in response.headers
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Cache-Control"] == "no-store"
    name = "Answer" if response.status_code == 200 else "Problem"
    document = describe()
    document["$ref"] = f"#/components/schemas/{name}"
    jsonschema_rs.validate(document, response.json)
    if response.status_code != 200:
        assert response.mimetype == "application/problem+json"
        assert response.json["status"] == response.status_code


@pytest.mark.parametrize("country", sorted(TYPED))
def test_every_country_answers_with_its_candidates(client: FlaskClient, country: str) -> None:
    found = ask(client, postcode=TYPED[country]).json
    assert found["country"] == country
    assert sum(each["share"] for each in found["candidates"]) == pytest.approx(1, abs=0.01)
    assert found["data"]["as_of"] == directory().countries[country].as_of
    code = found["candidates"][0]["code"]
    chosen = ask(client, postcode=TYPED[country], constituency=code).json
    assert chosen["constituency"] == code
    assert chosen["representatives"], "somebody speaks for it"
    for person in chosen["representatives"]:
        assert person["offices"], person["name"]
        assert all(lines[0] for office in person["offices"] for lines in office["lines"].values())


def test_who_speaks_for_a_place_in_canada(client: FlaskClient) -> None:
    found = ask(client, postcode="l8s 4l8").json
    assert (found["postcode"], found["certainty"], found["constituency"]) == ("L8S 4L8", "exact", "35039")
    assert found["candidates"][0]["ocd_id"] == "ocd-division/country:ca/ed:35039-2023"
    member, *senators = found["representatives"]
    assert member["id"] == "ca-commons-122959"
    assert member["email"].endswith("@parl.gc.ca")
    assert member["offices"][0]["lines"]["fr"][-2:] == ["Chambre des communes", "Ottawa ON  K1A 0A6"]
    assert senators
    assert {each["chamber"] for each in senators} == {"senate"}
    assert all(each["email"] is None for each in senators), "none is published, none is guessed"


def test_a_question_that_is_left_open_names_nobody(client: FlaskClient) -> None:
    found = ask(client, postcode="M5V 2T6").json
    assert found["certainty"] == "split"
    assert len(found["candidates"]) > 1
    assert (found["constituency"], found["representatives"], found["vacant"]) == (None, None, None)


def test_a_suburb_leaves_fewer_candidates(client: FlaskClient) -> None:
    people = directory().countries["au"]
    code = next(name for name in people.areas if people.areas[name].suburbs())
    before = ask(client, postcode=code).json
    after = ask(client, postcode=code, suburb=before["suburbs"][0]).json
    assert len(after["candidates"]) <= len(before["candidates"])
    assert ask(client, postcode=code, suburb="Atlantis").status_code == 422


def test_a_vacant_seat_says_so(client: FlaskClient) -> None:
    postcode, code = vacant_seat()
    found = ask(client, postcode=postcode, constituency=code).json
    assert found["vacant"] is True
    assert {each["chamber"] for each in found["representatives"]} == {"senate"}


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ({}, 422),
        ({"postcode": ""}, 422),
        ({"postcode": None}, 422),
        ({"postcode": 12345}, 422),
        ({"postcode": ["L8S 4L8"]}, 422),
        ({"postcode": "x" * 41}, 422),
        ({"postcode": "L8S"}, 422),
        ({"postcode": "banana"}, 422),
        ({"postcode": "L8S 4L8", "constituency": "10001"}, 422),
        ({"postcode": "L8S 4L8", "constituency": ""}, 422),
        ({"postcode": "L8S 4L8", "suburb": "Westdale"}, 422),
        ({"postcode": "L8S 4L8", "name": "Zoë"}, 422),
        ({"postcode": "\ud800"}, 422),
        ({"postcode": "H0H 0H0"}, 404),
        ({"postcode": "09012"}, 422),
    ],
)
def test_a_question_without_an_answer_is_a_problem(
    client: FlaskClient, question: dict[str, Any], status: int
) -> None:
    response = client.post(PATH, data=json.dumps(question), content_type="application/json")
    check(response)
    assert response.status_code == status
    assert "Zoë" not in response.text, "nothing that was sent comes back"


@pytest.mark.parametrize(
    "typed",
    [
        "BFPO 105",
        "BFPO 105, UK",
        "JE2 3AB",
        "GX11 1AA",
        "FIQQ 1ZZ",
        "F1QQ 1ZZ",
        "BIQQ 1ZZ",
        "TAS 7151",
        "09012",
    ],
)
def test_a_code_of_no_constituency_is_told_why_and_what_to_do_instead_as_on_the_pages(
    client: FlaskClient, typed: str
) -> None:
    with pytest.raises(NoAnswer) as said:
        match_typed(typed, TODAY, "en")
    response = ask(client, postcode=typed)
    assert (response.status_code, response.json["detail"]) == (422, str(said.value))
    assert "se the postcode" in response.json["detail"] or "se the ZIP Code" in response.json["detail"]


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[" * 4000, "application/json", 400),
        (b"[]", "application/json", 422),
        (b'"L8S 4L8"', "application/json", 422),
        (b"NaN", "application/json", 422),
        (b'{"postcode": "L8S 4L8"}', "text/plain", 415),
        (b"postcode=L8S+4L8", "application/x-www-form-urlencoded", 415),
        (b'{"postcode": "L8S 4L8"}', "", 415),
        (b" " * (LARGEST_BODY + 1), "application/json", 413),
        (b" " * 1_000_000, "application/json", 413),
    ],
)
def test_a_body_that_is_no_question_is_a_problem(
    client: FlaskClient, body: bytes, media_type: str, status: int
) -> None:
    response = client.post(PATH, data=body, content_type=media_type)
    check(response)
    assert response.status_code == status


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"postcode": "L8S 4L8", "postcode": "K1A 0A6"}', '"postcode" must come once.'),
        (b'{"postcode": "L8S 4L8", "postcode": "L8S 4L8"}', '"postcode" must come once.'),
        (b'{"suburb": "a", "postcode": "L8S 4L8", "suburb": "b"}', '"suburb" must come once.'),
        (b'{"postcode": {"a": 1, "a": 2}}', '"a" must come once.'),
        (b'{"postcode": "L8S 4L8", "post_code": "x", "Suburb": "y"}', 'Unknown: "post_code", "Suburb". '),
        (b'{"postalcode": "L8S 4L8"}', 'Unknown: "postalcode". Send an object with postcode'),
        (b'{"postcode": "L8S 4L8", "\\u202e": "x"}', 'Unknown: "\\u202e". '),
        (b'{"' + b"x" * 1000 + b'": 1}', f'Unknown: "{"x" * 40}". '),
    ],
)
def test_a_name_that_comes_twice_or_is_unknown_is_named(client: FlaskClient, body: bytes, said: str) -> None:
    response = client.post(PATH, data=body, content_type="application/json")
    check(response)
    assert response.status_code == 422
    assert response.json["detail"].startswith(said)


def test_any_site_may_ask(client: FlaskClient) -> None:
    headers = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    preflight = client.options(
        PATH,
        headers={
            **headers,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert preflight.status_code == 204
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
    assert preflight.headers["Access-Control-Allow-Headers"] == "Content-Type"
    assert "Access-Control-Allow-Credentials" not in preflight.headers
    response = client.post(PATH, json={"postcode": "L8S 4L8"}, headers=headers)
    check(response)
    assert response.status_code == 200
    pages = client.post("/en/forced-organ-harvesting/write", data={"postcode": "L8S 4L8"}, headers=headers)
    assert pages.status_code == 403, "the journey's own forms stay closed"
    assert "Access-Control-Allow-Origin" not in pages.headers


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", PATH, 405), ("PUT", PATH, 405), ("GET", "/api/v2/x", 404), ("POST", "/api/", 404)],
)
def test_other_addresses_and_methods_are_problems(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    response = client.open(path, method=method)
    check(response)
    assert response.status_code == status
    if status == 405:
        assert response.headers["Allow"] == "OPTIONS, POST"


def test_too_many_questions_are_a_problem_with_a_time_to_wait() -> None:
    app = create_app(Settings(limit_api="1/hour"), {"TESTING": True, "TODAY": lambda: TODAY})
    client = app.test_client()
    assert ask(client, postcode="L8S 4L8").status_code == 200
    response = ask(client, postcode="L8S 4L8")
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0


def test_a_mistake_of_ours_is_a_problem_and_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(config={"TODAY": lambda: TODAY})
    monkeypatch.setattr("representatives.api.response.look_up", lambda *_: 1 / 0)
    response = ask(app.test_client(), postcode="L8S 4L8")
    assert (response.status_code, response.json["detail"]) == (500, "A mistake of ours.")


def test_the_description_is_published(client: FlaskClient) -> None:
    response = client.get("/api/v1/openapi.json")
    assert response.json == describe()
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_the_description_has_the_limits_the_words_and_the_problems_of_the_code() -> None:
    schemas = describe()["components"]["schemas"]
    asked = schemas["Question"]["properties"]
    assert {name: asked[name]["maxLength"] for name in asked} == {
        "postcode": MOST_TYPED,
        "constituency": LONGEST_CHOICE,
        "suburb": LONGEST_CHOICE,
    }
    answer = schemas["Answer"]["properties"]
    assert answer["country"]["enum"] == sorted(COUNTRIES)
    assert answer["certainty"]["enum"] == [each for each in Certainty if each is not Certainty.UNKNOWN]
    assert schemas["Candidate"]["properties"]["reason"]["enum"] == list(Reason)
    for name in ("Representative", "Seat", "Change"):
        assert schemas[name]["properties"]["chamber"]["enum"] == list(Chamber)
    responses = describe()["paths"][PATH]["post"]["responses"]
    for status in responses.keys() - {"200"}:
        assert responses[status]["description"] == f"{TITLES[int(status)]}."


def _app() -> Flask:
    return create_app(Settings(limit_api="100000/second"), {"TESTING": True, "TODAY": lambda: TODAY})


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", _app())


@schema.parametrize()
@settings(
    max_examples=60,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_no_question_breaks_it(case: schemathesis.Case) -> None:
    """Not every text of the right length is a postcode, so a valid question may still have no answer."""
    checks = schemathesis.checks
    case.call_and_validate(excluded_checks=[checks.positive_data_acceptance])


def test_a_seat_without_a_name_says_what_was_reported_and_how_a_letter_addresses_it(
    client: FlaskClient,
) -> None:
    postcode, code = vacant_seat()
    found = ask(client, postcode=postcode, constituency=code).json
    assert found["vacancy_note"]["en"].startswith(
        "Steven Guilbeault is reported to have resigned in summer 2026."
    )
    (seat,) = found["seat"]
    assert seat["id"] == "seat:24037"
    assert seat["lines"]["en"][0] == "The Member of Parliament for Laurier—Sainte-Marie"
    assert seat["salutation"]["fr"] == "Madame la Députée ou Monsieur le Député,"
    (change,) = found["reported"]
    assert (change["what"], change["day"], change["certain"]) == ("resigned", "2026-22", False)
    assert change["source"] == {"body": "Vote-Scope", "day": "2026-10"}


def test_every_answer_has_the_official_look_up_and_nothing_of_a_seat_where_all_are_named(
    client: FlaskClient,
) -> None:
    found = ask(client, postcode="L8S 4L8").json
    assert found["official_lookup"]["address"]["en"] == "https://www.elections.ca/Scripts/vis/FindED?L=e"
    assert (found["seat"], found["reported"]) == ([], [])
    assert ask(client, postcode="A0A 1A0").json["seat"] is None, "no constituency is settled"


def test_after_a_congress_only_the_senators_whose_term_goes_on_are_named() -> None:
    client = create_app(config={"TODAY": lambda: date(2027, 1, 3)}).test_client()
    found = ask(client, postcode="10001", constituency="NY-12").json
    assert [each["chamber"] for each in found["representatives"]] == ["senate", "senate"]
    assert [each["id"] for each in found["seat"]] == ["seat:NY-12"]
    redrawn = ask(client, postcode="94103").json
    assert (redrawn["constituency"], redrawn["certainty"], len(redrawn["candidates"])) == (None, "area", 52)
    assert [each["name"] for each in redrawn["representatives"]] == ["Alex Padilla", "Adam B. Schiff"]
    assert [each["id"] for each in ask(client, postcode="94103", constituency="CA-12").json["seat"]] == [
        "seat:CA-12"
    ]


def test_each_header_of_an_answer_stands_once_and_a_problem_has_its_status_for_a_title(
    client: FlaskClient,
) -> None:
    for response in (ask(client, postcode="L8S 4L8"), ask(client, postcode="x"), client.get(PATH)):
        names = [name for name, _ in response.headers]
        assert len(names) == len(set(names))
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        if response.status_code != 200:
            assert response.json["title"] == HTTPStatus(response.status_code).phrase
