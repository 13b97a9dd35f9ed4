"""The few sentences that outputs add to a letter, in the letter's language: they never pass through the pages."""

from collections.abc import Mapping

WORDING: Mapping[str, Mapping[str, str]] = {
    "en": {
        "return": "Return address:",
        "envelopes": "Envelopes",
        "labels": "Address labels",
        "copy": "Your copy",
        "keep": "Keep this sheet: it is not part of the letter.",
        "to": "Letter to {name}, {date}",
        "todo": "To do",
        "sign": "Sign the letter above your name.",
        "fold": "Fold it along the marks, with the address outside.",
        "post": "Post it.",
        "follow_up": "If no answer has come by {day}: write again, or call the office and ask politely whether your letter arrived.",
        "scan": "For a friend: this code leads to the page where they can write a letter of their own.",
        "code": "QR code for {page}",
        "reminder": "Has {name} answered?",
        "reminder_text": "Thirty days ago you wrote to {name}. If no answer has come, write again, or call the office and ask politely whether your letter arrived.",
    },
    "fr": {
        "return": "Adresse de retour\u00a0:",
        "envelopes": "Enveloppes",
        "labels": "Étiquettes d’adresse",
        "copy": "Votre copie",
        "keep": "Gardez cette feuille\u00a0: elle ne fait pas partie de la lettre.",
        "to": "Lettre à {name}, {date}",
        "todo": "À faire",
        "sign": "Signez la lettre au-dessus de votre nom.",
        "fold": "Pliez-la aux repères, l’adresse à l’extérieur.",
        "post": "Postez-la.",
        "follow_up": "Sans réponse le {day}\u00a0: écrivez de nouveau, ou appelez le bureau et demandez poliment si votre lettre est arrivée.",
        "scan": "Pour un proche\u00a0: ce code mène à la page où il peut écrire sa propre lettre.",
        "code": "Code QR de {page}",
        "reminder": "Une réponse de {name}\u00a0?",
        "reminder_text": "Il y a trente jours, vous avez écrit à {name}. Sans réponse, écrivez de nouveau, ou appelez le bureau et demandez poliment si votre lettre est arrivée.",
    },
}
"""Sentences by language and name; say() fills {…}."""


def say(language: str, sentence: str, **values: str) -> str:
    """A sentence in that language, its places filled; a language without sentences of its own gets English."""
    return WORDING.get(language, WORDING["en"])[sentence].format(**values)
