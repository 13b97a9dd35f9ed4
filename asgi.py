"""The app as the server runs it: a request comes to a thread only when all of it is here.

A WSGI server hands a request over with its headers, and a thread waits for the body: a few senders of a byte a second
would hold every thread and with them the site. Here bodies arrive on the event loop, any number beside each other and
each with a deadline, and the threads only ever work. (Of the libraries that join the two interfaces, asgiref keeps
what is long in a file on the disk, where nothing may be kept, and a2wsgi waits for it in a thread.)

`python -m asgi` serves nothing: it says whether the app would start, for systemd to ask before old workers are stopped.
"""

import asyncio
import io
import sys
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from typing import Any
from urllib.parse import unquote_to_bytes
from wsgiref.types import WSGIApplication, WSGIEnvironment

import app
from web import graceful_shutdown, logs
from web.memory_limit import Room
from web.security import LATE
from web.settings import Settings

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Answer = tuple[int, list[tuple[bytes, bytes]], bytes]

THREADS = 2
"""Of each worker: pages take processor time, so that more would only wait for each other."""
SMALL = 65_536
"""In bytes: what every form but those to a whole delegation stays below."""
LARGEST_AT_ONCE = 8
"""Larger bodies may take as much memory of a worker as so many of the largest; what comes beyond waits within its own
deadline. Small ones never wait."""


def create_app() -> "Whole":
    """Make the application for an ASGI server.

    Raises:
        SystemExit: it cannot start. Why is in the log, in one line; the server would add forty of where.
    """
    try:
        flask = app.create_app()
        app.read_pages(flask)
    except app.CannotStart:
        raise SystemExit(1) from None
    return Whole(flask.wsgi_app, flask.config["SETTINGS"])


class Left(Exception):
    """The visitor has closed the connection."""


class Whole:
    """A WSGI application that is given whole requests."""

    def __init__(self, application: WSGIApplication, settings: Settings) -> None:
        self._application = application
        self._seconds = settings.longest_body_seconds
        self._largest = settings.largest_body_kb * 1024
        self._threads = ThreadPoolExecutor(THREADS)
        self._room = Room(LARGEST_AT_ONCE * self._largest)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await graceful_shutdown.attend(receive, send)
            return
        environ = _environ(scope)
        async with AsyncExitStack() as held:
            try:
                await self._read(environ, receive, held)
            except Left:
                return
            work = asyncio.get_running_loop().run_in_executor(
                self._threads, _answer, self._application, environ
            )
            status, headers, content = await work
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    async def _read(self, environ: WSGIEnvironment, receive: Receive, held: AsyncExitStack) -> None:
        """Put the body into the environment, or say there that it came too late.

        No address takes a body but with POST, and one that is announced as too large is left where it is: Flask's
        own limit refuses both.
        """
        announced = environ.get("CONTENT_LENGTH", "")
        if environ["REQUEST_METHOD"] != "POST" or (announced.isdigit() and int(announced) > self._largest):
            return
        try:
            async with asyncio.timeout(self._seconds):
                body = await self._arrived(receive, held)
        except TimeoutError:
            environ[LATE] = True
        else:
            environ |= {"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}

    async def _arrived(self, receive: Receive, held: AsyncExitStack) -> bytes:
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                raise Left
            part = message.get("body", b"")
            body += part
            if not message.get("more_body") or len(body) > self._largest:
                return bytes(body)
            if len(body) > SMALL:
                is_first = len(body) - len(part) <= SMALL
                await held.enter_async_context(self._room.of(len(body) if is_first else len(part)))


def _environ(scope: Message) -> WSGIEnvironment:
    """https://peps.python.org/pep-3333/#environ-variables from https://asgi.readthedocs.io/en/latest/specs/www.html"""
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": scope.get("root_path", ""),
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": (scope.get("client") or ("",))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    environ["SERVER_NAME"], environ["SERVER_PORT"] = map(str, scope.get("server") or ("localhost", 80))
    for name, value in scope["headers"]:
        # X_Forwarded_For would be taken for X-Forwarded-For, and a proxy that sets the one lets the other through. Chunks
        # are put together by then.
        if b"_" not in name and name != b"transfer-encoding":
            key, text = _key(name.decode("latin-1")), value.decode("latin-1")
            environ[key] = f"{environ[key]},{text}" if key in environ else text
    return environ


def _key(name: str) -> str:
    key = name.upper().replace("-", "_")
    return key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"


def _answer(application: WSGIApplication, environ: WSGIEnvironment) -> Answer:
    """What the application answers, in a thread."""
    started: list[tuple[int, list[tuple[bytes, bytes]]]] = []

    def start(status: str, headers: list[tuple[str, str]], *_error: Any) -> Callable[[bytes], object]:
        encoded = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        started.append((int(status[:3]), encoded))
        return io.BytesIO().write  # PEP 3333's old way to answer, which Flask does not take

    try:
        parts = application(environ, start)
        try:
            content = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
        return *started[-1], content
    except Exception as error:  # noqa: BLE001 (the server would log its message, which may quote what was typed)
        logs.failure(error)
        return 500, [(b"content-type", b"text/plain")], b"Something went wrong on our side.\n"


if __name__ == "__main__":
    create_app()
