"""A letter as an e-mail draft: a file for any mail program."""

from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from letters.letter import Letter
from letters.outputs.text import message, one_line


def render(letter: Letter) -> bytes:
    """An .eml draft in UTF-8 with CRLF that mail programs open unsent; without "To" where no address is known."""
    draft = EmailMessage(policy=SMTP)
    if letter.email:
        # Address would decode "=?utf-8?q?=0D=0ABcc:…?=" in a name into a header of its own.
        name = one_line(_sendable(letter.recipient_name)).replace("=?", "= ?")
        draft["To"] = Address(display_name=name, addr_spec=letter.email)
    draft["X-Unsent"] = "1"
    draft.set_content(_sendable(message(letter)) + "\n", charset="utf-8", cte="quoted-printable")
    return _subject_header(one_line(_sendable(letter.subject))) + draft.as_bytes()


def _subject_header(subject: str) -> bytes:
    """The subject as it is: EmailMessage would decode a typed "=?utf-8?q?=0D=0ABcc:…?=" into a header of its own."""
    is_plain = subject.isascii() and subject.isprintable() and "=?" not in subject and len(subject) <= 60
    value = subject if is_plain else Header(subject, "utf-8", header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {value}\r\n".encode("ascii")


def _sendable(text: str) -> str:
    """The text without lone surrogates, which UTF-8 has no bytes for."""
    return text.encode("utf-8", "replace").decode("utf-8")
