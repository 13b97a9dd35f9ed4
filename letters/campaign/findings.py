"""What a check of a campaign says to its author: mistakes, which keep the campaign from being shown, and advice."""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.campaign.toml_lines import Path as Place


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One sentence about one line of a file."""

    file: str
    line: int
    sentence: str
    is_advice: bool = False
    """Whether the campaign can be shown without it."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'Advice: ' if self.is_advice else ''}{self.sentence}"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and where it belongs: a line of a words file, or the path of a value in campaign.toml."""

    where: int | Place
    sentence: str
    is_advice: bool = False


Check = Iterator[Said]
"""What each check yields."""
