"""Who speaks for a ZIP Code, against libraries from PyPI that say where it is.

None that could be found there knows a constituency without a network.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec

from benchmarks.countries import held
from benchmarks.measure import each_microseconds, ratios, title
from benchmarks.sample import DAY
from representatives import Dataset, Directory, Postcode

NUMBER = 300
"""ZIP Codes asked for: the libraries are slow."""


def run() -> None:
    """Print a row for each library that is installed, and say which are not."""
    title(
        "Look-up of a US ZIP Code: districts, shares and people, against its place alone. Below 1 is faster."
    )
    directory = Directory(Dataset())
    codes = list(held(directory, "us"))[:NUMBER]
    for name, prepare in PEERS.items():
        if find_spec(name) is None:
            print(
                f"  {name} is not installed (pip install -r requirements-benchmarks.txt): not compared.",
                flush=True,
            )
            continue
        _against(f"find() / {name} {version(name)}", directory, codes, prepare())


def _against(
    name: str, directory: Directory, codes: Sequence[Postcode], asked: Callable[[str], object]
) -> None:
    ratios(
        name,
        lambda: each_microseconds(lambda code: directory.find(code, DAY), codes),
        lambda: each_microseconds(lambda code: asked(code.code), codes),
    )


def _zipcodes() -> Callable[[str], object]:
    library = import_module("zipcodes")
    return lambda code: library.matching(code)


def _pyzipcode() -> Callable[[str], object]:
    table = import_module("pyzipcode").ZipCodeDatabase()
    return lambda code: table.get(code)


PEERS: dict[str, Callable[[], Callable[[str], object]]] = {"pyzipcode": _pyzipcode, "zipcodes": _zipcodes}
"""By package name: what makes the look-up of one code."""
