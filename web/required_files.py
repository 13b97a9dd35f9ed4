"""The files beside the code that pages and letters are made of, and a sentence where one is gone.

Without this the first visitor who comes to that page, or asks for that download, would be told that something went
wrong. Which files are needed is read from where the code and the templates name them.
"""

import re
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = {"html": "templates", "css": "static", "js": "static", "svg": "static", "typ": "letters/outputs"}
"""Where a file stands by how its name ends."""
CAMPAIGNS = "letters/campaigns"
RESTORE = "restore it from the repository (git checkout HEAD -- %s) or from the release of this version."
_NAMING = (
    "web/**/*.py",
    "letters/**/*.py",
    "representatives/*.py",
    "templates/*.html",
    "letters/outputs/*.typ",
)
_NAMED = re.compile(rf"""["']((?:[\w-]+/)?[\w-]+\.({"|".join(FOLDERS)}))["']""")


class NeededError(RuntimeError):
    """A file is gone without which pages or downloads fail; str() says which and what to do."""


def check(root: Path = ROOT) -> None:
    """See that every file that the code or a template names is there, and that there are campaigns.

    Raises:
        NeededError: one is not, or there are none.
    """
    names = needed(root)
    lost = []
    for folder in sorted({*FOLDERS.values()}):
        there = [name for name in names if name.startswith(f"{folder}/")]
        gone = [name for name in there if not _has_content(root / name)]
        lost += [folder] if gone and gone == there else gone
    if not [*root.glob(f"{CAMPAIGNS}/*/campaign.toml"), *root.glob(f"{CAMPAIGNS}/*/*.md")]:
        lost.append(CAMPAIGNS)
    if lost:
        others = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
        raise NeededError(f"{root / lost[0]}{others} cannot be read or is empty: {RESTORE % ' '.join(lost)}")


def damaged(name: str) -> NeededError:
    """What to raise where a file is there, but not whole."""
    return NeededError(f"{ROOT / name} is damaged: {RESTORE % name}")


def needed(root: Path = ROOT) -> list[str]:
    """Every file that is named somewhere, by its place below the root."""
    found: set[tuple[str, str]] = set()
    for path in chain.from_iterable(map(root.glob, _NAMING)):
        found.update(_NAMED.findall(path.read_text("utf-8", "replace")))
    return sorted(f"{FOLDERS[ending]}/{name}" for name, ending in found)


def _has_content(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(1) != b""
    except OSError:
        return False
