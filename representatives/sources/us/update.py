"""The United States' members and offices from the congress-legislators project, read as us/members.py describes.

https://unitedstates.github.io/congress-legislators/ : public domain (CC0).
"""

from collections import Counter
from datetime import date
from typing import Any

from representatives.countries.us.congress import CONGRESS
from representatives.people import Chamber, Point
from representatives.sources.current import CurrentTables, Fresh, Row
from representatives.sources.facts.terms import how
from representatives.sources.fetching.fetcher import Fetcher, SourceError
from representatives.sources.postcodes.bulk_table import area_of
from representatives.sources.us import congress_term
from representatives.sources.us.members import Member, UnknownParty, members
from representatives.sources.us.offices import offices

SITE = "https://unitedstates.github.io/congress-legislators/"
FILES = ("legislators-current.json", "legislators-district-offices.json")

SENATORS = 2
"""A state's: Amendment XVII, https://constitution.congress.gov/constitution/amendment-17/"""


def fetch(fetcher: Fetcher, current: CurrentTables) -> Fresh:
    """Everyone who sits in Congress, and where they have their post.

    Raises:
        SourceError: a file is not there, or has another shape than described.
    """
    listed, posts = (fetcher.json(SITE + name, name) for name in FILES)
    try:
        problems = _of_another_congress(listed, current.day)
        found = members(listed)
        rows = offices(posts, found, _points(current))
        terms = [_term(person, current.day) for person in listed if person["terms"][-1]["type"] == "sen"]
    except UnknownParty as error:
        raise SourceError(f"The party {error} is not known: name it in us/members.py.") from None
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise SourceError(f"{SITE} has another shape than it documents: {error}.") from None
    people = [_with_form(member.row, current) for member in found]
    return Fresh(
        people=people,
        offices=rows,
        description=congress_term.of_people(),
        offices_description=congress_term.of_congress(),
        problems=[*problems, *_too_many(found)],
        terms=terms,
    )


def _term(person: dict[str, Any], day: date) -> dict[str, str]:
    """A senator's row in terms.csv; "end-type" and "how" say where it is not a whole term."""
    last = person["terms"][-1]
    return {
        "person": f"us-{Chamber.SENATE}-{person['id']['bioguide']}",
        "class": str(last["class"]),
        "begins": last["start"],
        "ends": last["end"],
        "how": how(last.get("how", ""), last.get("end-type", "")),
        "body": "congress-legislators",
        "body_day": day.isoformat(),
        "certainty": "certain",
    }


def _of_another_congress(listed: list[dict[str, Any]], day: date) -> list[str]:
    """The districts are those of one Congress: the members of another do not belong to them."""
    term = congress_term.term()
    problems = []
    for person in listed:
        last = person["terms"][-1]
        name = person["id"]["bioguide"]
        if last["end"] <= day.isoformat():
            problems.append(f"{name}: the last term listed ended on {last['end']}.")
        elif last["type"] == "rep" and last["start"] >= term["ends"]:
            problems.append(
                f"{name} sits in a later Congress than the {CONGRESS}th: import that Congress’s "
                "districts first, and raise CONGRESS in countries/us/congress.py."
            )
    return problems


def _too_many(found: list[Member]) -> list[str]:
    counts = Counter(member.row["area"] for member in found if member.chamber is Chamber.SENATE)
    return [
        f"{state} has {count} senators, not {SENATORS}."
        for state, count in sorted(counts.items())
        if count > SENATORS
    ]


def _with_form(row: Row, current: CurrentTables) -> dict[str, str]:
    """The project lists no forms of representatives; one known from elsewhere stays while the person's site does."""
    known = current.people.get(row["id"], {})
    former = known["contact_form"] if known.get("page_en") == row["page_en"] else ""
    return {**row, "contact_form": row["contact_form"] or former}


def _points(current: CurrentTables) -> dict[str, Point]:
    """About where each ZIP Code is, as the postcode table has it."""
    found = {}
    for row in current.postcodes():
        area = area_of(row)
        for item in area.point.split():
            unit = item.partition("=")[0]
            if point := area.point_of(unit):
                found[row["area"] + unit] = point
    return found
