"""How a letter to Canada's Parliament is addressed, opened, closed, dated and posted."""

from collections.abc import Mapping

from representatives.countries.ca import titles
from representatives.countries.forms_of_address import FormsOfAddress
from representatives.people import Chamber, Office, Point, Representative, Text

# Styles of address, English: https://www.canada.ca/en/canadian-heritage/services/protocol-guidelines-special-event/styles-address.html
# French without a guessed gender (first and family name, no courtesy title):
# https://www.noslangues-ourlanguages.gc.ca/fr/cles-de-la-redaction/ecriture-inclusive-correspondance
_STYLES: Mapping[str, Text] = {
    "Hon.": {"en": "The Honourable", "fr": "L’honorable"},
    # In French the article has a gender: it is left out where that is not known (titles.right_honourable).
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

# The function alone, in French both genders; Canadian Heritage gives each form for its own:
# https://www.canada.ca/fr/patrimoine-canadien/services/directives-protocolaires-evenements-speciaux/formules-epistolaires.html
_TO_A_SEAT: Text = {
    "en": "Dear Member of Parliament,",
    "fr": "Madame la Députée ou Monsieur le Député,",
}


class CanadianForms(FormsOfAddress):
    """Each method names the authority it follows."""

    paper = "us-letter"
    envelope = "10"
    # Canada Post Corporation Act, s. 35(2)(b) and (5): https://laws-lois.justice.gc.ca/eng/acts/C-10/section-35.html
    # https://www.canadapost-postescanada.ca/cpc/en/support/articles/government-mail-free-of-postage/overview.page
    # One text for both chambers: who writes to both reads the rule once.
    postage = {
        "en": "No stamp is needed: a letter posted in Canada to a Member of Parliament or a senator in Ottawa travels free of "
        "postage. Parcels and registered mail are not free. For a Member of Parliament the right ends ten days after they "
        "leave office.",
        "fr": "Aucun timbre n’est nécessaire\u00a0: une lettre postée au Canada à une personne qui siège à la Chambre des "
        "communes ou au Sénat, à Ottawa, voyage en franchise postale. Les colis et le courrier recommandé n’en bénéficient "
        "pas. Pour la Chambre des communes, la franchise prend fin dix jours après la fin du mandat.",
    }
    # Day and month as Canadians write them; the article before a French date is usual at the head of a letter.
    date_patterns = {"en": "long", "fr": "'Le' d MMMM y"}

    def offices(self, person: Representative, near: Point | None, language: str) -> tuple[Office, ...]:
        """Parliament: post to it is free; no local office is held."""
        return (Office(id="parliament", name="Ottawa", lines=_ADDRESSES[person.chamber][language]),)

    def addressee(self, person: Representative, office: Office, language: str) -> tuple[str, ...]:
        """Name with its style, and the office of a minister."""
        style = "Hon." if person.chamber is Chamber.SENATE else person.honorific_prefix
        before = _STYLES[style][language] if style else ""
        if style == "Right Hon." and language == "fr":
            before = titles.right_honourable(person) or before
        after = [_SUFFIXES[s][language] for s in person.honorific_suffix.split() if s in _SUFFIXES]
        if person.chamber is Chamber.COMMONS and language == "en":
            after.append("M.P.")
        name = ", ".join([f"{before} {person.name}".strip(), *after])
        return (name, *titles.office_line(person.post, language))

    def salutation(self, person: Representative, language: str) -> str:
        """By full name where no neutral title exists; "Dear Senator Doe" in English.

        The full name: the pages beside _STYLES. "Dear Senator" and the family name, secondary source:
        https://formsofaddress.info/senator-canadian/
        """
        if person.is_seat:
            return _TO_A_SEAT[language]
        if language == "fr" and (appeal := titles.appeal(person)):
            return f"{appeal},"
        if language == "en" and (by_office := titles.english(person)):
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
            appeal = _TO_A_SEAT[language].rstrip(",") if person.is_seat else titles.appeal(person)
            return f"Veuillez agréer{f', {appeal},' if appeal else ''} l’expression de ma considération respectueuse."
        return "Yours sincerely,"

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
