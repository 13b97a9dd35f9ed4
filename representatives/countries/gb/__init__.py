"""The United Kingdom: its names and Parliament; postcodes.py and forms_of_address.py have the rest."""

from representatives.countries.base import Country
from representatives.countries.gb.forms_of_address import BritishForms
from representatives.countries.gb.law import BritishLaw
from representatives.countries.gb.postcodes import BritishPostcodes
from representatives.countries.gb.service import POSTCODES_IO
from representatives.countries.regions import read_regions
from representatives.languages import PAGE_LANGUAGES
from representatives.people import Chamber


class UnitedKingdom(BritishPostcodes, BritishForms, BritishLaw, Country):
    """The United Kingdom's rules."""

    id = "gb"
    name = {"en": "the United Kingdom", "fr": "Royaume-Uni"}
    also_called = frozenset(
        {
            *("UK", "GB", "United Kingdom", "Great Britain", "Britain", "England", "Scotland", "Wales"),
            *("Northern Ireland", "Jersey", "Guernsey", "Isle of Man", "Gibraltar", "Falkland Islands"),
        }
    )
    languages = ("en",)
    lower = Chamber.COMMONS
    # The House of Lords sits for nobody's constituency.
    chambers = {Chamber.COMMONS: {"en": "House of Commons", "fr": "Chambre des communes"}}
    member_name = {Chamber.COMMONS: {"en": "Member of Parliament", "fr": "Chambre des communes"}}
    role_names = {
        "speaker": {
            "en": "Member of Parliament, Speaker of the House of Commons",
            "fr": "Présidence de la Chambre des communes",
        },
    }
    # The Speaker and the three deputies: https://www.parliament.uk/about/mps-and-lords/principal/speaker/the-role-of-the-speaker/
    presiding = {Chamber.COMMONS: frozenset({"speaker", "deputy-speaker"})}
    member_lists = {
        Chamber.COMMONS: dict.fromkeys(PAGE_LANGUAGES, "https://members.parliament.uk/members/commons")
    }
    email_domains = frozenset({"parliament.uk"})
    regions = read_regions("gb")
    # Parliamentary Constituencies Act 1986, s. 3 and Schedule 2, as amended in 2020:
    # https://www.legislation.gov.uk/ukpga/1986/56/schedule/2
    seats = {Chamber.COMMONS: 650}
    constituency_name = {"en": "constituency", "fr": "circonscription"}
    constituency_names = {"en": "constituencies", "fr": "circonscriptions"}
    region_name = {"en": "nation or region", "fr": "nation ou région"}
    official_name = {"en": "The UK Parliament", "fr": "Le Parlement du Royaume-Uni"}
    official_lookup = dict.fromkeys(PAGE_LANGUAGES, "https://members.parliament.uk/FindYourMP")
    service = POSTCODES_IO


UNITED_KINGDOM = UnitedKingdom()
