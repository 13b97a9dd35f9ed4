"""Whether letters can be made here as files: every kind, and with every name."""

from collections.abc import Iterator
from pathlib import Path

from letters.outputs import self_test
from letters.outputs.typesetting import coverage, typst_pdf
from web import required_files
from web.doctor.checks import Finding

SCRIPTS = {
    "ԁ": "rarer Latin and Cyrillic",
    "汉": "Chinese",
    "あ": "Japanese",
    "한": "Korean",
    "ٱ": "Arabic and Uyghur",
    "བ": "Tibetan",
    "ᠮ": "Mongolian",
    "ᐃ": "Inuktitut and Cree",
    "Ⴀ": "Georgian",
    "አ": "Ethiopic",
    "ܐ": "Syriac",
    "ދ": "Thaana",
    "ⵣ": "Tifinagh",
    "ব": "Bengali",
    "ગ": "Gujarati",
    "ਗ": "Gurmukhi",
    "ಕ": "Kannada",
    "മ": "Malayalam",
    "ଓ": "Odia",
    "ස": "Sinhala",
    "த": "Tamil",
    "త": "Telugu",
    "ខ": "Khmer",
    "ໜ": "Lao",
    "မ": "Burmese",
    "ท": "Thai",
}
"""A letter for each font kept here without which letters of somebody's name are lost: typst's own fonts lack it."""


def downloads() -> Iterator[Finding]:
    """Which files of a letter cannot be made here."""
    if failed := [*self_test.failures()]:
        restore = required_files.RESTORE % "letters/outputs"
        yield Finding(f"No letter can be made as {', '.join(failed)}: {restore}", serious=True)


def fonts(folder: Path = coverage.FONTS) -> Iterator[Finding]:
    """Whose names could not be printed with the fonts that are kept here."""
    lost = typst_pdf.unshown(SCRIPTS, folder)
    if lost:
        names = ", ".join(SCRIPTS.get(character, character) for character in lost)
        yield Finding(
            f"No whole font for {names} is in {folder}: restore it from the repository.", serious=True
        )


def at_start() -> list[str]:
    """What the log is told as soon as the app starts, which it does all the same."""
    lost = ", ".join(typst_pdf.lost_fonts())
    return [f"No whole font {lost} is in {coverage.FONTS}: restore it from the repository."] if lost else []
