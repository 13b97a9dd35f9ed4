"""How sources are asked, and what becomes of answers that are broken, cut off, another page, or a refusal."""

import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar
from xml.etree import ElementTree

import pytest
import requests
import responses
from urllib3.util import Retry

from representatives.sources.fetching.fetcher import AGENT, LARGEST, TRIES, Fetcher, SourceError

ADDRESS = "https://example.org/list"
WEB_PAGE = b"<!DOCTYPE html><html><head><title>Please wait</title></head><body>Checking</body></html>"
Ask = Callable[[Fetcher], object]
ASKS: dict[str, Ask] = {
    "json": lambda fetcher: fetcher.json(ADDRESS, "list"),
    "xml": lambda fetcher: fetcher.xml(ADDRESS, "list"),
    "csv": lambda fetcher: fetcher.csv(ADDRESS, "list"),
}
WHOLE = {
    "json": b'{"items": [1, 2]}',
    "xml": b"<A><B>1</B></A>",
    "csv": b'\xef\xbb\xbf"Surname",Name\nRoe, Jane\n',
}


@pytest.fixture
def source() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock() as mock:
        yield mock


@pytest.fixture(params=list(ASKS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_whole_answer_is_read(source: responses.RequestsMock, kind: str) -> None:
    source.get(ADDRESS, body=WHOLE[kind])
    read = ASKS[kind](Fetcher())
    if isinstance(read, ElementTree.Element):
        assert read.findtext("B") == "1"
    else:
        assert read in ({"items": [1, 2]}, [{"Surname": "Roe", "Name": "Jane"}])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        WEB_PAGE,
        b'{"items": [1, ',
        b"<A><B>1</B>",
        b"Surname,Name\nRoe\n",
        b"Surname,Name\n",
    ],
    ids=["empty", "not text", "web page", "cut JSON", "cut XML", "cut CSV", "heading alone"],
)
def test_what_is_broken_is_named_with_its_address(
    source: responses.RequestsMock, kind: str, content: bytes
) -> None:
    source.get(ADDRESS, body=content, content_type="text/html; charset=utf-8")
    with pytest.raises(SourceError, match=rf"^{ADDRESS} gave something else than it documents \(text/html"):
        ASKS[kind](Fetcher())


def test_xml_with_entities_is_refused_unread(source: responses.RequestsMock) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    source.get(ADDRESS, body=bomb)
    with pytest.raises(SourceError, match="it has a document type, as a web page has"):
        ASKS["xml"](Fetcher())


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_source_that_is_busy_is_asked_again_and_then_given_up(
    source: responses.RequestsMock, status: int
) -> None:
    for _ in range(TRIES):
        source.get(ADDRESS, status=status)
    with pytest.raises(
        SourceError, match=f"{ADDRESS} could not be read: .*too many {status} error responses"
    ):
        ASKS["json"](Fetcher())
    assert len(source.calls) == TRIES


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_source_that_recovers_is_read(source: responses.RequestsMock, status: int) -> None:
    source.get(ADDRESS, status=status)
    source.get(ADDRESS, body=WHOLE["json"])
    assert ASKS["json"](Fetcher()) == {"items": [1, 2]}


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_refusal_is_told_at_once(source: responses.RequestsMock, status: int) -> None:
    source.get(ADDRESS, status=status, body=WEB_PAGE)
    with pytest.raises(SourceError, match=f"{ADDRESS} answered {status}"):
        ASKS["json"](Fetcher())
    assert len(source.calls) == 1


@pytest.mark.parametrize(
    "error",
    [requests.ConnectionError("no route"), requests.ReadTimeout("slow"), requests.exceptions.SSLError()],
)
def test_no_connection_is_a_sentence(source: responses.RequestsMock, error: Exception) -> None:
    source.get(ADDRESS, body=error)
    with pytest.raises(SourceError, match=f"^{ADDRESS} could not be read: "):
        ASKS["json"](Fetcher())


def test_an_endless_answer_is_not_read_to_its_end(
    source: responses.RequestsMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("representatives.sources.fetching.fetcher.LARGEST", 100_000)
    source.get(ADDRESS, body=b" " * 200_000)
    with pytest.raises(SourceError, match="gave more than 100000 bytes"):
        ASKS["json"](Fetcher())
    assert LARGEST > 10_000_000


def test_the_source_is_told_who_asks(source: responses.RequestsMock) -> None:
    source.get(ADDRESS, body=WHOLE["json"])
    Fetcher(contact="mailto:data@example.org").json(ADDRESS, "list")
    assert source.calls[0].request.headers["User-Agent"] == f"{AGENT} (mailto:data@example.org)"


def test_what_has_not_changed_is_not_sent_again(source: responses.RequestsMock, tmp_path: Path) -> None:
    source.get(
        ADDRESS, body=WHOLE["json"], headers={"ETag": '"1"', "Last-Modified": "Tue, 24 Nov 2026 00:00:00 GMT"}
    )
    source.get(ADDRESS, status=304)
    first, second = (Fetcher(tmp_path / "cache").json(ADDRESS, "list") for _ in range(2))
    assert first == second == {"items": [1, 2]}
    asked = source.calls[1].request.headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"1"', "Tue, 24 Nov 2026 00:00:00 GMT")


DAMAGES: Mapping[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "another": lambda _: b"<html>",
    "other JSON": lambda _: b'{"items": [1, 3]}',
    "a list": lambda _: b"[]",
    "cut off": lambda kept: kept[:-9],
    "one byte": lambda kept: kept.replace(b"1, 2", b"1, 3"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_memory_is_asked_for_anew(
    source: responses.RequestsMock, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    for _ in range(2):
        source.get(ADDRESS, body=WHOLE["json"], headers={"ETag": '"1"'})
    Fetcher(tmp_path).json(ADDRESS, "list")
    (kept,) = tmp_path.iterdir()
    damaged = damage(kept.read_bytes())
    assert damaged != kept.read_bytes()
    kept.write_bytes(damaged)
    assert Fetcher(tmp_path).json(ADDRESS, "list") == {"items": [1, 2]}
    assert "If-None-Match" not in source.calls[1].request.headers


def test_a_broken_answer_is_not_remembered(source: responses.RequestsMock, tmp_path: Path) -> None:
    source.get(ADDRESS, body=b'{"items": [', headers={"ETag": '"1"'})
    with pytest.raises(SourceError):
        Fetcher(tmp_path).json(ADDRESS, "list")
    assert list(tmp_path.iterdir()) == []


def test_a_304_that_was_not_asked_for_is_an_error(source: responses.RequestsMock) -> None:
    source.get(ADDRESS, status=304)
    with pytest.raises(SourceError, match="answered 304"):
        ASKS["json"](Fetcher())


def test_progress_counts_what_is_done(source: responses.RequestsMock) -> None:
    told: list[tuple[str, int, int]] = []
    for number in range(2):
        source.get(f"{ADDRESS}/{number}", body=b"1")
    fetcher = Fetcher(progress=lambda *what: told.append(what))
    assert list(fetcher.many((f"{ADDRESS}/{number}" for number in range(2)), "pages")) == [1, 1]
    assert told == [("pages", 0, 2), ("pages", 1, 2), ("pages", 2, 2)]


class Server(http.server.BaseHTTPRequestHandler):
    """Answers with 429 first, or announces more than it sends."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        Server.asked.append(self.path)
        if self.path == "/busy" and Server.asked.count("/busy") == 1:
            self.send_response(429)
            self.send_header("Retry-After", "7")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = WHOLE["json"]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body) + (50 if self.path == "/cut" else 0)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def server() -> Iterator[str]:
    Server.asked.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


def test_a_real_429_is_waited_for_as_long_as_the_source_says(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("urllib3.util.retry.time.sleep", waited.append)
    assert Fetcher().json(f"{server}/busy", "list") == {"items": [1, 2]}
    assert (waited, Server.asked) == ([7], ["/busy", "/busy"])


def test_an_answer_shorter_than_announced_is_not_used(server: str) -> None:
    with pytest.raises(SourceError, match="could not be read"):
        Fetcher().json(f"{server}/cut", "list")


def test_nobody_is_waited_for_without_end() -> None:
    adapter = Fetcher()._session.get_adapter(ADDRESS)
    retry = adapter.max_retries  # type: ignore[attr-defined]
    assert isinstance(retry, Retry)
    assert (retry.respect_retry_after_header, retry.retry_after_max) == (True, 120)
