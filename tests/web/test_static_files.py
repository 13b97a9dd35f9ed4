"""Static files: kept by browsers only under the hash of what they are sent, and read at start."""

import re
import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from web import static_files
from web.static_files import A_YEAR

STATIC = Path(__file__).parents[2] / "static"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STATIC, tmp_path / "static"))


def serving(folder: Path) -> FlaskClient:
    app = Flask("site", static_folder=None)
    static_files.install(app, folder)
    app.add_url_rule("/page", view_func=lambda: static_files.asset("style.css"))
    return app.test_client()


def test_a_page_names_a_file_by_its_content_and_a_browser_keeps_it_for_a_year(client: FlaskClient) -> None:
    address = re.search(r'href="(/static/style\.css\?v=[0-9a-f]{8})"', client.get("/en/").text)
    assert address is not None
    response = client.get(address[1])
    assert response.headers["Cache-Control"] == A_YEAR
    assert response.data == (STATIC / "style.css").read_bytes()
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize("query", ["", "?v=", "?v=00000000", "?v=%ff", "?w=1"])
def test_no_browser_keeps_a_file_under_another_address(client: FlaskClient, query: str) -> None:
    response = client.get(f"/static/style.css{query}")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-cache"
    again = client.get(f"/static/style.css{query}", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_of_two_versions_side_by_side_neither_pins_its_file_under_the_others_name(folder: Path) -> None:
    old = serving(folder)
    (folder / "style.css").write_text("body { color: red }")
    new = serving(folder)
    address = new.get("/page").text
    assert address != old.get("/page").text
    assert new.get(address).headers["Cache-Control"] == A_YEAR
    assert old.get(address).headers["Cache-Control"] == "no-cache"


def test_a_running_copy_needs_no_file_any_more(folder: Path) -> None:
    running = serving(folder)
    before = running.get(running.get("/page").text).data
    shutil.rmtree(folder)
    assert running.get(running.get("/page").text).data == before


def test_every_static_file_has_a_type_and_no_other_file_is_served(client: FlaskClient) -> None:
    for path in STATIC.rglob("*.*"):
        assert path.suffix in static_files.TYPES
        assert client.get(f"/static/{path.relative_to(STATIC).as_posix()}").status_code == 200
    for name in ("", "..", "../app.py", "%2e%2e/app.py", "none.css"):
        assert client.get(f"/static/{name}").status_code == 404
