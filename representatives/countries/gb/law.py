"""When the law ends a seat in the House of Commons, and how a letter addresses a seat."""

from datetime import date

from representatives.countries.parliament import Ending, Parliament
from representatives.people import Chamber, Constituency, Representative, Text

# Dissolution and Calling of Parliament Act 2022, s. 4: Parliament dissolves at the beginning of the day that is the fifth
# anniversary of the day on which it first met, which was 9 July 2024: https://www.legislation.gov.uk/ukpga/2022/11/section/4
DISSOLUTION = date(2029, 7, 9)

_HOUSE = Ending(
    DISSOLUTION,
    {
        "en": "By law Parliament was dissolved by 9 July 2029, and from then on nobody is a member until they are elected "
        "again: our list is of the members elected in 2024.",
        "fr": "La loi prévoyait la dissolution du Parlement au plus tard le 9 juillet 2029\u00a0; depuis, personne n’y siège "
        "avant d’être élu de nouveau. Notre liste est celle des personnes élues en 2024.",
    },
)


class BritishLaw(Parliament):
    """The law stands beside the date."""

    committees_end = DISSOLUTION

    def ending(self, person: Representative) -> Ending:
        """Of everybody with the dissolution."""
        return _HOUSE

    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """The office as Parliament writes it: https://members.parliament.uk/FindYourMP"""
        name = constituency.name
        return {
            "en": f"The Member of Parliament for {name['en']}",
            "fr": f"Le siège «\u00a0{name['fr']}\u00a0»",
        }
