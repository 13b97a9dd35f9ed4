"""An organisation's own name, logo and colour: checked at start, served with nothing of another site."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import CannotStart, create_app
from tests.support import CAMPAIGN, TODAY, UNLIMITED, check_answer, letter_form
from web.organisation import contrast
from web.settings import Settings, SettingsError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>'


def copy(**settings: object) -> FlaskClient:
    told = Settings(limit_post=UNLIMITED.limit_post, **settings)  # type: ignore[arg-type]
    return create_app(told, {"TESTING": True, "TODAY": lambda: TODAY}).test_client()


def test_pages_carry_the_organisations_name_logo_colour_and_payer(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG, "utf-8")
    client = copy(
        name="Letters & Co", logo=str(tmp_path / "logo.svg"), accent="#7a1f5c", paid_by="Our <members>"
    )
    html = client.get("/en/").text
    assert "– Letters &amp; Co" in html
    assert "Who pays for this: Our &lt;members&gt;" in html
    assert 'src="/static/logo"' in html
    assert client.get("/static/logo").mimetype == "image/svg+xml"
    styles = client.get("/static/colours.css")
    check_answer(styles, "/static/colours.css")
    assert styles.text.startswith(":root{--blue:#7a1f5c;")


def test_a_copy_without_settings_asks_for_no_such_file() -> None:
    client = copy()
    assert "/static/logo" not in client.get("/en/").text
    assert client.get("/static/logo").status_code == client.get("/static/colours.css").status_code == 404


def test_the_sign_up_link_stands_after_the_letter_and_says_nothing_of_the_writer() -> None:
    page = copy(sign_up="https://example.org/join", operator="A group").post(
        f"/en/{CAMPAIGN}/letter", data=letter_form()
    )
    assert page.text.count('href="https://example.org/join"') == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n" + b"x" * 70_000, b"a text", SVG.encode(), None],
    ids=["empty", "larger than a page", "no picture", "another kind of picture", "missing"],
)
def test_a_logo_that_no_page_could_show_is_named(tmp_path: Path, content: bytes | None) -> None:
    logo = tmp_path / "logo.png"
    if content is not None:
        logo.write_bytes(content)
    with pytest.raises(CannotStart, match="NO_BYSTANDER_LOGO"):
        copy(logo=str(logo))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", f'<?xml version="1.0"?>\n<!-- ours -->\n{SVG}'.encode()),
        ("a.PNG", b"\x89PNG\r\n\x1a\n..."),
        ("a.webp", b"RIFF\n\x00\x00\x00WEBPVP8 "),
    ],
)
def test_every_kind_of_logo_is_taken(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert copy(logo=str(tmp_path / name)).get("/static/logo").data == content


@pytest.mark.parametrize("colour", ["#ff9900", "#999999", "#fffdf8", "blue", "#1c4a6"])
def test_a_colour_that_is_hard_to_read_is_refused(colour: str) -> None:
    with pytest.raises(SettingsError, match="NO_BYSTANDER_ACCENT"):
        Settings.from_environment({"NO_BYSTANDER_ACCENT": colour})


@pytest.mark.parametrize("colour", ["#1c4a6e", "#000000", "#a5170f", "#00007f", "#006400"])
def test_every_colour_that_is_taken_can_be_read_in_both_schemes(colour: str) -> None:
    assert Settings.from_environment({"NO_BYSTANDER_ACCENT": colour}).accent == colour
    assert contrast.on_ground(colour) >= contrast.LEAST
    assert min(contrast.ratio(contrast.for_dark(colour), dark) for dark in contrast.DARK) >= contrast.LEAST


def test_contrast_is_as_wcag_reckons_it() -> None:
    assert contrast.ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast.ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://example.org/?ref=1", "example.org"])
def test_a_sign_up_address_that_could_carry_something_is_refused(address: str) -> None:
    with pytest.raises(SettingsError, match="NO_BYSTANDER_SIGN_UP"):
        Settings.from_environment({"NO_BYSTANDER_SIGN_UP": address})
