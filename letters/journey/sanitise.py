"""Text as typed, without what no letter can hold."""

import re

from representatives.languages import N_

UNPRINTABLE = N_("Some characters here cannot be printed. They have been taken out: check what is left.")

# Unicode's categories Cc, without the line feed, and Cs: https://www.unicode.org/reports/tr44/#General_Category_Values
_UNSETTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def plain_line_ends(text: str) -> str:
    """The text with every kind of line end as "\\n" and tabs as spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return text.replace("\u2028", "\n").replace("\u2029", "\n\n")


def visible(text: str) -> str:
    """The text without characters that cannot be set: controls other than line ends, lone surrogates."""
    return _UNSETTABLE.sub("", plain_line_ends(text))


def tidied(data: str | None) -> str:
    """What was typed in a field, visible and without space around it."""
    return visible(data or "").strip()


def one_line(text: str) -> str:
    """The text with single spaces; non-breaking ones stay."""
    return re.sub(r"[ \n]+", " ", text).strip(" \n")


def has_unprintable(text: str) -> bool:
    """Whether visible() would take a character out."""
    return visible(text) != plain_line_ends(text)
