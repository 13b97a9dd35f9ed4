"""What can be wrong in a words file's parts: how many wordings a text needs, what may stand where."""

import pytest

from letters.campaign.checks.lengths import MOST_CORE_WORDS, MOST_WORDS
from letters.campaign.checks.words import WORDINGS, text_findings
from letters.campaign.model import Prompt
from letters.campaign.sections import AFTER, FOR_ROLES, LABELS, Passage, split

REQUEST = """# Request: act

Title: Act
Topic: an act
Meaning: This asks to act.
Lead: Please act {{ in_region }}.
Or: Do act.
Supporting: Act too.
Question: Will you act?
Or: Do you act?
"""
AFTER_TEXTS = """After title: Act again
After topic: another act
After meaning: This asks to act again.
After: Please act again.
Or: Do act again.
After supporting: Act again too.
After question: Will you act again?
"""
LETTER = """# Letter: commons

Subject: {{ topic }}, {{ region }}
Or: {{ region }}: {{ topic }}
Or: From {{ region }}: {{ topic }}
Or: {{ topic }} ({{ region }})
Opening: I live in {{ constituency }}.
Or: My home is in {{ constituency }}.
Core: It is so. [un-2021]
Or: So it is. [un-2021]
Or: Thus it is. [un-2021]
Core: The law says so. [law-2022]
Or: So says the law. [law-2022]
Or: By law it is so. [law-2022]
Reply: Please write.
Or: Do write.
"""
PROMPT = """# Prompt: wish

Question: What do you wish?
Starter: I wish that
Starter: I hope that
"""


def said(text: str) -> list[tuple[int, str]]:
    return [(each.where, each.sentence) for each in text_findings(split(text), "en") if not each.is_advice]  # type: ignore[misc]


def advised(text: str) -> list[tuple[int, str]]:
    return [(each.where, each.sentence) for each in text_findings(split(text), "en") if each.is_advice]  # type: ignore[misc]


@pytest.mark.parametrize(
    "text", [REQUEST, REQUEST + AFTER_TEXTS, LETTER, PROMPT, "# Summary\n\nSo. [un-2021]\n"]
)
def test_what_is_right_is_not_spoken_of(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("label", WORDINGS)
def test_a_single_wording_is_advised_against_where_the_label_stands(label: str) -> None:
    lines = (REQUEST if label in LABELS["Request"] else LETTER).splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith(f"{label}:"))
    while place + 1 < len(lines) and lines[place + 1].startswith("Or:"):
        del lines[place + 1]
    assert said("\n".join(lines)) == []
    assert advised("\n".join(lines)) == [
        (place + 1, f"“{label}:” has one wording: add others in lines that begin with “Or:”.")
    ]


def test_the_longest_wordings_of_the_core_together_count() -> None:
    text = LETTER.replace("Or: Thus it is.", f"Or: {'word ' * 43}is.")
    assert said(text) == [(9, f"The Core has up to 49 words: {MOST_CORE_WORDS} at most.")]
    assert said(LETTER.replace("Or: Thus it is.", f"Or: {'word ' * 42}is.")) == []


def test_the_texts_of_a_letter_are_120_words_at_most() -> None:
    parts = ("Opening", "Lead", "Question", "Reply")
    assert MOST_CORE_WORDS + sum(MOST_WORDS[label] for label in parts) == 120


@pytest.mark.parametrize(
    ("branches", "words"),
    [
        ("{% if chamber == 'senate' %}one{% else %}one two three{% endif %}", 3),
        ("{% if chamber == 'senate' %}one two{% endif %} three", 3),
        (
            "{% if region == 'A' %}{% if chamber == 'house' %}a b c d{% else %}a{% endif %}{% else %}a b{% endif %}",
            4,
        ),
        ("{{ constituency }}, {{ in_region }}", 2),
    ],
)
def test_of_a_condition_the_longest_branch_counts(branches: str, words: int) -> None:
    filler = "word " * (MOST_WORDS["Opening"] - words)
    right = LETTER.replace("Opening: I live in {{ constituency }}.", f"Opening: {filler}{branches}")
    assert said(right) == []
    [(_, sentence)] = said(right.replace("Opening: ", "Opening: word "))
    assert sentence == f"“Opening:” has {MOST_WORDS['Opening'] + 1} words: {MOST_WORDS['Opening']} at most."


@pytest.mark.parametrize("label", FOR_ROLES)
def test_a_role_may_be_asked_in_words_of_its_own(label: str) -> None:
    mark = "?" if label.startswith("Question") else "."
    wordings = f"{label}: As {{{{ office }}}} please act{mark}\nOr: Please act, {{{{ office }}}}{mark}\n"
    assert said(REQUEST + wordings) == advised(REQUEST + wordings) == []
    assert said(REQUEST + wordings.replace("please act", "please act " * 20)) != []


@pytest.mark.parametrize("label", ["Subject", "Opening", "Lead", "Supporting", "Question", "Title", "Reply"])
def test_a_text_that_no_letter_could_hold_is_said(label: str) -> None:
    text = REQUEST if label in LABELS["Request"] else LETTER
    old = next(line for line in text.splitlines() if line.startswith(f"{label}:"))
    begin, end = (
        ("{{ topic }} {{ region }} ", "") if label == "Subject" else ("", "?" if label == "Question" else "")
    )
    most = f"{label}: {begin}{'x' * (1000 - len(begin + end))}{end}"
    assert said(text.replace(old, most, 1)) == []
    [(_, sentence)] = said(text.replace(old, most.replace("xx", "xxx", 1), 1))
    assert sentence == f"“{label}:” is 1001 characters long: 1000 at most."


def test_each_wording_of_the_core_names_its_source() -> None:
    assert said(LETTER.replace("So says the law. [law-2022]", "So says the law.")) == [
        (13, "This paragraph of the Core names no source: add [source-id].")
    ]


@pytest.mark.parametrize("place", ["our own town", "Our community", "notre village"])
def test_words_that_only_people_of_one_place_can_say_are_named(place: str) -> None:
    text = LETTER.replace("So says the law. [law-2022]", f"In {place} it is so. [law-2022]")
    sentence = f"“Core:” says “{place}”, as every writer would, wherever they live: name the place."
    assert said(text) == []
    assert (13, sentence) in advised(text)
    assert not any(
        "as every writer" in each for _line, each in advised(text.replace(place, "our country, our law"))
    )


@pytest.mark.parametrize("label", AFTER)
def test_after_texts_are_all_or_none(label: str) -> None:
    lines = AFTER_TEXTS.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{label}:"))
    end = start + (2 if label == "After" else 1)
    text = REQUEST + "\n".join(lines[:start] + lines[end:])
    assert said(text) == [(1, f"“{label}:” is missing.")]
    assert {sentence for _, sentence in said(REQUEST + "\n".join(lines[start:end]))} == {
        f"“{other}:” is missing." for other in AFTER if other != label
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Title: Act", "Title: Act {{ in_region }}"),
        ("Meaning: This", "Meaning: {{ recipient }}"),
        ("After title: Act", "After title: {{ region }}"),
        ("After meaning: This", "After meaning: {{ region }}"),
    ],
)
def test_a_text_that_stands_on_a_page_has_no_placeholder(old: str, new: str) -> None:
    assert [sentence for _, sentence in said((REQUEST + AFTER_TEXTS).replace(f"\n{old}", f"\n{new}", 1))] == [
        "Placeholders work only in a letter’s texts: not here."
    ]


@pytest.mark.parametrize("text", ["Question: Where in {{ region }}?", "Starter: Here in {{ region }}"])
def test_a_prompt_has_no_placeholder(text: str) -> None:
    label = text.partition(":")[0]
    old = next(line for line in PROMPT.splitlines() if line.startswith(label))
    assert [sentence for _, sentence in said(PROMPT.replace(old, text))] == [
        "Placeholders work only in a letter’s texts: not here."
    ]


def test_a_prompt_has_a_question_and_best_beginnings() -> None:
    assert said("# Prompt: wish\n\nStarter: I hope\n") == [(1, "“Question:” is missing.")]
    assert said("# Prompt: wish\n\nQuestion: What?\n") == []
    assert advised("# Prompt: wish\n\nQuestion: What?\n") == [
        (1, "Without “Starter:” the question stands alone.")
    ]


def test_an_or_before_any_label_is_said() -> None:
    assert [line for line, _ in said(REQUEST.replace("Title: Act", "Or: Act\nTitle: Act"))] == [3]


def test_a_wording_that_is_empty_is_none() -> None:
    assert (5, "“Lead:” is missing.") not in said(REQUEST)
    assert [sentence for _, sentence in said(REQUEST.replace("Please act {{ in_region }}.", ""))] == [
        "“Lead:” is missing."
    ]


def test_a_wording_may_run_over_lines_and_a_mark_is_found_in_each() -> None:
    (part,) = split("# Letter: commons\n\nCore: One\nline. [a]\nOr: Two. [b]\nlines.\n")
    ((core,), strays) = part.labelled()
    assert strays == []
    assert core.wordings == (Passage("One\nline. [a]", 3), Passage("Two. [b]\nlines.", 5))
    assert [wording.cited for wording in core.wordings] == [("a",), ("b",)]
    assert core.wordings[0].uncited == "One\nline."


def test_a_prompts_id_is_where_its_answer_stands() -> None:
    assert set(Prompt.__dataclass_fields__) == {"id", "question", "starters"}
