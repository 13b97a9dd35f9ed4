"""Australia: its names, postcodes and Parliament; how a letter is addressed stands in forms_of_address.py."""

import re

from representatives.countries.au.forms_of_address import AustralianForms
from representatives.countries.au.law import AustralianLaw
from representatives.countries.base import Country
from representatives.countries.regions import read_regions
from representatives.languages import PAGE_LANGUAGES
from representatives.people import Chamber, Text

# Casey, Davis, Mawson and Macquarie Island; who works there stays on the roll of a division:
# https://www.aec.gov.au/Enrolling_to_vote/Special_Category/antarctica.htm
_STATIONS = "7151"
_ANTARCTIC: Text = {
    "en": "This is the postcode of Australia’s Antarctic stations, which belong to no electorate: people there stay on the roll "
    "where they enrolled. Use the postcode of that address.",
    "fr": "C’est le code postal des stations australiennes de l’Antarctique, qui n’appartiennent à aucune circonscription\u00a0: "
    "on y reste sur la liste électorale de son adresse d’inscription. Indiquez le code postal de cette adresse.",
}


class Australia(AustralianForms, AustralianLaw, Country):
    """Australia's rules."""

    id = "au"
    name = {"en": "Australia", "fr": "Australie"}
    also_called = frozenset({"AU", "AUS"})
    postcode_name = {"en": "postcode", "fr": "code postal"}
    # Four digits: https://auspost.com.au/postcode
    postcode_shape = re.compile(r"\d{4}")
    postcode_length = 4
    example = "2600"
    languages = ("en",)
    lower = Chamber.HOUSE
    chambers = {
        Chamber.HOUSE: {"en": "House of Representatives", "fr": "Chambre des représentants"},
        Chamber.SENATE: {"en": "Senate", "fr": "Sénat"},
    }
    member_name = {
        Chamber.HOUSE: {"en": "Member of Parliament", "fr": "Chambre des représentants"},
        Chamber.SENATE: {"en": "Senator", "fr": "Sénat"},
    }
    role_names = {
        "speaker": {
            "en": "Member of Parliament, Speaker of the House of Representatives",
            "fr": "Présidence de la Chambre des représentants",
        },
        "president": {"en": "Senator, President of the Senate", "fr": "Présidence du Sénat"},
        "deputy-president": {
            "en": "Senator, Deputy President of the Senate",
            "fr": "Vice-présidence du Sénat",
        },
    }
    # Constitution, s. 40: the Speaker has no vote but where the numbers are equal; s. 23: the President of the Senate votes.
    presiding = {Chamber.HOUSE: frozenset({"speaker"})}
    member_lists = {
        Chamber.HOUSE: dict.fromkeys(PAGE_LANGUAGES, "https://www.aph.gov.au/Senators_and_Members/Members"),
        Chamber.SENATE: dict.fromkeys(PAGE_LANGUAGES, "https://www.aph.gov.au/Senators_and_Members/Senators"),
    }
    email_domains = frozenset({"aph.gov.au"})
    regions = read_regions("au")
    # 150 divisions at the election of 2025: https://www.aec.gov.au/profiles/ ; 12 senators a state (Representation
    # Act 1983, s. 3) and 2 a territory (Commonwealth Electoral Act 1918, s. 40): https://www.legislation.gov.au/
    seats = {Chamber.HOUSE: 150, Chamber.SENATE: 76}
    constituency_name = {"en": "electorate", "fr": "circonscription"}
    constituency_names = {"en": "electorates", "fr": "circonscriptions"}
    region_name = {"en": "state or territory", "fr": "État ou territoire"}
    after_region = " "
    official_name = {
        "en": "The Australian Electoral Commission",
        "fr": "La Commission électorale australienne",
    }
    official_lookup = dict.fromkeys(PAGE_LANGUAGES, "https://electorate.aec.gov.au/")

    def without_constituency(self, code: str) -> Text:
        """Why nobody sits for the Antarctic stations."""
        return _ANTARCTIC if code == _STATIONS else {}


AUSTRALIA = Australia()
