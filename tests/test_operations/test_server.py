"""The server as docs/ tells operators to run it: it reloads without a failed request, and the settings are as told."""

import re
import signal
import threading
import time

from settings import PREFIX, Settings
from tests.serving import ROOT, UNIT, Server


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


def test_the_container_is_run_as_the_unit_is() -> None:
    container = (ROOT / "Containerfile").read_text("utf-8")
    for option, variable in (
        ("--http 1", "GRANIAN_HTTP=1"),
        ("--http1-buffer-size 65536", "GRANIAN_HTTP1_BUFFER_SIZE=65536"),
        ("--backpressure 256", "GRANIAN_BACKPRESSURE=256"),
        ("--http1-header-read-timeout 5000", "GRANIAN_HTTP1_HEADER_READ_TIMEOUT=5000"),
        ("--no-http1-keep-alive", "GRANIAN_HTTP1_KEEP_ALIVE=false"),
        ("--respawn-interval 10", "GRANIAN_RESPAWN_INTERVAL=10"),
        ("--respawn-failed-workers", "GRANIAN_RESPAWN_FAILED_WORKERS=true"),
        ("--workers-kill-timeout 30", "GRANIAN_WORKERS_KILL_TIMEOUT=30"),
        ("--interface asginl", "GRANIAN_INTERFACE=asginl"),
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
