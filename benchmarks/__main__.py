"""Every table, or those that are named: python -m benchmarks [lookup countries peers pages outputs memory load hostile]

Each row names what it is measured against: what a person would pick instead, or the least that the framework can do.
A ratio is taken in one run, both sides by turns; figures in seconds and bytes are only for scale. What it compares with
is in requirements-benchmarks.txt, except wrk and the libraries that WeasyPrint needs (docs/load.md).
"""

import sys

from benchmarks import countries, hostile, load, lookup, memory, outputs, pages, peers
from benchmarks.measure import machine

TABLES = {
    "lookup": lookup.run,
    "countries": countries.run,
    "peers": peers.run,
    "pages": pages.run,
    "outputs": outputs.run,
    "memory": memory.run,
    "load": load.run,
    "hostile": hostile.run,
}


def main() -> None:
    """Print the tables."""
    chosen = sys.argv[1:] or list(TABLES)
    if unknown := [name for name in chosen if name not in TABLES]:
        sys.exit(f"No table {', '.join(unknown)}: choose of {', '.join(TABLES)}.")
    print(machine())
    for name in chosen:
        TABLES[name]()


if __name__ == "__main__":
    main()
