"""The sentences that outputs add."""

import re

import pytest

from letters.outputs.phrases import WORDING, say


def test_every_language_has_every_sentence_with_the_same_places() -> None:
    english = WORDING["en"]
    for sentences in WORDING.values():
        assert sentences.keys() == english.keys()
        for name, sentence in sentences.items():
            assert sorted(re.findall(r"\{\w+\}", sentence)) == sorted(re.findall(r"\{\w+\}", english[name]))


def test_french_has_its_non_breaking_spaces() -> None:
    assert not [
        each
        for each in WORDING["fr"].values()
        if re.search(r"[ \w}][:;!?%»]|« ", each.replace("\u00a0", "_."))
    ]


@pytest.mark.parametrize("name", ["{name}", "{0}", "{", "%s", "{x.__class__}"])
def test_a_name_is_never_a_place(name: str) -> None:
    assert say("en", "reminder", name=name) == f"Has {name} answered?"


def test_a_language_without_sentences_is_answered_in_english() -> None:
    assert say("cy", "copy") == "Your copy"
