"""Whether a source still opens, asked on this computer alone: HEAD, then GET; redirects; pages that only say "OK"."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

import representatives.sources.fetching.page_opener as page_opener
from representatives.sources.fetching.page_opener import Opened, PageOpener, State
from tests.support import free_port

PAGES: dict[str, tuple[int, str, str]] = {
    "/good": (200, "text/html", "<html><title>Experts speak</title><h1>A statement</h1></html>"),
    "/paper.pdf": (200, "application/pdf", "%PDF"),
    "/missing": (404, "text/html", "<title>Oops</title>"),
    "/taken-down": (410, "text/html", ""),
    "/soft": (200, "text/html; charset=utf-8", "<html><title>Page not found | Site</title></html>"),
    "/soft-french": (200, "text/html", "<h1>\n  Page <b>introuvable</b></h1>"),
    "/forbidden": (403, "text/html", "Are you a robot?"),
    "/broken": (503, "text/html", ""),
    "/": (200, "text/html", "<title>Home</title>"),
}
REDIRECTS = {"/old": "/good", "/to-home": "/", "/circle": "/circle", "/good-slash": "/good-slash/"}


class Site(BaseHTTPRequestHandler):
    seen: list[tuple[str, str, str]] = []

    def do_HEAD(self) -> None:
        if self.path == "/no-head":
            self._say(405, "text/html", "")
        else:
            self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def _answer(self, *, with_body: bool) -> None:
        self.seen.append((self.command, self.path, self.headers["User-Agent"]))
        if self.path in REDIRECTS:
            self.send_response(301)
            self.send_header("Location", REDIRECTS[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status, kind, body = PAGES.get(
            self.path.rstrip("/") or "/", (200, "text/html", "<title>Fine</title>")
        )
        self._say(status, kind, body if with_body else "")

    def _say(self, status: int, kind: str, body: str) -> None:
        content = body.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/good", State.OPENS, ""),
        ("/paper.pdf", State.OPENS, ""),
        ("/no-head", State.OPENS, ""),
        ("/good-slash", State.OPENS, ""),
        ("/missing", State.GONE, "answer 404"),
        ("/taken-down", State.GONE, "answer 410"),
        ("/soft", State.GONE, "the page says “Page not found | Site”"),
        ("/soft-french", State.GONE, "the page says “Page introuvable”"),
        ("/to-home", State.GONE, "it leads to the site’s first page"),
        ("/forbidden", State.UNSURE, "answer 403"),
        ("/broken", State.UNSURE, "answer 503"),
        ("/circle", State.UNSURE, "it leads around in a circle"),
    ],
)
def test_a_page_is_told_from_one_that_is_gone_and_from_one_that_answers_no_program(
    site: str, path: str, state: State, detail: str
) -> None:
    assert PageOpener(pause=0).open(f"{site}{path}") == Opened(state, detail)


def test_a_page_that_moved_says_where_to(site: str) -> None:
    assert PageOpener(pause=0).open(f"{site}/old") == Opened(State.MOVED, f"{site}/good")


def test_it_says_honestly_who_asks_and_reads_no_more_of_a_paper_than_its_head(site: str) -> None:
    Site.seen.clear()
    PageOpener("mailto:desk@example.org", pause=0).open(f"{site}/paper.pdf")
    assert Site.seen == [("HEAD", "/paper.pdf", "No-Bystander-source-check/1.0 (mailto:desk@example.org)")]


def test_a_site_that_does_not_answer_is_left_to_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_opener, "TIMEOUT", (1.0, 1.0))
    assert PageOpener(pause=0).open(f"http://127.0.0.1:{free_port()}/").state is State.UNSURE
    assert PageOpener(pause=0).open("http://[").state is State.UNSURE
