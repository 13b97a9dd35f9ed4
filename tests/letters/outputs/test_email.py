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
from letters.outputs.links import (
    LONGEST,
    LONGEST_ON_WINDOWS,
    empty_mailto,
    links_to,
    longest_link,
    mailto,
    plain,
)
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
    for link in (mailto(letter), empty_mailto(letter)):
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
    assert fields == {"subject": plain(letter.subject), "body": crlf(plain(message(letter)))}
    assert parse_qs(parts.query)["body"] == [crlf(plain(message(letter)))], (
        "a reader of forms understands it as well"
    )


def test_marks_that_cost_nine_characters_become_plain_ones_in_a_link() -> None:
    typed = "L’été « à » Hamilton West—Ancaster, “so” … 2018–2020\u00a0!"
    assert plain(typed) == 'L\'été "à" Hamilton West-Ancaster, "so" ... 2018-2020 !'


AGENTS = {
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15": LONGEST,
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36": LONGEST,
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15": LONGEST,
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": LONGEST,
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0": LONGEST_ON_WINDOWS,
    "Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1)": LONGEST_ON_WINDOWS,
    "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)": LONGEST_ON_WINDOWS,
    "": LONGEST_ON_WINDOWS,
}


@pytest.mark.parametrize("agent", AGENTS)
def test_how_long_a_link_may_be_is_known_from_the_system(agent: str) -> None:
    assert longest_link(agent) == AGENTS[agent]


@pytest.mark.parametrize("longest", [LONGEST_ON_WINDOWS, LONGEST])
def test_a_link_is_used_up_to_what_the_system_takes(longest: int) -> None:
    fixed = len(mailto(SHORT.edited("s", "x")))
    just = SHORT.edited("s", "x" * (1 + longest - fixed))
    assert len(mailto(just)) == longest
    assert links_to(just, longest, "topic")[:2] == (True, mailto(just))
    over = links_to(SHORT.edited("s", "x" * (2 + longest - fixed)), longest, "topic")
    assert over[:2] == (False, "mailto:john-paul.danko@parl.gc.ca?subject=s"), "no stub that could be sent"


def fields_of(link: str) -> dict[str, str]:
    """The fields as a reader sees them that knows no plus for a space, as Outlook does not."""
    pairs = (pair.partition("=") for pair in urlsplit(link).query.split("&"))
    return {name: unquote(value, errors="strict") for name, _, value in pairs}


WEBMAIL = {
    "Gmail": ("mail.google.com", "/mail/", "su", {"view": "cm", "fs": "1"}),
    "Outlook": ("outlook.live.com", "/mail/0/deeplink/compose", "subject", {}),
}


@pytest.mark.parametrize("name", WEBMAIL)
@pytest.mark.parametrize("letter", [SHORT, FRENCH, a_letter()])
def test_a_web_address_holds_a_recipient_and_a_topic_and_nothing_of_the_letter(
    name: str, letter: Letter
) -> None:
    host, path, subject, more = WEBMAIL[name]
    made = links_to(letter, LONGEST, "Stop this & that").webmail[name]
    parts = urlsplit(made)
    assert (parts.scheme, parts.netloc, parts.path) == ("https", host, path)
    assert fields_of(made) == more | {"to": letter.email, subject: "Stop this & that"}


@pytest.mark.parametrize("subject", ["😀" * 200, "x" * 5000, "é&=#%+? " * 100])
def test_no_subject_makes_an_empty_drafts_link_long(subject: str) -> None:
    made = empty_mailto(a_letter().edited(subject, "word " * 2000))
    assert len(made) <= LONGEST_ON_WINDOWS
    shown = fields_of(made)["subject"]
    assert shown.endswith("...")
    assert subject.startswith(shown[:-3]), "cut between characters"


TYPED = "a&body=b&bcc=x@example.org#f%0D%0ABcc: y+z =?\r\nCc: w"


@pytest.mark.parametrize("link", [mailto, empty_mailto])
def test_nothing_typed_becomes_a_field_of_a_link(link: Callable[[Letter], str]) -> None:
    made = link(SHORT.edited(TYPED, f"{TYPED}\n\n{TYPED}"))
    fields = fields_of(made)
    assert set(fields) <= {"subject", "body"}
    assert fields["subject"] == " ".join(TYPED.split())
    assert not urlsplit(made).fragment


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_character_can_be_sent(typed: str) -> None:
    letter = replace(SHORT, subject=typed, paragraphs=(typed,), recipient_name=typed, sender=(typed,))
    for link in (mailto, empty_mailto):
        assert link(letter).isascii()
    assert {header.lower() for header in parsed(render(letter))} <= ALLOWED
