"""Gentle marks on own words: found where they help, silent on honest sentences, and never about spelling."""

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.feedback.own_marks import meant_for_another, own_marks
from tests.support import MEMBER, OWN_WORDS, SENATOR, person

FOUND = {
    "sentence": (
        ("en", "i saw a film about it."),
        ("en", "I saw a film about it. it made me think."),
        ("en", "I first heard of this when"),
        ("en", "Good.\n\nThis matters to me because"),
        ("fr", "j’ai vu un film."),
        ("fr", "J’ai découvert ce sujet dans un film"),
    ),
    "machine": (
        ("en", "I hope this letter finds you well."),
        ("en", "As an AI language model I cannot vote."),
        ("en", "My name is [Your Name]."),
        ("en", "Certainly! Here is a letter."),
        ("en", "**Transparency** is what I ask for."),
        ("en", "My reasons:\n- One reason.\n  - A part of it.\n- Another."),
        ("fr", "J’espère que cette lettre vous trouve en bonne santé."),
        ("fr", "Je m’appelle [votre nom]."),
    ),
}
ORDINARY = {
    "en": (
        OWN_WORDS,
        "I has saw the film and I am verry sad. Pleese help.",
        "My son (he is 4) asked why. “Why?” he said. So I write.",
        "The iPhone in my hand was made somewhere. eBay sells them.",
        "See e.g. the report of 2021, p. 5 of it.",
        "Two things:\n- my aunt\n- her friend",
        "我写信给您。",
        "They wait… and so do I!",
    ),
    "fr": ("Ma tante attend un rein. « Pourquoi ? » demande-t-elle.", "C’est important pour moi !"),
}
DANKO, SMITH = person(MEMBER), replace(person(SENATOR), family_name="Smith")


@pytest.mark.parametrize(
    ("id", "language", "text"), [(id, *each) for id, all in FOUND.items() for each in all]
)
def test_what_an_office_may_stumble_over_is_marked(id: str, language: str, text: str) -> None:
    (mark,) = own_marks(text, language)
    assert mark.id == id
    assert mark.found


@pytest.mark.parametrize(
    ("language", "text"), [(of, text) for of, texts in ORDINARY.items() for text in texts]
)
def test_an_honest_sentence_has_no_mark(language: str, text: str) -> None:
    assert own_marks(text, language) == ()


@pytest.mark.parametrize(
    ("language", "own"),
    [
        ("en", "Mr. Danko, you know our street."),
        ("en", "Dear Danko, thank you."),
        ("en", "Please speak in the House about it."),
        ("en", "As my MP you can ask."),
        ("fr", "Monsieur Danko, merci."),
        ("fr", "Veuillez prendre la parole à la Chambre."),
    ],
)
def test_words_for_one_person_are_marked_in_the_letter_to_the_other_alone(language: str, own: str) -> None:
    (mark,) = meant_for_another(own, language, SMITH, [DANKO, SMITH])
    assert mark.id == "recipient"
    assert mark.found
    assert meant_for_another(own, language, DANKO, [DANKO, SMITH]) == ()


@pytest.mark.parametrize("own", ["Mr. Danko helped us.", "Please speak in the House."])
def test_where_a_letter_goes_to_one_person_nothing_is_meant_for_another(own: str) -> None:
    assert meant_for_another(own, "en", SMITH, [SMITH]) == ()


def test_what_passed_in_the_house_may_be_said_to_a_senator() -> None:
    own = "Two bills passed in the House last year. My house is near the Dankov bakery."
    assert meant_for_another(own, "en", SMITH, [DANKO, SMITH]) == ()


def test_a_mark_asks_and_does_not_forbid() -> None:
    marks = [
        *own_marks("i hope this letter finds you well", "en"),
        *meant_for_another("Mr. Danko", "en", SMITH, [DANKO]),
    ]
    assert [mark.id for mark in marks] == ["sentence", "machine", "recipient"]
    for mark in marks:
        assert not re.search(r"\b(?:must|cannot|not allowed|forbidden|refused)\b", mark.sentence)


@given(st.text(max_size=300), st.sampled_from(["en", "fr", "de"]))
def test_any_text_is_looked_at(text: str, language: str) -> None:
    for mark in (*own_marks(text, language), *meant_for_another(text, language, SMITH, [DANKO, SMITH])):
        assert mark.sentence
        assert mark.found


@pytest.mark.parametrize(
    "text", ["x" * 20_000, "mr " * 5000, "- a\n" * 4000, "**" * 9000, "[your " * 4000, "a. " * 6000]
)
def test_the_longest_text_is_looked_at_at_once(text: str) -> None:
    start = time.thread_time()
    own_marks(text, "en")
    meant_for_another(text, "en", SMITH, [DANKO, SMITH])
    assert time.thread_time() - start < 1
