"""The app under test, and one way to visit a page that checks what every page must be."""

import os
import random
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from werkzeug.test import TestResponse

from app import create_app
from tests.support import TODAY, UNLIMITED, CompiledOnce, StartRedis, check_answer, free_port, need_program

# In CI the same examples every time: a new one is found at a desk, where it can be looked at.
# Nowhere a deadline for one example: a busy computer is no fault of the code.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

# A hundred tests make an app of their own: the templates, which are the same, are compiled for the first of them.
Flask.jinja_options = {"bytecode_cache": CompiledOnce()}

Visit = Callable[..., TestResponse]

SLOW = (
    *(
        "operations/",
        "security/test_fuzz.py",
        "security/test_limits.py",
        "test_code.py",
        "web/test_faults.py",
    ),
    *(
        "web/test_memory.py",
        "web/test_start.py",
        "web/test_page_cache.py",
        "web/test_metrics.py",
        "security/test_logs.py",
    ),
    *("letters/outputs/test_pdf_of_campaigns.py", "letters/outputs/test_docx.py", "letters/outputs/evening/"),
    *(
        "pages/test_visitor_country.py",
        "pages/test_studio.py",
        "pages/test_own_campaigns.py",
        "pages/test_fuzz.py",
    ),
    *("representatives/data/", "representatives/sources/"),
)
"""Below tests/: what starts servers or other processes, or takes long. The inner loop leaves it out (CONTRIBUTING.md)."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what the inner loop leaves out."""
    for item in items:
        name = item.path.relative_to(Path(__file__).parent).as_posix()
        if name.startswith("browser/"):
            item.add_marker("browser")
        if name.startswith(SLOW):
            item.add_marker("server")


@pytest.fixture(scope="session")
def app() -> Flask:
    return create_app(UNLIMITED, {"TESTING": True, "TODAY": lambda: TODAY, "RANDOM": random.Random(1)})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def visit(client: FlaskClient) -> Visit:
    """Fetch an address and check what must hold of every answer; returns the answer with .page."""

    def fetch(method: str, path: str, **how: Any) -> TestResponse:
        response = client.open(path, method=method, **how)
        check_answer(response, path)
        return response

    return fetch


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[tuple[str, StartRedis]]:
    """A real Redis on a free port of this computer, as an address, and how to start it."""
    need_program("redis-server")
    port = free_port()
    started: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
        command = [
            "redis-server",
            "--bind",
            "127.0.0.1",
            "--port",
            str(port),
            "--save",
            "",
            "--dir",
            str(tmp_path),
        ]
        command += ["--requirepass", "open"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE)
        started.append(server)
        assert server.stdout is not None
        assert any(b"eady to accept connections" in line for line in server.stdout)
        return server

    yield f"redis://:open@127.0.0.1:{port}/0", start
    for server in started:
        server.kill()
        server.communicate()
