"""Canada: its names, postal codes and Parliament; how a letter is addressed stands in forms_of_address.py."""

import re
from collections.abc import Mapping

from representatives.countries.base import Country
from representatives.countries.ca import law, titles
from representatives.countries.ca.forms_of_address import CanadianForms
from representatives.countries.ca.likelihood import weights
from representatives.countries.ca.service import REPRESENT
from representatives.countries.parliament import Ending
from representatives.countries.regions import read_regions
from representatives.match import Reason
from representatives.people import Chamber, Constituency, Representative, Text, Vacancy

# Letters that a postal code never has, and W and Z which never come first:
# https://www.canadapost-postescanada.ca/cpc/en/support/articles/addressing-guidelines/postal-codes.page
_FIRST = "ABCEGHJKLMNPRSTVXY"
_LETTER = "ABCEGHJKLMNPRSTVWXYZ"

# In French the chamber, which has no gender.
_MEMBERS: Mapping[Chamber, Text] = {
    Chamber.COMMONS: {"en": "Member of Parliament", "fr": "Chambre des communes"},
    Chamber.SENATE: {"en": "Senator", "fr": "Sénat"},
}


class Canada(CanadianForms, Country):
    """Canada's rules."""

    id = "ca"
    name = {"en": "Canada", "fr": "Canada"}
    also_called = frozenset({"CA", "CAN"})
    postcode_name = {"en": "postal code", "fr": "code postal"}
    postcode_shape = re.compile(rf"[{_FIRST}]\d[{_LETTER}]\d[{_LETTER}]\d")
    postcode_length = 6
    example = "L8S4L8"
    languages = ("en", "fr")
    lower = Chamber.COMMONS
    chambers = {
        Chamber.COMMONS: {"en": "House of Commons", "fr": "Chambre des communes"},
        Chamber.SENATE: {"en": "Senate", "fr": "Sénat"},
    }
    member_name = _MEMBERS
    member_lists = {
        Chamber.COMMONS: {
            "en": "https://www.ourcommons.ca/members/en/search",
            "fr": "https://www.ourcommons.ca/members/fr/search",
        },
        Chamber.SENATE: {
            "en": "https://sencanada.ca/en/senators/",
            "fr": "https://sencanada.ca/fr/senateurs/",
        },
    }
    month_first = True
    committees_end = law.LAST_WRITS
    # Standing Orders 9 and 10: the Speaker takes no part in debate and votes only where the voices are equal. The Speaker
    # of the Senate may vote: https://www.ourcommons.ca/about/standingorders/chap1-e.html
    presiding = {Chamber.COMMONS: frozenset({"speaker"})}
    # https://www.ourcommons.ca/About/Compendium/ParliamentaryPublications/c_d_bills-e.htm
    bill_numbers = r"\b[CS]-\d+"
    email_domains = frozenset({"parl.gc.ca", "sen.parl.gc.ca"})
    regions = read_regions("ca")
    # 343 ridings under the 2023 Representation Order (https://www.elections.ca/content.aspx?section=res&dir=cir/red/343list);
    # 105 senators: Constitution Act, 1867, s. 22 (https://laws-lois.justice.gc.ca/eng/const/page-2.html).
    seats = {Chamber.COMMONS: 343, Chamber.SENATE: 105}
    constituency_name = {"en": "riding", "fr": "circonscription"}
    constituency_names = {"en": "ridings", "fr": "circonscriptions"}
    region_name = {"en": "province or territory", "fr": "province ou territoire"}
    after_region = "  "  # two spaces apart, as Canada Post sets it
    official_name = {"en": "Elections Canada", "fr": "Élections Canada"}
    official_lookup = {
        "en": "https://www.elections.ca/Scripts/vis/FindED?L=e",
        "fr": "https://www.elections.ca/Scripts/vis/FindED?L=f",
    }
    service = REPRESENT

    def printed(self, code: str) -> str:
        """ "L8S4L8" -> "L8S 4L8"."""
        return f"{code[:3]} {code[3:]}"

    def area(self, code: str) -> tuple[str, str]:
        """The forward sortation area and the local delivery unit."""
        return code[:3], code[3:]

    def unit_number(self, unit: str) -> int:
        """0 for "0A0" to 1,999 for "9Z9"."""
        return int(unit[0]) * 200 + _LETTER.index(unit[1]) * 10 + int(unit[2])

    def weights(
        self, area: str, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]
    ) -> dict[str, float]:
        """By what was measured of codes whose position is known: representatives/countries/ca/likelihood.py."""
        return weights(area, reasons, area_shares)

    def role(self, person: Representative | Vacancy) -> Text:
        """In French by gender where that is known, else the chamber."""
        named = super().role(person)
        return titles.role(person, named) if isinstance(person, Representative) else named

    def ending(self, person: Representative) -> Ending | None:
        """The laws are beside the dates."""
        return law.ending(person)

    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """The guides are beside the words."""
        return law.seat_name(chamber, constituency)


CANADA = Canada()
