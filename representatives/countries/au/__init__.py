"""Australia: postcodes, who sits where, and how a letter to Parliament is addressed."""

import re
from collections.abc import Mapping

from representatives.countries.au import law
from representatives.countries.au.regions import REGIONS
from representatives.countries.base import Country
from representatives.countries.office_lines import office_lines
from representatives.countries.parliament import Ending
from representatives.match import Reason
from representatives.people import Chamber, Constituency, Office, Point, Representative, Text, Vacancy

# Secondary sources give the box numbers; a letter's page therefore says to check them (_TO_CHECK). The last line in
# capitals without punctuation: https://auspost.com.au/sending/guidelines/addressing-guidelines
_PARLIAMENT: Mapping[Chamber, tuple[str, ...]] = {
    Chamber.HOUSE: ("PO Box 6022", "House of Representatives", "Parliament House", "CANBERRA ACT 2600"),
    Chamber.SENATE: ("PO Box 6100", "The Senate", "Parliament House", "CANBERRA ACT 2600"),
}
_TO_CHECK: Text = {
    "en": "Postal addresses here are from a secondary source: check them on aph.gov.au before you post a letter.",
    "fr": "Les adresses postales viennent ici d’une source secondaire\u00a0: vérifiez-les sur aph.gov.au avant de poster.",
}

# No source says that post to Parliament is free, and none that it is not: paid for like any other letter in Australia.
_POSTAGE: Text = {"en": "A stamp is needed.", "fr": "Il faut un timbre."}

# Casey, Davis, Mawson and Macquarie Island; who works there stays on the roll of a division:
# https://www.aec.gov.au/Enrolling_to_vote/Special_Category/antarctica.htm
_STATIONS = "7151"
_ANTARCTIC: Text = {
    "en": "This is the postcode of Australia’s Antarctic stations, which belong to no electorate: people there stay on the roll "
    "where they enrolled. Use the postcode of that address.",
    "fr": "C’est le code postal des stations australiennes de l’Antarctique, qui n’appartiennent à aucune circonscription\u00a0: "
    "on y reste sur la liste électorale de son adresse d’inscription. Indiquez le code postal de cette adresse.",
}

_MEMBERS: Mapping[Chamber, Text] = {
    Chamber.HOUSE: {"en": "Member of Parliament", "fr": "Chambre des représentants"},
    Chamber.SENATE: {"en": "Senator", "fr": "Sénat"},
}
_ROLES: Mapping[str, Text] = {
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


# https://www.aph.gov.au/Senators_and_Members/Contacting_Senators_and_Members/How_to_address_Senators_and_Members
_BY_OFFICE: Mapping[str, str] = {
    "prime-minister": "Dear Prime Minister,",
    "minister": "Dear Minister,",
    "parliamentary-secretary": "Dear Assistant Minister,",
}


class Australia(Country):
    """Australia's rules; each method names the authority it follows."""

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
    member_name = _MEMBERS
    committees_end = law.HOUSE_EXPIRED
    # Constitution, s. 40: the Speaker has no vote but where the numbers are equal; s. 23: the President of the Senate votes.
    presiding = {Chamber.HOUSE: frozenset({"speaker"})}
    member_lists = {
        Chamber.HOUSE: dict.fromkeys(("en", "fr"), "https://www.aph.gov.au/Senators_and_Members/Members"),
        Chamber.SENATE: dict.fromkeys(("en", "fr"), "https://www.aph.gov.au/Senators_and_Members/Senators"),
    }
    email_domains = frozenset({"aph.gov.au"})
    regions = {region.code: region for region in REGIONS}
    # 150 divisions at the election of 2025: https://www.aec.gov.au/profiles/ ; 12 senators a state (Representation
    # Act 1983, s. 3) and 2 a territory (Commonwealth Electoral Act 1918, s. 40): https://www.legislation.gov.au/
    seats = {Chamber.HOUSE: 150, Chamber.SENATE: 76}
    paper = "a4"
    envelope = "dl"
    constituency_name = {"en": "electorate", "fr": "circonscription"}
    constituency_names = {"en": "electorates", "fr": "circonscriptions"}
    region_name = {"en": "state or territory", "fr": "État ou territoire"}
    after_region = " "
    official_name = {
        "en": "The Australian Electoral Commission",
        "fr": "La Commission électorale australienne",
    }
    official_lookup = {"en": "https://electorate.aec.gov.au/", "fr": "https://electorate.aec.gov.au/"}
    service = None  # none is open to a site's own requests

    def printed(self, code: str) -> str:
        """The four digits."""
        return code

    def area(self, code: str) -> tuple[str, str]:
        """A postcode is an area by itself, without units."""
        return code, ""

    def without_constituency(self, code: str) -> Text:
        """Why nobody sits for the Antarctic stations."""
        return _ANTARCTIC if code == _STATIONS else {}

    def unit_number(self, unit: str) -> int:
        """There are none."""
        return 0

    def weights(
        self, area: str, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]
    ) -> dict[str, float]:
        """The shares of the postcode."""
        return {code: area_shares.get(code, 0.0) for code in reasons}

    def role(self, person: Representative | Vacancy) -> Text:
        """A member or senator, with the office of those who preside."""
        role = person.role if isinstance(person, Representative) else ""
        return _ROLES.get(role) or super().role(person)

    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """The electorate office where the source has it, then Parliament House."""
        lines = _PARLIAMENT[person.chamber]
        return (*person.offices, Office(id="parliament", name="Canberra", lines=lines))

    def address_block(
        self, person: Representative, constituency: Constituency, office: Office, language: str
    ) -> tuple[str, ...]:
        """ "The Hon Tony Burke MP" or "Ms Zali Steggall MP"; "Senator David Pocock", "Senator for" and the place.

        https://www.aph.gov.au/Senators_and_Members/Contacting_Senators_and_Members/How_to_address_Senators_and_Members
        without stops and commas, as in
        https://www.stylemanual.gov.au/grammar-punctuation-and-conventions/titles-honours-forms-address/parliaments-and-councils
        """
        if person.is_seat:
            return (person.name, *office.lines)
        if person.chamber is Chamber.SENATE:
            place = self.regions[person.area].located["en"].removeprefix("in ")
            held = _office_line(person) or (f"Senator for {place}",)
            return (person.styled or f"Senator {person.name}", *held, *office.lines)
        return (
            person.styled or f"{_title(person)} {person.name} MP".strip(),
            *_office_line(person),
            *office.lines,
        )

    def salutation(self, person: Representative, language: str) -> str:
        """ "Dear Senator Pocock,", "Dear Ms Steggall,"; by full name where the source has no title to go by.

        The same pages: "Dear Prime Minister", "Dear Minister", "Dear Assistant Minister"; who presides is addressed by name
        in a letter to one's own member.
        """
        if person.is_seat:
            return "Dear Member,"
        if by_office := _BY_OFFICE.get(person.post.role if person.post else ""):
            return by_office
        if person.chamber is Chamber.SENATE:
            return f"Dear Senator {person.family_name or person.name},"
        title = person.honorific_prefix.removeprefix("Hon").strip()
        return f"Dear {title} {person.family_name}," if title else f"Dear {person.name},"

    def closing(self, person: Representative, language: str) -> str:
        """Usual to a person who is addressed by name; no authority prescribes it.

        Parliament's page on forms of address (beside address_block) names no closing. An older page of Parliament's,
        http://www.aph.gov.au/Help/FAQs/Search_Results?t=H, gave "Yours faithfully" for those who hold an office, after
        "Dear Prime Minister" and the like.
        """
        return "Yours faithfully," if person.is_seat else "Yours sincerely,"

    def postage(self, person: Representative, office: Office) -> Text:
        """Paid for like any other letter; see beside _POSTAGE."""
        return _POSTAGE

    def delay(self, person: Representative, office: Office) -> Text:
        """Every address is from a secondary source."""
        return _TO_CHECK

    def date_pattern(self, language: str) -> str:
        """ "24 November 2026"."""
        return "d MMMM y"

    def ending(self, person: Representative) -> Ending | None:
        """The laws are beside the dates."""
        return law.ending(person)

    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """The source is beside the words."""
        return law.seat_name(chamber, constituency)


def _office_line(person: Representative) -> tuple[str, ...]:
    """The office below the name, as the same page has it; the Prime Minister is that of Australia."""
    if person.post is None or person.post.role not in _BY_OFFICE:
        return ()
    is_first = person.post.role == "prime-minister"
    return office_lines("Prime Minister of Australia" if is_first else person.post.title["en"])


def _title(person: Representative) -> str:
    """As the source lists it: "Ms", "Dr"; "The Hon", "The Hon Dr"."""
    prefix = person.honorific_prefix
    return f"The {prefix}" if prefix.startswith("Hon") else prefix


AUSTRALIA = Australia()
