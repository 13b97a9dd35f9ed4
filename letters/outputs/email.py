"""A letter as an e-mail: a draft file for any mail program, and a mailto address while one is short enough."""

from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from letters.letter import Letter
from letters.outputs.text import crlf, message

LONGEST_MAILTO = 1800
"""In encoded characters: beyond about 2,000 Windows opens nothing and says nothing."""


def render(letter: Letter) -> bytes:
    """An .eml draft in UTF-8 with CRLF that mail programs open unsent; without "To" where no address is known."""
    draft = EmailMessage(policy=SMTP)
    if letter.email:
        draft["To"] = Address(display_name=_one_line(letter.recipient_name), addr_spec=letter.email)
    draft["X-Unsent"] = "1"
    draft.set_content(message(letter) + "\n", charset="utf-8", cte="quoted-printable")
    return _subject_header(_one_line(letter.subject)) + draft.as_bytes()


def _subject_header(subject: str) -> bytes:
    """The subject as it is: EmailMessage would decode a typed "=?utf-8?q?=0D=0ABcc:…?=" into a header of its own."""
    is_plain = subject.isascii() and subject.isprintable() and "=?" not in subject and len(subject) <= 60
    value = subject if is_plain else Header(subject, "utf-8", header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {value}\r\n".encode("ascii")


def mailto(letter: Letter) -> str:
    """An RFC 6068 address that opens the whole letter as a draft: spaces as %20, line ends as %0D%0A."""
    return f"{mailto_start(letter)}&body={_encoded(crlf(message(letter)))}"


def mailto_start(letter: Letter) -> str:
    """The same without the body, for a letter that is too long: recipient and subject only."""
    return f"mailto:{quote(letter.email, safe='@')}?subject={_encoded(_one_line(letter.subject))}"


def fits_mailto(letter: Letter) -> bool:
    """Whether every mail program opens the whole letter from a link."""
    return len(mailto(letter)) <= LONGEST_MAILTO


def _encoded(text: str) -> str:
    return quote(text, safe="")


def _one_line(text: str) -> str:
    return " ".join(text.split())
