"""A campaign folder as a .zip, made and read in memory: never a path outside it, a link, or more than its bounds."""

import stat
import tomllib
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath

from representatives.languages import N_

MOST_PACKED = 262_144
MOST_UNPACKED = 1_048_576
MOST_ENTRIES = 64
"""Four countries in two languages are fifteen files."""
_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format can say: the same folder makes the same archive on every day."""

NO_ZIP = N_("This file is no .zip that can be read.")
TOO_LARGE = N_("This .zip is too large: 256 KB, and 1 MB when it is unpacked, are the most.")
STRANGE = N_("This .zip holds a link, a path or a lock that no campaign folder has.")
NOT_UTF8 = N_("A file in this .zip is not saved as UTF-8 text.")
NO_CAMPAIGN = N_("There is no campaign.toml in this .zip.")
NO_TOML = N_(
    "campaign.toml in this .zip cannot be read as TOML: mend it in a text editor, then open the .zip again."
)
NO_COUNTRY = N_(
    "campaign.toml in this .zip names no country and language that letters can be written in: mend it in a text editor, then open the .zip again."
)


class BadArchive(ValueError):
    """The archive is refused; str() is a sentence marked for translation."""


def pack(name: str, files: Mapping[str, str]) -> bytes:
    """The archive of a folder of that name."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, text in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{name}/{file}", _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, text.encode("utf-8", "replace"))
    return content.getvalue()


def unpack(content: bytes) -> tuple[str, dict[str, str]]:
    """The folder's name ("" where the archive has none) and its files by name, as text.

    Raises:
        BadArchive: it is no such archive, too large, or holds what no campaign folder does.
    """
    if len(content) > MOST_PACKED:
        raise BadArchive(TOO_LARGE)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _read(archive)
    except UnicodeDecodeError:
        raise BadArchive(NOT_UTF8) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise error if isinstance(error, BadArchive) else BadArchive(NO_ZIP) from None


def _read(archive: zipfile.ZipFile) -> tuple[str, dict[str, str]]:
    entries = [
        entry
        for entry in archive.infolist()
        if not entry.filename.endswith("/") and not _is_by_the_way(entry)
    ]
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise BadArchive(TOO_LARGE)
    files: dict[str, str] = {}
    folders, left = set(), MOST_UNPACKED
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if _is_strange(entry, path):
            raise BadArchive(STRANGE)
        with archive.open(entry) as file:
            read = file.read(left + 1)  # what the entry says of its size may be wrong
        left -= len(read)
        if left < 0:
            raise BadArchive(TOO_LARGE)
        if path.suffix in (".md", ".toml"):
            if path.name in files:
                raise BadArchive(STRANGE)
            files[path.name] = read.decode("utf-8-sig").replace("\r\n", "\n")
            folders.add("/".join(path.parts[:-1]))
    if "campaign.toml" not in files:
        raise BadArchive(NO_CAMPAIGN)
    if len(folders) > 1:
        raise BadArchive(STRANGE)
    _see_that_it_is_toml(files["campaign.toml"])
    return folders.pop(), files


def _see_that_it_is_toml(text: str) -> None:
    """Otherwise the form would be empty, and saving it would lose what the file says."""
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        raise BadArchive(NO_TOML) from None


def _is_by_the_way(entry: zipfile.ZipInfo) -> bool:
    """Whether it is what systems add by themselves, such as macOS its __MACOSX folder."""
    name = PurePosixPath(entry.filename).name
    return entry.filename.startswith("__MACOSX/") or (name.startswith(".") and name != "..")


def _is_strange(entry: zipfile.ZipInfo, path: PurePosixPath) -> bool:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return (
        kind not in (0, stat.S_IFREG)
        or bool(entry.flag_bits & 0x1)  # locked with a password
        or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        or path.is_absolute()
        or ".." in path.parts
        or len(path.parts) > 2
        or any(mark in entry.filename for mark in "\\:\0")
    )
