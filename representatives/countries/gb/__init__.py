"""The United Kingdom: postcodes, who sits where, and how a letter to the House of Commons is addressed."""

import re
from collections.abc import Mapping

from representatives.countries.base import Country
from representatives.countries.gb import elsewhere, law
from representatives.countries.gb.service import POSTCODES_IO
from representatives.countries.parliament import Ending
from representatives.match import Reason
from representatives.people import Chamber, Constituency, Office, Point, Region, Representative, Text, Vacancy

# The letters of the last two places of a postcode: all but C I K M O V.
# https://assets.publishing.service.gov.uk/media/5a8042ade5274a2e8ab4f41a/Appendix_C_ILR_2017_to_2018_v1_Published_28April17.pdf
_UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"

# How likely the constituency of the nearest postcode held is. Measured: right for 97 in 100 postcodes of Great Britain that
# the table did not hold, and for 93 in 100 in Northern Ireland, where every place is inferred from others near it.
_NEAREST, _NEAREST_IN_NORTHERN_IRELAND = 0.97, 0.93

# Of a new postcode whose five nearest neighbours do not agree nothing was measured: it is low enough that the visitor is
# asked. There a constituency without any of the sector's postcodes counts as if it had one in twenty of them.
_NEAREST_BESIDE_BORDER, _LEAST_ACROSS = 0.75, 0.05

_NORTHERN_IRELAND = "BT"


def _region(code: str, place: str, en: str, fr: str, located_en: str, located_fr: str) -> Region:
    """A nation, or a region of England; ids as in Open Civic Data's list of divisions."""
    return Region(
        id=f"ocd-division/country:gb/{place}",
        code=code,
        name={"en": en, "fr": fr},
        located={"en": located_en, "fr": located_fr},
    )


def _english(code: str, en: str, fr: str, located_en: str, located_fr: str) -> Region:
    return _region(code, f"part:eng/region:{code.lower()}", en, fr, located_en, located_fr)


_REGIONS = (
    _english("UKC", "North East", "Nord-Est", "in the North East", "dans le Nord-Est de l’Angleterre"),
    _english("UKD", "North West", "Nord-Ouest", "in the North West", "dans le Nord-Ouest de l’Angleterre"),
    _english(
        "UKE",
        "Yorkshire and The Humber",
        "Yorkshire et Humber",
        "in Yorkshire and The Humber",
        "dans le Yorkshire et Humber",
    ),
    _english(
        "UKF", "East Midlands", "Midlands de l’Est", "in the East Midlands", "dans les Midlands de l’Est"
    ),
    _english(
        "UKG", "West Midlands", "Midlands de l’Ouest", "in the West Midlands", "dans les Midlands de l’Ouest"
    ),
    _english(
        "UKH",
        "East of England",
        "Est de l’Angleterre",
        "in the East of England",
        "dans l’Est de l’Angleterre",
    ),
    _english("UKI", "London", "Londres", "in London", "à Londres"),
    _english("UKJ", "South East", "Sud-Est", "in the South East", "dans le Sud-Est de l’Angleterre"),
    _english("UKK", "South West", "Sud-Ouest", "in the South West", "dans le Sud-Ouest de l’Angleterre"),
    _region("SCT", "part:sct", "Scotland", "Écosse", "in Scotland", "en Écosse"),
    _region("WLS", "part:wls", "Wales", "Pays de Galles", "in Wales", "au pays de Galles"),
    _region(
        "NIR", "part:nir", "Northern Ireland", "Irlande du Nord", "in Northern Ireland", "en Irlande du Nord"
    ),
)

# https://www.parliament.uk/get-involved/contact-an-mp-or-lord/contact-your-mp/ ; the post town in capitals, the
# postcode on a line of its own: http://www.postoffice.co.uk/letters-parcels/mailing-guide/clear-addressing
_WESTMINSTER = Office(
    id="parliament", name="Westminster", lines=("House of Commons", "LONDON", "SW1A 0AA"), local=False
)

# A constituent's letter goes by the class that was paid for: so the Government in 1968, and nothing later was found,
# https://api.parliament.uk/historic-hansard/written_answers/1968/oct/21/government-and-parliamentary-mail
_POSTAGE: Text = {
    "en": "Use a first or second class stamp.",
    "fr": "Mettez un timbre de première ou de seconde classe.",
}

_MEMBER: Text = {"en": "Member of Parliament", "fr": "Chambre des communes"}
_SPEAKER: Text = {
    "en": "Member of Parliament, Speaker of the House of Commons",
    "fr": "Présidence de la Chambre des communes",
}


class UnitedKingdom(Country):
    """The United Kingdom's rules; each method names the authority it follows."""

    id = "gb"
    name = {"en": "the United Kingdom", "fr": "Royaume-Uni"}
    also_called = frozenset(
        {
            *("UK", "GB", "United Kingdom", "Great Britain", "Britain", "England", "Scotland", "Wales"),
            *("Northern Ireland", "Jersey", "Guernsey", "Isle of Man", "Gibraltar", "Falkland Islands"),
        }
    )
    postcode_name = {"en": "postcode", "fr": "code postal"}
    # The six outward shapes and the inward code; the source is beside _UNIT_LETTERS.
    postcode_shape = re.compile(
        r"(?:[A-PR-UWYZ](?:\d|\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d|[A-HK-Y]\d\d|[A-HK-Y]\d[ABEHMNPRV-Y]))"
        rf"\d[{_UNIT_LETTERS}]{{2}}"
    )
    postcode_length = 7
    example = "SW1A1AA"
    languages = ("en",)
    lower = Chamber.COMMONS
    # The House of Lords sits for nobody's constituency.
    chambers = {Chamber.COMMONS: {"en": "House of Commons", "fr": "Chambre des communes"}}
    member_name = {Chamber.COMMONS: _MEMBER}
    committees_end = law.DISSOLUTION
    # The Speaker and the three deputies: https://www.parliament.uk/about/mps-and-lords/principal/speaker/the-role-of-the-speaker/
    presiding = {Chamber.COMMONS: frozenset({"speaker", "deputy-speaker"})}
    member_lists = {
        Chamber.COMMONS: dict.fromkeys(("en", "fr"), "https://members.parliament.uk/members/commons")
    }
    email_domains = frozenset({"parliament.uk"})
    nearest_first = True
    regions = {region.code: region for region in _REGIONS}
    # Parliamentary Constituencies Act 1986, s. 3 and Schedule 2, as amended in 2020:
    # https://www.legislation.gov.uk/ukpga/1986/56/schedule/2
    seats = {Chamber.COMMONS: 650}
    paper = "a4"
    envelope = "dl"
    constituency_name = {"en": "constituency", "fr": "circonscription"}
    constituency_names = {"en": "constituencies", "fr": "circonscriptions"}
    region_name = {"en": "nation or region", "fr": "nation ou région"}
    official_name = {"en": "The UK Parliament", "fr": "Le Parlement du Royaume-Uni"}
    official_lookup = {
        "en": "https://members.parliament.uk/FindYourMP",
        "fr": "https://members.parliament.uk/FindYourMP",
    }
    service = POSTCODES_IO

    def printed(self, code: str) -> str:
        """ "SW1A1AA" -> "SW1A 1AA": the inward code is always the last three."""
        return f"{code[:-3]} {code[-3:]}"

    def is_beginning(self, typed: str) -> bool:
        """An outward code alone, or with a part of the inward one."""
        return any(self.postcode_shape.fullmatch(typed + rest) for rest in ("1AA", "AA", "A"))

    def area(self, code: str) -> tuple[str, str]:
        """The sector and the unit: "SW1A1AA" -> "SW1A1", "AA"."""
        return code[:-2], code[-2:]

    def wider_areas(self, area: str) -> tuple[str, ...]:
        """The district's line, which the table marks with a star: "AB108" -> "AB10*"; then Northern Ireland's, "BT*".

        Which postcodes exist there is not known, so that a district that the table does not have may exist all the same.
        """
        district = f"{area[:-1]}*"
        return (district, f"{_NORTHERN_IRELAND}*") if self.never_exact(area) else (district,)

    def held_is_exact(self, area: str) -> bool:
        """In Great Britain, where the table is made of every postcode; in Northern Ireland positions are inferred."""
        return not self.never_exact(area)

    def never_exact(self, area: str) -> bool:
        """In Northern Ireland."""
        return area.startswith(_NORTHERN_IRELAND)

    def without_constituency(self, code: str) -> Text:
        """Why nobody sits for the forces' addresses, the Crown dependencies and the Overseas Territories."""
        return elsewhere.without_constituency(code)

    def is_elsewhere(self, code: str) -> bool:
        """A number of the forces' post, or a territory's code."""
        return bool(elsewhere.without_constituency(code))

    def unit_number(self, unit: str) -> int:
        """0 for "AA" to 399 for "ZZ"."""
        return _UNIT_LETTERS.index(unit[0]) * len(_UNIT_LETTERS) + _UNIT_LETTERS.index(unit[1])

    def weights(
        self, area: str, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]
    ) -> dict[str, float]:
        """The nearest postcode's constituency first, the others by how many of the area's postcodes they have."""
        shares = {
            code: max(area_shares.get(code, 0.0), _LEAST_ACROSS if reason is Reason.BORDER else 0.0)
            for code, reason in reasons.items()
        }
        nearest = next((code for code, reason in reasons.items() if reason is Reason.NEAREST), "")
        if not nearest:
            return shares
        likely = _NEAREST_IN_NORTHERN_IRELAND if self.never_exact(area) else _NEAREST
        if Reason.BORDER in reasons.values():
            likely = _NEAREST_BESIDE_BORDER
        others = sum(shares.values()) - shares[nearest]
        factor = (1 - likely) / (others or 1.0)
        return {code: likely if code == nearest else factor * share for code, share in shares.items()}

    def role(self, person: Representative | Vacancy) -> Text:
        """A member, or the member who is Speaker."""
        is_speaker = isinstance(person, Representative) and person.role == "speaker"
        return _SPEAKER if is_speaker else _MEMBER

    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """Westminster only: a constituency office is often a member's home."""
        return (_WESTMINSTER,)

    def address_block(
        self, person: Representative, constituency: Constituency, office: Office, language: str
    ) -> tuple[str, ...]:
        """Parliament's full title of the member (nameFullTitle of https://members-api.parliament.uk), the House."""
        if person.is_seat:
            return (person.name, *office.lines)
        held = ("Prime Minister",) if self.asked_as(person) == "prime-minister" else ()
        return (person.styled or f"{person.name} MP", *held, *office.lines)

    def salutation(self, person: Representative, language: str) -> str:
        """With Parliament's title: "Dear Ms Morton,", "Dear Sir Iain,"; without one by full name.

        A minister is written to as one's own member, by name as Parliament lists it (nameAddressAs); the Prime Minister by
        office, secondary source: https://theenglishmanner.com/forms-of-address/how-to-address-british-politicians/
        """
        if person.is_seat:
            return "Dear Member of Parliament,"
        if self.asked_as(person) == "prime-minister":
            return "Dear Prime Minister,"
        return f"Dear {person.addressed_as or person.name},"

    def closing(self, person: Representative, language: str) -> str:
        """Usual in Britain to a person who is addressed by name, and to one who is not; no authority prescribes it.

        Secondary source: https://www.utwente.nl/en/ces/language-centre/organisation/english-styleguide/letters/closing/
        """
        return "Yours faithfully," if person.is_seat else "Yours sincerely,"

    def postage(self, person: Representative, office: Office) -> Text:
        """A letter to a member is paid for like any other; the sources are beside _POSTAGE."""
        return _POSTAGE

    def date_pattern(self, language: str) -> str:
        """ "24 November 2026"."""
        return "d MMMM y"

    def ending(self, person: Representative) -> Ending | None:
        """The law is beside the date."""
        return law.HOUSE

    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """The source is beside the words."""
        return law.seat_name(constituency)


UNITED_KINGDOM = UnitedKingdom()
