"""A letter that was edited is what the page and every file hold, whatever else is changed."""

import io
import zipfile

import pytest

from tests.conftest import Visit
from tests.pages.visits import address
from tests.support import MEMBER, SENATOR, letter_form


def test_an_edited_letter_is_what_every_output_holds(visit: Visit) -> None:
    edited = letter_form(
        to=[MEMBER, SENATOR],
        **{f"subject-{MEMBER}": "Édité", f"text-{MEMBER}": "Dear neighbour,\r\n\r\nOnly this. <b>&</b>"},
    )
    page = visit("POST", address("letter"), data=edited)
    assert "Only this. &lt;b&gt;&amp;&lt;/b&gt;" in page.text
    assert "Dear Senator Ataullahjan," in page.text
    text = visit("POST", address("letter.txt"), data={**edited, "only": MEMBER}).text
    assert "Édité\r\n\r\nDear neighbour,\r\n\r\nOnly this. <b>&</b>\r\n\r\nYours sincerely," in text
    archive = zipfile.ZipFile(io.BytesIO(visit("POST", address("letter.eml"), data=edited).data))
    assert archive.namelist() == ["letter-john-paul-danko.eml"], "the senator has no published address"
    assert b"Only this." in archive.read("letter-john-paul-danko.eml")
    unedited = visit("POST", address("letter.pdf"), data=letter_form())
    assert visit("POST", address("letter.pdf"), data={**edited, "only": MEMBER}).data != unedited.data


def test_a_letter_of_which_everything_was_deleted_is_asked_for_again(visit: Visit) -> None:
    for step in ("letter", "letter.pdf"):
        response = visit("POST", address(step), data=letter_form(**{f"text-{MEMBER}": "  \r\n "}))
        assert response.status_code == 422
        assert "Type the text of this letter." in response.text


def test_a_letter_that_was_edited_stays_whole_in_its_language(visit: Visit) -> None:
    edited = letter_form(**{f"written_in-{MEMBER}": "en", f"text-{MEMBER}": "Dear neighbour,\n\nMine."})
    response = visit("POST", address("letter", "fr"), data=edited)
    assert response.page.values(f"written_in-{MEMBER}") == ["en"]
    assert "Yours sincerely," in response.text
    assert "Veuillez agréer" not in response.text


@pytest.mark.parametrize(
    ("field", "typed"),
    [("text", "x" * 30_000), ("text", "A\x07B"), ("subject", "x" * 10_000), ("subject", "A\x00")],
)
@pytest.mark.parametrize("step", ["letter", "letter.pdf", "letter.eml"])
def test_a_bad_edit_is_explained(visit: Visit, step: str, field: str, typed: str) -> None:
    response = visit("POST", address(step), data=letter_form(**{f"{field}-{MEMBER}": typed}))
    assert response.status_code == 422
    assert response.page.all("a", href=f"#text-{MEMBER}")
