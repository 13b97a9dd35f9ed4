"""What is said to a person in the United States of the post, of terms and of ZIP Codes without a district."""

from representatives.people import Text

SPEAKER = "Speaker of the House of Representatives"
"""The office below the name: http://www.ita.doc.gov/ita_sec/Address%20and%20Salutation.htm (archived in 2012)"""

# Members say so on their own pages, with terms from days to weeks, e.g.
# https://webarchive.library.unt.edu/eot2008/20080917113336/http://www.norton.house.gov/index.php?Itemid=130&id=841&option=com_content&task=view
SCREENING: Text = {
    "en": "Letters to Congress in Washington are screened for safety first, which takes days and sometimes weeks. "
    "A local office usually has them sooner.",
    "fr": "Les lettres envoyées au Congrès, à Washington, passent d’abord par un contrôle de sécurité, qui prend des "
    "jours et parfois des semaines. Un bureau local les reçoit en général plus tôt.",
}

CALL: Text = {
    "en": "This Congress ends on January 3, and a letter to Washington can take weeks. A call reaches the office today: say who "
    "you are and where you live, and ask. It takes half a minute.",
    "fr": "Ce Congrès prend fin le 3\u00a0janvier, et une lettre à Washington peut mettre des semaines. Un appel arrive "
    "aujourd’hui\u00a0: dites qui vous êtes et où vous vivez, et posez votre question. Une demi-minute suffit.",
}

# Where service members and citizens abroad vote: https://www.fvap.gov/military-voter/voting-residence
MILITARY: Text = {
    "en": "This is a military or diplomatic ZIP Code: it names no place in the United States, so no district belongs to "
    "it. Use the ZIP Code of the address where you are registered to vote.",
    "fr": "C’est un code ZIP militaire ou diplomatique\u00a0: il ne désigne aucun lieu aux États-Unis, et aucune "
    "circonscription ne lui correspond. Indiquez le code ZIP de l’adresse où vous êtes sur la liste électorale.",
}

ASSOCIATED: Text = {
    "en": "This ZIP Code is in Palau, Micronesia or the Marshall Islands, independent countries that the United States "
    "Postal Service serves: nobody there is represented in Congress. If you vote in the United States, use the "
    "ZIP Code of the address where you are registered.",
    "fr": "Ce code ZIP se trouve aux Palaos, en Micronésie ou aux îles Marshall, des pays indépendants que dessert la "
    "poste des États-Unis\u00a0: ils ne sont pas représentés au Congrès. Si vous votez aux États-Unis, indiquez le code "
    "ZIP de l’adresse où vous êtes sur la liste électorale.",
}


def ended(congress: int, year: int) -> Text:
    """Why no representative of a Congress is named any more."""
    return {
        "en": f"The {congress}th Congress ended on January 3, {year}. Our list of representatives is that Congress’s, so we "
        "do not know who holds this seat now.",
        "fr": f"Le {congress}e\u00a0Congrès a pris fin le 3\u00a0janvier {year}. Notre liste de la Chambre est la sienne\u00a0: "
        "nous ne savons pas qui occupe ce siège maintenant.",
    }


def commissioner_ended(year: int) -> Text:
    """Why Puerto Rico's Resident Commissioner is not named any more."""
    return {
        "en": f"The Resident Commissioner’s term ended on January 3, {year}, and we do not know who holds the office now.",
        "fr": f"Le mandat de Porto Rico à la Chambre a pris fin le 3\u00a0janvier {year}, et nous ne savons pas qui l’exerce "
        "maintenant.",
    }


def term_ended(year: int) -> Text:
    """Why a senator is not named any more."""
    return {
        "en": f"This senator’s term ended on January 3, {year}, and we do not know who holds the seat now.",
        "fr": f"Ce mandat sénatorial a pris fin le 3\u00a0janvier {year}, et nous ne savons pas qui occupe le siège maintenant.",
    }


SPECIAL_ELECTION: Text = {
    "en": "A special election on November 3, 2026 filled this Senate seat. The winner sits as soon as the result is certified, "
    "and our list does not name them yet.",
    "fr": "Une élection spéciale, le 3\u00a0novembre 2026, a pourvu ce siège du Sénat. La personne élue siège dès la "
    "certification du résultat, et notre liste ne la nomme pas encore.",
}

REDRAWN: Text = {
    "en": "This state elected its representatives in November 2026 on new district lines, which our tables do not have: we "
    "cannot tell your district from your ZIP Code. Look it up by your address, then choose it here.",
    "fr": "Cet État a élu ses membres de la Chambre en novembre 2026 sur de nouvelles limites, que nos tables n’ont pas\u00a0: "
    "votre code ZIP ne nous dit pas votre circonscription. Cherchez-la d’après votre adresse, puis choisissez-la ici.",
}
