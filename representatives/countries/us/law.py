"""When the law ends a seat in Congress, whose lines have changed, and how a letter addresses a seat."""

from collections.abc import Mapping
from datetime import date

from representatives.countries.parliament import Ending, Parliament
from representatives.countries.us import texts
from representatives.countries.us.congress import CONGRESS
from representatives.people import Chamber, Constituency, Representative, Text, Vacancy

# Amendment XX, section 1: terms end at noon on the 3rd day of January: https://constitution.congress.gov/constitution/amendment-20/
# The day counts from its beginning.
CONGRESS_ENDED = date(1789 + 2 * CONGRESS, 1, 3)

# Puerto Rico's Resident Commissioner is chosen at each of its general elections for four years from the third of January
# after it (48 U.S.C. 891), and those are held every four years (Constitution of Puerto Rico, article VI, section 4), the last
# in November 2024: https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title48-section891&edition=prelim
COMMISSIONER_ENDED = date((1786 + 2 * CONGRESS) // 4 * 4 + 5, 1, 3)

# States whose representatives of the 120th Congress were elected on other lines than those of the tables: list of the
# Census Bureau's Redistricting Data Office with the maps in force on 3 November 2026. Missouri kept its lines of 2022 (Missouri
# Supreme Court, 3 September 2026), though the Census Bureau's file of the 120th Congress has others.
# https://www.census.gov/programs-surveys/decennial-census/about/rdo.html
REDRAWN: Mapping[int, frozenset[str]] = {
    119: frozenset({"AL", "CA", "FL", "LA", "NC", "OH", "TN", "TX", "UT"}),
}
"""By the Congress whose lines the tables hold, the states of which the next Congress has others."""

# The winners of special elections sit from certification, weeks before the next Congress; states certify within November:
# https://www.congress.gov/crs-product/R44781 (Senate vacancies: how they are filled) and
# https://constitution.congress.gov/constitution/amendment-17/
SPECIAL_ELECTION_SEATED = date(2026, 12, 1)

LAST_WEEKS = (date(CONGRESS_ENDED.year - 1, 12, 11), CONGRESS_ENDED)
"""From when a letter to Washington may come too late for a Congress, and from when it would."""

_HOUSE = Ending(CONGRESS_ENDED, texts.ended(CONGRESS, CONGRESS_ENDED.year))
_RESIDENT_COMMISSIONER = Ending(COMMISSIONER_ENDED, texts.commissioner_ended(COMMISSIONER_ENDED.year))


class AmericanLaw(Parliament):
    """The laws stand beside the dates, the states with other lines beside their source."""

    committees_end = CONGRESS_ENDED

    def ending(self, person: Representative) -> Ending:
        """Of the House with its Congress, but for the Resident Commissioner's four years; a senator's by their own term.

        Where a senator's term is not known it ends with the Congress.
        """
        if person.chamber is Chamber.HOUSE:
            return _RESIDENT_COMMISSIONER if person.role == "resident-commissioner" else _HOUSE
        if person.term and person.term.how == "until-special-election":
            return Ending(SPECIAL_ELECTION_SEATED, texts.SPECIAL_ELECTION)
        ends = date.fromisoformat(person.term.ends) if person.term else person.until or CONGRESS_ENDED
        return Ending(ends, texts.term_ended(ends.year))

    def unknown_districts(self, day: date) -> Mapping[str, Text]:
        """From the end of the Congress whose lines the tables hold, the states that have others."""
        redrawn = REDRAWN.get(CONGRESS, frozenset()) if day >= CONGRESS_ENDED else frozenset()
        return dict.fromkeys(sorted(redrawn), texts.REDRAWN)

    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """ "The Representative for New York’s 12th District", "The Senator for Florida".

        The Clerk of the House names the office of a seat without a member by its district too:
        https://clerk.house.gov/Members/ViewVacancies
        """
        region = constituency.region
        state = region.located["en"].removeprefix("in ")
        if chamber is Chamber.SENATE:
            which = f" (Class {division})" if division else ""
            classe = f" (classe {division})" if division else ""
            return {
                "en": f"The Senator for {state}{which}",
                "fr": f"Siège au Sénat, {region.name['fr']}{classe}",
            }
        what = self.role(Vacancy(chamber, constituency))["en"]
        name = constituency.name["en"].replace(" congressional district", " District")
        place = state if constituency.code.endswith("-0") else name
        return {"en": f"The {what} for {place}", "fr": f"Le siège «\u00a0{constituency.name['fr']}\u00a0»"}
