"""Addresses that open a letter as a draft in a mail program, or an empty one in a mailbox on the web."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from letters.letter import Letter
from letters.outputs.text import crlf, message, one_line, with_isolated_names

LONGEST_ON_WINDOWS = 1800
"""In encoded characters: a longer link opens nothing on Windows, and nobody is told."""
LONGEST = 8000
"""On iOS, Android, macOS and Linux, which take far longer ones."""
_LONG_LINKS = re.compile(r"iPhone|iPad|iPod|Android|Macintosh|Linux")
# Each of these costs nine characters in a link, and the office reads the same without.
_QUOTES = re.compile(r"«\s*|\s*»|[“”„]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "\u202f": " "})


class Links(NamedTuple):
    """Addresses that open a draft to the recipient."""

    is_whole: bool
    """Whether the mail program's draft holds the letter; otherwise it is empty, and the letter is to be pasted."""
    mailto: str
    webmail: Mapping[str, str]
    """By the service's name: a recipient and a general subject, since a web address stays in a browser's history."""


def longest_link(user_agent: str) -> int:
    """How long a link the visitor's system takes; one that is not known counts as Windows."""
    is_long = "Windows" not in user_agent and _LONG_LINKS.search(user_agent)
    return LONGEST if is_long else LONGEST_ON_WINDOWS


def links_to(letter: Letter, longest: int, topic: str) -> Links:
    """Every address.

    Args:
        letter: to somebody with an e-mail address.
        longest: longest_link() of the visitor.
        topic: what the letter is about, in words that name no place and no person.
    """
    letter = with_isolated_names(letter)
    whole = mailto(letter)
    is_whole = len(whole) <= longest
    return Links(is_whole, whole if is_whole else empty_mailto(letter, longest), _webmail(letter, topic))


def mailto(letter: Letter) -> str:
    """An RFC 6068 address that opens the whole letter as a draft: spaces as %20, line ends as %0D%0A."""
    return _mailto(letter.email, plain(one_line(letter.subject)), plain(message(letter)))


def empty_mailto(letter: Letter, longest: int = LONGEST_ON_WINDOWS) -> str:
    """The same without the letter; a subject that alone is too long ends early."""
    subject = plain(one_line(letter.subject))
    kept, end = subject, ""
    while len(made := _mailto(letter.email, kept + end)) > longest:
        kept, end = kept[:-1], "..."
    return made


def plain(text: str) -> str:
    """The text with plain apostrophes, quotation marks, dashes and spaces."""
    return _QUOTES.sub('"', text).translate(_PLAIN)


def _mailto(to: str, subject: str, body: str = "") -> str:
    address = f"mailto:{quote(to, safe='@')}?subject={_encoded(subject)}"
    return f"{address}&body={_encoded(crlf(body))}" if body else address


def _webmail(letter: Letter, topic: str) -> Mapping[str, str]:
    to, subject = _encoded(letter.email), _encoded(topic)
    return {
        "Gmail": f"https://mail.google.com/mail/?view=cm&fs=1&to={to}&su={subject}",
        "Outlook": f"https://outlook.live.com/mail/0/deeplink/compose?to={to}&subject={subject}",
    }


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")
