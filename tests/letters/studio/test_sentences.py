"""Whatever the check says has words for the form, and so a translation."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from letters.campaign.checks import folder
from letters.studio.sentences import worded

CHECKS = sorted(Path(folder.__file__).parent.glob("*.py"))
FILES_ALONE = (
    "Pages are read in",
    "Request “7” names no source: those of the letter’s facts",
    "7 campaign.toml promises",
    "Without “7” writers are asked",
    "Begin this line with",
    "Text before the first",
    "Unknown part",
    "Unknown country",
    "There is no 7 in 7",
    "No letter to 7 can be written",
    "The source “7” stands here twice",
    "The request “7” stands here twice",
    "“7” stands here twice",
    "The part “7” is missing.",
    "The note is missing",
    "title is missing in language",
    "campaign.toml does not list",
    "The folder’s name is",
    "7: the request “7” ends on",
)
"""Sentences about what the form makes right by itself (parts, labels, ids, file names), and advice that it leaves out."""


def sentences() -> Iterator[str]:
    """Every sentence that the checks can say, with 7 in the place of each value."""
    for path in CHECKS:
        tree = ast.parse(path.read_text("utf-8"))
        inside = {
            id(part) for each in ast.walk(tree) if isinstance(each, ast.JoinedStr) for part in each.values
        }
        notes = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
        for each in ast.walk(tree):
            if isinstance(each, ast.JoinedStr):
                text = "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "7" for part in each.values
                )
            elif isinstance(each, ast.Constant) and id(each) not in inside | notes:
                text = str(each.value)
            else:
                continue
            if " " in text and text.endswith("."):
                yield text


@pytest.mark.parametrize("sentence", sorted(set(sentences())))
def test_a_sentence_of_the_check_has_words_for_the_form(sentence: str) -> None:
    said = worded(sentence, lambda mark, **values: f"marked: {mark % values if values else mark}")
    assert said.startswith("marked: ") or sentence.startswith(FILES_ALONE), sentence
