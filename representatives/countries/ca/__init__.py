"""Canada: postal codes, who sits where, and how a letter to Parliament is addressed."""

import re
from collections.abc import Mapping

from representatives.countries.base import Country
from representatives.countries.ca import forms, law
from representatives.countries.ca.likelihood import weights
from representatives.countries.ca.regions import REGIONS
from representatives.countries.ca.service import REPRESENT
from representatives.countries.parliament import Ending
from representatives.match import Reason
from representatives.people import Chamber, Constituency, Office, Point, Representative, Text, Vacancy

# Letters that a postal code never has, and W and Z which never come first:
# https://www.canadapost-postescanada.ca/cpc/en/support/articles/addressing-guidelines/postal-codes.page
_FIRST = "ABCEGHJKLMNPRSTVXY"
_LETTER = "ABCEGHJKLMNPRSTVWXYZ"

# Styles of address, English: https://www.canada.ca/en/canadian-heritage/services/protocol-guidelines-special-event/styles-address.html
# French without a guessed gender (first and family name, no courtesy title):
# https://www.noslangues-ourlanguages.gc.ca/fr/cles-de-la-redaction/ecriture-inclusive-correspondance
_STYLES: Mapping[str, Text] = {
    "Hon.": {"en": "The Honourable", "fr": "L’honorable"},
    # In French the article has a gender: it is left out where that is not known (forms.right_honourable).
    "Right Hon.": {"en": "The Right Honourable", "fr": "Très honorable"},
}
_SUFFIXES: Mapping[str, Text] = {"P.C.": {"en": "P.C.", "fr": "C.P."}}

# https://www.ourcommons.ca/en/contact-us and https://sencanada.ca/en/contact/ ; one space before the
# province and two before the postal code, no comma:
# https://www.canadapost-postescanada.ca/cpc/en/support/articles/addressing-guidelines/important-information.page
_ADDRESSES: Mapping[Chamber, Mapping[str, tuple[str, str]]] = {
    Chamber.COMMONS: {
        "en": ("House of Commons", "Ottawa ON  K1A 0A6"),
        "fr": ("Chambre des communes", "Ottawa ON  K1A 0A6"),
    },
    Chamber.SENATE: {
        "en": ("The Senate of Canada", "Ottawa ON  K1A 0A4"),
        "fr": ("Sénat du Canada", "Ottawa ON  K1A 0A4"),
    },
}

# Canada Post Corporation Act, s. 35(2)(b) and (5): https://laws-lois.justice.gc.ca/eng/acts/C-10/section-35.html
# https://www.canadapost-postescanada.ca/cpc/en/support/articles/government-mail-free-of-postage/overview.page
# One text for both chambers: who writes to both reads the rule once.
_POSTAGE: Text = {
    "en": "No stamp is needed: a letter posted in Canada to a Member of Parliament or a senator in Ottawa travels free of "
    "postage. Parcels and registered mail are not free. For a Member of Parliament the right ends ten days after they "
    "leave office.",
    "fr": "Aucun timbre n’est nécessaire\u00a0: une lettre postée au Canada à une personne qui siège à la Chambre des "
    "communes ou au Sénat, à Ottawa, voyage en franchise postale. Les colis et le courrier recommandé n’en bénéficient "
    "pas. Pour la Chambre des communes, la franchise prend fin dix jours après la fin du mandat.",
}

# The function alone, in French both genders; Canadian Heritage gives each form for its own:
# https://www.canada.ca/fr/patrimoine-canadien/services/directives-protocolaires-evenements-speciaux/formules-epistolaires.html
_TO_A_SEAT: Text = {
    "en": "Dear Member of Parliament,",
    "fr": "Madame la Députée ou Monsieur le Député,",
}

# In French the chamber, which has no gender.
_MEMBERS: Mapping[Chamber, Text] = {
    Chamber.COMMONS: {"en": "Member of Parliament", "fr": "Chambre des communes"},
    Chamber.SENATE: {"en": "Senator", "fr": "Sénat"},
}


class Canada(Country):
    """Canada's rules; each method names the authority it follows."""

    id = "ca"
    name = {"en": "Canada", "fr": "Canada"}
    also_called = frozenset({"CA", "CAN"})
    postcode_name = {"en": "postal code", "fr": "code postal"}
    postcode_shape = re.compile(rf"[{_FIRST}]\d[{_LETTER}]\d[{_LETTER}]\d")
    postcode_length = 6
    example = "L8S4L8"
    languages = ("en", "fr")
    lower = Chamber.COMMONS
    chambers = {
        Chamber.COMMONS: {"en": "House of Commons", "fr": "Chambre des communes"},
        Chamber.SENATE: {"en": "Senate", "fr": "Sénat"},
    }
    member_name = _MEMBERS
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
    committees_end = law.LAST_WRITS
    # Standing Orders 9 and 10: the Speaker takes no part in debate and votes only where the voices are equal. The Speaker
    # of the Senate may vote: https://www.ourcommons.ca/about/standingorders/chap1-e.html
    presiding = {Chamber.COMMONS: frozenset({"speaker"})}
    email_domains = frozenset({"parl.gc.ca", "sen.parl.gc.ca"})
    regions = {region.code: region for region in REGIONS}
    # 343 ridings under the 2023 Representation Order (https://www.elections.ca/content.aspx?section=res&dir=cir/red/343list);
    # 105 senators: Constitution Act, 1867, s. 22 (https://laws-lois.justice.gc.ca/eng/const/page-2.html).
    seats = {Chamber.COMMONS: 343, Chamber.SENATE: 105}
    paper = "us-letter"
    envelope = "10"
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

    def printed(self, code: str) -> str:
        """ "L8S4L8" -> "L8S 4L8"."""
        return f"{code[:3]} {code[3:]}"

    def area(self, code: str) -> tuple[str, str]:
        """The forward sortation area and the local delivery unit."""
        return code[:3], code[3:]

    def unit_number(self, unit: str) -> int:
        """0 for "0A0" to 1,999 for "9Z9"."""
        return int(unit[0]) * 200 + _LETTER.index(unit[1]) * 10 + int(unit[2])

    def weights(
        self, area: str, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]
    ) -> dict[str, float]:
        """By what was measured of codes whose position is known: representatives/countries/ca/likelihood.py."""
        return weights(area, reasons, area_shares)

    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """Parliament: post to it is free; no local office is held."""
        return (Office(id="parliament", name="Ottawa", lines=_ADDRESSES[person.chamber][language]),)

    def address_block(
        self, person: Representative, constituency: Constituency, office: Office, language: str
    ) -> tuple[str, ...]:
        """Name with its style, the House, the city line as Canada Post sets it."""
        if person.is_seat:
            return (person.called(language), *office.lines)
        return (self._styled_name(person, language), *forms.office_line(person.post, language), *office.lines)

    def _styled_name(self, person: Representative, language: str) -> str:
        style = "Hon." if person.chamber is Chamber.SENATE else person.honorific_prefix
        before = _STYLES[style][language] if style else ""
        if style == "Right Hon." and language == "fr":
            before = forms.right_honourable(person) or before
        after = [_SUFFIXES[s][language] for s in person.honorific_suffix.split() if s in _SUFFIXES]
        if person.chamber is Chamber.COMMONS and language == "en":
            after.append("M.P.")
        return ", ".join([f"{before} {person.name}".strip(), *after])

    def salutation(self, person: Representative, language: str) -> str:
        """By full name where no neutral title exists; "Dear Senator Doe" in English.

        The full name: the pages beside _STYLES. "Dear Senator" and the family name, secondary source:
        https://formsofaddress.info/senator-canadian/
        """
        if person.is_seat:
            return _TO_A_SEAT[language]
        if language == "fr" and (appeal := forms.appeal(person)):
            return f"{appeal},"
        if language == "en" and (by_office := forms.english(person)):
            return by_office
        if language == "fr":
            honourable = person.chamber is Chamber.SENATE or person.honorific_prefix == "Hon."
            return f"{'Honorable' if honourable else 'Bonjour'} {person.name},"
        if person.chamber is Chamber.SENATE:
            return f"Dear Senator {person.family_name},"
        return f"Dear {person.name},"

    def closing(self, person: Representative, language: str) -> str:
        """French closings are whole sentences; they repeat the salutation's form of address, where it has one.

        French: "l'expression de ma considération" as in the Translation Bureau's archived guide, for the title its page
        beside _STYLES: https://tplus-pp.btb.gc.ca/redac-chap?info0=8.1.10&lang=fra&lettr=indx238
        English: one of the closes of administrative writing that the Bureau lists, prescribed by no authority:
        https://www.btb.termiumplus.gc.ca/tpv2guides/guides/wrtps/index-eng.html?lang=eng&lettr=indx_catlog_c&page=9Tr22P5nYQPk.html
        """
        if language == "fr":
            appeal = _TO_A_SEAT[language].rstrip(",") if person.is_seat else forms.appeal(person)
            return f"Veuillez agréer{f', {appeal},' if appeal else ''} l’expression de ma considération respectueuse."
        return "Yours sincerely,"

    def postage(self, person: Representative, office: Office) -> Text:
        """Free within Canada, with the conditions of the Canada Post Corporation Act."""
        return _POSTAGE

    def no_email(self, person: Representative) -> Text:
        """The Senate's list names no addresses; every member of the House of Commons has one."""
        if person.chamber is not Chamber.SENATE:
            return super().no_email(person)
        return {
            "en": "The Senate publishes no list of e-mail addresses, so we hold none: post this letter, which is free, "
            "or look here:",
            "fr": "Le Sénat ne publie pas de liste d’adresses électroniques, nous n’en avons donc aucune. Postez cette "
            "lettre, c’est gratuit, ou consultez\u00a0:",
        }

    def date_pattern(self, language: str) -> str:
        """Day and month as Canadians write them: "November 24, 2026", "Le 24 novembre 2026".

        The article before a French date is usual at the head of a letter.
        """
        return "'Le' d MMMM y" if language == "fr" else "long"

    def role(self, person: Representative | Vacancy) -> Text:
        """In French by gender where that is known, else the chamber."""
        named = super().role(person)
        return forms.role(person, named) if isinstance(person, Representative) else named

    def ending(self, person: Representative) -> Ending | None:
        """The laws are beside the dates."""
        return law.ending(person)

    def seat_name(self, chamber: Chamber, constituency: Constituency, division: str = "") -> Text:
        """The guides are beside the words."""
        return law.seat_name(chamber, constituency)


CANADA = Canada()
