"""The server as docs/ tells operators to run it: it reloads without a failed request, and its log tells on nobody."""

import http.client
import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.serving import Server

HESITATIONS = [each / 20 for each in range(10, 22)]
"""Seconds between a connection and its request, of a dozen visitors: so a worker that stops surely has connections on
which nothing has come yet."""


@contextmanager
def visited(visit: Callable[[float], int]) -> Iterator[list[object]]:
    """What three quick and a dozen hesitant visitors are answered meanwhile; an error is an answer."""
    answers: list[object] = []
    over = threading.Event()

    def keep_visiting(after: float) -> None:
        while not over.is_set():
            try:
                answers.append(visit(after))
            except (OSError, http.client.HTTPException) as error:
                answers.append(error)

    visitors = [threading.Thread(target=keep_visiting, args=(after,)) for after in [0, 0, 0, *HESITATIONS]]
    for visitor in visitors:
        visitor.start()
    try:
        yield answers
    finally:
        over.set()
        for visitor in visitors:
            visitor.join()


def more(answers: list[object]) -> None:
    """Until a good number more are answered."""
    enough = len(answers) + 50
    until = time.monotonic() + 180
    while len(answers) < enough:
        assert time.monotonic() < until
        threading.Event().wait(0.05)


def test_a_reload_under_load_fails_no_request(server: Server) -> None:
    old = server.workers()
    with visited(lambda after: server.post(after=after)) as answers:
        more(answers)
        server.process.send_signal(signal.SIGHUP)
        server.wait_until(lambda: not old & server.workers())
        more(answers)
    assert set(answers) == {200}


def test_its_log_has_one_line_a_request_and_nothing_that_was_sent(server: Server) -> None:
    """In the log of the server itself too, which quotes what it cannot read unless it is told not to."""
    before = server.log.read_text("utf-8").count('"event": "request"')
    marked = {
        "User-Agent": "Marked",
        "Referer": "https://marked.example/L8S",
        "X-Forwarded-For": "203.0.113.77",
    }
    assert server.post("name=Markedname&postcode=L8S4L8", marked) == 200
    assert server.post("%ff&Marked=%00&&&=Marked", marked) == 422
    for broken in (b"Marked L8S\r\n\r\n", b"GET /Marked HTTP/1.1\r\nMarked L8S: marked\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", server.port), 60) as sender:
            sender.sendall(broken)
            assert sender.recv(12) == b"HTTP/1.1 400"
    server.wait_until(lambda: server.log.read_text("utf-8").count("is not HTTP was refused") >= 2)
    written = server.log.read_text("utf-8")
    assert written.count('"event": "request"') == before + 2
    assert not re.search(r"marked|L8S|203\.0\.113|127\.0\.0\.1 ", written, re.IGNORECASE)


def test_a_header_with_an_underscore_is_not_taken_for_one_that_a_proxy_sets(server: Server) -> None:
    """Go's proxies, such as Caddy, pass it on after their own, and the last would count."""
    said = b"GET /en/ HTTP/1.1\r\nHost: a\r\nX_Forwarded_Proto: https\r\nX-Forwarded-Proto: https\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), 60) as sender:
        sender.sendall(said)
        answer = sender.recv(65_536)
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"Strict-Transport-Security" not in answer, "no proxy is trusted, by the server neither"


def test_a_body_that_is_announced_as_too_large_is_refused_without_reading_it(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 60) as sender:
        head = "POST /en/forced-labour/write HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded"
        sender.sendall(f"{head}\r\nContent-Length: {1 << 30}\r\n\r\n".encode())
        assert sender.recv(12) == b"HTTP/1.1 413"
