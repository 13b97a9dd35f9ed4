"""A request that takes too long to arrive is ended by the server itself, and keeps no other waiting."""

import select
import socket
import time

import pytest

from tests.serving import SHORT, Server
from tests.support import CAMPAIGN
from web.settings import Settings

HEAD = f"POST /en/{CAMPAIGN}/write HTTP/1.1\r\nHost: localhost\r\n".encode()
FORM = HEAD + b"Content-Type: application/x-www-form-urlencoded\r\n"
FIFTY = 50
"""Many times the threads and workers of the server."""

SLOW = {
    "nothing is sent": (b"", b"", b""),
    "headers do not end": (HEAD + b"X-Slow: ", b"x", b""),
    "another protocol is begun": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"", b""),
    "a body comes byte by byte": (FORM + b"Content-Length: 3000\r\n\r\n", b"x", b"408"),
    "a body stops": (FORM + b"Content-Length: 3000\r\n\r\npostcode=", b"", b"408"),
    "a body comes in small chunks": (FORM + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", b"408"),
}
"""What is sent at first, what again and again, and the status of the answer where there is one."""


def received_by(sockets: list[socket.socket], again: bytes) -> list[bytes]:
    """What each is sent until it is ended, while they all go on sending."""
    received = dict.fromkeys(sockets, b"")
    open_still, until = set(sockets), time.monotonic() + 60
    while open_still:
        assert time.monotonic() < until, f"{len(open_still)} are never ended"
        for each in select.select(open_still, (), (), 0.2)[0]:
            content = _content(each)
            received[each] += content
            open_still -= set() if content else {each}
        for each in open_still:
            _send(each, again)
    return list(received.values())


def _content(slow: socket.socket) -> bytes:
    try:
        return slow.recv(65_536)
    except ConnectionError:  # a byte was under way when the server closed
        return b""


def _send(slow: socket.socket, again: bytes) -> None:
    try:
        slow.sendall(again)
    except ConnectionError:
        return  # the next look at it says that it is ended


@pytest.mark.parametrize(("first", "again", "status"), SLOW.values(), ids=SLOW.keys())
def test_fifty_slow_senders_are_ended_and_others_are_served_meanwhile(
    server: Server, first: bytes, again: bytes, status: bytes
) -> None:
    started = time.monotonic()
    slow = [socket.create_connection(("127.0.0.1", server.port), 20) for _ in range(FIFTY)]
    try:
        for each in slow:
            each.sendall(first)
        assert server.post() == 200, "the threads are free"
        received = received_by(slow, again)
    finally:
        for each in slow:
            each.close()
    if status:
        assert {answer.split(b" ", 2)[1] for answer in received if answer} == {status}
        assert time.monotonic() - started >= SHORT, "a body has its time"
    else:
        assert set(received) == {b""}
    assert server.post() == 200


def test_a_body_that_is_announced_as_too_large_is_refused_without_reading_it(server: Server) -> None:
    length = Settings().largest_body_kb * 1024 + 1
    with socket.create_connection(("127.0.0.1", server.port), 20) as sender:
        sender.sendall(FORM + f"Content-Length: {length}\r\n\r\n".encode())
        assert sender.recv(12) == b"HTTP/1.1 413"
