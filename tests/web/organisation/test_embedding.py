"""The page that makes a link or a form for another site: by choosing, in either language, with nobody's data in it."""

import re
from dataclasses import replace
from html import unescape

import pytest

from app import create_app
from tests.conftest import Visit
from tests.support import CAMPAIGN, UNLIMITED

CHOSEN = {"campaign": CAMPAIGN, "language": "en", "address": "https://letters.example.org/"}


def made(html: str) -> list[str]:
    return [
        unescape(text).strip()
        for text in re.findall(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", html, re.S)
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_campaign_is_chosen_and_the_link_and_the_form_are_made(visit: Visit, language: str) -> None:
    assert visit("GET", f"/{language}/embed").status_code == 200
    response = visit("POST", f"/{language}/embed", data=CHOSEN | {"language": "fr"})
    link, form = made(response.text)
    target = f"https://letters.example.org/fr/{CAMPAIGN}"
    assert f'<a href="{target}" hreflang="fr">' in link
    assert f'<form action="{target}" method="post" lang="fr">' in form
    assert "Écrivez" in link + form or "code postal" in form


def test_the_form_that_is_made_opens_the_campaign_with_the_postcode_in_its_field(visit: Visit) -> None:
    _, form = made(visit("POST", "/en/embed", data=CHOSEN).text)
    (action,) = re.findall(r'action="https://letters.example.org([^"]+)"', form)
    (name,) = re.findall(r'<input[^>]* name="([^"]+)"', form)
    page = visit("POST", action, data={name: "L8S 4L8"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert (page.status_code, 'value="L8S 4L8"' in page.text) == (200, True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"campaign": "nothing"},
        {"language": "de"},
        {"address": ""},
        {"address": "letters.example.org"},
        {"address": "javascript:alert(1)"},
        {"address": 'https://a.example"><script>'},
        {"address": "https://letters.example.org/?name=Zoe"},
        {"address": "https://" + "a" * 300},
    ],
)
def test_what_cannot_be_made_is_said_beside_its_field_with_the_rest_kept(
    visit: Visit, wrong: dict[str, str]
) -> None:
    response = visit("POST", "/en/embed", data=CHOSEN | wrong)
    assert response.status_code == 422
    assert made(response.text) == []
    assert response.page.all("p", id=f"{next(iter(wrong))}-error")  # type: ignore[attr-defined]


def test_where_the_site_knows_its_address_nobody_is_asked_for_it() -> None:
    client = create_app(
        replace(UNLIMITED, address="https://known.example.org"), {"TESTING": True}
    ).test_client()
    assert 'name="address"' not in client.get("/en/embed").text
    page = client.post("/en/embed", data=CHOSEN, headers={"Host": "evil.example"})
    assert all(f"https://known.example.org/en/{CAMPAIGN}" in text for text in made(page.text))
