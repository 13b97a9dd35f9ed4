"""How a letter to Canada's Parliament addresses a person by office, and in French by gender where official data give it.

English: https://www.canada.ca/en/canadian-heritage/services/protocol-guidelines-special-event/styles-address.html
French: https://www.canada.ca/fr/patrimoine-canadien/services/directives-protocolaires-evenements-speciaux/formules-epistolaires.html
("Dear Prime Minister", "Dear Minister", "Dear Mr. Speaker"; "Monsieur le Premier ministre", "Madame la Ministre",
"Monsieur le Président", "Madame la Sénatrice", "Monsieur le Député"; the French words are repeated in the closing.)
"""

import re
from collections.abc import Mapping

from representatives.countries.forms_of_address import office_lines
from representatives.people import Chamber, Representative, Text
from representatives.posts import Post

# Official French titles have the form of who holds them; many are the same for both ("ministre", "whip en chef").
_FEMININE = re.compile(
    r"^(?:première ministre|présidente|vice-présidente|cheffe|représentante|leader adjointe|whip adjointe)\b"
)
_MASCULINE = re.compile(
    r"^(?:premier ministre|président|vice-président|chef|représentant|leader adjoint|whip adjoint)\b"
)

_MEMBERS: Mapping[Chamber, Mapping[str, str]] = {
    Chamber.COMMONS: {"f": "Madame la Députée", "m": "Monsieur le Député"},
    Chamber.SENATE: {"f": "Madame la Sénatrice", "m": "Monsieur le Sénateur"},
}
_OFFICES: Mapping[str, Mapping[str, str]] = {
    "prime-minister": {"f": "Madame la Première ministre", "m": "Monsieur le Premier ministre"},
    "minister": {"f": "Madame la Ministre", "m": "Monsieur le Ministre"},
    "speaker": {"f": "Madame la Présidente", "m": "Monsieur le Président"},
}
_ROLES: Mapping[Chamber, Mapping[str, str]] = {
    Chamber.COMMONS: {"f": "Députée", "m": "Député"},
    Chamber.SENATE: {"f": "Sénatrice", "m": "Sénateur"},
}
_ENGLISH: Mapping[str, str] = {"prime-minister": "Dear Prime Minister,", "minister": "Dear Minister,"}
_PRESIDING: Mapping[str, str] = {"f": "Dear Madam Speaker,", "m": "Dear Mr. Speaker,"}
"""By the gender of the official French title."""
_RIGHT_HONOURABLE: Mapping[str, str] = {"f": "La très honorable", "m": "Le très honorable"}


def gender(person: Representative) -> str:
    """ "f" or "m", where an official French title of theirs says it; otherwise ""."""
    titles = [post.title["fr"] for post in person.posts if post.source.is_certain]
    if any(map(_FEMININE.match, titles)):
        return "f"
    return "m" if any(map(_MASCULINE.match, titles)) else ""


def appeal(person: Representative) -> str:
    """What a French letter begins with and repeats in its closing; "" where the gender is not known."""
    forms = _OFFICES.get(person.post.role if person.post else "") or _MEMBERS[person.chamber]
    return forms.get(gender(person), "")


def english(person: Representative) -> str:
    """The salutation to a Prime Minister, a minister or a Speaker; "" for others, who are addressed by name."""
    role = person.post.role if person.post else ""
    return _PRESIDING.get(gender(person), "") if role == "speaker" else _ENGLISH.get(role, "")


def right_honourable(person: Representative) -> str:
    """The French style with its article, which has a gender; "" where that is not known."""
    return _RIGHT_HONOURABLE.get(gender(person), "")


def office_line(post: Post | None, language: str) -> tuple[str, ...]:
    """The office below the name, for a Prime Minister and ministers; the first where somebody has several."""
    if post is None or post.role not in _ENGLISH:
        return ()
    title = re.split(r" (?:and|et) [Mm]inist(?:er|re) ", post.title[language])[0]
    return office_lines(title[0].upper() + title[1:])


def role(person: Representative, otherwise: Text) -> Text:
    """What the person is, in French by gender where that is known."""
    known = _ROLES[person.chamber].get(gender(person))
    return {**otherwise, "fr": known} if known else otherwise
