"""How a worker leaves when another takes its place: no visitor notices.

Told to stop, the server closes every connection on which nothing has come yet, and the kernel resets those that no worker
has taken up; HTTP/1 has no word for "ask again" (https://github.com/hyperium/hyper/issues/3792). So before the server is
told, the kernel is asked to begin no new connection with this worker, and those that have begun bring their requests.
Whoever knocks meanwhile is not answered, knocks again after a second, as TCP does, and comes to another worker.
"""

import array
import asyncio
import fcntl
import os
import signal
import socket
import struct
import sys
import termios
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

Message = MutableMapping[str, Any]

LONGEST = 5.0
"""Seconds that connections on which nothing comes may keep a worker: as long as the server itself waits for headers."""
HANDSHAKE = 0.3
"""Seconds in which a connection that has half begun has begun: once round the earth and back."""
PAUSE = 0.02
"""Seconds between two looks at the connections."""

ATTACH_FILTER = 26
"""SO_ATTACH_FILTER of Linux, which Python does not name."""
NO_BEGINNINGS = (
    (0x30, 0, 0, 13),  # the flags of the TCP header: https://www.rfc-editor.org/rfc/rfc9293#section-3.1
    (0x54, 0, 0, 0x12),  # of these SYN and ACK:
    (0x15, 0, 1, 0x02),  # SYN alone, which begins a connection,
    (0x06, 0, 0, 0),  # is dropped;
    (0x06, 0, 0, 0xFFFFFFFF),  # all else is let in
)
"""What packets come to a socket: https://www.kernel.org/doc/html/latest/networking/filter.html."""
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
    """Let in what has begun; then tell the server by the other signal that it takes for a word to stop."""
    loop = asyncio.get_running_loop()
    until = loop.time() + LONGEST
    try:
        refuse_beginnings(own_sockets())
        await asyncio.sleep(HANDSHAKE)
        while are_awaited(own_sockets()) and loop.time() < until:
            await asyncio.sleep(PAUSE)
    finally:
        os.kill(os.getpid(), signal.SIGINT)


def own_sockets() -> Iterator[socket.socket]:
    """Every TCP socket of this process. They stay the server's, which may close them at any time."""
    for descriptor in list(Path("/proc/self/fd").iterdir()):
        with suppress(OSError):  # no socket, or closed meanwhile
            open_socket = socket.socket(fileno=int(descriptor.name))
            try:
                if open_socket.proto == socket.IPPROTO_TCP:
                    yield open_socket
            finally:
                open_socket.detach()


def refuse_beginnings(sockets: Iterable[socket.socket]) -> None:
    """Have the kernel begin no further connection with those that listen; connections that have begun go on."""
    code = array.array("B", b"".join(struct.pack("HBBI", *line) for line in NO_BEGINNINGS))
    program = struct.pack("HP", len(NO_BEGINNINGS), code.buffer_info()[0])
    for open_socket in sockets:
        with suppress(OSError):  # closed meanwhile, or a kernel that takes no filters
            if _known(open_socket)[0] == LISTEN:
                open_socket.setsockopt(socket.SOL_SOCKET, ATTACH_FILTER, program)


def are_awaited(sockets: Iterable[socket.socket]) -> bool:
    """Whether a connection waits to be taken up, or has been and nothing that came on it was read yet."""
    return any(map(_is_awaited, sockets))


def _is_awaited(open_socket: socket.socket) -> bool:
    try:
        state, waiting, came = _known(open_socket)
        if state != ESTABLISHED:
            return state == LISTEN and waiting > 0
        unread = fcntl.ioctl(open_socket, termios.FIONREAD, bytes(4))
    except OSError:  # closed meanwhile
        return False
    return came == int.from_bytes(unread, sys.byteorder)


def _known(open_socket: socket.socket) -> tuple[int, int, int]:
    """Its state, and what TCP_INFO names of that."""
    known = open_socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, TCP_INFO.size)
    state, waiting, came = TCP_INFO.unpack(known.ljust(TCP_INFO.size, b"\0"))  # an old kernel tells less
    return state, waiting, came
