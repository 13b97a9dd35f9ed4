"""Forms of other sites are refused; behind a proxy the app knows its own address."""

import pytest
from flask.testing import FlaskClient

from app import create_app
from tests.conftest import Visit
from tests.support import CAMPAIGN
from web.settings import Settings

WRITE = f"/en/{CAMPAIGN}/write"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Origin": "http://localhost"}, 200),
        ({"Origin": "null"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "http://localhost.elsewhere.example"}, 403),
    ],
)
def test_only_our_own_forms_are_taken(visit: Visit, headers: dict[str, str], status: int) -> None:
    response = visit("POST", WRITE, data={"postcode": "L8S4L8"}, headers=headers)
    assert response.status_code == status


CROSS = {"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example"}


@pytest.mark.parametrize(
    "headers", [CROSS, {"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "same-site"}]
)
@pytest.mark.parametrize(("language", "button"), [("en", "Find my representatives"), ("fr", "</button>")])
def test_another_site_may_hand_a_postcode_to_a_campaigns_page(
    visit: Visit, language: str, button: str, headers: dict[str, str]
) -> None:
    """The page shows it in its field, and only the visitor's press of the button looks it up."""
    response = visit("POST", f"/{language}/{CAMPAIGN}", data={"postcode": "L8S 4L8"}, headers=headers)
    assert response.status_code == 200
    assert response.page.values("postcode") == ["L8S 4L8"]
    assert button in response.text
    assert "Hamilton" not in response.text


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        (f"/en/{CAMPAIGN}", {}),
        (f"/en/{CAMPAIGN}", {"postcode": "L8S 4L8", "name": "Another"}),
        (f"/en/{CAMPAIGN}", {"postcode": ["L8S 4L8", "M5V 2T6"]}),
        (f"/en/{CAMPAIGN}", {"own_words": "Words of another"}),
        (f"/en/{CAMPAIGN}", {"postcode": "x" * 41}),
        (WRITE, {"postcode": "L8S 4L8"}),
        (f"/en/{CAMPAIGN}/letter", {"postcode": "L8S 4L8"}),
        (f"/en/{CAMPAIGN}/letter.pdf", {"postcode": "L8S 4L8"}),
    ],
)
def test_another_site_may_send_nothing_else(visit: Visit, path: str, sent: dict[str, str]) -> None:
    response = visit("POST", path, data=sent, headers=CROSS)
    assert response.status_code == 403
    assert "Another" not in response.text


def test_another_sites_file_upload_is_not_a_postcode(visit: Visit) -> None:
    response = visit(
        "POST", f"/en/{CAMPAIGN}", data={"postcode": "L8S"}, headers=CROSS, content_type="multipart/form-data"
    )
    assert response.status_code == 403


def test_another_site_may_link_here(visit: Visit) -> None:
    assert visit("GET", f"/en/{CAMPAIGN}", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_https_is_remembered_and_proxies_are_believed_only_when_trusted(client: FlaskClient) -> None:
    assert (
        "Strict-Transport-Security" not in client.get("/en/", headers={"X-Forwarded-Proto": "https"}).headers
    )
    trusting = create_app(Settings(trusted_proxies=1), {"TESTING": True}).test_client()
    assert "Strict-Transport-Security" in trusting.get("/en/", headers={"X-Forwarded-Proto": "https"}).headers


def test_static_files_are_guarded_too(visit: Visit) -> None:
    assert visit("GET", "/static/style.css").status_code == 200
    assert visit("GET", "/static/../app.py").status_code == 404
