"""Every kind of PDF as a checker of PDF/UA-1 and WCAG 2.2 that is not ours reads it: no error, no warning."""

from dataclasses import replace
from pathlib import Path

import pytest
from outloud import check

from letters.outputs import download
from letters.outputs.kinds import KINDS
from tests.letters.outputs.samples import EIGHT_LINES, LETTER, LONG_NAME, NAMES, of_words

PAGE = "https://letters.example/en/a-campaign"
PDFS = [suffix for suffix, kind in KINDS.items() if kind.media_type == "application/pdf"]
HARD = replace(LETTER, sender=(LONG_NAME, *EIGHT_LINES), recipient=(LONG_NAME, *EIGHT_LINES[:6]), subject="")
LETTERS = {
    "one": [LETTER],
    "French, on A4": [replace(LETTER, language="fr", paper="a4", envelope="dl")],
    "several, of two pages": [replace(HARD, paragraphs=of_words(600)), LETTER],
    "every script": [replace(LETTER, sender=(*NAMES.values(),), paragraphs=tuple(NAMES.values()))],
}


@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS)
@pytest.mark.parametrize("suffix", PDFS)
def test_a_checker_finds_nothing(suffix: str, letters: list[object], tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(download(suffix, letters, PAGE).content)  # type: ignore[arg-type]
    result = check(str(file))
    assert [f"{found.rule} {found.message}" for found in result.findings] == []
    assert result.verdict == "pass"
