"""Seeks, guided by coverage, an input that breaks something: python -m benchmarks.fuzz [TARGET] [atheris options]

The same promises as tests/security/test_fuzz.py, for as long as somebody lets it run. Needs atheris, which is no
dependency: pip install atheris (Linux and macOS).
"""

import sys
from collections.abc import Callable
from dataclasses import replace

from benchmarks.sample import DAY, letter_of, letters
from letters.body import split_paragraphs
from letters.campaign import manifest, sections
from letters.campaign.checks.shared_texts import shared_findings
from letters.campaign.checks.words import text_findings
from letters.campaign.placeholders import mistakes
from letters.journey.edits import edited
from letters.letter import Letter
from letters.outputs import SUFFIXES, download
from representatives import InvalidPostcode, directory, parse

FAST = frozenset({"txt", "eml", "ics"})
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


def through_campaign(data: bytes) -> None:
    """Any files of a campaign are read or their mistakes are named."""
    text = data.decode("utf-8", "replace")
    manifest.read(text)
    list(text_findings(sections.split(text), "en"))
    for kind in ("editor", "friend"):
        list(shared_findings(kind, sections.split(text), set()))


def through_compose(data: bytes) -> None:
    """Any words make a letter that holds them, and any edit of it is kept."""
    text = data.decode("utf-8", "replace")
    written = letter_of(text)
    for paragraph in split_paragraphs(text):
        assert paragraph in written.paragraphs
    edited(written, written.recipient_id, {f"text-{written.recipient_id}": text})


def _changed(data: bytes) -> Letter:
    text = data.decode("utf-8", "surrogateescape")
    return replace(
        next(letters(0, 1)), sender=(text,), subject=text, salutation=text, paragraphs=(text,), signature=text
    )


def through_outputs(data: bytes) -> None:
    """Any text makes a whole file of the quick kinds."""
    for suffix in FAST:
        assert download(suffix, [_changed(data)]).content


def through_set_outputs(data: bytes) -> None:
    """Any text makes a whole file of the kinds that are set on pages."""
    for suffix in SUFFIXES:
        if suffix not in FAST:
            assert download(suffix, [_changed(data)]).content


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": through_parse,
    "placeholders": through_placeholders,
    "campaign": through_campaign,
    "compose": through_compose,
    "outputs": through_outputs,
    "set-outputs": through_set_outputs,
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
