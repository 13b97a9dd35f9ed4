"""Every kind of file, for one letter and for several."""

import pytest

from tests.conftest import Visit
from tests.pages.visits import address
from tests.support import MEMBER, SENATOR, letter_form


@pytest.mark.parametrize(
    ("suffix", "to", "media_type", "start"),
    [
        ("pdf", [MEMBER], "application/pdf", b"%PDF"),
        ("pdf", [MEMBER, SENATOR], "application/pdf", b"%PDF"),
        ("eml", [MEMBER], "message/rfc822", b"Subject: "),
        ("eml", [MEMBER, SENATOR], "application/zip", b"PK"),
        ("txt", [SENATOR], "text/plain", "Zoë".encode()),
        ("txt", [MEMBER, SENATOR], "application/zip", b"PK"),
    ],
)
def test_downloads(visit: Visit, suffix: str, to: list[str], media_type: str, start: bytes) -> None:
    response = visit("POST", address(f"letter.{suffix}"), data=letter_form(to=to))
    assert response.status_code == 200
    assert response.mimetype == media_type
    assert response.data.startswith(start)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "Zo" not in response.headers["Content-Disposition"]
    again = visit("POST", address(f"letter.{suffix}"), data=letter_form(to=to))
    assert again.data == response.data, "identical input, identical bytes"


def test_one_of_several_letters_can_be_downloaded_alone(visit: Visit) -> None:
    response = visit("POST", address("letter.txt"), data=letter_form(to=[MEMBER, SENATOR], only=SENATOR))
    assert response.mimetype == "text/plain"
    assert "Dear Senator Ataullahjan," in response.text


def test_a_letter_that_is_not_there_cannot_be_downloaded(visit: Visit) -> None:
    response = visit("POST", address("letter.pdf"), data=letter_form(only="nobody"))
    assert response.status_code == 422
    assert "not among these" in response.text


def test_a_pdf_that_would_lose_a_character_says_so_first(visit: Visit) -> None:
    form = letter_form(**{f"text-{MEMBER}": "Dear neighbour,\n\nLost: \U0010fffd"})
    told = visit("POST", address("letter.pdf"), data=form)
    assert told.status_code == 422
    assert "U+10FFFD" in told.text
    after = visit("POST", address("letter.pdf"), data=form | {"told": told.page.values("told")})
    assert after.data.startswith(b"%PDF")
