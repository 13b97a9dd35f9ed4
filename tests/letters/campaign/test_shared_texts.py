"""The letter to the editor and the message to friends: what can be wrong in them, with its line."""

import pytest

from letters.campaign.checks.shared_texts import shared_findings
from letters.campaign.sections import split
from letters.typography import word_count
from tests.support import campaigns

SOURCES = {"un-2021"}
RULES = "# Rules\n\n- Keep it short.\n\n# Title\n\nA title\n\n"
OWN = "\n\n# Own\n\nAdd a sentence.\n"


def editor(words: int, mark: str = " [un-2021]") -> str:
    return f"{RULES}# Text\n\n{' '.join(['word'] * words)}{mark}{OWN}"


def said(kind: str, text: str) -> list[tuple[int, str]]:
    return [(each.where, each.sentence) for each in shared_findings(kind, split(text), SOURCES)]  # type: ignore[misc]


@pytest.mark.parametrize("words", [150, 175, 200])
def test_a_letter_to_the_editor_of_150_to_200_words_is_right(words: int) -> None:
    assert said("editor", editor(words)) == []


@pytest.mark.parametrize("words", [149, 201])
def test_another_length_is_said_with_the_line_of_the_text(words: int) -> None:
    assert said("editor", editor(words)) == [(11, f"The letter to the editor has {words} words: 150 to 200.")]


def test_a_letter_to_the_editor_names_sources_that_exist() -> None:
    assert said("editor", editor(150, "")) == [
        (11, "The letter to the editor names no source: add [source-id] after each statement.")
    ]
    assert said("editor", editor(150, " [un-1921]")) == [(11, "No [[sources]] block has the id “un-1921”.")]


def test_the_marks_are_no_words() -> None:
    assert said("editor", editor(200, " [un-2021] [un-2021]")) == []


@pytest.mark.parametrize("part", ["Rules", "Title", "Text", "Own"])
def test_a_part_that_is_missing_or_empty_is_named(part: str) -> None:
    text = editor(150)
    start = text.index(f"# {part}\n")
    end = text.find("\n# ", start)
    rest = text[end + 1 :] if end > 0 else ""
    wanted = (1, f"The part “# {part}” is missing or empty.")
    assert wanted in said("editor", text[:start] + rest)
    assert wanted in said("editor", f"{text[:start]}# {part}\n\n{rest}")


def test_an_unknown_part_and_a_placeholder_are_said_with_their_lines() -> None:
    assert said("editor", editor(150) + "\n# More\n\n{{ region }}\n") == [
        (17, "Unknown part “# More”."),
        (19, "Placeholders work only in a letter’s texts: not here."),
    ]


def test_text_before_the_first_part_is_said() -> None:
    assert said("friend", "Hello\n\n# Text\n\nHi") == [(1, "Unknown part “# ”.")]


def test_a_message_to_friends_has_sixty_words_at_most() -> None:
    assert said("friend", f"# Text\n\n{'word ' * 60}") == []
    assert said("friend", f"# Text\n\n{'word ' * 61}") == [(3, "The message has 61 words: 60 at most.")]
    assert said("friend", "# Title\n\nHi") == [
        (1, "The part “# Text” is missing or empty."),
        (1, "Unknown part “# Title”."),
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("slug", campaigns())
def test_a_real_letter_to_the_editor_is_ready_to_show(slug: str, language: str) -> None:
    editorial = campaigns()[slug].editorials[language]
    assert 150 <= word_count(" ".join(editorial.paragraphs)) <= 200
    assert len(editorial.paragraphs) >= 2
    assert editorial.cited
    assert set(editorial.cited) <= set(campaigns()[slug].sources)
    assert not [text for text in (editorial.title, editorial.own, *editorial.paragraphs) if "[" in text]
    assert len(editorial.rules) >= 4
    assert editorial.own
    rules = " ".join(editorial.rules).lower()
    phone, length = {"en": ("telephone|phone", "150"), "fr": ("téléphone", "150")}[language]
    assert any(word in rules for word in phone.split("|"))
    assert length in rules
