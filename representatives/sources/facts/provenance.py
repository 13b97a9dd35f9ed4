"""Who says so, when, and how sure: from a collector's notes to what the data carries.

A collector names sources with notes of their own ("index id 58006439073"), which nobody else can look up. They stay out:
what is kept is the bodies and the date. Certain, very high and high become "certain"; medium and likely become
"reported"; anything lower, and "do not use", is left out.
"""

import re
from collections.abc import Mapping

CERTAIN, REPORTED = "certain", "reported"

_LEVELS = (
    ("certain", CERTAIN),
    ("very high", CERTAIN),
    ("high", CERTAIN),
    ("medium-low", ""),
    ("medium", REPORTED),
    ("likely", REPORTED),
)

_BODIES: Mapping[str, str] = {
    "BBC": "BBC",
    "Canadian Press": "The Canadian Press",
    "Elections Canada": "Elections Canada",
    "European Parliament agenda": "European Parliament",
    "GOV.UK": "GOV.UK",
    "Hansard": "Hansard",
    "Hill Times": "The Hill Times",
    "House Clerk": "Clerk of the House of Representatives",
    "House roster": "House of Commons, list of members",
    "Members API": "UK Parliament, Members API",
    "Montreal Gazette": "Montreal Gazette",
    "Office of the Prime Minister": "Office of the Prime Minister of Canada",
    "Reuters": "Reuters",
    "Tendring District Council": "Tendring District Council",
    "The Guardian": "The Guardian",
    "Washington Post": "The Washington Post",
    "Wikipedia": "Wikipedia",
    "APH list": "Parliament of Australia, list of members",
    "aph.gov.au": "Parliament of Australia",
    "britcannews.com": "britcannews.com",
    "cecc.gov": "Congressional-Executive Commission on China",
    "committees.parliament.uk": "UK Parliament, committees",
    "congress-legislators": "congress-legislators",
    "debate of": "House of Commons, debates",
    "globalnews.ca": "Global News",
    "gov.uk": "GOV.UK",
    "health committee meeting": "House of Commons, Standing Committee on Health",
    "list of members": "Parliament of Australia, list of members",
    "maplenewswire.ca": "maplenewswire.ca",
    "middle name left out": "OpenAustralia",
    "ministry of 13 May 2025": "Ministry of 13 May 2025",
    "officeholders checked": "Government of Canada",
    "open.canada.ca": "open.canada.ca",
    "openaustralia": "OpenAustralia",
    "openstates/people": "Open States",
    "ourcommons.ca": "House of Commons",
    "parliament.uk press release": "UK Parliament",
    "parlparse": "mySociety, parlparse",
    "party column": "UK Parliament, Members API",
    "politicshome.com": "PoliticsHome",
    "psnews.com.au": "PS News",
    "project itself": "congress-legislators",
    "recorded vote": "House of Commons, Standing Committee on Health",
    "sencanada.ca": "Senate of Canada",
    "vote-scope": "Vote-Scope",
    "federal style": "Canadian Heritage, styles of address",
    "built from another person’s name": "UK Parliament, Members API",
    "own addressed_as": "UK Parliament, Members API",
    "wikipedia.org": "Wikipedia",
}
"""What a note says -> the body it means."""
_BEHIND_A_NOTE: Mapping[str, str] = {
    "21741757338": "Senate of Canada",
    "55371928479": "Parliament Audit",
    "57971962961": "Vote-Scope",
    "58124953236": "Press reports",
    "58074932993": "Vote-Scope",
    "60149560679": "Citoyen avisé",
    "70903976215": "Press reports",
    "71095823984": "Parliament of Australia",
}
"""Bodies behind notes that name none, as they were looked up."""
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
    found = {source.find(word): name for word, name in _BODIES.items() if word in source}
    found |= {source.find(id): name for id, name in _BEHIND_A_NOTE.items() if id in source}
    return list(dict.fromkeys(found[place] for place in sorted(found)))


def body(source: str) -> str:
    """The bodies, as the data names them.

    Raises:
        ReportError: none is known here: look it up and add it to the tables above.
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
