"""The United Kingdom's members from the Members API of its Parliament: https://members-api.parliament.uk/

Search gives {"items": [{"value": {"id", "nameListAs": "Morton, Wendy", "nameDisplayAs": "Wendy Morton",
"nameFullTitle": "Rt Hon Wendy Morton MP", "nameAddressAs": "Ms Morton" or null, "latestParty": {"name"},
"latestHouseMembership": {"membershipFrom": constituency}}}], "totalResults"}, twenty at a time.
Contact gives {"value": [{"type": "Parliamentary office", "email", ...}]}.

Constituency offices are left out: they are often a member's home.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from representatives.sources.current import CurrentTables, Fresh
from representatives.sources.descriptions import texts
from representatives.sources.fetching.fetcher import Fetcher, SourceError

SEARCH = "https://members-api.parliament.uk/api/Members/Search?House=Commons&IsCurrentMember=true&skip={skip}&take=20"
CONTACT = "https://members-api.parliament.uk/api/Members/{id}/Contact"
PAGE = "https://members.parliament.uk/member/{id}/contact"

_TITLES = frozenset({"Rt", "Hon", "Sir", "Dame", "Lord", "Dr", "Mr", "Mrs", "Ms", "Miss", "Mx"})
_COUNSEL = "KC"
_DOMAIN = "@parliament.uk"
_MOST_PAGES = 50


def fetch(fetcher: Fetcher, current: CurrentTables) -> Fresh:
    """Everyone who sits in the House of Commons.

    Raises:
        SourceError: the API did not answer, or its answer has another shape than described.
    """
    listed = list(_search(fetcher))
    contacts = fetcher.many((CONTACT.format(id=each["id"]) for each in listed), "members’ addresses")
    try:
        people = [
            {**_row(member, current), "email": _address(contact["value"])}
            for member, contact in zip(listed, contacts, strict=True)
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise SourceError(f"The Members API has another shape than it documents: {error}.") from None
    without = sum(not row["email"] for row in people)
    missing = {language: text.format(without=without) for language, text in texts("gb")["updated"].items()}
    return Fresh(people=people, description={"missing": missing})


def _search(fetcher: Fetcher) -> Iterator[Mapping[str, Any]]:
    seen = 0
    for _ in range(_MOST_PAGES):
        address = SEARCH.format(skip=seen)
        page = fetcher.json(address, f"Members API, from {seen}")
        try:
            members, total = [item["value"] for item in page["items"]], int(page["totalResults"])
        except (KeyError, TypeError, ValueError) as error:
            raise SourceError(f"{address} has another shape than it documents: {error}.") from None
        yield from members
        seen += len(members)
        if seen >= total:
            return
        if not members:
            raise SourceError(f"{address} gave no one, though {total} are counted.")
    raise SourceError(f"The Members API counts {total} members, which is more than a House.")


def _row(member: Mapping[str, Any], current: CurrentTables) -> dict[str, str]:
    shown, suffix = _without_titles(member["nameDisplayAs"])
    family = member["nameListAs"].partition(",")[0].strip().removesuffix(f" {_COUNSEL}")
    styled, party = member["nameFullTitle"].strip(), member["latestParty"]["name"].strip()
    is_speaker = party == "Speaker"
    id = f"gb-commons-{member['id']}"
    return {
        "id": id,
        "chamber": "commons",
        "name": shown,
        "given_name": shown.removesuffix(family).strip(),
        "family_name": family,
        "honorific_prefix": styled.partition(shown)[0].strip() if shown in styled else "",
        "honorific_suffix": suffix,
        "styled": styled,
        "addressed_as": _addressed_as(member, id, styled, current),
        "role": "speaker" if is_speaker else "",
        # The Speaker leaves their party; the list names the office in its place.
        "party_en": "" if is_speaker else party,
        "area": current.constituency(member["latestHouseMembership"]["membershipFrom"]),
        "page_en": PAGE.format(id=member["id"]),
    }


def _without_titles(shown: str) -> tuple[str, str]:
    words = shown.split()
    while len(words) > 1 and words[0].strip(".") in _TITLES:
        words.pop(0)
    suffix = words.pop() if words[-1] == _COUNSEL else ""
    return " ".join(words), suffix


def _addressed_as(member: Mapping[str, Any], id: str, styled: str, current: CurrentTables) -> str:
    """As listed; where nothing is listed, as before while the envelope's form is the same."""
    if member.get("nameAddressAs"):
        return str(member["nameAddressAs"]).strip()
    known = current.people.get(id, {})
    return known["addressed_as"] if known.get("styled") == styled else ""


def _address(contacts: list[Mapping[str, Any]]) -> str:
    """The parliamentary office's address before any other; only one at Parliament's own domain."""
    ranked = sorted(contacts, key=lambda each: "parliament" not in str(each.get("type", "")).lower())
    addresses = (str(each.get("email") or "").strip().lower() for each in ranked)
    return next((address for address in addresses if address.endswith(_DOMAIN)), "")
