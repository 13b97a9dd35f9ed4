"""The server as docs/ tells operators to run it: it reloads without a failed request, and its log tells on nobody."""

import http.client
import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.serving import Server, serving

HESITATIONS = [each / 20 for each in range(10, 22)]
"""Seconds between a connection and its request, of a dozen visitors: longer than a worker that leaves waits in any case, and
each another, so that it is sure to find connections which it must wait for."""


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
    until = time.monotonic() + 20
    while len(answers) < enough:
        assert time.monotonic() < until
        threading.Event().wait(0.05)


def test_a_reload_under_load_fails_no_request(server: Server) -> None:
    before = server.started()
    with visited(lambda after: server.post(after=after)) as answers:
        more(answers)
        server.process.send_signal(signal.SIGHUP)
        server.wait_for(before + 2)
        server.wait_for_log("Stopped old worker-2")
        more(answers)
    assert set(answers) == {200}


def test_one_of_two_copies_stops_under_load_and_fails_no_request(server: Server, tmp_path: Path) -> None:
    """Behind a balancer that goes to the other where one takes no connection."""
    with serving(tmp_path / "log") as other:

        def visit(after: float) -> int:
            try:
                return other.post(after=after)
            except ConnectionRefusedError:
                return server.post(after=after)

        with visited(visit) as answers:
            more(answers)
            other.process.terminate()
            other.process.wait(40)
            more(answers)
    assert set(answers) == {200}


def test_its_log_has_one_line_a_request_and_nothing_that_was_sent(server: Server) -> None:
    """In the log of the server itself too, which a traceback of its own would reach."""
    before = server.log.read_text("utf-8").count('"event": "request"')
    marked = {
        "User-Agent": "Marked",
        "Referer": "https://marked.example/L8S",
        "X-Forwarded-For": "203.0.113.77",
    }
    assert server.post("name=Markedname&postcode=L8S4L8", marked) == 200
    assert server.post("%ff&Marked=%00&&&=Marked", marked) == 422
    late = socket.create_connection(("127.0.0.1", server.port), 20)
    with late:
        late.sendall(b"POST /en/Marked?L8S HTTP/1.1\r\nHost: marked\r\nContent-Length: 99\r\n\r\nMarkedbody")
        assert late.recv(12) == b"HTTP/1.1 408"
    with socket.create_connection(("127.0.0.1", server.port), 20) as broken:
        broken.sendall(b"Marked L8S\r\n\r\n")
        broken.recv(100)
    written = server.log.read_text("utf-8")
    assert written.count('"event": "request"') == before + 3
    assert not re.search(r"marked|L8S|203\.0\.113", written, re.IGNORECASE)
