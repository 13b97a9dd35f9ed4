"""What a worker that leaves asks of the kernel, and what it waits for."""

import asyncio
import select
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from web import graceful_shutdown

SOON = 0.2
"""Seconds in which a connection on one machine has long begun."""
LOCAL = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}


def knock(at: socket.socket, family: socket.AddressFamily) -> socket.socket:
    """Begin a connection, and do not wait for it."""
    knocking = socket.socket(family)
    knocking.setblocking(False)
    knocking.connect_ex((LOCAL[family], at.getsockname()[1]))
    return knocking


def has_begun(connection: socket.socket) -> bool:
    return bool(select.select([], [connection], [], SOON)[1])


def has_news(connection: socket.socket) -> bool:
    return bool(select.select([connection], [], [], SOON)[0])


def listening(family: socket.AddressFamily, address: str, *, shared: bool = True) -> socket.socket:
    """A listener as the server has it, whose workers share the port."""
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, shared)
    try:
        listener.bind((address, 0))
    except OSError:
        listener.close()
        pytest.skip(f"this machine has no {address}")
    listener.listen()
    return listener


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with listening(socket.AF_INET, LOCAL[socket.AF_INET]) as listener:
        yield listener


@pytest.mark.parametrize(
    ("by", "at", "address"),
    [
        (socket.AF_INET, socket.AF_INET, "127.0.0.1"),
        (socket.AF_INET6, socket.AF_INET6, "::1"),
        (socket.AF_INET, socket.AF_INET6, "::"),
    ],
    ids=["IPv4", "IPv6", "IPv4 at an IPv6 listener"],
)
def test_who_has_knocked_before_comes_in_and_who_knocks_afterwards_does_not(
    by: socket.AddressFamily, at: socket.AddressFamily, address: str
) -> None:
    with listening(at, address) as listener, knock(listener, by) as before:
        assert has_begun(before)
        graceful_shutdown.refuse_beginnings()
        with knock(listener, by) as afterwards:
            assert not has_begun(afterwards)
            taken, _ = listener.accept()
            with taken:
                before.send(b"asked")
                assert has_news(taken)
                assert taken.recv(5) == b"asked"
                taken.send(b"answered")
                assert has_news(before)


def test_a_connection_is_awaited_until_its_first_word_was_read(listener: socket.socket) -> None:
    assert not graceful_shutdown.are_awaited()
    with socket.create_connection(listener.getsockname()) as visitor:
        assert graceful_shutdown.are_awaited()
        taken, _ = listener.accept()
        with taken:
            assert graceful_shutdown.are_awaited()
            visitor.send(b"asked")
            assert has_news(taken)
            assert graceful_shutdown.are_awaited()
            taken.recv(1)
            assert not graceful_shutdown.are_awaited()


def test_a_connection_that_had_half_begun_is_heard(listener: socket.socket) -> None:
    """It is given what its listener asks of packets at that moment."""
    with socket.create_connection(listener.getsockname()) as visitor:
        taken, _ = listener.accept()
        with taken:
            taken.setsockopt(*graceful_shutdown.HOPS[socket.AF_INET], graceful_shutdown.NEXT_DOOR)
            visitor.send(b"asked")
            assert not has_news(taken)
            graceful_shutdown.are_awaited()
            until_sent_again = select.select([taken], [], [], 20)[0]
            assert until_sent_again
            assert taken.recv(5) == b"asked"


def test_nobody_waits_for_other_connections_than_visits(listener: socket.socket) -> None:
    """Neither those that are none of the server's port, nor those that this process began."""
    with listening(socket.AF_INET, LOCAL[socket.AF_INET], shared=False) as other:
        graceful_shutdown.refuse_beginnings()
        with knock(other, socket.AF_INET) as outgoing:
            assert has_begun(outgoing)
            taken, _ = other.accept()
            with taken:
                assert not graceful_shutdown.are_awaited()


def test_whoever_never_says_a_word_keeps_a_worker_no_longer_than_allowed(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graceful_shutdown, "LONGEST", 0.1)
    monkeypatch.setattr(graceful_shutdown, "HANDSHAKE", 0)
    with socket.create_connection(listener.getsockname()), ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, graceful_shutdown.let_in_what_has_begun()).result()
        assert graceful_shutdown.are_awaited()


def test_a_kernel_that_knows_no_such_thing_is_named_in_the_log(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(graceful_shutdown.HOPS, socket.AF_INET, (socket.IPPROTO_IP, 9999))
    graceful_shutdown.refuse_beginnings()
    assert "a request may be lost" in caplog.text
    with knock(listener, socket.AF_INET) as afterwards:
        assert has_begun(afterwards)
        taken, _ = listener.accept()
        with taken:
            assert graceful_shutdown.are_awaited()
