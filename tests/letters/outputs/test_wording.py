"""The sentences that outputs add. That each is translated, with its places and spaces: tests/test_code.py."""

import pytest

from letters.outputs.phrases import say


@pytest.mark.parametrize("name", ["{name}", "{0}", "{", "%s", "%(name)s", "{x.__class__}"])
def test_a_name_is_never_a_place(name: str) -> None:
    assert say("en", "Has %(name)s answered?", name=name) == f"Has {name} answered?"


def test_each_language_has_its_own_and_another_is_answered_in_english() -> None:
    said = {language: say(language, "Your copy") for language in ("en", "fr", "cy")}
    assert said == {"en": "Your copy", "fr": "Votre copie", "cy": "Your copy"}
