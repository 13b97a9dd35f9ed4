"""A campaign's files, which a stranger may have sent: each at most so large, UTF-8, without hidden characters."""

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MANIFEST = "campaign.toml"
MOST_BYTES = 262_144
"""Of a file: ten times the longest there is. A larger one would take a minute to read."""
MISSING = "This file is missing."
_TOO_LARGE = f"This file is larger than {MOST_BYTES // 1024} KB."
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Control characters, and those that turn the order of what is read: a reviewer would approve another text than stands there."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A campaign's folder, wherever it was read from."""

    name: str
    """The campaign's name in addresses."""
    files: Mapping[str, str]
    """The texts by file name."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """Why a file of it could not be read, by file name."""

    def read(self, file: str) -> tuple[str, str]:
        """A file's text and "", or "" and a sentence that says why it cannot be read."""
        text = self.files.get(file)
        if text is None:
            return "", self.unread.get(file, MISSING)
        if len(text.encode("utf-8", "replace")) > MOST_BYTES:
            return "", _TOO_LARGE
        if hidden := _HIDDEN.search(text):
            line = text.count("\n", 0, hidden.start()) + 1
            character = f"U+{ord(hidden[0]):04X}"
            return "", f"Line {line} holds the character {character}, which nobody sees: take it out."
        return text, ""


def read_folder(path: Path) -> Folder:
    """Read a folder on the disk."""
    files, unread = dict[str, str](), dict[str, str]()
    for file in (path / MANIFEST, *path.glob("*.md")):
        try:
            told = file.stat()
            if not stat.S_ISREG(
                told.st_mode
            ):  # a link to a device or a pipe, which would be read without an end
                unread[file.name] = "This is not a file."
            elif told.st_size > MOST_BYTES:
                unread[file.name] = _TOO_LARGE
            else:
                files[file.name] = file.read_text("utf-8")
        except FileNotFoundError:
            unread[file.name] = MISSING
        except UnicodeDecodeError:
            unread[file.name] = "This file is not saved as UTF-8 text."
        except OSError:  # a link in a circle
            unread[file.name] = "This file cannot be read."
    return Folder(path.name, files, unread)
