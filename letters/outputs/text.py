"""A letter as plain text: the whole page, or the body of a message."""

from letters.letter import Letter


def render(letter: Letter) -> bytes:
    """The letter as it would be typed on paper, UTF-8 with CRLF line ends."""
    return crlf(page(letter)).encode("utf-8")


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
