"""The files beside the code that pages and letters are made of, and a sentence where one is gone.

Without it the first visitor who comes to that page, or asks for that download, would be told that something went wrong.
The lists are held to what is in the folders by a test.
"""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILES = {
    "templates": """
        _asks.html _errors.html _field.html _guests.html _links.html _meter.html _next.html
        _preview.html _recipients.html _sending.html _sheet.html _sources.html _steps.html
        _table.html _to.html about.html base.html campaign.html constituency.html counts.html
        data.html embed.html error.html evening.html home.html letter.html locality.html
        privacy.html tell.html vacant.html write.html""",
    "static": "film.svg hero.svg host.css icon.svg letter-small.svg letter.js seal.svg stamp.svg style.css waves.svg",
    "letters/outputs": "envelope.typ labels.typ letter.typ own_copy.typ common.typ",
}
FONTS = {
    "letters/outputs/fonts": """
        DroidSansFallbackFull.ttf NanumMyeongjo.ttf NotoNaskhArabic-Regular.ttf
        NotoSansCanadianAboriginal-Regular.ttf NotoSansCherokee-Regular.ttf NotoSansMongolian-Regular.ttf
        NotoSansOriya-Regular.ttf NotoSansSyriac-Regular.ttf NotoSansThaana-Regular.ttf NotoSansTifinagh-Regular.ttf
        NotoSerif-Regular.ttf NotoSerifArmenian-Regular.ttf NotoSerifBengali-Regular.ttf
        NotoSerifDevanagari-Regular.ttf NotoSerifEthiopic-Regular.ttf NotoSerifGeorgian-Regular.ttf
        NotoSerifGujarati-Regular.ttf NotoSerifGurmukhi-Regular.ttf NotoSerifHebrew-Regular.ttf
        NotoSerifKannada-Regular.ttf NotoSerifKhmer-Regular.ttf NotoSerifLao-Regular.ttf
        NotoSerifMalayalam-Regular.ttf NotoSerifMyanmar-Regular.ttf NotoSerifSinhala-Regular.ttf
        NotoSerifTamil-Regular.ttf NotoSerifTelugu-Regular.ttf NotoSerifThai-Regular.ttf
        NotoSerifTibetan-Regular.ttf"""
}
CAMPAIGNS = "letters/campaigns"
RESTORE = "restore it from the repository (git checkout HEAD -- %s) or from the release of this version."


class NeededError(RuntimeError):
    """A file is gone without which pages or downloads fail; str() says which and what to do."""


def check(root: Path = ROOT) -> None:
    """See that every page and download has its file, and that there are campaigns.

    Raises:
        NeededError: one has not, or there are none.
    """
    lost = [*_lost(root, FILES)]
    if not [*root.glob(f"{CAMPAIGNS}/*/campaign.toml"), *root.glob(f"{CAMPAIGNS}/*/*.md")]:
        lost.append(CAMPAIGNS)
    if lost:
        raise NeededError(_sentence(root, lost))


def damaged(name: str) -> NeededError:
    """What to raise where a file is there, but not whole."""
    return NeededError(f"{ROOT / name} is damaged: {RESTORE % name}")


def lost_fonts(root: Path = ROOT) -> str:
    """A sentence where fonts are gone: letters are made all the same, but without some people's names."""
    lost = [*_lost(root, FONTS)]
    return _sentence(root, lost) if lost else ""


def _lost(root: Path, files: dict[str, str]) -> Iterator[str]:
    """Each file, or the folder where all of it is gone."""
    for folder, listed in files.items():
        names = listed.split()
        lost = [f"{folder}/{name}" for name in names if not _has_content(root / folder / name)]
        yield from [folder] if len(lost) == len(names) else lost


def _has_content(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(1) != b""
    except OSError:
        return False


def _sentence(root: Path, lost: list[str]) -> str:
    others = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
    return f"{root / lost[0]}{others} cannot be read or is empty: {RESTORE % ' '.join(lost)}"
