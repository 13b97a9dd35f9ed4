"""The author's commands: a new folder that the check knows, and a copy that shows it while it is edited."""

from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from letters.campaign.loader import CAMPAIGNS
from letters.studio.preview import web as preview
from tests.support import TODAY, UNLIMITED, check_page, visible_text


def run(app: Flask, *arguments: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["campaigns", *arguments])
    return result.exit_code, result.output


def test_new_makes_a_folder_that_says_what_goes_where(app: Flask, tmp_path: Path) -> None:
    folder = tmp_path / "river-water"
    code, output = run(app, "new", str(folder), "--country", "ca", "--language", "en")
    assert code == 0
    assert f"flask campaigns preview {folder}" in output
    assert sorted(path.name for path in folder.iterdir()) == ["ca.en.md", "campaign.toml"]
    assert "<!--" in (folder / "ca.en.md").read_text("utf-8")
    code, output = run(app, "check", str(folder))
    assert code == 1
    assert "title.en: this is empty." in output


def test_new_takes_several_countries_and_languages(app: Flask, tmp_path: Path) -> None:
    folder = tmp_path / "river-water"
    arguments = ("--country", "ca", "--country", "gb", "--language", "fr", "--language", "en")
    assert run(app, "new", str(folder), *arguments)[0] == 0
    assert {path.name for path in folder.glob("*.md")} == {"ca.en.md", "ca.fr.md", "gb.en.md"}


def test_new_touches_no_folder_that_holds_something(app: Flask, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    code, output = run(app, "new", str(tmp_path), "--country", "ca")
    assert code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"], output
    assert run(app, "new", str(tmp_path / "River Water"), "--country", "ca")[0] == 2
    assert run(app, "new", str(tmp_path / "river"), "--country", "nz")[0] == 2


def test_new_refuses_the_address_of_a_page(app: Flask, tmp_path: Path) -> None:
    code, output = run(app, "new", str(tmp_path / "privacy"), "--country", "ca")
    assert (code, [*tmp_path.iterdir()]) == (2, [])
    assert "a page of the site has this address" in output


@pytest.fixture(scope="module")
def previewed() -> Flask:
    app = create_app(UNLIMITED, {"TESTING": True, "TODAY": lambda: TODAY})
    preview.add_to(app, CAMPAIGNS)
    return app


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_preview_leads_to_every_page_and_letter(previewed: Flask, language: str) -> None:
    client = previewed.test_client()
    page = client.get(f"/{language}/preview")
    check_page(page, f"/{language}/preview")
    links = [link["href"] for link in page.page.all("a") if link["href"].startswith(f"/{language}/")]  # type: ignore[attr-defined]
    letters = [link for link in links if "/preview/" in link]
    assert len(letters) == 2 * 3 * (2 * 2 + 1 + 2 + 2)  # three campaigns; Canada in two languages
    for link in {*links, *letters[:2]}:
        assert client.get(link).status_code == 200, link


def test_thirty_writers_letters_to_one_office_stand_beside_each_other(previewed: Flask) -> None:
    path = "/en/preview/forced-labour/ca/en/senate/thirty"
    page = previewed.test_client().get(path)
    check_page(page, path)
    assert page.text.count('<article class="letter"') == 30
    assert len(set(page.text.split('<article class="letter"')[1:])) == 30
    assert visible_text(page.text).count("Your own words will stand here.") == 30


def test_a_page_of_the_preview_asks_whether_something_changed(previewed: Flask) -> None:
    client = previewed.test_client()
    page, version = client.get("/en/preview"), client.get("/preview-version").text
    assert f'data-version="{version}"' in page.text
    assert "connect-src 'self'" in page.headers["Content-Security-Policy"]


def test_no_other_copy_has_the_preview(app: Flask) -> None:
    client = app.test_client()
    assert client.get("/en/preview").status_code == 404
    assert "preview.js" not in client.get("/en/").text
    assert "connect-src" not in client.get("/en/").headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["nothing/ca/en/senate", "forced-labour/gb/fr/commons", "forced-labour/ca/en/house"]
)
def test_a_letter_that_there_is_not_is_not_found(previewed: Flask, path: str) -> None:
    assert previewed.test_client().get(f"/en/preview/{path}").status_code == 404


def test_preview_serves_the_folder_and_starts_anew_with_its_files(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: dict[str, object] = {}
    monkeypatch.setattr(preview, "run_simple", lambda *_place, **how: served.update(how, app=_place[2]))
    for name in ("CAMPAIGNS", "TRUSTED_PROXIES"):  # they are as before after the test
        monkeypatch.setenv(f"NO_BYSTANDER_{name}", "")
    folder = CAMPAIGNS / "forced-labour"
    code, output = run(app, "preview", str(folder))
    assert (code, "/en/preview" in output) == (0, True), output
    assert str(folder / "ca.en.md") in served["extra_files"]  # type: ignore[operator]
    assert served["use_reloader"]
    shown = served["app"]
    assert isinstance(shown, Flask)
    assert list(shown.extensions["campaigns"]) == ["forced-labour"]
