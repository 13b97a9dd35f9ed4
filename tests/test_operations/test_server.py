"""The server as docs/ tells operators to run it: it reloads without a failed request, and its log tells on nobody."""

import re
import signal
import socket
import threading
import time

from tests.serving import Server


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


def test_its_log_has_one_line_a_request_and_nothing_that_was_sent(server: Server) -> None:
    """In the log of the server itself too, which a traceback of its own would reach."""
    before = server.log.read_text("utf-8").count('"event": "request"')
    marked = {
        "User-Agent": "Marked",
        "Referer": "https://marked.example/L8S",
        "X-Forwarded-For": "203.0.113.77",
    }
    assert server.post("name=Markedname&postcode=L8S4L8", marked) == 200
    assert server.post("%ff&Marked=%00&&&=Marked", marked) == 422
    late = socket.create_connection(("127.0.0.1", server.port), 20)
    with late:
        late.sendall(b"POST /en/Marked?L8S HTTP/1.1\r\nHost: marked\r\nContent-Length: 99\r\n\r\nMarkedbody")
        assert late.recv(12) == b"HTTP/1.1 408"
    with socket.create_connection(("127.0.0.1", server.port), 20) as broken:
        broken.sendall(b"Marked L8S\r\n\r\n")
        broken.recv(100)
    written = server.log.read_text("utf-8")
    assert written.count('"event": "request"') == before + 3
    assert not re.search(r"marked|L8S|203\.0\.113", written, re.IGNORECASE)
