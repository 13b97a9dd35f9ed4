"""An update that is really killed, or whose disk really ends, leaves data that is whole, and free for the next one."""

import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from representatives.directory import Directory
from representatives.sources.atomic_publish import alone
from representatives.storage.dataset import Dataset
from tests.representatives.sources.updating import data_folder

ROOT = Path(__file__).parents[3]

UPDATE = """
import os, signal, sys
from pathlib import Path
from representatives.storage.dataset import Dataset
from representatives.sources.data_package import Table, description_in, publish
from representatives.sources.atomic_publish import alone

root, survives = Path(sys.argv[1]), int(sys.argv[2])
done = 0

def watch(event, arguments):
    global done
    writes = event == "open" and "w" in str(arguments[1]) and str(root) in str(arguments[0])
    if writes or event in ("os.rename", "os.remove"):
        if done == survives:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1

before = Dataset(root)
tables = [
    Table(name, [{**row, "note_en": "new " * 50} for row in before.rows(name)], {**description_in(entry), "as_of": "2026-11-24"})
    for name, entry in before.resources.items()
]
sys.addaudithook(watch)
if len(sys.argv) > 3:
    signal.signal(signal.SIGXFSZ, getattr(signal, sys.argv[3]))
with alone(root):
    publish(tables, root)
"""
"""Publishes a change; killed before its next write or replacement once it has survived so many."""


def update(root: Path, survives: int, at_the_limit: str = "", limit: int = 0) -> int:
    """Run it to its end, whatever that is; no file may grow past a limit where there is one."""

    def no_larger() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    command = [sys.executable, "-B", "-c", UPDATE, str(root), str(survives), *filter(None, [at_the_limit])]
    ended = subprocess.run(
        command,
        cwd=ROOT,
        check=False,
        timeout=60,
        stderr=subprocess.PIPE,
        preexec_fn=no_larger if limit else None,
    )
    assert ended.returncode in (0, -signal.SIGKILL, -signal.SIGXFSZ) or b"File too large" in ended.stderr
    return ended.returncode


def check(root: Path) -> str:
    """Read it as the site does, take it as the next command does, and read it again; the day that it is of."""
    Directory(Dataset(root))
    with alone(root):
        Directory(Dataset(root))
    left = [path for path in root.rglob("*") if ".staged-" in path.name or path.suffix == ".new"]
    assert left == []
    return str(Dataset(root).resources["gb-people"]["as_of"])


def test_an_update_that_is_killed_at_any_step_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, seen = data_folder(tmp_path / "original", "gb", monkeypatch), []
    for survives in range(40):
        root = Path(shutil.copytree(original, tmp_path / str(survives)))
        ended = update(root, survives)
        seen.append(check(root))
        if ended == 0:
            break
    assert ended == 0
    assert len(seen) > 6, "it was killed at many steps"
    assert seen == sorted(seen), "once new, it stays new"
    assert set(seen) == {"2026-07-01", "2026-11-24"}


@pytest.mark.parametrize("at_the_limit", ["SIG_IGN", "SIG_DFL"], ids=["is told", "is killed"])
def test_a_write_that_stops_half_way_leaves_the_old_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_the_limit: str
) -> None:
    root = data_folder(tmp_path / "data", "gb", monkeypatch)
    assert update(root, 1000, at_the_limit, limit=300) != 0
    assert [path.stat().st_size for path in root.rglob("*.staged-*")][-1:] == [300], "a part was written"
    assert check(root) == "2026-07-01"
