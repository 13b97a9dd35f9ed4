"""The server as docs/ tell operators to run it, on a free port and with short patience."""

import http.client
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.support import CAMPAIGN, free_port
from web.settings import PREFIX

ROOT = Path(__file__).parents[1]
UNIT = (ROOT / "docs" / "no-bystander.service").read_text("utf-8")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
NO_HEADERS: Mapping[str, str] = {}
SHORT = 2
"""Seconds that headers, and a body, may take."""


def command(port: int) -> list[str]:
    """The unit's command on another port, with headers awaited for a short time."""
    line = re.search(r"^ExecStart=\S+/granian (.+)$", UNIT, re.MULTILINE)
    assert line is not None
    options = shlex.split(line[1])
    options[options.index("--port") + 1] = str(port)
    options[options.index("--http1-header-read-timeout") + 1] = str(SHORT * 1000)
    return [sys.executable, "-m", "granian", *options]


def ordinary() -> list[str]:
    """What takes from root the power over the network, as the unit and the container do; nobody else has it."""
    words = ["setpriv", "--bounding-set=-net_admin", "--inh-caps=-net_admin"]
    is_root = os.geteuid() == 0 and shutil.which(words[0]) is not None
    return words if is_root and subprocess.run([*words, "true"], check=False).returncode == 0 else []


class Server:
    """The running server."""

    def __init__(self, port: int, log: Path) -> None:
        self.port, self.log = port, log
        environment = os.environ | {
            f"{PREFIX}LIMIT_POST": "1000000/second",
            f"{PREFIX}LONGEST_BODY_SECONDS": str(SHORT),
            "GRANIAN_WORKERS": "2",
        }
        with log.open("w") as file:
            self.process = subprocess.Popen(
                [*ordinary(), *command(port)],
                cwd=ROOT,
                env=environment,
                stdout=file,
                stderr=subprocess.STDOUT,
            )

    def started(self) -> int:
        """How many workers have ever started."""
        return self.log.read_text("utf-8").count("Started worker-")

    def wait_for(self, workers: int) -> None:
        """Until so many workers have ever started."""
        self._wait(lambda: self.started() >= workers)

    def wait_for_log(self, words: str) -> None:
        """Until its log has these words."""
        self._wait(lambda: words in self.log.read_text("utf-8"))

    def _wait(self, is_so: Callable[[], bool]) -> None:
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
        """Send a form as a proxy does, over a connection of its own, so many seconds after this has begun."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.connect()
            threading.Event().wait(after)
            connection.request("POST", f"/en/{CAMPAIGN}/write", form, {**FORM, **headers})
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()


@contextmanager
def serving(log: Path) -> Iterator[Server]:
    """The server while it runs, from its first answer on."""
    running = Server(free_port(), log)
    try:
        running.wait_for(2)
        until = time.monotonic() + 180
        while not running.answers():
            assert time.monotonic() < until
            threading.Event().wait(0.05)
        yield running
    finally:
        running.process.terminate()
        running.process.wait(40)
