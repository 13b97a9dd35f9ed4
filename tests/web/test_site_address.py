"""What is shared, printed or scanned leads to the operator's address, and never to what a request calls this site."""

import random

import pytest
from flask.testing import FlaskClient

from app import create_app
from tests.support import CAMPAIGN, TODAY, letter_form
from web.settings import Settings

ADDRESS = "https://letters.example.org/site"
FORGED = {"Host": "forged.example", "X-Forwarded-Host": "forged.example"}
HERE = f"/en/{CAMPAIGN}"


def client(**settings: str) -> FlaskClient:
    config = {"TODAY": lambda: TODAY, "RANDOM": random.Random(1)}
    return create_app(Settings(**settings, trusted_proxies=1), config).test_client()  # type: ignore[arg-type]


@pytest.mark.parametrize("settings", [{}, {"address": ADDRESS}], ids=["no address is set", "one is set"])
def test_no_page_or_file_holds_what_a_request_calls_this_site(settings: dict[str, str]) -> None:
    visitor = client(**settings)
    for path in (
        "/",
        "/en",
        "/en/",
        HERE,
        f"{HERE}/",
        f"{HERE}/tell",
        f"{HERE}/evening",
        "/fr/embed",
        "/en/data",
        "/en/nothing",
    ):
        answer = visitor.get(path, headers=FORGED)
        assert b"forged" not in answer.data
        assert "forged" not in str(answer.headers)
    for step in ("write", "letter", "letter.txt", "letter.eml", "letter.ics", "letter.copy.pdf"):
        answer = visitor.post(f"{HERE}/{step}", data=letter_form(), headers=FORGED)
        assert answer.status_code == 200
        assert b"forged" not in answer.data


def test_the_address_that_is_set_is_shared_and_scanned() -> None:
    set_, unset = client(address=ADDRESS), client()
    assert f"{ADDRESS}{HERE}" in set_.get(f"{HERE}/tell").text
    assert "Add the address of the campaign" not in set_.get(f"{HERE}/tell").text
    assert "Add the address of the campaign" in unset.get(f"{HERE}/tell").text
    with_code, without = (
        each.post(f"{HERE}/letter.copy.pdf", data=letter_form()).data for each in (set_, unset)
    )
    assert len(with_code) > len(without)


def test_links_on_pages_name_no_site() -> None:
    page = client(address=ADDRESS).get(HERE).text
    assert 'action="/en/' in page
    assert f'href="{ADDRESS}' not in page
