"""A letter as an e-mail: a draft file for any mail program, and addresses that open a draft while short enough."""

from collections.abc import Callable
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from letters.letter import Letter
from letters.outputs.text import crlf, message, one_line
from letters.outputs.wording import say

_Link = Callable[[Letter, str, str], str]

LONGEST_LINK = 1800
"""In encoded characters: beyond about 2,000 Windows opens nothing and says nothing."""


def render(letter: Letter) -> bytes:
    """An .eml draft in UTF-8 with CRLF that mail programs open unsent; without "To" where no address is known."""
    draft = EmailMessage(policy=SMTP)
    if letter.email:
        draft["To"] = Address(display_name=one_line(_sendable(letter.recipient_name)), addr_spec=letter.email)
    draft["X-Unsent"] = "1"
    draft.set_content(_sendable(message(letter)) + "\n", charset="utf-8", cte="quoted-printable")
    return _subject_header(one_line(_sendable(letter.subject))) + draft.as_bytes()


def _subject_header(subject: str) -> bytes:
    """The subject as it is: EmailMessage would decode a typed "=?utf-8?q?=0D=0ABcc:…?=" into a header of its own."""
    is_plain = subject.isascii() and subject.isprintable() and "=?" not in subject and len(subject) <= 60
    value = subject if is_plain else Header(subject, "utf-8", header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {value}\r\n".encode("ascii")


def mailto(letter: Letter) -> str:
    """An RFC 6068 address that opens the whole letter as a draft: spaces as %20, line ends as %0D%0A."""
    return _mailto(letter, one_line(letter.subject), message(letter))


def mailto_short(letter: Letter) -> str:
    """The same for a letter that is too long: recipient, subject, and a line that says to paste the letter."""
    return _short(_mailto, letter)


def paste_line(letter: Letter) -> str:
    """What a short draft says in the letter's place."""
    return say(letter.language, "paste")


def fits_mailto(letter: Letter) -> bool:
    """Whether every mail program opens the whole letter from a link."""
    return len(mailto(letter)) <= LONGEST_LINK


def gmail_link(letter: Letter) -> str:
    """An address that opens a draft in Gmail's page: the whole letter, or what mailto_short() holds."""
    return _whole_or_short(_gmail, letter)


def outlook_link(letter: Letter) -> str:
    """An address that opens a draft in Outlook's page: the whole letter, or what mailto_short() holds."""
    return _whole_or_short(_outlook, letter)


def _mailto(letter: Letter, subject: str, body: str) -> str:
    return f"mailto:{quote(letter.email, safe='@')}?subject={_encoded(subject)}&body={_encoded(crlf(body))}"


def _gmail(letter: Letter, subject: str, body: str) -> str:
    fields = f"to={_encoded(letter.email)}&su={_encoded(subject)}&body={_encoded(crlf(body))}"
    return f"https://mail.google.com/mail/?view=cm&fs=1&{fields}"


def _outlook(letter: Letter, subject: str, body: str) -> str:
    fields = f"to={_encoded(letter.email)}&subject={_encoded(subject)}&body={_encoded(crlf(body))}"
    return f"https://outlook.live.com/mail/0/deeplink/compose?{fields}"


def _whole_or_short(link: _Link, letter: Letter) -> str:
    whole = link(letter, one_line(letter.subject), message(letter))
    return whole if len(whole) <= LONGEST_LINK else _short(link, letter)


def _short(link: _Link, letter: Letter) -> str:
    """The draft without the letter; a subject that alone is too long ends early."""
    body = paste_line(letter)
    room = LONGEST_LINK - len(link(letter, "", body))
    subject = one_line(letter.subject)
    if len(_encoded(subject)) > room:
        kept = 0
        while len(_encoded(subject[: kept + 1] + "…")) <= room:
            kept += 1
        subject = subject[:kept] + "…"
    return link(letter, subject, body)


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")


def _sendable(text: str) -> str:
    """The text without lone surrogates, which UTF-8 has no bytes for."""
    return text.encode("utf-8", "replace").decode("utf-8")
