"""Text as typed or pasted: Windows' and Word's characters as Unicode has them, and nothing that no letter can hold."""

import re
from collections.abc import Callable, Mapping

from representatives.languages import N_

UNPRINTABLE = N_(
    "Some characters here cannot be printed. They have been taken out where □ stands: “%(places)s”. Check what is left."
)
_MOST_PLACES, _AROUND = 3, 15
"""How many places are shown, and how many characters before and after each."""

# Unicode's categories Cc, without the line feed, and Cs: https://www.unicode.org/reports/tr44/#General_Category_Values
_UNSETTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]+")
# What ends a line: Word's soft break is U+000B; the others as in Unicode's UAX 14 (BK, NL) and in str.splitlines().
_LINE_ENDS = dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028", "\n") | {"\u2029": "\n\n"}
# A file that was Windows-1252 and was read as Latin-1 has these in the place of quotation marks, dashes and some letters.
_WINDOWS = {
    chr(byte): character
    for byte in range(0x80, 0xA0)
    if byte != 0x85 and (character := bytes([byte]).decode("windows-1252", "ignore"))
}
# What Word writes in its Symbol and Wingdings fonts, at U+F000 and the font's own code.
_SYMBOLS = dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf06c\uf06e\uf071\uf076\uf0d8", "•") | {
    **dict.fromkeys("\uf0e0\uf0e8", "→"),
    **dict.fromkeys("\uf0df\uf0e7", "←"),
    "\uf0fc": "✓",
    "\uf04a": "☺",
}
_MEANT = str.maketrans({"\t": " ", **_LINE_ENDS, **_WINDOWS})
_SYMBOL = str.maketrans(_SYMBOLS)
# At the start of a line, before a space, any of them is a bullet.
_BULLET = re.compile("^( *)[\uf020-\uf0ff](?= )", re.MULTILINE)


class Sentence(str):
    """A sentence marked for translation, with what its places stand for."""

    values: Mapping[str, str]

    def __new__(cls, text: str, **values: str) -> "Sentence":
        """The sentence; `values` by the names of its places."""
        made = super().__new__(cls, text)
        made.values = values
        return made


def translated(sentence: str, say: Callable[..., str]) -> str:
    """What `say` makes of a sentence, and of the values that it brings."""
    return say(sentence, **sentence.values) if isinstance(sentence, Sentence) else say(sentence)


def as_meant(text: str) -> str:
    """The text with every kind of line end as "\\n", tabs as spaces, and bullets and quotation marks as Unicode has them."""
    text = re.sub("\r\n?", "\n", text).translate(_MEANT)
    return _BULLET.sub(r"\1•", text).translate(_SYMBOL)


def visible(text: str) -> str:
    """The text without characters that cannot be set: controls other than line ends, lone surrogates."""
    return _UNSETTABLE.sub("", as_meant(text))


def tidied(data: str | None) -> str:
    """What was typed in a field, visible and without space around it."""
    return visible(data or "").strip()


def one_line(text: str) -> str:
    """The text with single spaces; non-breaking ones stay."""
    return re.sub(r"[ \n]+", " ", text).strip(" \n")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that are not blank, with single spaces."""
    return tuple(" ".join(line.split()) for line in text.split("\n") if line.strip())


def unprintable(text: str) -> Sentence | None:
    """What to say where visible() takes characters out: where they stood, with what is around them."""
    marked = _UNSETTABLE.sub("\0", as_meant(text))
    found = [match.start() for match in re.finditer("\0", marked)]
    if not found:
        return None
    shown = [one_line(marked[max(0, at - _AROUND) : at + 1 + _AROUND]) for at in found[:_MOST_PLACES]]
    return Sentence(UNPRINTABLE, places=" … ".join(shown).replace("\0", "□"))
