"""Canada: its names and Parliament; postcodes.py, forms_of_address.py and law.py have the rest."""

from representatives.countries.base import Country
from representatives.countries.ca import titles
from representatives.countries.ca.forms_of_address import CanadianForms
from representatives.countries.ca.law import CanadianLaw
from representatives.countries.ca.postcodes import CanadianPostcodes
from representatives.countries.ca.service import REPRESENT
from representatives.countries.regions import read_regions
from representatives.people import Chamber, Representative, Text, Vacancy


class Canada(CanadianPostcodes, CanadianForms, CanadianLaw, Country):
    """Canada's rules."""

    id = "ca"
    name = {"en": "Canada", "fr": "Canada"}
    also_called = frozenset({"CA", "CAN"})
    languages = ("en", "fr")
    lower = Chamber.COMMONS
    chambers = {
        Chamber.COMMONS: {"en": "House of Commons", "fr": "Chambre des communes"},
        Chamber.SENATE: {"en": "Senate", "fr": "Sénat"},
    }
    # In French the chamber, which has no gender.
    member_name = {
        Chamber.COMMONS: {"en": "Member of Parliament", "fr": "Chambre des communes"},
        Chamber.SENATE: {"en": "Senator", "fr": "Sénat"},
    }
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

    def role(self, person: Representative | Vacancy) -> Text:
        """In French by gender where that is known, else the chamber."""
        named = super().role(person)
        return titles.role(person, named) if isinstance(person, Representative) else named


CANADA = Canada()
