"""Canada's members and senators from the chambers' own lists, and members' addresses from Represent.

https://www.ourcommons.ca/Members/en/search/XML and .../fr/...: ArrayOfMemberOfParliament of MemberOfParliament with
PersonId, PersonShortHonorific, PersonOfficialFirstName, PersonOfficialLastName, ConstituencyName, CaucusShortName,
ToDateTime. It has no addresses: those are from https://represent.opennorth.ca/api/ , in pages of
{"objects": [{"name", "email", "elected_office", "district_name"}], "meta": {"next", "total_count"}}.

The Senate's list is rows of a page, which ca/senators.py reads.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from representatives.sources.ca.senators import senators
from representatives.sources.current import CurrentTables, Fresh, Row, key
from representatives.sources.fetching.fetcher import Fetcher, SourceError

COMMONS = "https://www.ourcommons.ca/Members/{language}/search/XML"
REPRESENT = "https://represent.opennorth.ca/representatives/house-of-commons/?limit=100"
PAGE = "https://www.ourcommons.ca/members/{language}/{id}"

_HONORIFICS = frozenset({"", "Hon.", "Right Hon."})
_MOST_PAGES = 10
_REPRESENT = {
    "title": "Represent, Open North (members’ addresses)",
    "path": "https://represent.opennorth.ca/",
}


def fetch(fetcher: Fetcher, current: CurrentTables) -> Fresh:
    """Everyone who sits in either House.

    Raises:
        SourceError: a source did not answer, or has another shape than described.
    """
    french = {_value(each, "PersonId"): each for each in _members(fetcher, "fr")}
    addresses = list(_addresses(fetcher))
    people, remarks = [], []
    for member in _members(fetcher, "en"):
        if _value(member, "ToDateTime", required=False):
            continue
        row = _row(member, french, current)
        row["email"] = _address(row, _value(member, "ConstituencyName"), addresses, current)
        people.append(row)
        if not row["email"]:
            remarks.append(f"{row['name']}: no address is listed yet.")
    sources = [*current.entries["ca-people"]["sources"]]
    return Fresh(
        people=[*people, *senators(fetcher)],
        description={"sources": sources if _REPRESENT in sources else [*sources, _REPRESENT]},
        remarks=remarks,
    )


def _members(fetcher: Fetcher, language: str) -> list[Element]:
    address = COMMONS.format(language=language)
    root = fetcher.xml(address, f"House of Commons ({language})")
    if root.tag != "ArrayOfMemberOfParliament":
        raise SourceError(f"{address} gave {root.tag}, not a list of members.")
    return root.findall("MemberOfParliament")


def _value(member: Element, name: str, *, required: bool = True) -> str:
    value = (member.findtext(name) or "").strip()
    if required and not value:
        raise SourceError(f"The House of Commons’ list has a member without {name}.")
    return value


def _row(member: Element, french: Mapping[str, Element], current: CurrentTables) -> dict[str, str]:
    id, honorific = _value(member, "PersonId"), _value(member, "PersonShortHonorific", required=False)
    if id not in french:
        raise SourceError(f"The House of Commons’ French list has no member {id}.")
    given, family = _value(member, "PersonOfficialFirstName"), _value(member, "PersonOfficialLastName")
    return {
        "id": f"ca-commons-{id}",
        "chamber": "commons",
        "name": f"{given} {family}",
        "given_name": given,
        "family_name": family,
        "honorific_prefix": honorific if honorific in _HONORIFICS else "",
        "party_en": _value(member, "CaucusShortName"),
        "party_fr": _value(french[id], "CaucusShortName"),
        "area": current.constituency(_value(member, "ConstituencyName")),
        "page_en": PAGE.format(language="en", id=id),
        "page_fr": PAGE.format(language="fr", id=id),
    }


def _addresses(fetcher: Fetcher) -> Iterator[Mapping[str, Any]]:
    address, seen = REPRESENT, 0
    for _ in range(_MOST_PAGES):
        page = fetcher.json(address, "Represent")
        try:
            objects, following = page["objects"], page["meta"]["next"]
            yield from ({**each, "name": each["name"], "email": each["email"]} for each in objects)
        except (KeyError, TypeError) as error:
            raise SourceError(f"{address} has another shape than it documents: no {error}.") from None
        seen += len(objects)
        if not following:
            if seen != page["meta"].get("total_count", seen):
                raise SourceError(
                    f"{address} counts {page['meta']['total_count']} members and listed {seen}."
                )
            return
        address = urljoin(address, following)
        if not address.startswith(_REPRESENT["path"]):
            raise SourceError(f"Represent leads to another site: {address}.")
    raise SourceError(f"{REPRESENT} goes on for more than {_MOST_PAGES} pages.")


def _address(row: Row, constituency: str, listed: list[Mapping[str, Any]], current: CurrentTables) -> str:
    """The address listed for this riding under this family name; otherwise the one that was published before."""
    for each in listed:
        is_riding = key(str(each.get("district_name", ""))) == key(constituency)
        if is_riding and each["email"] and key(row["family_name"]) in key(str(each["name"])):
            return str(each["email"]).strip().lower()
    return current.people.get(row["id"], {}).get("email", "")
