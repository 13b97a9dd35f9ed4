"""The letter as a draft: readable by every mail program, and nothing typed becomes a header."""

import email
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.letter import Letter
from letters.outputs.email import render
from letters.outputs.links import LONGEST_LINK, links_to, mailto, mailto_short
from letters.outputs.text import crlf, message
from tests.support import SENATOR, a_letter

SHORT = a_letter().edited(
    "A short letter: is it read?", "Dear neighbour & friend,\n\nOne + one = 2; 100 %?\nYes!"
)
FRENCH = a_letter(language="fr", name="Zoë Őry-Łukasz", own_words="« Où ? » — 王小明, مريم, 😀")


def parsed(content: bytes) -> EmailMessage:
    found = email.message_from_bytes(content, policy=default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


@pytest.mark.parametrize("letter", [SHORT, FRENCH, a_letter(), a_letter(SENATOR)])
def test_a_mail_program_reads_the_whole_letter(letter: Letter) -> None:
    draft = parsed(render(letter))
    assert draft["Subject"] == letter.subject
    assert draft["X-Unsent"] == "1", "Outlook opens it as a draft"
    assert draft.get_content_type() == "text/plain"
    assert draft.get_content_charset() == "utf-8"
    assert draft.get_content().replace("\r\n", "\n") == message(letter) + "\n"


@pytest.mark.parametrize("letter", [SHORT, FRENCH, a_letter()])
def test_another_reader_reads_the_same(letter: Letter, tmp_path: Path) -> None:
    """Git reads mail with a parser of its own, in C: headers, charsets, quoted-printable. It takes CRs off first."""
    if shutil.which("git") is None:
        if os.environ.get("CI"):
            pytest.fail("git is missing")
        pytest.skip("git is not installed")
    (tmp_path / "letter.eml").write_bytes(render(letter))
    run = partial(subprocess.run, check=True, capture_output=True, cwd=tmp_path)
    run(["git", "mailsplit", "-b", "-o.", "letter.eml"])
    done = run(
        ["git", "mailinfo", "-k", "--encoding=UTF-8", "message", "patch"],
        input=(tmp_path / "0001").read_bytes(),
    )
    assert f"Subject: {letter.subject}\n" in done.stdout.decode("utf-8")
    read = (tmp_path / "message").read_text("utf-8") + (tmp_path / "patch").read_text("utf-8")
    assert read.strip() == message(letter)


@pytest.mark.parametrize("letter", [SHORT, FRENCH, a_letter(SENATOR)])
def test_the_bytes_are_those_that_mail_asks_for(letter: Letter) -> None:
    content = render(letter)
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert render(letter) == content, "identical bytes: no date, no random boundary"


def test_it_is_to_the_published_address_or_to_nobody() -> None:
    assert [address.addr_spec for address in parsed(render(SHORT))["To"].addresses] == [
        "john-paul.danko@parl.gc.ca"
    ]
    assert parsed(render(SHORT))["To"].addresses[0].display_name == "John-Paul Danko"
    assert "To" not in parsed(render(a_letter(SENATOR)))


ALLOWED = {"subject", "to", "x-unsent", "content-type", "content-transfer-encoding", "mime-version"}


@pytest.mark.parametrize(
    "typed",
    [
        "x\r\nBcc: everyone@example.org",
        "x\nBcc: everyone@example.org\n\nbody",
        "x\u2028Bcc: everyone@example.org",
        "x\x0bBcc: everyone@example.org",
        "x\x85Bcc: everyone@example.org",
        "=?utf-8?q?=0D=0ABcc:_everyone=40example.org?=",
        "x" * 3000,
    ],
)
def test_nothing_typed_becomes_a_header(typed: str) -> None:
    letter = a_letter(name=typed, own_words=typed).edited(typed, f"{typed}\n\n{typed}")
    draft = parsed(render(letter))
    assert {name.lower() for name in draft} <= ALLOWED
    assert draft["Subject"] == " ".join(typed.split()), "what was typed is still read"
    head = render(letter).partition(b"\r\n\r\n")[0]
    assert b"\r\nbcc" not in head.lower()
    assert [address.addr_spec for address in draft["To"].addresses] == ["john-paul.danko@parl.gc.ca"]
    for link in (mailto(letter), mailto_short(letter)):
        assert "+" not in link
        assert set(parse_qs(urlsplit(link).query, strict_parsing=True)) <= {"subject", "body"}


@pytest.mark.parametrize(
    "name",
    [
        "=?utf-8?q?=0D=0ABcc:_everyone=40example.org?=",
        "=?utf-8?b?DQpCY2M6IGVAZXhhbXBsZS5vcmc=?=",
        "x\r\nBcc: e@example.org",
        'x" <e@example.org>, "y',
    ],
)
def test_no_name_in_the_data_becomes_a_header_or_a_second_address(name: str) -> None:
    content = render(replace(SHORT, recipient_name=name))
    draft = parsed(content)
    assert {header.lower() for header in draft} <= ALLOWED
    assert b"\r\nbcc" not in content.lower()
    assert [address.addr_spec for address in draft["To"].addresses] == ["john-paul.danko@parl.gc.ca"]


@given(subject=st.text(max_size=300), text=st.text(max_size=500), name=st.text(max_size=80))
def test_any_edited_letter_makes_a_draft(subject: str, text: str, name: str) -> None:
    draft = parsed(render(a_letter(name=name).edited(subject, text)))
    assert "".join(draft["Subject"].split()) == "".join(subject.split())
    assert {header.lower() for header in draft} <= ALLOWED


@pytest.mark.parametrize("letter", [SHORT, FRENCH])
def test_the_link_holds_subject_and_text_as_the_standard_says(letter: Letter) -> None:
    address = mailto(letter)
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "john-paul.danko@parl.gc.ca")
    assert "+" not in parts.query, "Outlook shows a plus where a space was meant"
    assert address.isascii()
    assert " " not in address
    assert "%0A" not in address.replace("%0D%0A", "")
    fields = {
        name: unquote(value) for name, _, value in (pair.partition("=") for pair in parts.query.split("&"))
    }
    assert fields == {"subject": letter.subject, "body": crlf(message(letter))}
    assert parse_qs(parts.query)["body"] == [crlf(message(letter))], (
        "a reader of forms understands it as well"
    )


def test_a_link_is_used_up_to_1800_encoded_characters() -> None:
    assert LONGEST_LINK == 1800
    fixed = len(mailto(SHORT.edited("s", "x")))
    longest = SHORT.edited("s", "x" * (1 + 1800 - fixed))
    assert (len(mailto(longest)), links_to(longest).is_whole) == (1800, True)
    longer = SHORT.edited("s", "x" * (2 + 1800 - fixed))
    assert (len(mailto(longer)), links_to(longer).is_whole) == (1801, False)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "[Paste your letter here: copy it from the page you came from.]"),
        ("fr", "[Collez votre lettre ici\u00a0: copiez-la de la page d’où vous venez.]"),
    ],
)
def test_a_long_letters_link_opens_a_draft_that_says_to_paste_it(language: str, line: str) -> None:
    letter = a_letter(language=language)
    assert not links_to(letter).is_whole
    short = mailto_short(letter)
    assert urlsplit(short).path == letter.email
    assert fields_of(short) == {"subject": letter.subject, "body": line}


def fields_of(link: str) -> dict[str, str]:
    """The fields as a reader sees them that knows no plus for a space, as Outlook does not."""
    pairs = (pair.partition("=") for pair in urlsplit(link).query.split("&"))
    return {name: unquote(value, errors="strict") for name, _, value in pairs}


def gmail_link(letter: Letter) -> str:
    return links_to(letter).webmail["Gmail"]


def outlook_link(letter: Letter) -> str:
    return links_to(letter).webmail["Outlook"]


WEBMAIL = {
    gmail_link: ("mail.google.com", "/mail/", "su", {"view": "cm", "fs": "1"}),
    outlook_link: ("outlook.live.com", "/mail/0/deeplink/compose", "subject", {}),
}


@pytest.mark.parametrize("link", WEBMAIL)
def test_webmail_opens_the_whole_letter_or_a_draft_that_says_to_paste_it(
    link: Callable[[Letter], str],
) -> None:
    host, path, subject, more = WEBMAIL[link]
    for letter, body in (
        (SHORT, crlf(message(SHORT))),
        (a_letter(), fields_of(mailto_short(a_letter()))["body"]),
    ):
        made = link(letter)
        parts = urlsplit(made)
        assert (parts.scheme, parts.netloc, parts.path) == ("https", host, path)
        wanted = more | {"to": letter.email, subject: letter.subject, "body": body}
        assert fields_of(made) == wanted
        assert {name: value for name, (value,) in parse_qs(parts.query).items()} == wanted
        assert len(made) <= LONGEST_LINK
        assert made.isascii()
        assert "+" not in made


@pytest.mark.parametrize("link", [mailto_short, gmail_link, outlook_link])
@pytest.mark.parametrize("subject", ["😀" * 200, "x" * 5000, "é&=#%+? " * 100])
def test_no_subject_makes_a_short_link_long(link: Callable[[Letter], str], subject: str) -> None:
    made = link(a_letter().edited(subject, "word " * 2000))
    assert len(made) <= LONGEST_LINK
    fields = fields_of(made)
    shown = fields.get("subject", fields.get("su", ""))
    assert shown.endswith("…")
    assert subject.startswith(shown[:-1]), "cut between characters"


TYPED = "a&body=b&bcc=x@example.org#f%0D%0ABcc: y+z =?\r\nCc: w"


@pytest.mark.parametrize("link", [mailto, mailto_short, gmail_link, outlook_link])
def test_nothing_typed_becomes_a_field_of_a_link(link: Callable[[Letter], str]) -> None:
    made = link(SHORT.edited(TYPED, f"{TYPED}\n\n{TYPED}"))
    fields = fields_of(made)
    assert set(fields) <= {"to", "su", "subject", "body", "view", "fs"}
    assert fields.get("subject", fields.get("su")) == " ".join(TYPED.split())
    assert not urlsplit(made).fragment


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_character_can_be_sent(typed: str) -> None:
    letter = replace(SHORT, subject=typed, paragraphs=(typed,), recipient_name=typed, sender=(typed,))
    for link in (mailto, mailto_short, gmail_link, outlook_link):
        assert link(letter).isascii()
    assert {header.lower() for header in parsed(render(letter))} <= ALLOWED
