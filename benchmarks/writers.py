"""Made-up writers: names, and own words as people of many kinds might put them. Nobody real is behind any of them.

The model: a writer answers the campaign's three questions, a quarter, a half and a quarter of the words. Half of the
answers begin with one of the campaign's own sentence starters, as those who find writing hard will do. What follows are
sentences from a small grammar of everyday life (writers.toml), each part drawn by itself, and cut where the number of
words is reached; where a starter is finished, the grammar is rough. So two writers' own words alone are 0.04 to 0.05
alike by likeness(), about 0.01 of it through the starters; those of the two least lucky ones of 300 are half alike.

What it leaves out: people write more or fewer words and from a larger vocabulary, which makes letters less alike;
they also copy from the page, from one another and from what an assistant writes for them, which makes them more so.
"""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letters.campaign.model import Prompt

_PARTS = {"learned": 0.25, "matters": 0.5, "wish": 0.25}

_GRAMMAR: Mapping[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_FIRST = "Ada Bao Chidi Dolma Eva Fatima Georg Hana Ines Jonas Kofi Lan Mei Nora Omar Pilar Quentin Rosa Sami Tenzin"
_LAST = "Abbott Bose Chan Diallo Evans Ferreira Gagnon Haddad Ivanova Jones Kaur Lefebvre Martin Nguyen Okafor Patel"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a made-up writer answers to the campaign's questions."""

    learned: str
    matters: str
    wish: str


def own_words(lot: random.Random, prompts: Sequence[Prompt], language: str, number: int) -> OwnWords:
    """Answers of that many words in all, in English or French; the same lot gives the same answers."""
    starters = {prompt.id: prompt.starters for prompt in prompts}
    made = {id: _answer(lot, id, starters[id], language, round(number * part)) for id, part in _PARTS.items()}
    return OwnWords(**made)


def name(lot: random.Random) -> str:
    """A name that is nobody's on purpose."""
    return f"{lot.choice(_FIRST.split())} {lot.choice('ABCDEFGHJKLMNPRSTVW')}. {lot.choice(_LAST.split())}"


def address(lot: random.Random) -> tuple[str, ...]:
    """A street and number, enough to get other wordings."""
    return (f"{lot.randrange(1, 999)} Main Street",)


def _answer(lot: random.Random, id: str, starters: Sequence[str], language: str, number: int) -> str:
    found = lot.choice(starters).split() if lot.random() < 0.5 else []
    if number == 0:
        return ""
    clauses, slots = _GRAMMAR[language]["clauses"][id], _GRAMMAR[language]["slots"]
    while len(found) < number:
        clause = lot.choice(clauses)
        while "{" in clause:
            slot = clause[clause.index("{") + 1 : clause.index("}")]
            clause = clause.replace(f"{{{slot}}}", lot.choice(slots[slot]), 1)
        starts = not found or found[-1].endswith(".")
        found += f"{clause[0].upper() if starts else clause[0]}{clause[1:]}.".split()
    return f"{' '.join(found[:number]).rstrip('.,;: ')}."
