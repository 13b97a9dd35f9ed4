"""Counts for Prometheus: on a port of their own or off, by route, status, country and output, never by who or where."""

import re
import urllib.request

from flask.testing import FlaskClient

from app import create_app
from tests.support import CAMPAIGN, TODAY, UNLIMITED, free_port, letter_form
from web.settings import Settings


def counted(port: int) -> tuple[FlaskClient, int]:
    """A visitor to an app that serves its counts from a port on, and the one it found free: another program may be quicker."""
    settings = Settings(metrics_port=port, limit_post=UNLIMITED.limit_post)
    app = create_app(settings, {"TESTING": True, "TODAY": lambda: TODAY})
    visitor = app.test_client()
    visitor.get("/health")
    return visitor, app.extensions["metrics_port"]


def fetch(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        return str(answer.read().decode())


def test_requests_and_letters_are_counted_and_nothing_typed_is() -> None:
    visitor, port = counted(free_port())
    for step in ("write", "letter", "letter", "letter.pdf"):
        visitor.post(f"/en/{CAMPAIGN}/{step}", data=letter_form(name="Marked Name"))
    visitor.get("/en/Markedpath?q=L8S")
    visitor.open("/en/", method="MARKED")
    text = fetch(port)
    route = "/<any(en, fr):lang>/<slug>/letter"
    assert f'no_bystander_requests_total{{method="POST",route="{route}",status="200"}} 2.0' in text
    assert f'no_bystander_request_seconds_count{{route="{route}"}} 2.0' in text
    assert 'no_bystander_letters_total{country="ca",output="page"} 2.0' in text
    assert 'no_bystander_letters_total{country="ca",output="pdf"} 1.0' in text
    assert not re.search(r"marked|L8S|4L8|35039|danko|127\.0\.0", text, re.IGNORECASE)


def test_each_worker_takes_the_next_free_port() -> None:
    first, port = counted(free_port())
    second, next_port = counted(port)
    assert next_port > port
    for _ in range(2):
        assert first.get("/en/").status_code == 200
        assert second.get("/en/about").status_code == 200
    assert 'route="/<any(en, fr):lang>/",status="200"} 2.0' in fetch(port)
    assert 'route="/<any(en, fr):lang>/about",status="200"} 2.0' in fetch(next_port)


def test_the_site_itself_has_no_counts() -> None:
    visitor = create_app(config={"TESTING": True}).test_client()
    assert visitor.get("/metrics").status_code == 404
