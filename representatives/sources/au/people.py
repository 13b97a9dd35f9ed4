"""Members and senators of Australia's Parliament: a row of au_members.csv -> rows of people.csv and offices.csv."""

import re
from collections.abc import Mapping
from typing import Any

from representatives.sources.au.parties import PARTIES
from representatives.sources.current import Row

_PRESIDING = {"SPK": "speaker", "PRES": "president", "DPRES": "deputy-president"}
"""Codes that stand where the party's would, and name an office."""

_TITLE = re.compile(r"^(?:(?:Hon|Mr|Mrs|Ms|Dr)\.? )+")
_FAMILY_NAMES = ("Nampijinpa Price",)
"""Family names of two words; the list does not set them apart."""

_LONGEST_LINE = 40
"""Characters that a line in the window of an envelope holds well."""


def member(row: Row, common_name: str) -> dict[str, str]:
    """The product's row for a member of the House.

    Args:
        row: the list's, with the full formal name.
        common_name: the name the member goes by according to another list, or "".

    Raises:
        KeyError: the party's code is not known.
    """
    name = _name(_TITLE.sub("", row["name"]), common_name)
    return {
        **_person(f"au-house-{slug(row['electorate'])}", "house", name),
        "honorific_prefix": row["honorific_as_source"].replace(".", ""),
        **_party(row["party"]),
        "area": row["electorate"],
        "email": _email(row),
        "page_en": "https://www.aph.gov.au/Senators_and_Members/Members",
    }


def senator(row: Row) -> dict[str, str]:
    """The product's row for a senator.

    Raises:
        KeyError: the party's code is not known.
    """
    return {
        **_person(f"au-senate-{slug(row['name'])}", "senate", row["name"]),
        **_party(row["party"]),
        "area": row["state"],
        "page_en": "https://www.aph.gov.au/Senators_and_Members/Senators",
    }


def office(row: Row, suburbs: Mapping[str, Mapping[str, Any]]) -> dict[str, str] | None:
    """A member's electorate office; None where the list has none, or one whose suburb and postcode disagree.

    Args:
        row: the list's.
        suburbs: the suburbs of each postcode, to tell a mistyped address by.
    """
    suburb, postcode = row["office_suburb"], row["office_postcode"]
    if suburb.replace("Mt ", "Mount ") not in suburbs.get(postcode, {}):
        return None
    return {
        "person": f"au-house-{slug(row['electorate'])}",
        "id": "electorate",
        "name": suburb,
        "lines": "|".join((*_folded(row["office_address"]), last_line(suburb, row["state"], postcode))),
    }


def last_line(suburb: str, state: str, postcode: str) -> str:
    """The line that Australia Post sorts by, as it asks for it: in capitals, without punctuation.

    https://auspost.com.au/sending/guidelines/addressing-guidelines
    """
    return f"{suburb} {state} {postcode}".upper()


def _person(id: str, chamber: str, name: str) -> dict[str, str]:
    """What both chambers share."""
    family_name = next((two for two in _FAMILY_NAMES if name.endswith(f" {two}")), name.split()[-1])
    return {
        "id": id,
        "chamber": chamber,
        "name": name,
        "given_name": name.removesuffix(family_name).strip(),
        "family_name": family_name,
    }


def _party(code: str) -> dict[str, str]:
    if code in _PRESIDING:
        return {
            "role": _PRESIDING[code],
            "party_en": "no party listed",
            "party_fr": "aucun parti indiqué",
        }
    return {"party_en": PARTIES[code]}


def _name(formal: str, common: str) -> str:
    """The common name only where both lists mean the same person, by the family name."""
    return common if common and common.split()[-1] == formal.split()[-1] else formal


def _email(row: Row) -> str:
    """The published address; where the source marks the row as misspelt, none: nothing is derived."""
    email = row["email_as_source"]
    return email if not row["flag"] and email.endswith("@aph.gov.au") else ""


def _folded(address: str) -> list[str]:
    """The address in lines, broken only after its commas."""
    lines = [""]
    for part in address.split(", "):
        joined = f"{lines[-1]}, {part}" if lines[-1] else part
        if len(joined) <= _LONGEST_LINE:
            lines[-1] = joined
        else:
            lines.append(part)
    return [line for line in lines if line]


def slug(name: str) -> str:
    """A name as ids have it."""
    return name.lower().replace(" ", "-").replace("'", "")
