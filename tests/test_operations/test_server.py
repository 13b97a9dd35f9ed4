"""The server as docs/ tells operators to run it: it reloads without a failed request, and the settings are as told."""

import re
import signal
import threading
import time

from settings import PREFIX, Settings
from tests.serving import ROOT, Server


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


def test_the_settings_table_has_every_default() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = dict(re.findall(rf"^\| `{PREFIX}(\w+)` \| (.+?) \|", readme, re.MULTILINE))
    for name, field in Settings.__dataclass_fields__.items():
        default = {"False": "off", "True": "on"}.get(str(field.default), str(field.default))
        assert shown.get(name.upper()) == (f"`{default}`" if default else "none"), name
