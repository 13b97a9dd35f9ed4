"""What other sites show where a campaign is shared: nothing of a visitor, and never the name a request calls this site."""

from pathlib import Path
from urllib.parse import urlsplit

from app import create_app
from tests.pages.visits import CAMPAIGNS, LANGUAGES, address
from tests.support import Page
from web.settings import Settings

ADDRESS = "https://letters.example.org"


def tags(html: str) -> dict[str, str]:
    return {a["property"]: a["content"] for a in Page(html).all("meta") if "property" in a}


def test_each_campaign_has_a_picture_and_a_description_at_the_operators_address() -> None:
    client = create_app(Settings(address=ADDRESS), {"TESTING": True}).test_client()
    for language in LANGUAGES:
        for slug in CAMPAIGNS:
            page = client.get(address("", language, slug), headers={"Host": "evil.example"}).text
            shared = tags(page)
            assert shared["og:url"] == f"{ADDRESS}/{language}/{slug}"
            assert shared["og:title"] in page
            assert shared["og:description"]
            assert shared["og:image"].startswith(f"{ADDRESS}/static/")
            assert client.get(urlsplit(shared["og:image"]).path).mimetype == "image/png"
            assert "evil.example" not in page


def test_without_an_address_there_are_none_but_the_description() -> None:
    page = create_app(Settings(), {"TESTING": True}).test_client().get(address()).text
    assert tags(page) == {}
    assert Page(page).all("meta", name="description")


def test_nothing_typed_is_in_them() -> None:
    client = create_app(Settings(address=ADDRESS), {"TESTING": True}).test_client()
    page = client.post(address(), data={"postcode": "L8S 4L8", "name": "Zoë"}).text
    assert not any("L8S" in content or "Zoë" in content for content in tags(page).values())


def test_the_pictures_are_small() -> None:
    for picture in Path("static").rglob("*.png"):
        assert picture.stat().st_size < 40_000, picture
