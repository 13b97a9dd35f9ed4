"""What a worker that leaves asks of the kernel, and what it waits for."""

import select
import socket
from collections.abc import Iterator

import pytest

from leaving import are_awaited, own_sockets, refuse_beginnings

SOON = 0.2
"""Seconds in which a connection on one machine has long begun."""


@pytest.fixture(params=[(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")], ids=["IPv4", "IPv6"])
def listener(request: pytest.FixtureRequest) -> Iterator[socket.socket]:
    family, address = request.param
    with socket.socket(family) as listening:
        try:
            listening.bind((address, 0))
        except OSError:
            pytest.skip(f"this machine has no {address}")
        listening.listen()
        yield listening


def knock(at: socket.socket) -> socket.socket:
    """Begin a connection, and do not wait for it."""
    knocking = socket.socket(at.family)
    knocking.setblocking(False)
    knocking.connect_ex(at.getsockname())
    return knocking


def has_begun(connection: socket.socket) -> bool:
    return bool(select.select([], [connection], [], SOON)[1])


def test_who_has_knocked_before_comes_in_and_who_knocks_afterwards_does_not(listener: socket.socket) -> None:
    with knock(listener) as before:
        assert has_begun(before)
        refuse_beginnings([listener])
        with knock(listener) as afterwards:
            assert not has_begun(afterwards)
            taken, _ = listener.accept()
            with taken:
                before.send(b"asked")
                assert taken.recv(5) == b"asked"
                taken.send(b"answered")
                assert select.select([before], [], [], SOON)[0]
                assert before.recv(8) == b"answered"


def test_a_connection_is_awaited_until_its_first_word_was_read(listener: socket.socket) -> None:
    assert not are_awaited([listener])
    with socket.create_connection(listener.getsockname()[:2]) as visitor:
        assert are_awaited([listener])
        taken, _ = listener.accept()
        with taken:
            assert not are_awaited([listener])
            assert are_awaited([listener, taken])
            visitor.send(b"asked")
            assert select.select([taken], [], [], SOON)[0]
            assert are_awaited([taken])
            taken.recv(1)
            assert not are_awaited([taken])


def test_what_is_closed_or_takes_no_filter_stops_nobody(listener: socket.socket) -> None:
    closed = socket.socket()
    closed.close()
    unbound = socket.socket()
    with unbound:
        refuse_beginnings([closed, unbound])
        assert not are_awaited([closed, unbound])


def test_its_own_sockets_are_seen_and_stay_open(listener: socket.socket) -> None:
    one, other = socket.socketpair()
    with one, other, socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        seen = {found.fileno() for found in own_sockets()}
        assert listener.fileno() in seen
        assert not seen & {one.fileno(), datagrams.fileno()}
    assert not are_awaited([listener])
    assert listener.getsockname()
