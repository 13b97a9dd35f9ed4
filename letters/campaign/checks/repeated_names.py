"""Bills, laws and committees that one letter can name twice, though a reader needs each only once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letters.campaign import placeholders
from letters.campaign.findings import Check, Said
from letters.campaign.manifest import CountryEntry
from letters.campaign.sections import ROLES, Part
from representatives.countries import COUNTRIES

_NAME = re.compile(
    "|".join(country.bill_numbers for country in COUNTRIES.values() if country.bill_numbers)
    + r"|\b(?!The )(?:[A-Z]\w+ (?:of |on |for |and )?)+(?:Act|Code|Committee|Commission|Convention|Project)\b"
    r"|\b20\d\d (?:act|bill|inquiry|law|offence|report|review)\b"
    r"|\b(?:loi|enquête|rapport) de 20\d\d\b"
)
_TIMES = (("Lead", "Supporting", "Question"), ("After", "After supporting", "After question"))
"""The labels that one letter can hold together: until a request's last day, and after it."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """One wording as one chamber reads it."""

    label: str
    line: int
    names: frozenset[str]


def repeated_findings(parts: Sequence[Part], country: CountryEntry) -> Check:
    """Advice for each wording of a request that names what its letter names before."""
    found: dict[int, tuple[str, set[str]]] = {}
    for letter in (part for part in parts if part.kind == "Letter"):
        asked = {request.id for request in country.requests if letter.name in request.chambers}
        core = [each for each in _wordings(letter, letter.name) if each.label in ("Opening", "Core")]
        requests = [
            list(_wordings(part, letter.name))
            for part in parts
            if part.kind == "Request" and part.name in asked
        ]
        for later, earlier in _pairs(requests):
            before = _names([*core, *earlier])
            for each in later:
                if again := each.names & before:
                    found.setdefault(each.line, (each.label, set()))[1].update(again)
    for line, (label, names) in sorted(found.items()):
        named = ", ".join(sorted(names))
        sentence = f"“{label}:” names {named}, and so can a text before it in the letter: refer back to it."
        yield Said(line, sentence, is_advice=True)


def _pairs(requests: Sequence[list[_Wording]]) -> Iterator[tuple[list[_Wording], list[_Wording]]]:
    """Texts of a letter, and those of its requests that can stand before them."""
    for number, request in enumerate(requests):
        others = [each for other in (*requests[:number], *requests[number + 1 :]) for each in other]
        for lead, supporting, question in _TIMES:
            beside = _labelled(others, supporting)
            plain = _labelled(request, lead)
            for suffix in ("", *(f" for {role}" for role in ROLES)):
                leads = _labelled(request, f"{lead}{suffix}") or plain
                yield leads, []
                yield beside, leads
                yield _labelled(request, f"{question}{suffix}"), leads


def _labelled(wordings: Sequence[_Wording], label: str) -> list[_Wording]:
    return [each for each in wordings if each.label == label]


def _names(wordings: Sequence[_Wording]) -> frozenset[str]:
    return frozenset().union(*(each.names for each in wordings))


def _wordings(part: Part, chamber: str) -> Iterator[_Wording]:
    values = dict.fromkeys(placeholders.NAMES, "") | {"chamber": chamber}
    for each in part.labelled()[0]:
        for wording in each.wordings:
            if not any(placeholders.mistakes(wording.text)):
                text = placeholders.fill(wording.uncited, values)
                yield _Wording(each.label, wording.line, frozenset(_NAME.findall(text)))
