"""How a letter to Australia's Parliament is addressed, opened, closed, dated and posted."""

from collections.abc import Mapping

from representatives.countries.forms_of_address import FormsOfAddress, office_lines
from representatives.people import Chamber, Office, Point, Representative, Text

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

# https://www.aph.gov.au/Senators_and_Members/Contacting_Senators_and_Members/How_to_address_Senators_and_Members
_BY_OFFICE: Mapping[str, str] = {
    "prime-minister": "Dear Prime Minister,",
    "minister": "Dear Minister,",
    "parliamentary-secretary": "Dear Assistant Minister,",
}


class AustralianForms(FormsOfAddress):
    """Each method names the authority it follows."""

    paper = "a4"
    envelope = "dl"
    # No source says that post to Parliament is free, and none that it is not: paid for like any other letter in Australia.
    postage = {"en": "A stamp is needed.", "fr": "Il faut un timbre."}
    date_patterns = {"en": "d MMMM y"}

    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """The electorate office where the source has it, then Parliament House."""
        lines = _PARLIAMENT[person.chamber]
        return (*person.offices, Office(id="parliament", name="Canberra", lines=lines))

    def addressee(self, person: Representative, office: Office, language: str) -> tuple[str, ...]:
        """ "The Hon Tony Burke MP" or "Ms Zali Steggall MP"; "Senator David Pocock", "Senator for" and the place.

        https://www.aph.gov.au/Senators_and_Members/Contacting_Senators_and_Members/How_to_address_Senators_and_Members
        without stops and commas, as in
        https://www.stylemanual.gov.au/grammar-punctuation-and-conventions/titles-honours-forms-address/parliaments-and-councils
        """
        if person.chamber is Chamber.SENATE:
            place = self.regions[person.area].located["en"].removeprefix("in ")
            held = _office_line(person) or (f"Senator for {place}",)
            return (person.styled or f"Senator {person.name}", *held)
        return (person.styled or f"{_title(person)} {person.name} MP".strip(), *_office_line(person))

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

        Parliament's page on forms of address (beside addressee) names no closing. An older page of Parliament's,
        http://www.aph.gov.au/Help/FAQs/Search_Results?t=H, gave "Yours faithfully" for those who hold an office, after
        "Dear Prime Minister" and the like.
        """
        return "Yours faithfully," if person.is_seat else "Yours sincerely,"

    def delay(self, person: Representative, office: Office) -> Text:
        """Every address is from a secondary source."""
        return _TO_CHECK


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
