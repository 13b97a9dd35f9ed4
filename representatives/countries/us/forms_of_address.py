"""How a letter to Congress is addressed, opened, closed, dated and posted."""

from collections.abc import Mapping
from datetime import date
from math import asin, cos, radians, sin, sqrt

from representatives.countries.forms_of_address import FormsOfAddress
from representatives.countries.us import law, texts
from representatives.people import Chamber, Office, Point, Representative, Text

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


class AmericanForms(FormsOfAddress):
    """Each method names the authority it follows."""

    paper = "us-letter"
    envelope = "10"
    # A Forever stamp is worth the price of a one-ounce letter, whatever that is on the day:
    # https://www.usps.com/ship/first-class-mail.htm
    postage = {
        "en": "One First-Class Mail Forever stamp is enough for a letter of up to one ounce in an ordinary rectangular "
        "envelope.",
        "fr": "Un timbre «\u00a0Forever\u00a0» (First-Class Mail) suffit pour une lettre d’une once (28 g) au plus dans une "
        "enveloppe rectangulaire ordinaire.",
    }
    date_patterns = {"en": "MMMM d, y"}

    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """The local offices, the nearest first (those without a position, as listed, after them), then Washington."""
        local = [office for office in person.offices if office.local]
        if near is not None:
            local.sort(key=lambda office: _kilometres(near, office.point) if office.point else float("inf"))
        in_washington = [office for office in person.offices if not office.local]
        return (*local, *(in_washington or [_washington(person)]))

    def addressee(self, person: Representative, office: Office, language: str) -> tuple[str, ...]:
        """ "The Honorable" and the full name; at a local office the title below it.

        http://www.ita.doc.gov/ita_sec/Address%20and%20Salutation.htm (archived in 2012)
        """
        name = f"The Honorable {person.name}"
        if office.local:
            role = self.role_names.get(person.role)
            return (name, f"{role['en']}, U.S. House of Representatives" if role else _TITLE[person.chamber])
        if person.post and person.post.role == "speaker":
            return (name, texts.SPEAKER)
        return (name,)

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

    def delay(self, person: Representative, office: Office) -> Text:
        """Mail to Washington is screened; of local offices nothing is known."""
        return {} if office.local else texts.SCREENING

    def call_rather(self, person: Representative, day: date) -> Text:
        """In the last weeks of a Congress, whose bills end with it: post to Washington takes weeks (texts.SCREENING)."""
        begins, ends = law.LAST_WEEKS
        return texts.CALL if begins <= day < ends and not person.is_seat else {}


def _washington(person: Representative) -> Office:
    """The chamber's own address, where no room is listed."""
    return Office(id="parliament", name="Washington", lines=WASHINGTON[person.chamber])


def _kilometres(one: Point, other: Point) -> float:
    """The great-circle distance by the haversine formula, on a sphere of the Earth's mean radius."""
    latitude, longitude, latitude_2, longitude_2 = map(radians, (*one, *other))
    half = sin((latitude_2 - latitude) / 2) ** 2
    half += cos(latitude) * cos(latitude_2) * sin((longitude_2 - longitude) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))
