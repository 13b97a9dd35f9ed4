"""The app under test, and one way to visit a page that checks what every page must be."""

import os
import random
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from werkzeug.test import TestResponse

from app import create_app
from tests.support import TODAY, UNLIMITED, check_answer

# In CI the same examples every time: a new one is found at a desk, where it can be looked at.
# Nowhere a deadline for one example: a busy computer is no fault of the code.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

Visit = Callable[..., TestResponse]


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
