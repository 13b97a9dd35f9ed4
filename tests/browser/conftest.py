"""A real browser on a real server; any word on its console, request elsewhere, failure or cookie fails the test."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from app import create_app
from tests.browser.serving import served
from tests.support import TODAY, UNLIMITED

ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
# axe's tags do not include one another: every level is named.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

PATIENCE = 30_000
"""Milliseconds that a page may take: a computer may be busy with other tests, too."""
expect.set_options(timeout=PATIENCE)
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of the app on a free port."""
    config = {"TESTING": True, "TODAY": lambda: TODAY, "RANDOM": random.Random(1), "STUDIO": True}
    app = create_app(UNLIMITED, config)
    with served(app) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one the tests are skipped, but in CI they fail."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Chromium is not installed.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[Open]:
    """Open an address in a new context; what must never happen is checked when the test ends."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def watch(page: Page) -> None:
        page.on("console", lambda m: _is_known(m) or wrong.append(f"console: {m.text} {m.location['url']}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("request", lambda r: r.url.startswith(server) or wrong.append(f"elsewhere: {r.url}"))
        page.on("requestfailed", lambda r: _is_left(r) or wrong.append(f"failed: {r.url} {r.failure}"))

    def opened(path: str, *, scripts: bool = True, width: int = 1024, **options: object) -> Page:
        context = browser.new_context(
            java_script_enabled=scripts,
            viewport={"width": width, "height": 800},
            base_url=server,
            permissions=["clipboard-read", "clipboard-write"],
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watch(page)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        wrong += [f"cookie: {cookie}" for cookie in context.cookies()]
        context.close()
    assert wrong == []


def _is_known(message: ConsoleMessage) -> bool:
    """What Chromium reports on its console and is as it should be.

    Every page of status 403, 404 and 422; that a wipe cleared its copies; that a page nobody has touched asks nothing.
    """
    if message.text.startswith(("Clear-Site-Data header", "Blocked attempt to show a 'beforeunload'")):
        return True
    return "status of 4" in message.text and "/static/" not in message.location["url"]


def _is_left(request: Request) -> bool:
    """Chromium aborts what a page that is left still loads, and a page that turns out to be a file.

    Nor does Back show it a page of a form that may not be stored.
    """
    return request.failure in ("net::ERR_ABORTED", "net::ERR_CACHE_MISS")
