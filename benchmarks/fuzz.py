"""Seeks, guided by coverage, an input that breaks something: python -m benchmarks.fuzz [parse | outputs] [atheris options]

The same promises as tests/security/test_fuzz.py, for as long as somebody lets it run. Needs atheris, which is no
dependency: pip install atheris (Linux and macOS).
"""

import sys
from collections.abc import Callable
from dataclasses import replace

from benchmarks.sample import DAY, letters
from letters.outputs import download
from letters.placeholders import mistakes
from representatives import InvalidPostcode, directory, parse

FAST = ("txt", "eml", "ics")
"""Outputs that are made in less than a millisecond: a fuzzer needs many tries."""


def through_parse(data: bytes) -> None:
    """Any postcode is understood or explained."""
    try:
        directory().find(parse(data.decode("utf-8", "replace")), DAY)
    except InvalidPostcode:
        return


def through_placeholders(data: bytes) -> None:
    """Any text of a campaign is accepted or its mistakes are named."""
    list(mistakes(data.decode("utf-8", "replace")))


def through_outputs(data: bytes) -> None:
    """Any text makes a whole file."""
    text = data.decode("utf-8", "surrogateescape")
    letter = next(letters(0, 1))
    changed = replace(
        letter, sender=(text,), subject=text, salutation=text, paragraphs=(text,), signature=text
    )
    for suffix in FAST:
        assert download(suffix, [changed]).content


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": through_parse,
    "placeholders": through_placeholders,
    "outputs": through_outputs,
}


def main() -> None:
    """Run until something breaks or somebody stops it."""
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed: pip install atheris (Linux and macOS).")
    name = sys.argv[1] if len(sys.argv) > 1 else "parse"
    if name not in TARGETS:
        sys.exit(f"No target {name}: choose of {', '.join(TARGETS)}.")
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
