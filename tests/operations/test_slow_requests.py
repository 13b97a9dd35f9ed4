"""Senders who take their time keep nobody waiting: nginx hands a request over when all of it is there."""

import socket
import time
from pathlib import Path

from tests.serving import Server, nginx_before, post
from tests.support import CAMPAIGN

HEAD = f"POST /en/{CAMPAIGN}/write HTTP/1.1\r\nHost: localhost\r\n".encode()
FORM = HEAD + b"Content-Type: application/x-www-form-urlencoded\r\n"
SLOW = {
    "headers do not end": (HEAD + b"X-Slow: ", b"x"),
    "a body comes byte by byte": (FORM + b"Content-Length: 3000\r\n\r\n", b"x"),
}
FIFTY = 50
"""Of each kind: many times the threads of the server."""
FORMS = 20
ROUNDS = 3
"""Slow senders would keep the forms of every round waiting; what else this computer does, hardly of each."""


def slowest_form(port: int, between: list[tuple[socket.socket, bytes]]) -> float:
    """Seconds that the slowest of twenty forms takes; before each, every slow sender adds a byte."""
    slowest = 0.0
    for _ in range(FORMS):
        for sender, byte in between:
            sender.sendall(byte)
        begun = time.monotonic()
        assert post(port) == 200
        slowest = max(slowest, time.monotonic() - begun)
    return slowest


def test_a_hundred_slow_senders_keep_no_form_waiting(server: Server, tmp_path: Path) -> None:
    with nginx_before(server, tmp_path) as port:
        alone = slowest_form(port, [])
        slow = []
        try:
            for first, again in SLOW.values():
                for _ in range(FIFTY):
                    slow.append((socket.create_connection(("127.0.0.1", port), 60), again))
                    slow[-1][0].sendall(first)
            most = max(1.0, 5 * alone)
            assert any(slowest_form(port, slow) < most for _ in range(ROUNDS)), (
                "a second, unless this computer is that slow without them"
            )
        finally:
            for sender, _ in slow:
                sender.close()
