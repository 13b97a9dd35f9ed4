"""How a letter to the House of Commons is addressed, opened, closed, dated and posted."""

from representatives.countries.forms_of_address import FormsOfAddress
from representatives.people import Office, Point, Representative

# https://www.parliament.uk/get-involved/contact-an-mp-or-lord/contact-your-mp/ ; the post town in capitals, the
# postcode on a line of its own: http://www.postoffice.co.uk/letters-parcels/mailing-guide/clear-addressing
_WESTMINSTER = Office(id="parliament", name="Westminster", lines=("House of Commons", "LONDON", "SW1A 0AA"))


class BritishForms(FormsOfAddress):
    """Each method names the authority it follows."""

    paper = "a4"
    envelope = "dl"
    # A constituent's letter goes by the class that was paid for: so the Government in 1968, and nothing later was found,
    # https://api.parliament.uk/historic-hansard/written_answers/1968/oct/21/government-and-parliamentary-mail
    postage = {
        "en": "Use a first or second class stamp.",
        "fr": "Mettez un timbre de première ou de seconde classe.",
    }
    date_patterns = {"en": "d MMMM y"}

    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """Westminster only: a constituency office is often a member's home."""
        return (_WESTMINSTER,)

    def addressee(self, person: Representative, office: Office, language: str) -> tuple[str, ...]:
        """Parliament's full title of the member (nameFullTitle of https://members-api.parliament.uk)."""
        held = ("Prime Minister",) if self.asked_as(person) == "prime-minister" else ()
        return (person.styled or f"{person.name} MP", *held)

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
