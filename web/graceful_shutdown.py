"""How a worker leaves when another takes its place: no visitor notices.

Told to stop, the server closes every connection on which nothing has come yet, and the kernel resets those that no worker
has taken up; HTTP/1 has no word for "ask again" (https://github.com/hyperium/hyper/issues/3792). So before the server is
told, this worker lets no new connection begin, and those that have begun bring their requests. Whoever knocks meanwhile is
not answered and knocks again, as TCP does, after a second and then after longer: most then find another worker.

To refuse beginnings without closing, the listener asks the kernel for packets with 255 hops left to go. Senders give theirs
fewer from the start (Linux and macOS 64, Windows 128), so that it hears nobody; and every process may ask for it, whereas
Linux lets only a privileged one attach a filter of packets.
"""

import asyncio
import fcntl
import logging
import os
import signal
import socket
import struct
import sys
import termios
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

Message = MutableMapping[str, Any]
log = logging.getLogger("no_bystander")

LONGEST = 5.0
"""Seconds that connections on which nothing comes may keep a worker: as long as the server itself waits for headers."""
HANDSHAKE = 0.3
"""Seconds in which a connection that has half begun has begun: once round the earth and back."""
PAUSE = 0.02
"""Seconds between two looks at the connections."""

HOPS = {socket.AF_INET: (socket.IPPROTO_IP, 21), socket.AF_INET6: (socket.IPPROTO_IPV6, 73)}
"""IP_MINTTL and IPV6_MINHOPCOUNT of Linux, which Python does not name: how many hops a packet must have left to be heard.
What they were made for: https://www.rfc-editor.org/rfc/rfc5082."""
ALL, NEXT_DOOR = 0, 255
TCP_INFO = struct.Struct("B23xI100xQ")
"""Of Linux' tcp_info: the state; where it is LISTEN, how many connections wait to be taken up; where not, bytes that came."""
ESTABLISHED, LISTEN = 1, 10


async def attend(
    receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
) -> None:
    """Answer the server's own start and end, and have this worker leave well when it is told to stop.

    https://asgi.readthedocs.io/en/latest/specs/lifespan.html
    """
    await receive()
    loop = asyncio.get_running_loop()
    tasks: list[asyncio.Task[None]] = []

    def stop() -> None:
        if not tasks:
            tasks.append(loop.create_task(_leave()))

    if sys.platform == "linux":  # elsewhere, and in a thread, the server stops as it would without us
        with suppress(RuntimeError):
            loop.add_signal_handler(signal.SIGTERM, stop)
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await send({"type": "lifespan.shutdown.complete"})


async def _leave() -> None:
    """See it through; then tell the server by the other signal that it takes for a word to stop."""
    try:
        await let_in_what_has_begun()
    finally:
        os.kill(os.getpid(), signal.SIGINT)


async def let_in_what_has_begun() -> None:
    """End when no connection is left that has brought nothing, at the latest after the longest time."""
    loop = asyncio.get_running_loop()
    until = loop.time() + LONGEST
    refuse_beginnings()
    await asyncio.sleep(HANDSHAKE)
    while are_awaited() and loop.time() < until:
        await asyncio.sleep(PAUSE)


def refuse_beginnings() -> None:
    """Let no further connection begin; those that have begun go on."""
    with _listeners_and_visits() as (listeners, _):
        for listener in listeners:
            try:
                _hear(listener, NEXT_DOOR)
            except OSError:
                log.warning(
                    "this kernel lets connections begin with a worker that leaves: a request may be lost"
                )


def are_awaited() -> bool:
    """Whether a connection waits to be taken up, or has been and nothing that came on it was read yet."""
    with _listeners_and_visits() as (listeners, visits):
        for visit in visits:  # one that had half begun would hear as little as its listener
            with suppress(OSError):  # refuse_beginnings() has said that this kernel does not know how
                _hear(visit, ALL)
        return any(_known(listener)[1] for listener in listeners) or any(map(_is_silent, visits))


def _hear(open_socket: socket.socket, hops: int) -> None:
    """Let it hear only those with so many hops to go.

    Raises:
        OSError: the kernel does not know how.
    """
    open_socket.setsockopt(*HOPS[socket.AF_INET], hops)  # an IPv6 socket may have visitors by IPv4, too
    if open_socket.family == socket.AF_INET6:
        open_socket.setsockopt(*HOPS[socket.AF_INET6], hops)


def _is_silent(visit: socket.socket) -> bool:
    unread = fcntl.ioctl(visit, termios.FIONREAD, bytes(4))
    return _known(visit)[2] == int.from_bytes(unread, sys.byteorder)


def _known(open_socket: socket.socket) -> tuple[int, int, int]:
    """Its state, and what TCP_INFO names of that."""
    known = open_socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, TCP_INFO.size)
    state, waiting, came = TCP_INFO.unpack(known.ljust(TCP_INFO.size, b"\0"))  # an old kernel tells less
    return state, waiting, came


@contextmanager
def _listeners_and_visits() -> Iterator[tuple[list[socket.socket], list[socket.socket]]]:
    """Where the server listens, and the connections that have come there: of all that this process has open.

    Only the server shares its port with other workers; /metrics has one of its own.
    """
    with ExitStack() as held:
        opened = [held.enter_context(open_socket) for open_socket in _open_sockets()]
        states = {open_socket: _known(open_socket)[0] for open_socket in opened}
        listeners = [each for each in opened if states[each] == LISTEN and _shares_its_port(each)]
        ports = {listener.getsockname()[1] for listener in listeners}
        visits = [each for each in opened if states[each] == ESTABLISHED and each.getsockname()[1] in ports]
        yield listeners, visits


def _open_sockets() -> Iterator[socket.socket]:
    """Every TCP socket of this process, under a number of its own, as the server may close it at any time."""
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # closed meanwhile
            if str(descriptor.readlink()).startswith("socket:"):
                open_socket = socket.socket(fileno=os.dup(int(descriptor.name)))
                if open_socket.proto == socket.IPPROTO_TCP:
                    yield open_socket
                else:
                    open_socket.close()


def _shares_its_port(listener: socket.socket) -> bool:
    return bool(listener.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT))
