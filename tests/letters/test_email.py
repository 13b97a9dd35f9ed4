"""The letter as a draft: readable by every mail program, and nothing typed becomes a header."""

import email
import mailbox
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.letter import Letter
from letters.outputs.email import LONGEST_MAILTO, fits_mailto, mailto, mailto_start, render
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
    assert draft["Subject"] == " ".join(letter.subject.split())
    assert draft["X-Unsent"] == "1", "Outlook opens it as a draft"
    assert draft.get_content_type() == "text/plain"
    assert draft.get_content_charset() == "utf-8"
    assert draft.get_content().replace("\r\n", "\n") == message(letter) + "\n"


@pytest.mark.parametrize("letter", [SHORT, FRENCH])
def test_another_reader_reads_the_same(letter: Letter, tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "box")
    stored = box[box.add(render(letter))]
    header = email.header.make_header(email.header.decode_header(str(stored["Subject"])))
    assert str(header) == " ".join(letter.subject.split())
    body = stored.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.decode("utf-8").replace("\r\n", "\n") == message(letter) + "\n"


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
    assert "+" not in mailto_start(letter)
    assert set(parse_qs(urlsplit(mailto(letter)).query, strict_parsing=True)) <= {"subject", "body"}


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
    assert fields == {"subject": " ".join(letter.subject.split()), "body": crlf(message(letter))}
    assert parse_qs(parts.query)["body"] == [crlf(message(letter))], (
        "a reader of forms understands it as well"
    )


def test_a_link_is_used_up_to_1800_encoded_characters() -> None:
    assert LONGEST_MAILTO == 1800
    fixed = len(mailto(SHORT.edited("s", "x")))
    longest = SHORT.edited("s", "x" * (1 + 1800 - fixed))
    assert (len(mailto(longest)), fits_mailto(longest)) == (1800, True)
    longer = SHORT.edited("s", "x" * (2 + 1800 - fixed))
    assert (len(mailto(longer)), fits_mailto(longer)) == (1801, False)


def test_a_long_letters_link_opens_a_draft_with_recipient_and_subject() -> None:
    letter = a_letter()
    assert not fits_mailto(letter)
    start = mailto_start(letter)
    assert len(start) < LONGEST_MAILTO
    assert parse_qs(urlsplit(start).query) == {"subject": [letter.subject]}
