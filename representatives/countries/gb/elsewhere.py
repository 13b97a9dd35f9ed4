"""Codes of British post that lie in no constituency: what is said to who types one."""

import re
from collections.abc import Mapping

from representatives.people import Text

# British Forces Post Office, by number or with the codes it has had since 2012:
# https://www.gov.uk/bfpo/find-a-bfpo-number ; where service voters register: https://www.gov.uk/register-to-vote-armed-forces
_FORCES: Text = {
    "en": "This is a British Forces Post Office code: it names no place in the United Kingdom, so no constituency belongs to "
    "it. Use the postcode of the address in the United Kingdom where you are registered to vote.",
    "fr": "C’est un code de la poste des forces britanniques\u00a0: il ne désigne aucun lieu au Royaume-Uni, et aucune "
    "circonscription ne lui correspond. Indiquez le code postal de l’adresse au Royaume-Uni où vous êtes sur la liste "
    "électorale.",
}

# https://commonslibrary.parliament.uk/research-briefings/cbp-8611/
_ISLANDS: Text = {
    "en": "Jersey, Guernsey and the Isle of Man are not part of the United Kingdom and elect nobody to its Parliament. Write to "
    "a member of your own: of the States Assembly in Jersey, the States of Deliberation in Guernsey, or Tynwald in the Isle "
    "of Man. If you are registered to vote in the United Kingdom, use the postcode of that address.",
    "fr": "Jersey, Guernesey et l’île de Man ne font pas partie du Royaume-Uni et n’élisent personne à son Parlement. Écrivez à "
    "un membre du vôtre\u00a0: les États de Jersey, les États de délibération de Guernesey ou le Tynwald de l’île de Man. Si "
    "vous êtes sur la liste électorale au Royaume-Uni, indiquez le code postal de cette adresse.",
}

# "There is no direct representation for the OTs in the UK Parliament":
# https://committees.parliament.uk/committee/126/procedure-committee/news/196297/procedure-committee-reopens-territorial-constitution-inquiry/
_TERRITORIES: Text = {
    "en": "Gibraltar and the other British Overseas Territories elect nobody to the Parliament of the United Kingdom. Write to a "
    "member of your own legislature, or to your Governor. If you are registered to vote in the United Kingdom, use the "
    "postcode of that address.",
    "fr": "Gibraltar et les autres territoires britanniques d’outre-mer n’élisent personne au Parlement du Royaume-Uni. Écrivez à "
    "un membre de votre propre assemblée ou à la personne qui gouverne le territoire. Si vous êtes sur la liste électorale "
    "au Royaume-Uni, indiquez le code postal de cette adresse.",
}

_ANTARCTIC: Text = {
    "en": "This code is for the British Antarctic stations and South Georgia, which elect nobody to Parliament. Use the postcode "
    "of the address in the United Kingdom where you are registered to vote.",
    "fr": "Ce code est celui des stations britanniques de l’Antarctique et de la Géorgie du Sud, qui n’élisent personne au "
    "Parlement. Indiquez le code postal de l’adresse au Royaume-Uni où vous êtes sur la liste électorale.",
}

# The territories' codes are not Royal Mail's but have their form, one for each; a secondary source lists them:
# https://ukpostcode.nin.nz/uk/postcode_region/British-Overseas-Territories
_BY_SHAPE: Mapping[re.Pattern[str], Text] = {
    re.compile(r"BFPO\d{1,4}|BF1\d[A-Z]{2}"): _FORCES,
    re.compile(r"(?:JE|GY|IM)\d{1,2}\d[A-Z]{2}"): _ISLANDS,
    re.compile(r"(?:ASCN|BBND|FIQQ|PCRN|STHL|TDCU|TKCA)1ZZ|GX111AA|AI2640"): _TERRITORIES,
    re.compile(r"(?:BIQQ|SIQQ)1ZZ"): _ANTARCTIC,
}


def without_constituency(code: str) -> Text:
    """Why no constituency belongs to a code and whom to write to instead; {} for every other code."""
    return next((text for shape, text in _BY_SHAPE.items() if shape.fullmatch(code)), {})
