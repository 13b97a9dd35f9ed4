"""The United States: its names and Congress; postcodes.py and forms_of_address.py have the rest."""

from collections.abc import Mapping

from representatives.countries.base import Country
from representatives.countries.regions import read_regions
from representatives.countries.us.congress import GEOCODER
from representatives.countries.us.forms_of_address import AmericanForms
from representatives.countries.us.law import AmericanLaw
from representatives.countries.us.postcodes import ZipCodes
from representatives.languages import PAGE_LANGUAGES
from representatives.people import Chamber

_DELEGATES: Mapping[str, str] = {
    **dict.fromkeys(("DC", "AS", "GU", "MP", "VI"), "delegate"),
    "PR": "resident-commissioner",
}


class UnitedStates(ZipCodes, AmericanForms, AmericanLaw, Country):
    """The United States' rules."""

    id = "us"
    name = {"en": "the United States", "fr": "États-Unis"}
    # The military post's names and regions stand where a town and a state do; the source is beside postcodes.py's _MILITARY.
    also_called = frozenset(
        {
            *("US", "USA", "United States", "United States of America", "America"),
            *("APO", "FPO", "DPO", "AA", "AE", "AP"),
        }
    )
    languages = ("en",)
    lower = Chamber.HOUSE
    chambers = {
        Chamber.HOUSE: {"en": "House of Representatives", "fr": "Chambre des représentants"},
        Chamber.SENATE: {"en": "Senate", "fr": "Sénat"},
    }
    # In French the chamber, which has no gender.
    member_name = {
        Chamber.HOUSE: {"en": "Representative", "fr": "Chambre des représentants"},
        Chamber.SENATE: {"en": "Senator", "fr": "Sénat"},
    }
    # https://history.house.gov/Institution/Origins-Development/Delegates-and-Resident-Commissioners/
    role_names = {
        "delegate": {"en": "Delegate", "fr": "Chambre des représentants"},
        "resident-commissioner": {"en": "Resident Commissioner", "fr": "Chambre des représentants"},
    }
    member_lists = {
        Chamber.HOUSE: dict.fromkeys(PAGE_LANGUAGES, "https://www.house.gov/representatives"),
        Chamber.SENATE: dict.fromkeys(PAGE_LANGUAGES, "https://www.senate.gov/senators/"),
    }
    month_first = True
    senate_seats_named = True
    # Nobody is `presiding`, as the Speaker votes like any member:
    # https://www.govinfo.gov/content/pkg/HMAN-118/html/HMAN-118-houserules.htm (I, 7)
    # "S. 4009": https://www.govinfo.gov/help/bills ; titles and sections of the Code: https://uscode.house.gov
    bill_numbers = r"\b(?:S|H\.R|H\.Res)\. ?\d+|\b\d+ U\.S\.C\. \w+"
    # No member of Congress publishes an address for everybody: each has a form on their own page.
    email_domains: frozenset[str] = frozenset()
    # Abbreviations: https://pe.usps.com/text/pub28/28apb.htm ; who is a state, who sends a delegate (Puerto Rico a resident
    # commissioner) to the House and nobody to the Senate: https://www.house.gov/representatives
    regions = read_regions("us")
    # 435 representatives (2 U.S.C. 2a and 2b); beyond them the District of Columbia's delegate (2 U.S.C. 25a) and
    # those of the territories (48 U.S.C. 891, 1711, 1731, 1751): https://uscode.house.gov ; two senators a state:
    # Amendment XVII, https://constitution.congress.gov/constitution/amendment-17/
    seats = {Chamber.HOUSE: 435, Chamber.SENATE: 100}
    constituency_name = {"en": "district", "fr": "circonscription"}
    constituency_names = {"en": "districts", "fr": "circonscriptions"}
    region_name = {"en": "state or territory", "fr": "État ou territoire"}
    after_region = " "
    official_name = {"en": "house.gov", "fr": "house.gov (en anglais)"}
    official_lookup = dict.fromkeys(
        PAGE_LANGUAGES, "https://www.house.gov/representatives/find-your-representative"
    )
    service = GEOCODER

    def votes(self, role: str) -> bool:
        """All but delegates and the Resident Commissioner, who fill none of the 435 seats."""
        return role not in self.role_names

    def role_of(self, code: str) -> str:
        """What a district's member is where not a representative, e.g. "delegate" for "DC-0"; otherwise ""."""
        return _DELEGATES.get(code.partition("-")[0], "")


UNITED_STATES = UnitedStates()
