"""Addresses that open a letter as a draft in a mail program or in a mailbox on the web, while it is short enough.

They stand apart from the draft file: Python's e-mail library costs a megabyte that a page need not carry.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from letters.letter import Letter
from letters.outputs.phrases import say
from letters.outputs.text import crlf, message, one_line

_Link = Callable[[str, str, str], str]
"""Of an e-mail address as it is, and of a subject and a body that are encoded."""

LONGEST_LINK = 1800
"""In encoded characters: beyond about 2,000 Windows opens nothing and says nothing."""


class Links(NamedTuple):
    """Addresses that open a letter as a draft."""

    is_whole: bool
    """Whether the mail program's draft holds the whole letter."""
    mailto: str
    webmail: Mapping[str, str]
    """By the service's name, for a mailbox on the web."""


def links_to(letter: Letter) -> Links:
    """Every address, each with the whole letter where it fits and what mailto_short() holds otherwise."""
    body = _body(letter) if _may_fit(letter) else None
    whole = body is not None and len(_link(_mailto, letter, body)) <= LONGEST_LINK
    return Links(
        is_whole=whole,
        mailto=_whole_or_short(_mailto, letter, body),
        webmail={
            "Gmail": _whole_or_short(_gmail, letter, body),
            "Outlook": _whole_or_short(_outlook, letter, body),
        },
    )


def mailto(letter: Letter) -> str:
    """An RFC 6068 address that opens the whole letter as a draft: spaces as %20, line ends as %0D%0A."""
    return _link(_mailto, letter, _body(letter))


def mailto_short(letter: Letter) -> str:
    """The same for a letter that is too long: recipient, subject, and a line that says to paste the letter."""
    return _short(_mailto, letter)


def paste_line(letter: Letter) -> str:
    """What a short draft says in the letter's place."""
    return say(letter.language, "paste")


def _mailto(to: str, subject: str, body: str) -> str:
    return f"mailto:{quote(to, safe='@')}?subject={subject}&body={body}"


def _gmail(to: str, subject: str, body: str) -> str:
    return f"https://mail.google.com/mail/?view=cm&fs=1&to={_encoded(to)}&su={subject}&body={body}"


def _outlook(to: str, subject: str, body: str) -> str:
    fields = f"to={_encoded(to)}&subject={subject}&body={body}"
    return f"https://outlook.live.com/mail/0/deeplink/compose?{fields}"


def _body(letter: Letter) -> str:
    return _encoded(crlf(message(letter)))


def _may_fit(letter: Letter) -> bool:
    """No text is shorter encoded: what is too long as it stands need not be encoded to know."""
    return len(letter.text) <= LONGEST_LINK


def _link(link: _Link, letter: Letter, body: str) -> str:
    return link(letter.email, _encoded(one_line(letter.subject)), body)


def _whole_or_short(link: _Link, letter: Letter, body: str | None) -> str:
    """With the encoded letter, where there is one and it fits."""
    whole = _link(link, letter, body) if body is not None else ""
    return whole if whole and len(whole) <= LONGEST_LINK else _short(link, letter)


def _short(link: _Link, letter: Letter) -> str:
    """The draft without the letter; a subject that alone is too long ends early."""
    body = _encoded(crlf(paste_line(letter)))
    room = LONGEST_LINK - len(link(letter.email, "", body))
    subject = one_line(letter.subject)
    if len(_encoded(subject)) > room:
        kept = 0
        while len(_encoded(subject[: kept + 1] + "…")) <= room:
            kept += 1
        subject = subject[:kept] + "…"
    return link(letter.email, _encoded(subject), body)


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")
