"""What each of the United States' tables says of the Congress that it is of."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from representatives.countries.us.congress import CONGRESS
from representatives.sources.descriptions import texts


def term(congress: int = CONGRESS) -> Mapping[str, Any]:
    """When a Congress begins and ends, when the next one is elected, and what that means for what the tables hold.

    Two years from noon of 3 January of an odd year: Amendment XX,
    https://constitution.congress.gov/constitution/amendment-20/ ; the election is on the Tuesday after the first
    Monday of November before: 2 U.S.C. 7, https://uscode.house.gov .
    """
    year = 1787 + 2 * congress
    november = date(year + 1, 11, 1)
    election = november + timedelta(days=(7 - november.weekday()) % 7 + 1)

    def said(what: str) -> dict[str, str]:
        return {
            language: text.format(congress=congress, elected=year + 1, ends=year + 2)
            for language, text in texts("us")["congress"][what].items()
        }

    return {
        "name": said("name"),
        "begins": f"{year}-01-03",
        "ends": f"{year + 2}-01-03",
        "election": election.isoformat(),
        "elected": said("elected"),
        "after": said("after"),
    }


def of_congress() -> dict[str, Any]:
    """What every table's description has of its Congress; each of its rows repeats the number."""
    return {"congress": CONGRESS, "term": term()}


def of_people() -> dict[str, Any]:
    """What the people's description has of their Congress: its term, and what to say from the election of the next."""
    dates, for_ever = term(), "9999-12-31"
    return {
        **of_congress(),
        "notices": [
            {"begins": dates["election"], "ends": dates["ends"], "text": dates["elected"]},
            {"begins": dates["ends"], "ends": for_ever, "text": dates["after"]},
        ],
    }
