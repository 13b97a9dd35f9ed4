"""Which file a download is, and what it is called."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.outputs import SUFFIXES, download, file_name
from tests.support import SENATOR, a_letter

LETTERS = [a_letter(), a_letter(SENATOR)]
ANOTHER = replace(LETTERS[1], recipient_name="Ann Example", email="ann@parl.example")
PAGE = "https://letters.example/en/a-campaign"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_another_kind_is_no_download() -> None:
    with pytest.raises(KeyError):
        download("doc", LETTERS)


@pytest.mark.parametrize(
    ("suffix", "one", "many", "media_type"),
    [
        ("pdf", "letter-john-paul-danko.pdf", "letters.pdf", "application/pdf"),
        ("docx", "letter-john-paul-danko.docx", "letters.docx", WORD),
        ("ics", "reminder-john-paul-danko.ics", "reminders.ics", "text/calendar; charset=utf-8"),
        ("envelope-10.pdf", "envelope-10-john-paul-danko.pdf", "envelopes-10.pdf", "application/pdf"),
        ("envelope-dl.pdf", "envelope-dl-john-paul-danko.pdf", "envelopes-dl.pdf", "application/pdf"),
        ("envelope-c5.pdf", "envelope-c5-john-paul-danko.pdf", "envelopes-c5.pdf", "application/pdf"),
        ("labels.pdf", "labels-john-paul-danko.pdf", "labels.pdf", "application/pdf"),
        ("copy.pdf", "copy-john-paul-danko.pdf", "copies.pdf", "application/pdf"),
        ("eml", "letter-john-paul-danko.eml", "letters-as-emails.zip", "message/rfc822"),
        ("txt", "letter-john-paul-danko.txt", "letters-as-text.zip", "text/plain; charset=utf-8"),
    ],
)
def test_one_file_or_an_archive(suffix: str, one: str, many: str, media_type: str) -> None:
    for letters, name in ((LETTERS[:1], one), ([LETTERS[0], ANOTHER], many)):
        file = download(suffix, letters, PAGE)
        assert file.name == name
        assert file.media_type == ("application/zip" if name.endswith(".zip") else media_type)
        assert download(suffix, letters, PAGE) == file, "identical input, identical bytes"


def test_no_two_downloads_of_the_same_letters_have_one_name() -> None:
    names = [download(suffix, [LETTERS[0], ANOTHER], PAGE).name for suffix in SUFFIXES]
    assert len(names) == len(set(names))


def test_the_order_of_the_letters_is_kept() -> None:
    assert download("ics", LETTERS).content != download("ics", LETTERS[::-1]).content
    assert download("docx", LETTERS).content != download("docx", LETTERS[::-1]).content


@pytest.mark.parametrize("suffix", ["eml", "txt"])
def test_an_archive_holds_what_single_downloads_hold(suffix: str) -> None:
    letters = [LETTERS[0], ANOTHER]
    archive = zipfile.ZipFile(io.BytesIO(download(suffix, letters).content))
    assert archive.namelist() == [f"letter-john-paul-danko.{suffix}", f"letter-ann-example.{suffix}"]
    for letter, name in zip(letters, archive.namelist(), strict=True):
        assert archive.read(name) == download(suffix, [letter]).content


def test_of_several_letters_only_those_with_an_address_become_mail() -> None:
    archive = zipfile.ZipFile(io.BytesIO(download("eml", LETTERS).content))
    assert archive.namelist() == ["letter-john-paul-danko.eml"]
    archive = zipfile.ZipFile(io.BytesIO(download("eml", [*LETTERS, ANOTHER]).content))
    assert archive.namelist() == ["letter-john-paul-danko.eml", "letter-ann-example.eml"]


def test_where_nobody_has_an_address_the_drafts_are_to_nobody() -> None:
    nobody = [LETTERS[1], replace(LETTERS[1], recipient_name="Someone Else")]
    archive = zipfile.ZipFile(io.BytesIO(download("eml", nobody).content))
    assert len(archive.namelist()) == 2
    assert b"To:" not in archive.read(archive.namelist()[0])
    assert b"To:" not in download("eml", nobody[:1]).content


def test_only_the_copy_knows_the_campaigns_page() -> None:
    for suffix in SUFFIXES:
        differs = download(suffix, LETTERS, PAGE).content != download(suffix, LETTERS).content
        assert differs == (suffix == "copy.pdf"), suffix


def test_two_people_of_one_name_get_a_file_each() -> None:
    archive = zipfile.ZipFile(io.BytesIO(download("txt", [LETTERS[0], LETTERS[0]]).content))
    assert len(archive.namelist()) == 2


HARD = replace(
    LETTERS[0],
    paper="a4",
    envelope="dl",
    sender=(
        "Maximiliana Wolfeschlegelsteinhausen-Featherstonehaugh de Roo",
        *(f"Line {n} of it" for n in range(8)),
    ),
    recipient=("محمد علي", *(f"Line {n} of the address" for n in range(7))),
    recipient_name="محمد علي",
    paragraphs=("word " * 600, "#import {PAGE} %0D%0A\r\nBcc: x@example.org"),
    signature="דוד כהן",
)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "change", [{}, {"language": "fr"}, {"envelope": "c5"}, {"paper": "us-letter", "envelope": "10"}]
)
def test_hard_letters_make_every_kind_of_file(suffix: str, change: dict[str, str]) -> None:
    letters = [replace(HARD, **change), replace(HARD, email="", subject="", paragraphs=(), **change)]
    file = download(suffix, letters, PAGE)
    assert file.content
    assert download(suffix, letters, PAGE) == file


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Élisabeth Brière", "letter-elisabeth-briere.pdf"),
        ("Mary-Jane O’Neil, Jr.", "letter-mary-jane-oneil-jr.pdf"),
        ("王小明", "letter-to.pdf"),
        ("../../etc/passwd", "letter-etc-passwd.pdf"),
        ('a"; x="b\r\nSet-Cookie: y', "letter-a-x-b-set-cookie-y.pdf"),
        ("", "letter-to.pdf"),
    ],
)
def test_file_names_say_whom_the_letter_is_to_in_plain_letters(name: str, expected: str) -> None:
    assert file_name(replace(LETTERS[0], recipient_name=name), "pdf") == expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_file_names_are_safe_and_never_the_writers(recipient: str, writer: str) -> None:
    named = file_name(
        replace(LETTERS[0], recipient_name=recipient, signature=writer, sender=(writer,)), "txt"
    )
    assert re.fullmatch(r"letter-[a-z0-9]+(-[a-z0-9]+)*\.txt", named)
    assert named == file_name(replace(LETTERS[0], recipient_name=recipient), "txt")
