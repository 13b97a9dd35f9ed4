"""Whether the data on disk is whole, asked often and cheaply: files are hashed again only after they change."""

from pathlib import Path

from representatives.storage.dataset import DATA, Dataset, DatasetError

Signature = tuple[tuple[str, int, int, int, int], ...]


class Integrity:
    """Watches one data folder."""

    def __init__(self, root: Path = DATA) -> None:
        self._root = root
        self._seen: Signature | None = None
        self._mistake = ""

    def mistake(self) -> str:
        """ "" while every file is the one that was published; else a sentence that says which is not."""
        signature = self._signature()
        if signature != self._seen:
            self._mistake = _hashed_anew(self._root)
            self._seen = signature
        return self._mistake

    def _signature(self) -> Signature:
        found = sorted(path for path in self._root.rglob("*") if path.is_file())
        return tuple((str(path), *_stamp(path)) for path in found)


def _stamp(path: Path) -> tuple[int, int, int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0, 0, 0
    # Who changes a file can set its time of change back, but not the system's own of that (ctime).
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _hashed_anew(root: Path) -> str:
    try:
        dataset = Dataset(root)
        for name in dataset.resources:
            dataset.check(name)
    except DatasetError as error:
        return str(error)
    return ""
