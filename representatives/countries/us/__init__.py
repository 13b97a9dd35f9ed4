"""The United States: ZIP Codes, who sits for whom, and how a letter to Congress is addressed."""

import re
from collections.abc import Mapping, Set
from datetime import date
from math import asin, cos, radians, sin, sqrt

from representatives.countries.base import Country
from representatives.countries.parliament import Ending
from representatives.countries.us import law, texts
from representatives.countries.us.congress import GEOCODER
from representatives.countries.us.regions import REGIONS
from representatives.match import Reason
from representatives.people import Chamber, Constituency, Office, Point, Representative, Text, Vacancy

# Armed Forces Europe, the Middle East, Africa and Canada (AE), the Americas (AA) and the Pacific (AP):
# https://about.usps.com/publications/pub28/28c2_010.htm ; their first three digits:
# https://pe.usps.com/text/dmm300/L002.htm
_MILITARY = frozenset({*(f"{number:03}" for number in range(90, 99)), "340", *map(str, range(962, 967))})

# Palau, Micronesia and the Marshall Islands share their first three digits with Guam:
# https://pe.usps.com/text/dmm300/608.htm (2.4.2, Freely Associated States)
_ASSOCIATED = frozenset(
    {"96939", "96940", "96941", "96942", "96943", "96944", "96960", "96970"},
)

# https://www.senate.gov/senators/senators-contact.htm and https://www.house.gov/representatives
WASHINGTON: Mapping[Chamber, tuple[str, str]] = {
    Chamber.HOUSE: ("U.S. House of Representatives", "Washington, DC 20515"),
    Chamber.SENATE: ("United States Senate", "Washington, DC 20510"),
}
"""Each chamber's lines below a room and building."""

# On a letter to a local office the title stands where the chamber does in Washington. The House: a federal
# agency's model letter, https://docslib.org/doc/13727416/Basic-Memorandum-Format-Sample ; the Senate: the
# Government Publishing Office's Style Manual, 16.12, https://www.govinfo.gov/app/details/GPO-STYLEMANUAL-2016
_TITLE: Mapping[Chamber, str] = {
    Chamber.HOUSE: "Member, U.S. House of Representatives",
    Chamber.SENATE: "U.S. Senator",
}

# A district's share of a ZIP Code's land says too much of where its people live. Fitted on one half of the ZIP Codes
# of hospitals, libraries, colleges and schools placed by their coordinates, tried on the other: at 0.9 and more the
# first district is right for 97 in 100, by the plain shares for 95.
_SHARES_POWER = 0.8
# The shares of 685 ZIP Codes were laid over the lines of the 118th Congress and say less of those of the 119th.
_OLDER_LINES_POWER = 0.4

# https://pe.usps.com/text/dmm300/L002.htm
_WITH_LEADING_ZEROS: Mapping[str, tuple[str, ...]] = {
    "CT": ("06",),
    "MA": ("01", "02", "055"),
    "ME": ("039", "04"),
    "NH": ("03",),
    "NJ": ("07", "08"),
    "PR": ("006", "007", "009"),
    "RI": ("028", "029"),
    "VI": ("008",),
    "VT": ("05",),
}
"""The states and territories whose ZIP Codes begin with a zero, and how they begin."""

_DELEGATES: Mapping[str, str] = {
    **dict.fromkeys(("DC", "AS", "GU", "MP", "VI"), "delegate"),
    "PR": "resident-commissioner",
}


class UnitedStates(Country):
    """The United States' rules; each method names the authority it follows."""

    id = "us"
    name = {"en": "the United States", "fr": "États-Unis"}
    also_called = frozenset({"US", "USA", "United States", "United States of America", "America"})
    postcode_name = {"en": "ZIP Code", "fr": "code ZIP"}
    # Five digits, or nine as ZIP+4: https://pe.usps.com/text/pub28/28c2_007.htm
    postcode_shape = re.compile(r"\d{5}(?:\d{4})?")
    postcode_length = 9
    example = "20500"
    languages = ("en",)
    lower = Chamber.HOUSE
    chambers = texts.CHAMBERS
    member_name = texts.MEMBERS
    member_lists = {
        Chamber.HOUSE: dict.fromkeys(("en", "fr"), "https://www.house.gov/representatives"),
        Chamber.SENATE: dict.fromkeys(("en", "fr"), "https://www.senate.gov/senators/"),
    }
    month_first = True
    senate_seats_named = True
    # The Speaker votes like any member: https://www.govinfo.gov/content/pkg/HMAN-118/html/HMAN-118-houserules.htm (I, 7)
    committees_end = law.CONGRESS_ENDED
    # No member of Congress publishes an address for everybody: each has a form on their own page.
    email_domains: frozenset[str] = frozenset()
    regions = REGIONS
    # 435 representatives (2 U.S.C. 2a and 2b); beyond them the District of Columbia's delegate (2 U.S.C. 25a) and
    # those of the territories (48 U.S.C. 891, 1711, 1731, 1751): https://uscode.house.gov ; two senators a state:
    # Amendment XVII, https://constitution.congress.gov/constitution/amendment-17/
    seats = {Chamber.HOUSE: 435, Chamber.SENATE: 100}
    paper = "us-letter"
    envelope = "10"
    constituency_name = {"en": "district", "fr": "circonscription"}
    constituency_names = {"en": "districts", "fr": "circonscriptions"}
    region_name = {"en": "state or territory", "fr": "État ou territoire"}
    after_region = " "
    official_name = {"en": "house.gov", "fr": "house.gov (en anglais)"}
    official_lookup = {
        "en": "https://www.house.gov/representatives/find-your-representative",
        "fr": "https://www.house.gov/representatives/find-your-representative",
    }
    service = GEOCODER

    def printed(self, code: str) -> str:
        """The five digits."""
        return code[:5]

    def restored(self, code: str, regions: Set[str]) -> str:
        """Five digits where a spreadsheet or a habit dropped the zeros before them: "2134" beside MA, or beside USA."""
        whole = code.zfill(5) if re.fullmatch(r"\d{3,4}", code, re.ASCII) else ""
        begins = tuple(each for region in regions for each in _WITH_LEADING_ZEROS.get(region, ()))
        return whole if not regions or whole.startswith(begins) else ""

    def significant(self, code: str) -> str:
        """Five digits: the last four name a delivery point, which the dataset does not need."""
        return code[:5]

    def area(self, code: str) -> tuple[str, str]:
        """The first three digits, which one sorting centre serves, and the last two."""
        return (code, "") if self.without_constituency(code) else (code[:3], code[3:])

    def unit_number(self, unit: str) -> int:
        """0 for "00" to 99 for "99"."""
        return int(unit)

    def without_constituency(self, code: str) -> Text:
        """Why no district belongs to a ZIP Code and which to give instead, in a sentence or two; {} where one does."""
        if code[:3] in _MILITARY:
            return texts.MILITARY
        return texts.ASSOCIATED if code in _ASSOCIATED else {}

    def weights(
        self, area: str, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]
    ) -> dict[str, float]:
        """The shares: of a ZIP Code that is not held, those of its first three digits."""
        return {code: area_shares.get(code, 0.0) for code in reasons}

    def likelihoods(self, shares: Mapping[str, float], from_older_lines: bool) -> Mapping[str, float]:
        """The shares of land to a power below 1: people live closer together on the smaller part."""
        power = _OLDER_LINES_POWER if from_older_lines else _SHARES_POWER
        return {code: share**power for code, share in shares.items()}

    def role(self, person: Representative | Vacancy) -> Text:
        """The chamber's word for its member; delegates have their own."""
        role = person.role if isinstance(person, Representative) else self.role_of(person.constituency.code)
        return texts.ROLES.get(role) or super().role(person)

    def votes(self, role: str) -> bool:
        """All but delegates and the Resident Commissioner, who fill none of the 435 seats."""
        return role not in texts.ROLES

    def role_of(self, code: str) -> str:
        """What a district's member is where not a representative, e.g. "delegate" for "DC-0"; otherwise ""."""
        return _DELEGATES.get(code.partition("-")[0], "")

    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """The local offices, the nearest first (those without a position, as listed, after them), then Washington."""
        local = [office for office in person.offices if office.local]
        if near is not None:
            local.sort(key=lambda office: _kilometres(near, office.point) if office.point else float("inf"))
        in_washington = [office for office in person.offices if not office.local]
        return (*local, *(in_washington or [_washington(person)]))

    def address_block(
        self, person: Representative, constituency: Constituency, office: Office, language: str
    ) -> tuple[str, ...]:
        """ "The Honorable" and the full name, then the office; at a local office the title on a line between them.

        http://www.ita.doc.gov/ita_sec/Address%20and%20Salutation.htm (archived in 2012)
        """
        if person.is_seat:
            return (person.name, *office.lines)
        speaks = (
            (texts.SPEAKER,) if person.post and person.post.role == "speaker" and not office.local else ()
        )
        return (f"The Honorable {person.name}", *speaks, *self._title(person, office), *office.lines)

    def _title(self, person: Representative, office: Office) -> tuple[str, ...]:
        if not office.local:
            return ()
        role = texts.ROLES.get(person.role)
        return (f"{role['en']}, U.S. House of Representatives" if role else _TITLE[person.chamber],)

    def salutation(self, person: Representative, language: str) -> str:
        """ "Dear Senator Doe:", "Dear Representative Doe:"; delegates, for whom no form was found, by full name.

        The Speaker without a guessed "Mr." or "Madam", secondary source:
        https://www.formsofaddress.info/speaker_house_united_states/ . A committee's chair is written to as one's own member.

        http://www.ita.doc.gov/ita_sec/Address%20and%20Salutation.htm (archived in 2012)
        """
        if person.is_seat:
            return f"Dear {self.role(person)['en']}:"
        if person.post and person.post.role == "speaker":
            return f"Dear Speaker {person.family_name}:"
        if person.role or not person.family_name:
            return f"Dear {'' if person.role else self.role(person)['en'] + ' '}{person.name}:"
        return f"Dear {self.role(person)['en']} {person.family_name}:"

    def closing(self, person: Representative, language: str) -> str:
        """As federal agencies close: https://docslib.org/doc/13727416/Basic-Memorandum-Format-Sample"""
        return "Sincerely,"

    def postage(self, person: Representative, office: Office) -> Text:
        """One stamp; no price, because a Forever stamp keeps its worth."""
        return texts.POSTAGE

    def delay(self, person: Representative, office: Office) -> Text:
        """Mail to Washington is screened; of local offices nothing is known."""
        return {} if office.local else texts.SCREENING

    def call_rather(self, person: Representative, day: date) -> Text:
        """In the last weeks of a Congress, whose bills end with it: post to Washington takes weeks (texts.SCREENING)."""
        begins, ends = law.LAST_WEEKS
        return texts.CALL if begins <= day < ends and not person.is_seat else {}

    def date_pattern(self, language: str) -> str:
        """ "November 24, 2026"."""
        return "MMMM d, y"

    def ending(self, person: Representative) -> Ending | None:
        """The laws are beside the dates."""
        return law.ending(person)

    def unknown_districts(self, day: date) -> Mapping[str, Text]:
        """The states are beside their source."""
        return law.unknown_districts(day)

    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """The source is beside the words."""
        return law.seat_name(chamber, constituency, self.role_of(constituency.code), division)


def _washington(person: Representative) -> Office:
    """The chamber's own address, where no room is listed."""
    return Office(id="parliament", name="Washington", lines=WASHINGTON[person.chamber])


def _kilometres(one: Point, other: Point) -> float:
    """The great-circle distance by the haversine formula, on a sphere of the Earth's mean radius."""
    latitude, longitude, latitude_2, longitude_2 = map(radians, (*one, *other))
    half = sin((latitude_2 - latitude) / 2) ** 2
    half += cos(latitude) * cos(latitude_2) * sin((longitude_2 - longitude) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


UNITED_STATES = UnitedStates()
