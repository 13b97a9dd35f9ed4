"""The server as docs/ tells operators to run it: it reloads without a failed request and cuts slow ones."""

import http.client
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from settings import PREFIX, Settings
from tests.support import CAMPAIGN, free_port

ROOT = Path(__file__).parents[2]
UNIT = (ROOT / "docs" / "no-bystander.service").read_text("utf-8")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def command(port: int) -> list[str]:
    """The unit's command on a free port, with headers awaited for a second only."""
    line = re.search(r"^ExecStart=\S+/granian (.+)$", UNIT, re.MULTILINE)
    assert line is not None
    options = shlex.split(line[1])
    options[options.index("--port") + 1] = str(port)
    options[options.index("--http1-header-read-timeout") + 1] = "1000"
    return [sys.executable, "-m", "granian", *options]


class Server:
    """The running server."""

    def __init__(self, port: int, log: Path) -> None:
        self.port, self.log = port, log
        environment = os.environ | {f"{PREFIX}LIMIT_POST": "1000000/second", "GRANIAN_WORKERS": "2"}
        with log.open("w") as file:
            self.process = subprocess.Popen(
                command(port), cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT
            )

    def started(self) -> int:
        """How many workers have ever started."""
        return self.log.read_text("utf-8").count("Started worker-")

    def wait_for(self, workers: int) -> None:
        """Until so many workers have ever started."""
        until = time.monotonic() + 60
        while self.started() < workers:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < until, self.log.read_text("utf-8")
            threading.Event().wait(0.05)

    def answers(self) -> bool:
        """Whether it listens yet."""
        try:
            return self.post() == 200
        except OSError:
            return False

    def post(self) -> int:
        """Send a form as a proxy does, over a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("POST", f"/en/{CAMPAIGN}/write", "postcode=L8S4L8", FORM)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(free_port(), tmp_path_factory.mktemp("server") / "log")
    running.wait_for(2)
    until = time.monotonic() + 60
    while not running.answers():
        assert time.monotonic() < until
        threading.Event().wait(0.05)
    yield running
    running.process.terminate()
    running.process.wait(30)


def test_a_reload_under_load_fails_no_request(server: Server) -> None:
    answers: list[object] = []
    over = threading.Event()

    def visit() -> None:
        while not over.is_set():
            try:
                answers.append(server.post())
            except OSError as error:
                answers.append(error)

    visitors = [threading.Thread(target=visit) for _ in range(3)]
    before = server.started()
    for visitor in visitors:
        visitor.start()
    try:
        server.process.send_signal(signal.SIGHUP)
        server.wait_for(before + 2)
        seen = len(answers)
        until = time.monotonic() + 20
        while len(answers) < seen + 20 and time.monotonic() < until:
            threading.Event().wait(0.05)
    finally:
        over.set()
        for visitor in visitors:
            visitor.join()
    assert len(answers) > 20
    assert set(answers) == {200}


def test_a_request_whose_headers_do_not_end_is_cut(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 20) as slow:
        slow.sendall(b"POST /en/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        assert slow.recv(1000) == b"", "the connection is closed"
    assert server.post() == 200


def test_the_container_is_run_as_the_unit_is() -> None:
    container = (ROOT / "Containerfile").read_text("utf-8")
    for option, variable in (
        ("--blocking-threads 2", "GRANIAN_BLOCKING_THREADS=2"),
        ("--backpressure 256", "GRANIAN_BACKPRESSURE=256"),
        ("--http1-header-read-timeout 5000", "GRANIAN_HTTP1_HEADER_READ_TIMEOUT=5000"),
        ("--no-http1-keep-alive", "GRANIAN_HTTP1_KEEP_ALIVE=false"),
        ("--respawn-interval 10", "GRANIAN_RESPAWN_INTERVAL=10"),
        ("--respawn-failed-workers", "GRANIAN_RESPAWN_FAILED_WORKERS=true"),
        ("--workers-kill-timeout 30", "GRANIAN_WORKERS_KILL_TIMEOUT=30"),
        ("--interface wsgi", "GRANIAN_INTERFACE=wsgi"),
        ("--factory", "GRANIAN_FACTORY=true"),
    ):
        assert option in UNIT
        assert variable in container
    assert not re.search(r"^FROM \S+\.\S+/", container, re.MULTILINE), "no host of a registry"


def test_the_settings_table_has_every_default() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = dict(re.findall(rf"^\| `{PREFIX}(\w+)` \| (.+?) \|", readme, re.MULTILINE))
    for name, field in Settings.__dataclass_fields__.items():
        default = {"False": "off", "True": "on"}.get(str(field.default), str(field.default))
        assert shown.get(name.upper()) == (f"`{default}`" if default else "none"), name
