"""What an organisation's settings may be; each function gives the value or says how the sentence about it ends."""

import re

from web.organisation import contrast


def sign_up(address: str) -> str:
    """The address of a sign-up page, which is told nothing.

    Raises:
        ValueError: it is none, or could carry something.
    """
    if address and not re.fullmatch(r"https?://[^\s/?#]+\.[^\s?#]*", address):
        raise ValueError("must be a web address without ? or #: nothing is told to it.")
    return address


def accent(colour: str) -> str:
    """The colour of links and buttons, like "#1c4a6e".

    Raises:
        ValueError: it is none, or text in it is hard to read.
    """
    colour = colour.lower()
    if colour and not re.fullmatch("#[0-9a-f]{6}", colour):
        raise ValueError("must be like #1c4a6e.")
    if colour and not contrast.is_readable(colour):
        raise ValueError(
            "is too light to be read on the page: choose a darker colour "
            f"(a contrast of at least {contrast.LEAST}:1 is needed, this has {contrast.on_ground(colour):.1f}:1)."
        )
    return colour
