"""Who sits in Congress: from the congress-legislators project's JSON, or from the files a maintainer compiled.

legislators-current.json, a list of people whose last term is the one they serve:

    {"id": {"bioguide": "C000127"}, "name": {"first", "last", "suffix", "official_full"},
     "terms": [{"type": "sen" or "rep", "state": "WA", "district": 0 if at large, "party", "url", "phone",
                "contact_form", "office": "511 Hart Senate Office Building", "end": "2031-01-03"}]}

https://github.com/unitedstates/congress-legislators#readme
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from representatives.countries.us import UNITED_STATES
from representatives.people import Chamber
from representatives.sources.text_files import read_csv

CHAMBERS: Mapping[str, Chamber] = {"rep": Chamber.HOUSE, "sen": Chamber.SENATE}

_PARTIES = {"Democrat": "Démocrate", "Republican": "Républicain", "Independent": "Indépendant"}
_HOSTS = (".house.gov", ".senate.gov")


class UnknownParty(KeyError):
    """The product has no French name for a party."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person who sits in a chamber."""

    bioguide: str
    chamber: Chamber
    row: dict[str, str]
    """In people.csv; its area is the district's code, "-0" at large, or a senator's state."""
    phone: str
    room: str
    """Room and building in Washington, or ""."""


def members(listed: Iterable[Mapping[str, Any]]) -> list[Member]:
    """Everyone listed, by id.

    Raises:
        UnknownParty: it has to be named above.
        KeyError, TypeError, ValueError: the list has another shape than described.
    """
    return sorted(map(_member, listed), key=lambda member: member.row["id"])


def read(folder: Path) -> list[Mapping[str, Any]]:
    """The list, from legislators-current.json where the folder has it.

    Raises:
        OSError: no list is there.
        KeyError, ValueError: a file has another shape than described.
    """
    current = folder / "legislators-current.json"
    return json.loads(current.read_text("utf-8")) if current.exists() else list(_compiled(folder))


def _compiled(folder: Path) -> Iterator[Mapping[str, Any]]:
    """The compiled files as the project has it."""
    forms = {
        row["bioguide"]: row["contact_form"]
        for row in read_csv(folder / "us_contact_forms_from_contact_congress.csv")
    }
    for row in read_csv(folder / "us_members.csv"):
        term = {
            **row,
            "contact_form": row["contact_form"] or forms.get(row["bioguide"], ""),
            "office": row["office_address"].partition(" Washington DC")[0],
        }
        # A nickname in brackets is not a part of the name: "James (Jim)".
        first = row["first"].partition(" (")[0]
        name = {"official_full": row["name"], "first": first, "last": row["last"]}
        yield {"id": {"bioguide": row["bioguide"]}, "name": name, "terms": [term]}


def _member(person: Mapping[str, Any]) -> Member:
    bioguide, name, term = person["id"]["bioguide"], person["name"], person["terms"][-1]
    chamber, form = CHAMBERS[term["type"]], term.get("contact_form", "")
    is_senator = chamber is Chamber.SENATE
    area = term["state"] if is_senator else f"{term['state']}-{term.get('district', '')}"
    if term["party"] not in _PARTIES:
        raise UnknownParty(term["party"])
    row = {
        "id": f"us-{chamber}-{bioguide}",
        "chamber": chamber,
        "name": name.get("official_full")
        or f"{name['first']} {name['last']} {name.get('suffix', '')}".strip(),
        "given_name": name["first"],
        "family_name": name["last"],
        "role": "" if is_senator else UNITED_STATES.role_of(area),
        "party_en": term["party"],
        "party_fr": _PARTIES[term["party"]],
        "area": area,
        "contact_form": form if _is_of_congress(form) else "",
        # Someone newly sworn in may have no site yet: then the page of Congress's own directory.
        "page_en": term.get("url") or f"https://bioguide.congress.gov/search/bio/{bioguide}",
    }
    return Member(bioguide, chamber, row, phone=term.get("phone", ""), room=term.get("office", ""))


def _is_of_congress(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("https", "http") and (parts.hostname or "").endswith(_HOSTS)
