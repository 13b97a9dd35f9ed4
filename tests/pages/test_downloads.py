"""Every kind of file, for one letter and for several."""

import io
import zipfile
from typing import Any

import pytest

from letters.outputs import KINDS, SUFFIXES
from letters.outputs.typesetting import typst_pdf
from tests.conftest import Visit
from tests.pages.visits import PLACES, address, form_in, sent_by
from tests.support import MEMBER, SENATOR, letter_form

STARTS = {
    "application/pdf": b"%PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": b"PK",
    "message/rfc822": b"Subject: ",
    "text/plain": "Zoë".encode(),
    "text/calendar": b"BEGIN:VCALENDAR",
}
"""The first bytes of a file for one letter."""
LONG = "I have thought about this for a long time and I would like to say it here. " * 38


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("country", PLACES)
@pytest.mark.parametrize("several", [False, True], ids=["one", "several"])
def test_a_download_is_what_it_says(visit: Visit, suffix: str, country: str, several: bool) -> None:
    form = _form(country, several)
    response = visit("POST", address(f"letter.{suffix}"), data=form)
    assert response.status_code == 200
    media_type = KINDS[suffix].media_type.partition(";")[0]
    is_one = len(form["to"]) == 1
    assert response.mimetype == (media_type if is_one or KINDS[suffix].holds_many else "application/zip")
    if is_one:
        assert response.data.startswith(STARTS[media_type])
    if response.mimetype.startswith("text/"):
        assert response.mimetype_params["charset"] == "utf-8"
    assert response.headers["Cache-Control"] == "no-store"
    named = response.headers["Content-Disposition"]
    assert named.startswith('attachment; filename="')
    assert named.isascii()
    assert "zo" not in named.lower(), "nobody sees from the file's name who wrote it"
    assert "neil" not in named.lower()
    again = visit("POST", address(f"letter.{suffix}"), data=form)
    assert again.data == response.data, "identical input, identical bytes"


def _form(country: str, several: bool) -> dict[str, Any]:
    to = {"ca": [MEMBER, SENATOR], "us": PLACES["us"]["to"], "au": ["au-house-sydney", "au-senate-tim-ayres"]}
    chosen = to.get(country, PLACES[country]["to"])
    return form_in(country, to=chosen if several else chosen[:1])


def test_several_letters_as_mail_leave_out_whom_no_mail_reaches(visit: Visit) -> None:
    response = visit("POST", address("letter.eml"), data=letter_form(to=[MEMBER, SENATOR]))
    assert zipfile.ZipFile(io.BytesIO(response.data)).namelist() == ["letter-john-paul-danko.eml"]


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


LOST = "\U0010fffd"
ADDRESSES = ("envelope-10.pdf", "envelope-dl.pdf", "envelope-c5.pdf", "labels.pdf")


def test_a_file_is_refused_only_for_a_character_that_it_prints(visit: Visit) -> None:
    in_text = letter_form(**{f"text-{MEMBER}": f"Dear neighbour,\n\nLost: {LOST}"})
    in_address = letter_form(address=f"1 Main Street {LOST}\nHamilton ON")
    refused_for_text = {"pdf", "copy.pdf"}
    refused_for_address = {"pdf", *ADDRESSES}
    for form, refused in ((in_text, refused_for_text), (in_address, refused_for_address)):
        for suffix in SUFFIXES:
            answer = visit("POST", address(f"letter.{suffix}"), data=form)
            assert answer.status_code == (422 if suffix in refused else 200), suffix
            if suffix in refused:
                assert answer.page.values("told") == ["U+10FFFD"]


def test_a_file_is_refused_only_for_the_length_and_the_edits_that_it_prints(visit: Visit) -> None:
    long = letter_form(**{f"text-{MEMBER}": "\u1780\u17d2\u1798" * 1_100})
    broken = letter_form(to=[MEMBER, SENATOR], **{f"text-{MEMBER}": "A\x07B"})
    for suffix in (*ADDRESSES, "ics"):
        assert visit("POST", address(f"letter.{suffix}"), data=long).status_code == 200, suffix
        assert visit("POST", address(f"letter.{suffix}"), data=broken).status_code == 200, suffix
    assert visit("POST", address("letter.pdf"), data=broken).status_code == 422
    assert visit("POST", address("letter.pdf"), data=broken | {"only": SENATOR}).status_code == 200
    assert visit("POST", address("letter.pdf"), data=broken | {"only": MEMBER}).status_code == 422


def test_the_page_tells_what_the_pdf_cannot_show_without_setting_it(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typst_pdf, "_compile", None)
    page = visit("POST", address("letter"), data=letter_form(own_words=f"Lost: {LOST} and \U0001f600."))
    assert page.status_code == 200
    assert page.page.values("told") == ["U+10FFFD \U0001f600"]


@pytest.mark.parametrize(
    "typed", ["\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u2764\ufe0f", f"{LOST} \U0001f600"]
)
def test_what_the_page_told_is_not_told_again(visit: Visit, typed: str) -> None:
    form = letter_form(own_words=f"Words of my own {typed}.")
    told = visit("POST", address("letter"), data=form).page.values("told")
    assert visit("POST", address("letter.pdf"), data=form | {"told": told}).status_code == 200


def test_a_second_page_is_made_only_when_the_writer_says_so(visit: Visit) -> None:
    form = letter_form(own_words=LONG)
    refused = visit("POST", address("letter.pdf"), data=form)
    assert refused.status_code == 422
    assert "A letter takes more than one page" in refused.text
    assert refused.page.all("input", name="two_pages")
    assert "two_pages" not in sent_by(refused.text)
    insisted = sent_by(refused.text) | {"two_pages": ["yes"]}
    assert visit("POST", address("letter.pdf"), data=insisted).data.startswith(b"%PDF")
    page = visit("POST", address("letter"), data=insisted)
    assert sent_by(page.text)["two_pages"] == ["yes"], "it stays said"
    assert visit("POST", address("letter.pdf"), data=letter_form(own_words="Short.")).status_code == 200


def test_a_file_that_would_take_too_long_is_refused_in_words_and_loses_nothing(visit: Visit) -> None:
    text = "\u1780\u17d2\u1798" * 1_100
    form = letter_form(**{f"text-{MEMBER}": text})
    for kind in ("letter.pdf", "letter.copy.pdf"):
        refused = visit("POST", address(kind), data=form)
        assert refused.status_code == 422
        assert "This is more than one file can hold" in refused.text
        assert sent_by(refused.text)[f"text-{MEMBER}"] == [text]
    for kind in ("letter", "letter.docx", "letter.txt"):
        assert visit("POST", address(kind), data=form).status_code == 200


def test_a_page_of_another_script_is_not_too_much(visit: Visit) -> None:
    form = letter_form(**{f"text-{MEMBER}": "\u8acb\u60a8\u63d0\u554f\u3002" * 120})
    assert visit("POST", address("letter.pdf"), data=form).data.startswith(b"%PDF")
