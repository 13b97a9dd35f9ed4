"""What each of the United States' tables says of the Congress that it is of."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from representatives.countries.us.congress import CONGRESS


def term(congress: int = CONGRESS) -> Mapping[str, Any]:
    """When a Congress begins and ends, when the next one is elected, and what that means for what the tables hold.

    Two years from noon of 3 January of an odd year: Amendment XX,
    https://constitution.congress.gov/constitution/amendment-20/ ; the election is on the Tuesday after the first
    Monday of November before: 2 U.S.C. 7, https://uscode.house.gov .
    """
    year = 1787 + 2 * congress
    november = date(year + 1, 11, 1)
    election = november + timedelta(days=(7 - november.weekday()) % 7 + 1)
    return {
        "name": {"en": f"{congress}th Congress", "fr": f"{congress}e\u00a0Congrès"},
        "begins": f"{year}-01-03",
        "ends": f"{year + 2}-01-03",
        "election": election.isoformat(),
        "elected": {
            "en": f"These are the members and districts of the {congress}th Congress. Those elected in November "
            f"{year + 1} sit from January 3, {year + 2}, in several states for redrawn districts; until then those "
            "named here speak for you.",
            "fr": f"Il s’agit des membres et des circonscriptions du {congress}e\u00a0Congrès. Les personnes élues en "
            f"novembre {year + 1} siègent à partir du 3\u00a0janvier {year + 2}, dans plusieurs États pour des "
            "circonscriptions redessinées\u00a0; d’ici là, les personnes nommées ici vous représentent.",
        },
        "after": {
            "en": f"The {congress}th Congress ended on January 3, {year + 2}, and our lists and districts are those of that "
            f"Congress. Those elected in November {year + 1} now sit, in several states for redrawn districts: a letter is "
            "addressed to the seat where we cannot know who holds it. House.gov and senate.gov say who does.",
            "fr": f"Le {congress}e\u00a0Congrès a pris fin le 3\u00a0janvier {year + 2}, et nos listes et nos circonscriptions "
            f"sont les siennes. Les personnes élues en novembre {year + 1} siègent maintenant, dans plusieurs États pour "
            "des circonscriptions redessinées\u00a0: la lettre est adressée au siège quand nous ne pouvons pas savoir qui "
            "l’occupe. House.gov et senate.gov le disent.",
        },
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
