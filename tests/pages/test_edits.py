"""A letter that was edited is what the page and every file hold, whatever else is changed."""

import io
import zipfile

import pytest

from tests.conftest import Visit
from tests.pages.visits import PLACES, address, form_in, letters_on, sent_by
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


MINE = "This sentence is mine and stands nowhere else."


@pytest.mark.parametrize("country", PLACES)
def test_an_edit_survives_going_back_and_another_request(visit: Visit, country: str) -> None:
    shown = sent_by(visit("POST", address("letter"), data=form_in(country)).text)
    first = shown["to"][0]
    shown[f"text-{first}"] = [shown[f"text-{first}"][0].replace("\r\n\r\n", f"\r\n\r\n{MINE}\r\n\r\n", 1)]
    back = visit("POST", address("write"), data=shown)
    assert back.status_code == 200
    kept = sent_by(back.text)
    assert kept[f"text-{first}"] == shown[f"text-{first}"]
    others = [a["value"] for a in back.page.all("input", type="radio", name="asks")]
    before = letters_on(visit("POST", address("letter"), data=kept).text)[0]
    after = letters_on(
        visit("POST", address("letter"), data=kept | {"asks": [others[-1]], "wish": ["And a wish."]}).text
    )[0]
    assert MINE in before
    assert MINE in after, "the edit is still there"
    assert "And a wish." in after, "and what was changed since is in the letter too"
    assert after != before
    text = visit("POST", address("letter.txt"), data=kept | {"only": [first]}).text
    assert MINE in text


def test_what_belongs_to_a_letter_is_kept_while_it_is_not_chosen(visit: Visit) -> None:
    shown = sent_by(visit("POST", address("letter"), data=letter_form(to=[MEMBER, SENATOR])).text)
    shown[f"text-{SENATOR}"] = [shown[f"text-{SENATOR}"][0] + f"\r\n\r\n{MINE}"]
    alone = visit("POST", address("letter"), data=shown | {"to": [MEMBER]})
    assert len(letters_on(alone.text)) == 1
    assert MINE not in letters_on(alone.text)[0]
    kept = sent_by(alone.text)
    assert kept[f"text-{SENATOR}"] == shown[f"text-{SENATOR}"]
    both = visit("POST", address("letter"), data=kept | {"to": [MEMBER, SENATOR]})
    assert MINE in letters_on(both.text)[1]


def test_an_edit_survives_an_error_of_another_field(visit: Visit) -> None:
    shown = sent_by(visit("POST", address("letter"), data=letter_form()).text)
    shown |= {f"text-{MEMBER}": [f"Dear neighbour,\r\n\r\n{MINE}"], "name": [""]}
    refused = visit("POST", address("letter.pdf"), data=shown)
    assert refused.status_code == 422
    mended = sent_by(refused.text) | {"name": ["Zoë O’Neil"]}
    assert MINE in letters_on(visit("POST", address("letter"), data=mended).text)[0]


@pytest.mark.parametrize("step", ["write", "letter", "letter.pdf"])
def test_another_postcode_asks_again_and_keeps_what_was_edited(visit: Visit, step: str) -> None:
    shown = sent_by(visit("POST", address("letter"), data=letter_form()).text)
    shown[f"text-{MEMBER}"] = [MINE]
    bad = visit("POST", address(step), data=shown | {"postcode": ["zzz"]})
    assert bad.status_code == 422
    assert sent_by(bad.text)[f"text-{MEMBER}"] == [MINE]
