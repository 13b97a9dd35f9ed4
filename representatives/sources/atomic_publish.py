"""Replaces files of data/ so that at every moment datapackage.json names whole files with the right hashes.

A reader opens datapackage.json first and then the files it names. New files are therefore put beside the old ones
under names of their own; one replacement of datapackage.json makes them the data; then they get their lasting names
and datapackage.json is replaced a second time. Interrupted anywhere, the data is the old or the new, and whole. What is
left behind is cleared by the next call.
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from representatives.storage.dataset import RESTORE, DatasetError

LOCK = ".lock"
_STAGED = ".staged-"
_NEW = ".new"
_DESCRIPTION = "datapackage.json"


class Busy(RuntimeError):
    """Another command is writing to the same data."""


def commit(root: Path, files: Mapping[str, bytes], package: Mapping[str, Any]) -> None:
    """Make files and their description the data, all or nothing.

    Args:
        root: the data folder.
        files: by path relative to it, as `package` names them.
        package: the whole of datapackage.json.

    Raises:
        OSError: the disk is full or may not be written; the data is as it was.
    """
    # Named for their content: a file that the description names already, after a tidying that failed, is not written over.
    staged = {
        path: f"{path}{_STAGED}{hashlib.sha256(content).hexdigest()[:12]}" for path, content in files.items()
    }
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / staged[path]).write_bytes(content)
    _replace(root / _DESCRIPTION, _json(_renamed(package, staged)))
    with suppress(OSError):  # what was staged is the data by now, and whole; the next command tidies up
        recover(root)


def recover(root: Path) -> None:
    """Give staged files that are the data their lasting names, and remove those that never became it.

    Raises:
        DatasetError: the description is damaged, so that nobody can tell which are the data.
        OSError: the disk is full or may not be written; the data is as it was.
    """
    description = root / _DESCRIPTION
    if not description.exists():
        return
    try:
        package = json.loads(description.read_text("utf-8"))
        named = [str(resource["path"]) for resource in package["resources"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DatasetError(f"{description} cannot be read: {RESTORE}") from error
    lasting = {path: path.partition(_STAGED)[0] for path in named if _STAGED in path}
    for staged, path in lasting.items():
        _replace(root / path, (root / staged).read_bytes())
    if lasting:
        _replace(description, _json(_renamed(package, lasting)))
    for left in [*root.rglob(f"*{_STAGED}*"), *root.rglob(f"*{_NEW}")]:
        left.unlink()


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the data folder for one command; the system lets go of it when the command ends, however it ends.

    Raises:
        Busy: another command holds it.
        DatasetError, OSError: as recover().
    """
    root.mkdir(parents=True, exist_ok=True)
    with (root / LOCK).open("a+") as file:
        try:
            _take(file)
        except OSError:
            raise Busy(f"Another command is writing to {root}: let it end, then try again.") from None
        recover(root)
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _renamed(package: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    resources = [{**each, "path": names.get(each["path"], each["path"])} for each in package["resources"]]
    return {**package, "resources": resources}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _replace(path: Path, content: bytes) -> None:
    """By a file of its own name, never in place."""
    temporary = path.with_name(path.name + _NEW)
    temporary.write_bytes(content)
    temporary.replace(path)
