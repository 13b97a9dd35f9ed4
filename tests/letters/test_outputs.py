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


def test_the_kinds_of_file() -> None:
    assert SUFFIXES == ("pdf", "eml", "txt")
    with pytest.raises(KeyError):
        download("doc", LETTERS)


@pytest.mark.parametrize(
    ("suffix", "number", "name", "media_type"),
    [
        ("pdf", 1, "letter-john-paul-danko.pdf", "application/pdf"),
        ("pdf", 2, "letters.pdf", "application/pdf"),
        ("eml", 1, "letter-john-paul-danko.eml", "message/rfc822"),
        ("eml", 2, "letters.zip", "application/zip"),
        ("txt", 1, "letter-john-paul-danko.txt", "text/plain; charset=utf-8"),
        ("txt", 2, "letters.zip", "application/zip"),
    ],
)
def test_one_file_or_an_archive(suffix: str, number: int, name: str, media_type: str) -> None:
    file = download(suffix, LETTERS[:number])
    assert (file.name, file.media_type) == (name, media_type)
    assert download(suffix, LETTERS[:number]) == file, "identical input, identical bytes"


@pytest.mark.parametrize("suffix", ["eml", "txt"])
def test_an_archive_holds_what_single_downloads_hold(suffix: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(download(suffix, LETTERS).content))
    assert archive.namelist() == [f"letter-john-paul-danko.{suffix}", f"letter-salma-ataullahjan.{suffix}"]
    for letter, name in zip(LETTERS, archive.namelist(), strict=True):
        assert archive.read(name) == download(suffix, [letter]).content


def test_two_people_of_one_name_get_a_file_each() -> None:
    archive = zipfile.ZipFile(io.BytesIO(download("txt", [LETTERS[0], LETTERS[0]]).content))
    assert len(archive.namelist()) == 2


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
