"""Pages that are the same for everyone are kept for the day, answered 304, and never mixed up."""

from datetime import date

import pytest
from flask.testing import FlaskClient

import letters.journey.web
from app import create_app
from tests.support import CAMPAIGN, TODAY, check_answer
from web import page_cache

PAGES = ("", CAMPAIGN, "about", "privacy", "data")


@pytest.fixture
def client() -> FlaskClient:
    return create_app(config={"TODAY": lambda: TODAY}).test_client()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("page", PAGES)
def test_whoever_has_the_page_is_not_sent_it_again(client: FlaskClient, language: str, page: str) -> None:
    path = f"/{language}/{page}"
    first, second = client.get(path), client.get(path)
    check_answer(first, path)
    assert first.data == second.data
    tag = first.headers["ETag"]
    assert second.headers["ETag"] == tag, "the same for everyone: it tells nobody apart"
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert "default-src 'none'" in again.headers["Content-Security-Policy"]
    assert again.headers["Cache-Control"] == "private, no-cache"
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.head(path).status_code == 200


def test_a_proxy_that_asks_for_the_head_first_learns_the_tag(client: FlaskClient) -> None:
    head = client.head(f"/en/{CAMPAIGN}")
    page = client.get(f"/en/{CAMPAIGN}")
    assert head.data == b""
    assert head.headers["ETag"] == page.headers["ETag"]
    assert "</html>" in page.text


def test_a_kept_page_is_the_page_of_its_language_and_day() -> None:
    today = [TODAY]
    visitor = create_app(config={"TODAY": lambda: today[0]}).test_client()
    english, french = visitor.get(f"/en/{CAMPAIGN}").text, visitor.get(f"/fr/{CAMPAIGN}").text
    assert '<html lang="en">' in english
    assert '<html lang="fr">' in french
    rendered = []

    def render(*_: object, **__: object) -> str:
        rendered.append(True)
        return "another day"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(letters.journey.web, "render_template", render)
        assert visitor.get(f"/en/{CAMPAIGN}").text == english
        assert rendered == []
        today[0] = date(2026, 11, 25)
        assert visitor.get(f"/en/{CAMPAIGN}").text == "another day"


def test_what_a_visitor_sends_is_not_kept(client: FlaskClient) -> None:
    path = f"/en/{CAMPAIGN}"
    posted = client.post(path, data={"postcode": "L8S 4L8", "name": "Marked"})
    assert "Marked" in posted.text
    assert "ETag" not in posted.headers
    for asked in (path, f"{path}?name=Marked"):
        assert "Marked" not in client.get(asked).text
    assert "ETag" not in client.get(f"{path}?q=1").headers
    assert client.get("/en/nothing").headers.get("ETag") is None


def test_the_pages_kept_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_cache, "MOST_PAGES", 2)
    visitor = create_app(config={"TODAY": lambda: TODAY}).test_client()
    for page in PAGES:
        assert visitor.get(f"/en/{page}").status_code == 200
