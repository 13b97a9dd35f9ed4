"""When the law ends a seat in Australia's Parliament, and how a letter addresses a seat."""

from datetime import date

from representatives.countries.parliament import Ending, Parliament
from representatives.people import Chamber, Constituency, Representative, Text

# The Constitution: https://www.legislation.gov.au/C2004Q00685/latest/text
# s. 28: the House continues for three years from its first meeting, which was on 22 July 2025, and no longer:
# https://www.aph.gov.au/About_Parliament/Senate/Powers_practice_n_procedures/Constitution/chapter1/Part_III_-_The_House_of_Representatives
HOUSE_EXPIRED = date(2028, 7, 22)
# s. 13: half of the states' senators serve until 30 June 2028, half until 30 June 2031:
# https://www.aph.gov.au/About_Parliament/Senate/Powers_practice_n_procedures/Constitution/chapter1/Part_II_-_The_Senate
FIRST_HALF_ENDED = date(2028, 7, 1)
# Commonwealth Electoral Act 1918, s. 42: those of the territories until the next election of the House:
# https://www.legislation.gov.au/C1918A00027/latest/text
_TERRITORIES = frozenset({"ACT", "NT"})

_HOUSE = Ending(
    HOUSE_EXPIRED,
    {
        "en": "By law the House of Representatives expired by 21 July 2028: our list is of the members elected in 2025.",
        "fr": "La loi a mis fin à la Chambre des représentants au plus tard le 21 juillet 2028\u00a0: notre liste est celle "
        "des personnes élues en 2025.",
    },
)


class AustralianLaw(Parliament):
    """The laws stand beside the dates."""

    committees_end = HOUSE_EXPIRED

    def ending(self, person: Representative) -> Ending:
        """A senator of a state by their own term, everybody else with the House.

        Of a senator whose term is not known the first half's end is taken: nobody is named whose term may have ended.
        """
        if person.chamber is not Chamber.SENATE or person.area in _TERRITORIES:
            return _HOUSE
        ends = date.fromisoformat(person.term.ends) if person.term else FIRST_HALF_ENDED
        return Ending(
            ends,
            {
                "en": f"The senator’s term ended on 30 June {ends.year}.",
                "fr": f"Le mandat sénatorial a pris fin le 30 juin {ends.year}.",
            },
        )

    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """The office as Parliament's lists name it: https://www.aph.gov.au/Senators_and_Members/Members"""
        name = constituency.name
        return {"en": f"The Member for {name['en']}", "fr": f"Le siège «\u00a0{name['fr']}\u00a0»"}
