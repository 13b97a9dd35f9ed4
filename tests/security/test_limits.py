"""Forms and the API are limited by address prefix, in memory or in one Redis, and no address is kept."""

import io
import json
import logging
import re
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import CannotStart, create_app
from tests.support import CAMPAIGN, TODAY, StartRedis, check_answer
from web import rate_limit
from web.logs import Line
from web.rate_limit import DailyKey, prefix
from web.settings import Settings

ROOT = Path(__file__).parents[2]
WRITE = f"/en/{CAMPAIGN}/write"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.9", "192.0.2.0/24"),
        ("2001:db8:1:23ff::1", "2001:db8:1:2300::/56"),
        ("fe80::1%eth0", "fe80::/56"),
        ("192.0.2.77:4711", "192.0.2.0/24"),
        ("[2001:db8:1:23ff::1]:4711", "2001:db8:1:2300::/56"),
        ("[2001:db8:1:23ff::1]", "2001:db8:1:2300::/56"),
        ("unix:", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_address_counts_as_its_network(address: str | None, network: str) -> None:
    assert prefix(address) == network


def client(**settings: str) -> FlaskClient:
    return create_app(Settings(**settings), {"TESTING": True, "TODAY": lambda: TODAY}).test_client()  # type: ignore[arg-type]


def post(visitor: FlaskClient, address: str, path: str = WRITE) -> int:
    return visitor.post(path, data={"postcode": "L8S 4L8"}, environ_base={"REMOTE_ADDR": address}).status_code


def test_forms_are_limited_for_a_network_and_pages_are_not() -> None:
    visitor = client(limit_post="2/hour")
    assert [post(visitor, f"192.0.2.{last}") for last in (1, 2, 3)] == [200, 200, 429]
    assert post(visitor, "198.51.100.1") == 200, "another network has its own count"
    assert visitor.get(WRITE, environ_base={"REMOTE_ADDR": "192.0.2.1"}).status_code == 302
    assert visitor.get("/en/", environ_base={"REMOTE_ADDR": "192.0.2.1"}).status_code == 200


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "Too many forms came from your network"), ("fr", "Trop de formulaires")],
)
def test_whoever_is_limited_is_told_when_to_come_back(language: str, heading: str) -> None:
    visitor = client(limit_post="1/hour")
    path = f"/{language}/{CAMPAIGN}/write"
    post(visitor, "192.0.2.1", path)
    refused = visitor.post(path, environ_base={"REMOTE_ADDR": "192.0.2.1"})
    check_answer(refused, path)
    assert refused.status_code == 429
    assert 3000 < int(refused.headers["Retry-After"]) <= 3601
    assert heading in refused.text or language == "fr"


def test_the_api_has_its_own_limit() -> None:
    visitor = client(limit_post="100/hour", limit_api="1/hour")
    visitor.application.add_url_rule("/api/test", "api_test", lambda: "")
    assert [visitor.get("/api/test").status_code for _ in range(2)] == [200, 429]
    assert post(visitor, "127.0.0.1") == 200


def test_a_proxys_word_counts_only_where_it_is_trusted() -> None:
    headers = [{"X-Forwarded-For": f"198.51.{n}.1"} for n in range(3)]
    for proxies, expected in ((0, [422, 429, 429]), (1, [422, 422, 422])):
        visitor = client(limit_post="1/hour", trusted_proxies=proxies)  # type: ignore[arg-type]
        assert [visitor.post(WRITE, headers=each).status_code for each in headers] == expected


def counted(visitor: FlaskClient) -> list[str]:
    """What an app's requests are counted under, in memory."""
    (limiter,) = visitor.application.extensions["limiter"]
    return [*limiter.storage.storage]


def test_a_flood_from_many_networks_fills_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limit, "HASH_BYTES", 1)
    visitor = client(limit_api="9/hour")
    for number in range(700):
        visitor.get(
            "/api/v1/openapi.json", environ_base={"REMOTE_ADDR": f"10.{number % 250}.{number // 250}.1"}
        )
    assert len(counted(visitor)) <= 256


def test_what_is_kept_cannot_be_led_back_to_an_address() -> None:
    visitors = [client(limit_post="9/hour") for _ in range(2)]
    for visitor in visitors:
        for number in range(20):
            post(visitor, f"192.0.{number}.1")
    first, second = ({*counted(visitor)} for visitor in visitors)
    assert first != second, "the key is random"
    assert not [key for key in first | second if "192.0" in key]


def test_the_key_is_another_every_day(monkeypatch: pytest.MonkeyPatch) -> None:
    now = rate_limit.time.time()
    key = DailyKey()
    first = key.today()
    assert key.today() == first
    monkeypatch.setattr("time.time", lambda: now + 86_400)
    assert key.today() != first


def test_two_copies_share_one_limit_and_neither_address_nor_postcode_is_in_the_redis(
    redis: tuple[str, StartRedis],
) -> None:
    address, start = redis
    start()
    command = [sys.executable, "-c", _COPY, address]
    answers = [
        subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
        ).stdout.split()
        for _ in range(2)
    ]
    assert answers == [["200", "200"], ["200", "429"]], "three forms an hour for both processes together"
    import redis as library

    content = library.Redis.from_url(address)
    keys = content.keys()
    assert len(keys) == 2, "a count, and the day's key"
    assert all(0 < content.ttl(key) <= 172_800 for key in keys)
    everything = repr([(key, content.get(key)) for key in keys])
    assert not re.search(r"192\.0\.2|L8S", everything)
    content.close()


def test_copies_share_a_limit_again_after_their_redis_was_restarted(
    redis: tuple[str, StartRedis], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It keeps no file, so its key is gone with it; a copy that started before would count apart until midnight."""
    address, start = redis
    server = start()
    older = client(limit_post="2/hour", limit_storage=address)
    assert post(older, "192.0.2.1") == 200
    server.kill()
    server.wait()
    start()
    newer = client(limit_post="2/hour", limit_storage=address)
    assert post(newer, "192.0.2.1") == 200
    later = rate_limit.time.monotonic() + rate_limit.ASKED_AGAIN
    monkeypatch.setattr(rate_limit.time, "monotonic", lambda: later)
    assert [post(older, "192.0.2.1"), post(newer, "192.0.2.1")] == [200, 429]


_COPY = f"""
import sys
from app import create_app
from web.settings import Settings
visitor = create_app(Settings(limit_post="3/hour", limit_storage=sys.argv[1])).test_client()
for last in (1, 2):
    data = {{"postcode": "L8S 4L8"}}
    print(visitor.post("{WRITE}", data=data, environ_base={{"REMOTE_ADDR": f"192.0.2.{{last}}"}}).status_code)
"""


def test_letters_are_served_while_the_redis_is_away_and_the_log_says_so_once(
    redis: tuple[str, StartRedis], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, start = redis
    visitor, written = client(limit_post="2/hour", limit_storage=address), io.StringIO()
    (handler,) = (
        each for each in logging.getLogger("flask-limiter").handlers if isinstance(each.formatter, Line)
    )
    monkeypatch.setattr(handler, "stream", written)
    assert [post(visitor, "192.0.2.1") for _ in range(3)] == [200, 200, 429], "this process counts for itself"
    server = start()
    later = rate_limit.time.time() + 3600
    monkeypatch.setattr("time.time", lambda: later)
    assert post(visitor, "192.0.2.1") == 200, "the shared count begins with the Redis"
    server.kill()
    server.wait()
    assert post(visitor, "192.0.2.1") == 200
    events = [json.loads(line)["event"] for line in written.getvalue().splitlines()]
    assert [event for event in events if event != "request"] == [
        "Rate limit storage unreachable - falling back to in-memory storage",
        "Rate limit storage recovered",
        "Rate limit storage unreachable - falling back to in-memory storage",
    ]
    assert "192.0" not in written.getvalue()


@pytest.mark.parametrize(
    "option", ["nonsense=1", "max_connections=many", "protocol=9", "ssl_cert_reqs=bogus"]
)
def test_an_option_that_no_redis_can_be_asked_with_is_named_at_start(option: str) -> None:
    address = f"rediss://:secret@127.0.0.1:6379/0?{option}"
    with pytest.raises(CannotStart, match="NO_BYSTANDER_LIMIT_STORAGE cannot be used") as error:
        client(limit_storage=address)
    assert "secret" not in str(error.value)


def test_a_redis_that_never_answers_is_asked_once_and_then_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """For the key, and to count: no later form waits for it again until some seconds have passed."""
    now = rate_limit.time.time()
    monkeypatch.setattr("time.time", lambda: now)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.setblocking(False)
        address = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        visitor = client(limit_post="9/hour", limit_storage=address)
        assert [post(visitor, "192.0.2.1") for _ in range(5)] == [200] * 5
        asked = 0
        with suppress(BlockingIOError):
            while True:
                silent.accept()[0].close()
                asked += 1
    assert asked <= 3
