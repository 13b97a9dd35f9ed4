"""A letter as plain text: the whole page, or the body of a message; and what text can be set at all."""

import re
import unicodedata
from dataclasses import replace

from letters.letter import Letter

_BREAKING_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
# Unicode's category Cc without the line feed.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_CONTROLS_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ISOLATES, _ENDS_ISOLATE = "\u2066\u2067\u2068", "\u2069"
# Those, the marks, and the scripts that are written from the right.
_MOVES = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


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


def isolated(text: str) -> str:
    """A name or a line of an address that moves nothing of what stands beside it, whichever way it reads.

    Unicode's UAX 9, 2.7: between U+2068 and U+2069 its direction is its own.
    """
    if not _MOVES.search(text):
        return text
    kept, depth = [], 0
    for character in text:
        depth += (character in _ISOLATES) - (character == _ENDS_ISOLATE)
        if depth < 0:
            depth = 0  # it ends nothing, and would end the isolate around it
        else:
            kept.append(character)
    return f"\u2068{''.join(kept)}{_ENDS_ISOLATE * depth}{_ENDS_ISOLATE}"


def with_isolated_names(letter: Letter) -> Letter:
    """The letter, each of its names and lines of addresses isolated where it holds what moves its neighbours."""
    return replace(
        letter,
        recipient_name=isolated(letter.recipient_name),
        sender=tuple(map(_isolated_line, letter.sender)),
        recipient=tuple(map(_isolated_line, letter.recipient)),
        signature=_isolated_line(letter.signature),
    )


def _isolated_line(line: str) -> str:
    """A line that reads from the right, alone, needs nothing around it."""
    return isolated(line) if _CONTROLS_DIRECTION.search(line) else line


def reads_from_the_right(text: str) -> bool:
    """Whether its first strong character does, as browsers decide for dir=auto."""
    strong = (d for d in map(unicodedata.bidirectional, text) if d in {"L", "R", "AL"})
    return next(strong, "L") != "L"
