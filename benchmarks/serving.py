"""A real server on this computer only, and wrk to ask it."""

import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from flask import Flask
from werkzeug.test import EnvironBuilder

ROOT = Path(__file__).parents[1]


def empty() -> Flask:
    """The least that Flask can serve."""
    app = Flask("empty")
    app.add_url_rule("/", view_func=lambda: "")
    return app


Sent = dict[str, str] | str | None
"""What a request carries: a form, JSON, or nothing (GET)."""


def request_to(app: Flask, path: str, sent: Sent) -> Callable[[], bytes]:
    """A request as a server hands it to the app, ready to be made many times."""
    body, media_type = _body(sent)
    builder = EnvironBuilder(path, method="POST" if sent else "GET", data=body, content_type=media_type)
    environment = builder.get_environ()

    def make() -> bytes:
        answered: list[str] = []
        answer = app(
            environment | {"wsgi.input": io.BytesIO(body)},
            lambda status, *_: answered.append(status),  # type: ignore[arg-type]
        )
        content = b"".join(answer)
        assert answered[0].startswith("200"), answered
        return content

    return make


def _body(sent: Sent) -> tuple[bytes, str | None]:
    if isinstance(sent, str):
        return sent.encode(), "application/json"
    return (urlencode(sent).encode(), "application/x-www-form-urlencoded") if sent else (b"", None)


class Server(NamedTuple):
    """A running server."""

    address: str
    process: "subprocess.Popen[bytes]"


class Answers(NamedTuple):
    """What wrk saw."""

    a_second: float
    slowest_of_hundred: float
    """In milliseconds: 99 of 100 answers came sooner."""
    number: int
    errors: int


@contextmanager
def serve(target: str, workers: int = 1) -> Iterator[Server]:
    """Serve an application factory, as operators do but on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", target]
    unlimited = {f"NO_BYSTANDER_LIMIT_{kind}": "1000000/second" for kind in ("POST", "API")}
    unit = {"MALLOC_ARENA_MAX": "1", "WEB_CONCURRENCY": str(workers)}
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | unlimited | unit,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port, process)
        yield Server(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        process.wait(30)


def workers_of(server: Server) -> list[int]:
    """The server's other processes."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    return [int(child) for child in children.read_text("ascii").split()]


def processor_seconds_of(server: Server) -> float:
    """How long the processor has worked for the server's workers; Linux only."""
    fields = [
        Path(f"/proc/{id}/stat").read_text("ascii").rpartition(")")[2].split() for id in workers_of(server)
    ]
    return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            with socket.create_connection(("127.0.0.1", port), 1) as connection:
                connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
                if connection.recv(1):
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server did not start.")


def has_wrk() -> bool:
    """Whether wrk is installed; says so where it is not."""
    found = shutil.which("wrk") is not None
    if not found:
        print("  wrk is not installed (Debian: apt-get install wrk): not measured.")
    return found


def ask(address: str, sent: Sent = None, connections: int = 16, for_seconds: int = 2) -> Answers:
    """Ask one address with wrk as fast as it answers."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        if sent is not None:
            body, media_type = _body(sent)
            script.write('wrk.method = "POST"\n')
            script.write(f'wrk.headers["Content-Type"] = "{media_type}"\n')
            script.write(f"wrk.body = '{body.decode()}'\n")
        script.flush()
        command = ["wrk", "-t1", f"-c{connections}", f"-d{for_seconds}s", "--latency", "--timeout", "10s"]
        command += ["-s", script.name, address]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return _read(text)


def _read(text: str) -> Answers:
    per = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", text)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    socket_errors = re.search(r"Socket errors: (.*)", text)
    return Answers(
        a_second=float(_found(r"Requests/sec:\s+([\d.]+)", text)),
        slowest_of_hundred=float(slow[1]) * per[slow[2]] if slow else 0.0,
        number=int(_found(r"(\d+) requests in", text)),
        errors=(int(wrong[1]) if wrong else 0)
        + sum(int(n) for n in re.findall(r"\d+", socket_errors[1] if socket_errors else "")),
    )


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match, text
    return match[1]
