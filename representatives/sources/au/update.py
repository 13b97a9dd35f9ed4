"""Australia's members and senators from the lists that its Parliament publishes for addressing letters.

https://www.aph.gov.au/Senators_and_Members/Guidelines_for_Contacting_Senators_and_Members : two files, of members
(Honorific, Salutation, Surname, First Name, Preferred Name, Electorate, State, Political Party, Electorate Address Line
1 and 2, Electorate Suburb, Electorate State, Electorate PostCode, Electorate Telephone, Parliamentary Title ...) and of
senators (Title for Honorific, Parliamentary Titles, and no electorate). They name no e-mail addresses: one that was
published before stays while the person does, and none is derived.
"""

from collections.abc import Iterable, Mapping

from representatives.sources.au.parties import PARTIES
from representatives.sources.au.people import last_line, slug
from representatives.sources.current import CurrentTables, Fresh, Row, key
from representatives.sources.fetching.fetcher import Fetcher, SourceError

FILES = "https://www.aph.gov.au/-/media/03_Senators_and_Members/Address_Labels_and_CSV_files/"
MEMBERS = f"{FILES}StateRepsCSV.csv"
SENATORS = f"{FILES}Senators/allsenel.csv"
_PAGE = "https://www.aph.gov.au/Senators_and_Members/{chamber}"

_PRESIDING: Mapping[str, str] = {
    "speaker of the house of representatives": "speaker",
    "speaker": "speaker",
    "president of the senate": "president",
    "deputy president of the senate": "deputy-president",
}
_STATES: Mapping[str, str] = {"QUEENSLAND": "QLD", "TASMANIA": "TAS", "VICTORIA": "VIC"}


def fetch(fetcher: Fetcher, current: CurrentTables) -> Fresh:
    """Everyone who sits in either chamber, and members' electorate offices.

    Raises:
        SourceError: a list is not there, or has another shape than described.
    """
    members, senators = fetcher.csv(MEMBERS, "House"), fetcher.csv(SENATORS, "Senate")
    try:
        people = [_member(row, current) for row in members] + [_senator(row, current) for row in senators]
        offices = [each for row in members if (each := _office(row, current))]
    except KeyError as error:
        raise SourceError(f"The Parliament’s lists have no column {error} any more.") from None
    without = [row["name"] for row in people if not row["email"] and row["chamber"] == "house"]
    remarks = [f"Members without an e-mail address: {', '.join(without)}."] if without else []
    return Fresh(people=people, offices=sorted(offices, key=lambda row: row["person"]), remarks=remarks)


def _member(row: Row, current: CurrentTables) -> dict[str, str]:
    electorate, id = current.constituency(row["Electorate"]), _member_id(row, current)
    known = current.people.get(id, {})
    is_same = key(known.get("family_name", "")) == key(row["Surname"])
    return {
        **_person(row, id, "house", known if is_same else {}),
        "honorific_prefix": _honorific(row["Honorific"], row["Salutation"]),
        "area": electorate,
        "role": _role([row["Parliamentary Title"]]),
        "page_en": _PAGE.format(chamber="Members"),
    }


def _senator(row: Row, current: CurrentTables) -> dict[str, str]:
    region = _STATES.get(row["State"].upper(), row["State"].upper())
    found = [
        each
        for each in current.people.values()
        if each["chamber"] == "senate"
        and each["area"] == region
        and key(each["family_name"]) == key(row["Surname"])
    ]
    known = found[0] if len(found) == 1 else {}
    return {
        **_person(row, known.get("id", f"au-senate-{slug(_names(row))}"), "senate", known),
        "area": region,
        "role": _role(row["Parliamentary Titles"].split(";")),
        "page_en": _PAGE.format(chamber="Senators"),
    }


def _person(row: Row, id: str, chamber: str, known: Row) -> dict[str, str]:
    given = row["Preferred Name"] or row["First Name"]
    code = row["Political Party"]
    if code not in PARTIES:
        raise SourceError(
            f"{_names(row)}: the party {code!r} is not known: name it in sources/au/parties.py."
        )
    return {
        "id": id,
        "chamber": chamber,
        "name": _names(row),
        "given_name": given,
        "family_name": row["Surname"],
        "party_en": PARTIES[code],
        "email": known.get("email", ""),
    }


def _names(row: Row) -> str:
    return f"{row['Preferred Name'] or row['First Name']} {row['Surname']}"


def _honorific(honorific: str, salutation: str) -> str:
    """ "The Hon" and "Dr" -> "Hon Dr"; otherwise the courtesy title."""
    title = salutation.replace(".", "").strip()
    if "Hon" in honorific.split():
        return f"Hon {title}" if title == "Dr" else "Hon"
    return title


def _role(titles: Iterable[str]) -> str:
    return next((role for title in titles if (role := _PRESIDING.get(title.strip().lower()))), "")


def _office(row: Row, current: CurrentTables) -> dict[str, str] | None:
    """The electorate office; None where the list names no street."""
    street = [row["Electorate Address Line 1"], row["Electorate Address Line 2"]]
    suburb, state, postcode = (row[f"Electorate {part}"] for part in ("Suburb", "State", "PostCode"))
    if not (street[0] and suburb and postcode):
        return None
    return {
        "person": _member_id(row, current),
        "id": "electorate",
        "name": suburb.title() if suburb.isupper() else suburb,
        "lines": "|".join((*filter(None, street), last_line(suburb, state, postcode))),
        "latitude": "",
        "longitude": "",
        "phone": row["Electorate Telephone"],
    }


def _member_id(row: Row, current: CurrentTables) -> str:
    """By the electorate as the data writes it."""
    return f"au-house-{slug(current.constituency(row['Electorate']) or row['Electorate'])}"
