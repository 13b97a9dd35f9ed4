"""A letter as plain text: the whole page, or the body of a message; and what text can be set at all."""

import re
import unicodedata

from letters.letter import Letter

_BREAKING_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
# Unicode's category Cc without the line feed.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
# Hebrew is the first block that reads from the right.
_FROM_THE_RIGHT = re.compile("[\u0590-\U0010ffff]")


def render(letter: Letter) -> bytes:
    """The letter as it would be typed on paper, UTF-8 with CRLF line ends."""
    return crlf(page(letter)).encode("utf-8", "replace")


def page(letter: Letter) -> str:
    """Sender, date, recipient, subject, text, closing and name, as lines joined by "\\n"."""
    blocks = (
        "\n".join(letter.sender),
        letter.date_line,
        "\n".join(letter.recipient),
        letter.subject,
        letter.text,
        f"{letter.closing}\n\n\n{letter.signature}",
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def message(letter: Letter) -> str:
    """A message's body: the text, closing, then name and address so that the office sees a constituent."""
    return "\n\n".join((letter.text, letter.closing, "\n".join(letter.sender)))


def crlf(text: str) -> str:
    """Line ends as mail and Windows expect them."""
    return text.replace("\n", "\r\n")


def one_line(text: str) -> str:
    """The text with one space wherever it had several, or what ends a line; non-breaking spaces stay."""
    return _BREAKING_SPACES.sub(" ", text).strip(" ")


def settable(text: str) -> str:
    """The text without control characters, tabs as spaces; line ends stay.

    What XML may not hold (lone surrogates, U+FFFE, U+FFFF) becomes the replacement character: PDF keeps a
    document's title in XML, a Word file everything.
    """
    return _NOT_IN_XML.sub("\ufffd", _CONTROLS.sub("", text.replace("\t", " ")))


def reads_from_the_right(text: str) -> bool:
    """Whether its first strong character does, as browsers decide for dir=auto."""
    if not _FROM_THE_RIGHT.search(text):
        return False
    strong = (d for d in map(unicodedata.bidirectional, text) if d in {"L", "R", "AL"})
    return next(strong, "L") != "L"
