"""How much of a letter is the writer's own, and whether a filter for like letters would set it aside."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

FILTER = 0.5
"""The lowest likeness at which WriteToThem, whose rule is public, counts a letter among copies:
https://github.com/mysociety/writetothem/blob/master/perllib/FYR/AbuseChecks.pm (SubstringHash.pm says how)."""
SHINGLE = 3
"""Words in a shingle: with three, a changed word spares its neighbours, and strangers share next to nothing."""

# Scripts that put no space between words: in them each character counts as a word.
_UNSPACED = ("CJK ", "HIRAGANA ", "KATAKANA ", "THAI ", "LAO ", "KHMER ", "MYANMAR ")
# Between words without a space; other marks, such as the hyphen and the comma of 5,650, are inside one.
_BETWEEN = "–—―/"
# Without these most letters are ASCII, which translate() folds in a fraction of the time.
_COMMON_MARKS = re.compile("[’“”«»…\u0300-\u036f]")
_DASHES = re.compile("[–—]")
_LAST_REMEMBERED = 0xFFFF


@dataclass(frozen=True, slots=True)
class Measure:
    """What the own-words meter says of a letter."""

    own_words: int
    """Words that are the writer's: in no run of three words that the unedited text has too."""
    all_words: int
    share: float
    """The writer's part of the words, 0 to 1."""
    compared: int = 0
    """How many unedited letters in other wordings it was compared with."""
    grouped: int = 0
    """With how many of these a filter at FILTER would group it."""


def likeness(first: str, second: str) -> float:
    """The share of two texts that they have in common, by their words: 0 (nothing) to 1 (the same words).

    It is the Dice overlap of shingles: of all runs of three words in both texts, the part that is found in both,
    a run that is repeated counting as often as it stands in each. Case, accents, apostrophes and punctuation do
    not count. Of two letters from one text of T words with O words of their writers' own in each it says about
    T / (T + O); of a letter of T + O words and that text alone, 2T / (2T + O).

    WriteToThem's filter takes the same overlap of the same kind of runs, but of 32 letters (some six words), and
    of a sample of them, and leaves out the salutation. It finds less likeness (by some 0.07; by 0.2 where words were
    changed here and there) and varies more: a pair under 0.5 here is rarely over 0.5 there, the reverse is common.

    It knows nothing of meaning: the same thought in other words is unlike, an idea is never counted. Moved
    paragraphs stay alike. Texts of fewer than three words are alike only if they are the same.
    """
    return _overlap(_shingles(words(first)), _shingles(words(second)))


def measure(letter_text: str, unedited_text: str, others: Sequence[str] = ()) -> Measure:
    """Compare a letter with what its writer was given.

    Words that the writer edited count as theirs, and words that they took out count for nobody. What offices compare are
    the letters that they get, and those differ in their wordings; `others` says how it fares among them.

    Args:
        letter_text: the letter as it is sent, from the salutation on (Letter.text).
        unedited_text: the same letter to the same person, composed without own words and without edits.
        others: that unedited letter in other draws of the campaign's wordings, as other people send it.
    """
    written = words(letter_text)
    mine, given = _shingles(written), _shingles(words(unedited_text))
    own = _own(written, given)
    return Measure(
        own_words=own,
        all_words=len(written),
        share=own / len(written) if written else 0.0,
        compared=len(others),
        grouped=sum(_overlap(mine, _shingles(words(other))) >= FILTER for other in others),
    )


def words(text: str) -> list[str]:
    """The words of a text, alike where a reader takes them for the same.

    Between spaces and dashes; without case, accents, apostrophes and other marks; compatible forms as one. In scripts
    without spaces each character is a word. As many as typography.word_count() finds, but for dashes and such scripts.
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _DASHES.sub(" ", _COMMON_MARKS.sub("", plain)).translate(_FOLDED).split()


def _shingles(found: Sequence[str]) -> Counter[int]:
    """The hash of every run of SHINGLE words with its number; of a shorter text the one run that it is.

    Two runs that differ share a hash by chance once in 2 to the power of 64.
    """
    if len(found) < SHINGLE:
        return Counter([hash(tuple(found))] if found else [])
    return Counter(map(hash, zip(*(found[start:] for start in range(SHINGLE)), strict=False)))


def _overlap(first: Counter[int], second: Counter[int]) -> float:
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def _own(written: Sequence[str], given: Counter[int]) -> int:
    """How many words are in no run that was given."""
    length = min(SHINGLE, len(written))
    end = own = 0
    for place in range(len(written)):
        if hash(tuple(written[place : place + length])) in given:
            end = place + length
        own += place >= end
    return own


class _Folded(dict[int, str | None]):
    """What each character becomes: itself, nothing, or a space. Filled as characters come, to 65,536 at most."""

    def __missing__(self, code: int) -> str | None:
        made = _fold(chr(code))
        if code <= _LAST_REMEMBERED:
            self[code] = made
        return made


def _fold(char: str) -> str | None:
    if char.isspace() or char in _BETWEEN:
        return " "
    if unicodedata.combining(char) or unicodedata.category(char)[0] not in "LMN":
        return None
    return f" {char} " if unicodedata.name(char, "").startswith(_UNSPACED) else char


_FOLDED = _Folded()
