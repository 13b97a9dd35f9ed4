"""The server as docs/ tell operators to run it, on a free port; with nginx before it where a test asks for that."""

import http.client
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.support import CAMPAIGN, free_port, need_program
from web.settings import PREFIX

ROOT = Path(__file__).parents[1]
UNIT = (ROOT / "docs" / "no-bystander.service").read_text("utf-8")
GUIDE = (ROOT / "docs" / "operators.md").read_text("utf-8")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
NO_HEADERS: Mapping[str, str] = {}
START = "app:create_app()"


def post(
    port: int, form: str = "postcode=L8S4L8", headers: Mapping[str, str] = NO_HEADERS, after: float = 0
) -> int:
    """Send a form as a proxy does, over a connection of its own, so many seconds after this has begun."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.connect()
        threading.Event().wait(after)
        connection.request("POST", f"/en/{CAMPAIGN}/write", form, {**FORM, **headers})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


class Server:
    """The running server."""

    def __init__(self, port: int, log: Path, environment: Mapping[str, str]) -> None:
        self.port, self.log = port, log
        with log.open("w") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", START],
                cwd=ROOT,
                env=os.environ
                | {f"{PREFIX}LIMIT_POST": "1000000/second", "WEB_CONCURRENCY": "2"}
                | environment,
                stdout=file,
                stderr=subprocess.STDOUT,
            )

    def workers(self) -> set[int]:
        """The processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return {int(child) for child in children.read_text("ascii").split()}

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Until something is so; fails with the server's log if it never is."""
        until = time.monotonic() + 180
        while not is_so():
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < until, self.log.read_text("utf-8")
            threading.Event().wait(0.05)

    def answers(self) -> bool:
        """Whether it listens yet."""
        try:
            return self.post() == 200
        except OSError:
            return False

    def post(
        self, form: str = "postcode=L8S4L8", headers: Mapping[str, str] = NO_HEADERS, after: float = 0
    ) -> int:
        """See post()."""
        return post(self.port, form, headers, after)


@contextmanager
def serving(log: Path, **environment: str) -> Iterator[Server]:
    """The server while it runs, from its first answer on."""
    running = Server(free_port(), log, environment)
    try:
        running.wait_until(running.answers)
        yield running
    finally:
        running.process.terminate()
        running.process.wait(60)


@contextmanager
def nginx_before(server: Server, folder: Path) -> Iterator[int]:
    """The port of an nginx that is set as the operators' guide says."""
    need_program("nginx")
    port, settings = free_port(), folder / "nginx.conf"
    settings.write_text(_nginx_settings(port, server.port, folder), "utf-8")
    process = subprocess.Popen(["nginx", "-e", str(folder / "error.log"), "-c", str(settings)])
    try:
        server.wait_until(lambda: _is_open(port))
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _nginx_settings(port: int, upstream: int, folder: Path) -> str:
    """The guide's server, without TLS, on free ports and in a folder of its own."""
    example = re.search(r"^```nginx\n(.+?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert example is not None
    ours = example[1].replace("127.0.0.1:8000", f"127.0.0.1:{upstream}")
    ours = re.sub(r"^ *(listen|ssl_certificate\w*|return) .+\n", "", ours, flags=re.MULTILINE)
    ours = ours.replace("server {", f"server {{\n    listen 127.0.0.1:{port};", 1)
    places = "".join(
        f"    {kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"daemon off;\npid {folder}/nginx.pid;\nuser root;\nevents {{ worker_connections 1024; }}\n"
        f"http {{\n    default_type text/plain;\n{places}{ours}}}\n"
    )


def _is_open(port: int) -> bool:
    try:
        return post(port) == 200
    except OSError:
        return False
