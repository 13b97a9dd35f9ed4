"""Who says so, when, and how sure: from a collector's notes to what the data carries.

A collector names sources with notes of their own ("index id 58006439073"), which nobody else can look up. They stay out:
what is kept is the bodies and the date. Certain, very high and high become "certain"; medium and likely become
"reported"; anything lower, and "do not use", is left out.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

CERTAIN, REPORTED = "certain", "reported"

_LEVELS = (
    ("certain", CERTAIN),
    ("very high", CERTAIN),
    ("high", CERTAIN),
    ("medium-low", ""),
    ("medium", REPORTED),
    ("likely", REPORTED),
)

_BODIES: Mapping[str, Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_name("bodies.toml").read_text("utf-8")
)
"""What a note says -> the body it means: "named" there, or "looked_up"."""
_WEAK = frozenset({"Wikipedia", "Vote-Scope"})
"""Vote-Scope cites Wikipedia for whom it names in offices."""

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}\b")
_SPAN = re.compile(r"(\d{4}-)\d{2}(?:\.\.|/)(\d{2})\b")
_YEARS = re.compile(r"\d{4}-(\d{4})")


class ReportError(ValueError):
    """What was gathered cannot be used; str() says which and why."""


def certainty(stated: str) -> str:
    """CERTAIN, REPORTED, or "" for what may not be used."""
    text = stated.strip().lower()
    return next((level for word, level in _LEVELS if text.startswith(word)), "")


def bodies(source: str) -> list[str]:
    """The bodies that a note names, in its order."""
    words = {**_BODIES["named"], **_BODIES["looked_up"]}
    found = {source.find(word): name for word, name in words.items() if word in source}
    return list(dict.fromkeys(found[place] for place in sorted(found)))


def body(source: str) -> str:
    """The bodies, as the data names them.

    Raises:
        ReportError: none is known here: look it up and add it to bodies.toml.
    """
    if not (found := bodies(source)):
        raise ReportError(f"no body that is known is named in {source!r}")
    return "; ".join(found)


def rests_on_wikipedia(source: str) -> bool:
    """Whether nothing but Wikipedia, or who cites it, is named; a note of another source counts as one."""
    if "Wikipedia" not in bodies(source):
        return False
    parts = (part for part in source.split(";") if "ikipedia" not in part)
    return not any(set(bodies(part)) - _WEAK or re.search(r"\bids? \d", part) for part in parts)


def day(stated: str) -> str:
    """The last day, month or year that a note gives, ISO 8601; "" where it gives none.

    "2026-07..09" and "2026-07/09" end in September, "2025-2026" in 2026.
    """
    if span := _SPAN.search(stated):
        return span[1] + span[2]
    if years := _YEARS.search(stated):
        return years[1]
    return max(_DATE.findall(stated), default="")
