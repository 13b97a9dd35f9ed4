"""What lies between the server and Flask: whole requests, bounded bodies, and headers that mean one thing."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

import asgi
from app import create_app
from tests.support import CAMPAIGN, UNLIMITED
from web import logs
from web.security import LATE
from web.settings import Settings

LARGEST = 64 * 1024
SETTINGS = Settings(largest_body_kb=64, longest_body_seconds=1)


def seen(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    """An application that answers with what it was given."""
    body = environ.pop("wsgi.input").read()
    start("200 OK", [("X-Length", str(len(body)))])
    return [repr({name: value for name, value in environ.items() if name != "wsgi.errors"}).encode()]


def scope(
    method: str = "POST", path: bytes = b"/", headers: Iterable[tuple[bytes, bytes]] = ()
) -> dict[str, Any]:
    return {
        "type": "http",
        "method": method,
        "raw_path": path,
        "query_string": b"a=%C3%A9",
        "http_version": "1.1",
        "scheme": "http",
        "client": ("192.0.2.1", 1),
        "server": ("127.0.0.1", 8000),
        "headers": list(headers),
    }


def parts(*bodies: bytes) -> list[dict[str, Any]]:
    """A body as it comes, piece by piece."""
    last = len(bodies) - 1
    return [
        {"type": "http.request", "body": body, "more_body": number != last}
        for number, body in enumerate(bodies)
    ]


def ask(
    asked: dict[str, Any],
    messages: Iterable[dict[str, Any]] = (),
    application: Any = seen,
    settings: Settings = SETTINGS,
) -> list[dict[str, Any]]:
    """What is sent to the visitor; where messages run out, the rest of the body never comes."""
    coming, sent = iter(messages), []

    async def receive() -> dict[str, Any]:
        message = next(coming, None)
        return message if message else await asyncio.Event().wait() and {}

    async def send(message: Any) -> None:
        sent.append(message)

    run(asgi.Whole(application, settings)(asked, receive, send))
    return sent


def run(act: Coroutine[Any, Any, Any]) -> Any:
    """In a thread of its own: where the browser tests ran before, this one has an event loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, act).result()


def given(*how: Any, **more: Any) -> tuple[dict[str, Any], int]:
    """What the application saw, and the length of the body that it could read."""
    start, content = ask(*how, **more)
    return eval(content["body"]), int(dict(start["headers"])[b"x-length"])  # noqa: S307 (our own repr)


def test_a_request_is_told_as_wsgi_tells_it() -> None:
    headers = [
        (b"host", b"letters.example.org"),
        (b"content-type", b"text/plain"),
        (b"x-a", b"1"),
        (b"x-a", b"2"),
    ]
    environ, length = given(scope(path=b"/en/%C3%A9%00", headers=headers), parts(b"ab", b"", b"c"))
    assert length == 3
    wanted = {
        "REQUEST_METHOD": "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/en/Ã©\x00",
        "QUERY_STRING": "a=%C3%A9",
        "REMOTE_ADDR": "192.0.2.1",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": "text/plain",
        "CONTENT_LENGTH": "3",
        "HTTP_HOST": "letters.example.org",
        "HTTP_X_A": "1,2",
    }
    assert {name: value for name, value in environ.items() if "wsgi" not in name} == wanted


def test_a_header_with_an_underscore_is_not_taken_for_one_that_a_proxy_sets() -> None:
    """Go's proxies, such as Caddy, pass it on after their own, and the last would count."""
    headers = [(b"x-forwarded-for", b"198.51.100.1"), (b"x_forwarded_for", b"203.0.113.1")]
    environ, _ = given(scope(headers=headers), parts(b""))
    assert environ["HTTP_X_FORWARDED_FOR"] == "198.51.100.1"


@pytest.mark.parametrize(
    ("messages", "headers", "length"),
    [
        (parts(b"x" * LARGEST), (), LARGEST),
        (parts(b"x" * LARGEST, b"y", b"z" * LARGEST), (), LARGEST + 1),
        ((), [(b"content-length", str(LARGEST + 1).encode())], 0),
        (parts(b"abc"), [(b"transfer-encoding", b"chunked")], 3),
    ],
    ids=["as large as may be", "larger, unannounced", "larger, announced", "in chunks"],
)
def test_no_more_is_read_than_may_be_taken(
    messages: list[dict[str, Any]], headers: list[tuple[bytes, bytes]], length: int
) -> None:
    environ, read = given(scope(headers=headers), messages)
    assert read == length
    assert int(environ["CONTENT_LENGTH"]) == length or int(environ["CONTENT_LENGTH"]) > LARGEST
    assert LATE not in environ


def test_only_a_forms_body_is_waited_for() -> None:
    for method in ("GET", "HEAD", "PUT", "DELETE", "OPTIONS"):
        assert given(scope(method))[1] == 0


@pytest.mark.parametrize(
    ("path", "kind"),
    [(f"/en/{CAMPAIGN}/write", "text/html"), ("/api/v1/representatives", "application/problem+json")],
)
def test_a_body_that_does_not_come_in_time_is_answered_408_in_words(path: str, kind: str) -> None:
    flask = create_app(UNLIMITED)
    start, content = ask(scope(path=path.encode()), parts(b"postcode=", b"")[:1], flask.wsgi_app)
    assert start["status"] == 408
    assert dict(start["headers"])[b"content-type"].decode().startswith(kind)
    assert b"did not arrive in time" in content["body"]


def test_large_bodies_share_a_bounded_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that waits for room longer than a body may take is late; a small one is served."""
    monkeypatch.setattr(asgi, "LARGEST_AT_ONCE", 1)
    settings = Settings(longest_body_seconds=1, largest_body_kb=100)
    statuses = run(_three_at_once(settings, parts(b"x" * (asgi.SMALL + 1), b"x")))
    assert statuses == {"holds the place": LATE, "wants a place": LATE, "small": "", "afterwards": ""}


def test_many_that_stop_early_keep_out_no_other_large_body() -> None:
    statuses = run(_beside_stalled(60, parts(b"x" * 90_000, b"x" * 90_000, b"x")))
    assert statuses.pop("visitor") == ""
    assert set(statuses.values()) == {LATE}
    assert len(statuses) == 60


def _visits(settings: Settings) -> tuple[Callable[..., Awaitable[None]], dict[str, str]]:
    """What makes a visit of a name with messages that may not end, and which of them were late."""
    application = asgi.Whole(lambda environ, start: seen(environ, start), settings)
    found: dict[str, str] = {}

    async def visit(name: str, messages: list[dict[str, Any]]) -> None:
        coming = iter(messages)

        async def receive() -> dict[str, Any]:
            await asyncio.sleep(0)
            return next(coming, None) or (await asyncio.Event().wait() and {})

        async def send(message: Any) -> None:
            if "body" in message:
                found[name] = LATE if LATE.encode() in message["body"] else ""

        await application(scope(), receive, send)

    return visit, found


async def _beside_stalled(number: int, large: list[dict[str, Any]]) -> dict[str, str]:
    visit, found = _visits(Settings(longest_body_seconds=1))
    stalled = (visit(f"stops {each}", large[:1]) for each in range(number))
    await asyncio.gather(*stalled, visit("visitor", large))
    return found


async def _three_at_once(settings: Settings, large: list[dict[str, Any]]) -> dict[str, str]:
    visit, found = _visits(settings)
    await asyncio.gather(
        visit("holds the place", large[:1]), visit("wants a place", large), visit("small", parts(b"a=1"))
    )
    await visit("afterwards", large)
    return found


def test_a_visitor_who_leaves_is_sent_nothing() -> None:
    assert ask(scope(), [*parts(b"post", b"")[:1], {"type": "http.disconnect"}]) == []


def test_a_failure_below_flask_says_nothing_of_what_was_sent(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()

    def fails(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        raise ValueError(environ["wsgi.input"].read())

    start, content = ask(scope(), parts(b"Markedword"), fails)
    assert start["status"] == 500
    written = "".join(capsys.readouterr())
    assert "Marked" not in written + repr(content)


def test_an_answer_is_closed_and_its_headers_are_sent_in_lower_case() -> None:
    closed = []

    class Answer(list[bytes]):
        def close(self) -> None:
            closed.append(True)

    def application(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        start("204 No Content", [("X-A", "é")])
        return Answer([b"a", b"b"])

    start, content = ask(scope(), parts(b""), application)
    assert closed == [True]
    assert start["headers"] == [(b"x-a", "é".encode("latin-1"))]
    assert content["body"] == b"ab"


def test_the_factory_serves_the_app_with_the_operators_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_BYSTANDER_LARGEST_BODY_KB", "64")
    served = asgi.create_app()
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def nothing() -> dict[str, Any]:
        return {}

    large = scope(path=f"/en/{CAMPAIGN}/write".encode(), headers=[(b"content-length", b"70000")])
    run(served(large, nothing, send))
    assert sent[0]["status"] == 413
    del sent[:]
    run(served({"type": "lifespan"}, nothing, send))
    assert [message["type"] for message in sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]


def test_templates_are_read_before_an_upgrade_changes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    flask = create_app(UNLIMITED)
    monkeypatch.setattr(asgi.app, "create_app", lambda: flask)
    asgi.create_app()
    read: list[str] = []
    monkeypatch.setattr(flask.jinja_env.loader, "get_source", lambda _environment, name: read.append(name))
    for page in ("/", f"/{CAMPAIGN}", f"/{CAMPAIGN}/tell", "/data", "/no-such-page"):
        assert flask.test_client().get(f"/fr{page}").status_code in (200, 404)
    assert read == []
