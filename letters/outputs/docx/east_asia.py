"""Which font and language the Chinese, Japanese or Korean in a text is in: Word chooses by these, not by the characters."""

import re
from typing import NamedTuple

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_BOPOMOFO = re.compile("[\u3105-\u312f\u31a0-\u31bf]")
_HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class EastAsian(NamedTuple):
    """What Word calls East Asian text."""

    font: str
    """A serif that Word brings for it."""
    language: str


KOREAN = EastAsian("Batang", "ko-KR")
JAPANESE = EastAsian("MS Mincho", "ja-JP")
TRADITIONAL = EastAsian("PMingLiU", "zh-TW")
SIMPLIFIED = EastAsian("SimSun", "zh-CN")


def east_asian(text: str, around: str = "") -> EastAsian | None:
    """The font and language of a text; None without such characters.

    Chinese characters alone are of the script that the text around them is in; by themselves they are taken for
    simplified ones, unless one of them exists among the traditional ones only.
    """
    if not any(script.search(text) for script in (_HANGUL, _KANA, _BOPOMOFO, _HAN)):
        return None
    return _of_own_letters(text) or _of_own_letters(around) or _chinese(text + around)


def _of_own_letters(text: str) -> EastAsian | None:
    found = ((_KANA, JAPANESE), (_HANGUL, KOREAN), (_BOPOMOFO, TRADITIONAL))
    return next((script for letters, script in found if letters.search(text)), None)


def _chinese(text: str) -> EastAsian:
    """GB 2312 has the simplified characters and Big5 the traditional ones; many are in both."""
    characters = "".join(_HAN.findall(text))
    simplified = len(characters.encode("gb2312", "ignore"))
    traditional = len(characters.encode("big5", "ignore"))
    return TRADITIONAL if traditional > simplified else SIMPLIFIED
