"""When the law ends a seat in Canada's Parliament, and how a letter addresses a seat."""

from datetime import date

from representatives.countries.parliament import Ending, Parliament
from representatives.people import Chamber, Constituency, Representative, Text

# The election is due on 15 October 2029 (Canada Elections Act, s. 56.1(2)): the third Monday of October in the fourth
# calendar year after the last one, of 28 April 2025: https://laws-lois.justice.gc.ca/eng/acts/E-2.01/section-56.1.html
# s. 57(1.2)(c): polling day is the 37th day after the writs at the earliest; Parliament is dissolved with them:
# https://laws-lois.justice.gc.ca/eng/acts/E-2.01/section-57.html
LAST_WRITS = date(2029, 9, 8)

_HOUSE = Ending(
    LAST_WRITS,
    {
        "en": "By law a general election was due by October 15, 2029, and the House of Commons was dissolved for it: our "
        "list is of the members elected in 2025.",
        "fr": "La loi prévoyait une élection générale au plus tard le 15 octobre 2029, et la Chambre des communes a été "
        "dissoute pour celle-ci\u00a0: notre liste est celle des personnes élues en 2025.",
    },
)


class CanadianLaw(Parliament):
    """The laws stand beside the dates, the guides beside the words."""

    committees_end = LAST_WRITS

    def ending(self, person: Representative) -> Ending | None:
        """Of the House of Commons with its dissolution; a senator's 75th birthday is each one's `until`.

        Constitution Act, 1867, s. 29(2): https://laws-lois.justice.gc.ca/eng/const/page-2.html
        """
        return _HOUSE if person.chamber is Chamber.COMMONS else None

    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """The office in words of the style guides; in French both genders, and the place where no "de" or "d’" precedes it.

        https://www.canada.ca/en/canadian-heritage/services/protocol-guidelines-special-event/styles-address.html
        https://www.canada.ca/fr/patrimoine-canadien/services/directives-protocolaires-evenements-speciaux/formules-epistolaires.html
        """
        name = constituency.name
        return {"en": f"The Member of Parliament for {name['en']}", "fr": f"Députée ou député ({name['fr']})"}
