"""Offices and committees: roles_CC.csv and CC_committees.csv -> rows of roles.csv and committees.csv, in Popolo's words.

https://www.popoloproject.com/specs/membership.html : a post is a position that exists whoever holds it, a membership is a
person's place in an organization.
"""

import re
from collections.abc import Mapping, Sequence

from representatives.sources.current import Row
from representatives.sources.facts.provenance import REPORTED, body, certainty, day, rests_on_wikipedia

_ROLES: Mapping[str, str] = {"abstains": "no-seat", "senate-speaker": "speaker", "vacated": ""}
"""A collector's key -> the product's; "" is no office."""
_BRACKETED = re.compile(r"\s*\(([^()]*)\)$")
_CODE = re.compile(r"[A-Z]{3,5}")
_CHAMBER = re.compile(r"^(?:Standing )?(?:House|Senate) (?:Standing )?Committee on (?:the )?")
_CONFIRMED = re.compile(r"high to (\d{4}-\d{2}-\d{2})")
_YES = "yes"


def roles(listed: Sequence[Row]) -> list[dict[str, str]]:
    """The offices that people hold, the one to name first."""
    rows = [
        _role(row) for row in listed if certainty(row["certainty"]) and _ROLES.get(row["role"], row["role"])
    ]
    rows = [row for row in rows if row["body_day"]]  # what nobody dated may be years old
    return sorted(rows, key=lambda row: (row["person"], row["primary"] != _YES, row["role"], row["title_en"]))


def _role(row: Row) -> dict[str, str]:
    return {
        "person": row["id"],
        "role": _ROLES.get(row["role"], row["role"]),
        "title_en": _BRACKETED.sub("", row["title_en"]) if row["role"] == "minister" else row["title_en"],
        "title_fr": row["title_fr"],
        "field": row["field"],
        "primary": row["primary"],
        "since": row["from_date"],
        **_source(row),
    }


def committees(listed: Sequence[Row]) -> list[dict[str, str]]:
    """The committees that people sit on."""
    rows = [row for each in listed if certainty(each["certainty"]) and (row := _committee(each))["body_day"]]
    return sorted(rows, key=lambda row: (row["person"], row["committee"]))


def _committee(row: Row) -> dict[str, str]:
    code = _BRACKETED.search(row["committee"])
    acronym = code[1] if code and _CODE.fullmatch(code[1]) else ""
    name = _BRACKETED.sub("", row["committee"]) if acronym else row["committee"]
    id = row.get("thomas_id", "").partition(" ")[0].strip("(;") or acronym or slug(name)
    return {
        "person": row["id"],
        "committee": slug(name) if id == "none" else id,
        "name_en": _short(row["subcommittee"] or name, bool(row["subcommittee"])),
        "parent": _short(name, False) if row["subcommittee"] else "",
        "title": row["title"],
        **_source(row),
    }


def _short(name: str, is_part: bool) -> str:
    """ "Senate Committee on Foreign Relations" -> "Foreign Relations Committee", as people say it."""
    if is_part:
        return f"Subcommittee on {name[0].upper()}{name[1:]}"
    bare = _CHAMBER.sub("", name)
    return f"{bare} Committee" if bare != name else name


def slug(name: str) -> str:
    """An id for what has none: lower case, hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _source(row: Row) -> dict[str, str]:
    """A list that a later one confirmed is as good as that one."""
    confirmed = _CONFIRMED.match(row["certainty"])
    days = [day(row["source_date"]), confirmed[1] if confirmed else ""]
    return {
        "body": body(row["source"]),
        "body_day": max(days) or day(row["certainty"]),
        "certainty": REPORTED if rests_on_wikipedia(row["source"]) else certainty(row["certainty"]),
    }
