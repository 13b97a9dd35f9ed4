"""What the data page and datapackage.json say about the tables that maintainers gather from reports."""

from collections.abc import Mapping, Sequence
from typing import Any

from representatives.sources.data_package import schema, titles
from representatives.sources.facts import corrections, people_changes, posts, terms

_FACTS = {
    "name": "facts",
    "title": "Facts, each with its source in the row",
    "path": "https://www.wipo.int/wipolex/en/text/283698",
}
_SITES: Mapping[str, Mapping[str, str]] = {
    "au": {
        "title": "OpenAustralia, ministers and senators",
        "path": "https://github.com/openaustralia/openaustralia-parser",
    },
    "ca": {
        "title": "House of Commons and Senate of Canada",
        "path": "https://www.ourcommons.ca/en/parliamentary-business",
    },
    "gb": {"title": "UK Parliament, posts and committees", "path": "https://members-api.parliament.uk/"},
    "us": {"title": "congress-legislators", "path": "https://github.com/unitedstates/congress-legislators"},
}
_ATTRIBUTIONS: Mapping[str, str] = {
    "au": "Contains data of the OpenAustralia Foundation, CC BY-SA.",
    "ca": "Facts published by Parliament, the government and the press, as each row says.",
    "gb": "Contains Parliamentary information licensed under the Open Parliament Licence v3.0.",
    "us": "Source: the congress-legislators and Open States projects.",
}
_TITLES: Mapping[str, tuple[str, str]] = {
    "changes": ("Changes reported since the list of people", "Changements signalés depuis la liste"),
    "roles": ("Offices that people hold", "Fonctions exercées"),
    "committees": ("Committees", "Comités et commissions"),
    "terms": ("Senators’ terms", "Mandats du Sénat"),
    "corrections": ("Corrections of the list of people", "Corrections apportées à la liste"),
}
_MISSING: Mapping[str, Mapping[str, str]] = {
    "changes": {
        "en": "Changes that no report named here tells. Each row says who reported it and when; one that is only reported "
        "names nobody in a letter.",
        "fr": "Les changements dont aucune source nommée ici ne parle. Chaque ligne dit qui l’a signalé et quand\u00a0; un "
        "changement seulement signalé ne nomme personne dans une lettre.",
    },
    "roles": {
        "en": "Offices taken or left since the day in each row. What is only reported is shown, and changes no letter.",
        "fr": "Les fonctions prises ou quittées depuis le jour de chaque ligne. Ce qui n’est que signalé est affiché, sans "
        "changer aucune lettre.",
    },
    "committees": {
        "en": "Most committees, and changes since the day in each row.",
        "fr": "La plupart des comités, et les changements depuis le jour de chaque ligne.",
    },
    "terms": {
        "en": "Terms of those who came since the day in each row.",
        "fr": "Les mandats des personnes arrivées depuis le jour de chaque ligne.",
    },
    "corrections": {
        "en": "Mistakes that nobody has found. A correction ends when the source says something else than the mistake.",
        "fr": "Les erreurs que personne n’a trouvées. Une correction prend fin quand la source dit autre chose que l’erreur.",
    },
}
_KEYS: Mapping[str, tuple[Sequence[str], Sequence[str], Sequence[str]]] = {
    "changes": (("seat", "what", "day", "old"), people_changes.COLUMNS, people_changes.REQUIRED),
    "roles": (("person", "role", "title_en"), posts.ROLE_COLUMNS, posts.ROLES_REQUIRED),
    "committees": (("person", "committee"), posts.COMMITTEE_COLUMNS, posts.COMMITTEES_REQUIRED),
    "terms": (("person",), terms.COLUMNS, terms.REQUIRED),
    "corrections": (("person", "field"), corrections.COLUMNS, corrections.REQUIRED),
}
"""By subject: the key, the columns, the columns that are never empty."""


def of(
    subject: str, country: str, rows: Sequence[Mapping[str, str]], day: str, repeated: Sequence[str]
) -> dict[str, Any]:
    """A table's description, as of the newest of its rows; without any, of the day on which that was found.

    Args:
        subject: a key of _KEYS.
        country: two lower-case letters.
        rows: the table's.
        day: on which it is made.
        repeated: columns that each row ends with beside the subject's own.
    """
    keys, columns, required = _KEYS[subject]
    people = {"person": (f"{country}-people", "id")} if "person" in columns else None
    return {
        **titles(*_TITLES[subject]),
        "as_of": max((row["body_day"] for row in rows), default=day),
        "sources": [dict(_SITES[country])],
        "licenses": [_FACTS],
        "attribution": _ATTRIBUTIONS[country],
        "missing": dict(_MISSING[subject]),
        "schema": {
            **schema(keys[0], (*columns, *repeated), (*required, *repeated), people),
            "primaryKey": list(keys),
        },
    }
