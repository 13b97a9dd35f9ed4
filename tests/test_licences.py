"""docs/licences.md names every library that operators install, with its licence.

UPDATE_LICENCES=1 pytest tests/test_licences.py writes it anew, from what is installed.
"""

import os
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIST = ROOT / "docs" / "licences.md"
HEADING = """# Licences of the libraries

What `requirements-server.txt` installs, by what each library says of itself. Made by
`UPDATE_LICENCES=1 pytest tests/test_licences.py`; a test keeps it in step with the lock.

| library | licence |
|---|---|
"""
FREE = re.compile(
    r"MIT|BSD|Apache|MPL|Mozilla|PSF|Python Software Foundation|ISC|Unlicense|LGPL|ZPL|0BSD|HPND"
)


def locked() -> list[str]:
    text = (ROOT / "requirements-server.txt").read_text("utf-8")
    return sorted(set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE)))


def listed() -> dict[str, str]:
    text = LIST.read_text("utf-8") if LIST.exists() else ""
    return dict(re.findall(r"^\| ([a-z0-9-]+) \| (.+) \|$", text.partition("|---|")[2], re.MULTILINE))


def licence(name: str) -> str:
    """What the installed library says; of one that is for another system, what a maintainer wrote in the list."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return listed().get(name, "not installed on this system")
    of_classifiers = [
        c.rpartition(":: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License ::")
    ]
    named = (
        about.get("License-Expression") or " and ".join(of_classifiers) or about.get("License") or "unknown"
    )
    return " ".join(named.split())[:60].replace("|", "/")


def test_every_library_that_is_installed_is_listed_with_its_licence() -> None:
    found = {name: licence(name) for name in locked()}
    if os.environ.get("UPDATE_LICENCES"):
        rows = "".join(f"| {name} | {said} |\n" for name, said in found.items())
        LIST.write_text(HEADING + rows, "utf-8")
    assert listed() == found


def test_every_licence_lets_anybody_run_and_change_the_site() -> None:
    assert [name for name, said in listed().items() if not FREE.search(said)] == []
