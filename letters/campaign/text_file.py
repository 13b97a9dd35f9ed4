"""Reads one file of a campaign, which a stranger may have sent: at most so large, UTF-8, without hidden characters."""

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

MOST_BYTES = 262_144
"""Of a file: ten times the longest there is. A larger one would take a minute to read."""

_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Control characters, and those that turn the order of what is read: a reviewer would approve another text than stands there."""


TOO_LARGE = f"This file is larger than {MOST_BYTES // 1024} KB."
MISSING = "This file is missing."


class Folder(Protocol):
    """A campaign's folder, wherever its files are."""

    @property
    def name(self) -> str:
        """The campaign's name in addresses."""

    def read(self, file: str) -> tuple[str, str]:
        """A file's text and "", or "" and a sentence that says why it cannot be read."""

    def words_files(self) -> list[str]:
        """The names of the files with words."""


@dataclass(frozen=True, slots=True)
class DiskFolder:
    """One on the disk."""

    path: Path

    @property
    def name(self) -> str:
        """See Folder."""
        return self.path.name

    def read(self, file: str) -> tuple[str, str]:
        """See Folder."""
        return read_text(self.path / file)

    def words_files(self) -> list[str]:
        """See Folder."""
        return sorted(path.name for path in self.path.glob("*.md"))


@dataclass(frozen=True, slots=True)
class MemoryFolder:
    """One that is on no disk."""

    name: str
    files: Mapping[str, str]

    def read(self, file: str) -> tuple[str, str]:
        """See Folder."""
        text = self.files.get(file)
        if text is None:
            return "", MISSING
        if len(text.encode("utf-8", "replace")) > MOST_BYTES:
            return "", TOO_LARGE
        problem = _hidden(text)
        return ("", problem) if problem else (text, "")

    def words_files(self) -> list[str]:
        """See Folder."""
        return sorted(file for file in self.files if file.endswith(".md"))


def read_text(path: Path) -> tuple[str, str]:
    """A file's text and "", or "" and a sentence that says why it cannot be read."""
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):  # a link to a device or a pipe, which would be read without an end
            return "", "This is not a file."
        if told.st_size > MOST_BYTES:
            return "", TOO_LARGE
        text = path.read_text("utf-8")
        problem = _hidden(text)
        return ("", problem) if problem else (text, "")
    except FileNotFoundError:
        return "", MISSING
    except UnicodeDecodeError:
        return "", "This file is not saved as UTF-8 text."
    except OSError:  # a link in a circle
        return "", "This file cannot be read."


def _hidden(text: str) -> str:
    found = _HIDDEN.search(text)
    if found is None:
        return ""
    line = text.count("\n", 0, found.start()) + 1
    return f"Line {line} holds the character U+{ord(found[0]):04X}, which nobody sees: take it out."
