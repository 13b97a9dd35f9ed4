"""A member of the House of Commons: a row of uk_mps.csv -> a row of people.csv."""

import unicodedata
from collections.abc import Mapping

from representatives.sources.current import Row

_TITLES = ("Sir", "Dame", "Dr", "Mr", "Mrs", "Ms")
_COUNSEL = "KC"

# What the compiled list says is to be checked, settled as far as the reports go. A remark that is not here
# stops the import: somebody must read it.
_SETTLED: Mapping[str, Mapping[str, str]] = {
    "": {},
    'CHECK: parlparse commit 2026-07-08 "Farage resigned"': {},  # a reported change says so, with its source
    "CHECK: parlparse 2026-08-02 whip restored (Labour)": {
        "party_en": "Labour",
        "note_en": "Listed as Independent in June 2026, and reported on 2 August 2026 to sit for Labour again.",
        "note_fr": "Liste de juin 2026\u00a0: «\u00a0Independent\u00a0». Retour au parti travailliste signalé le 2 août 2026.",
    },
}


def member(row: Row) -> dict[str, str]:
    """The product's row for a member.

    Raises:
        KeyError: the row carries a remark that nobody has settled.
    """
    name, suffix = _without_counsel(row["name"])
    family_name = _family_name(name, row["email"])
    is_speaker = row["party"] == "Speaker"
    return {
        "id": f"gb-commons-{row['member_id']}",
        "chamber": "commons",
        "name": name,
        "given_name": name.removesuffix(family_name).strip(),
        "family_name": family_name,
        "honorific_prefix": row["envelope"].partition(name)[0].strip(),
        "honorific_suffix": suffix,
        "styled": row["envelope"],
        "addressed_as": _addressed_as(row, name, family_name),
        "role": "speaker" if is_speaker else "",
        # In place of the Speaker's party the list names the office.
        "party_en": "no party listed" if is_speaker else row["party"],
        "party_fr": "aucun parti indiqué" if is_speaker else "",
        "area": row["pcon24cd"],
        "email": row["email"] if row["email"].endswith("@parliament.uk") else "",
        "page_en": f"https://members.parliament.uk/member/{row['member_id']}/contact",
        **_SETTLED[row["note"]],
    }


def _without_counsel(name: str) -> tuple[str, str]:
    """The list writes King's Counsel's letters into the name."""
    bare = name.removesuffix(f" {_COUNSEL}")
    return bare, _COUNSEL if bare != name else ""


def _family_name(name: str, email: str) -> str:
    """The last word, or the last words where the published address joins them: "iain.duncansmith.mp@…".

    Raises:
        ValueError: a name of more than two words that no address settles.
    """
    words = name.split()
    joined = _letters(email.partition("@")[0].removesuffix(".mp").rpartition(".")[2])
    for first in range(1, len(words)):
        if _letters("".join(words[first:])) == joined:
            return " ".join(words[first:])
    if len(words) != 2:
        raise ValueError(f"{name}: which words are the family name?")
    return words[1]


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if char.isalpha())


def _addressed_as(row: Row, name: str, family_name: str) -> str:
    """The title as listed, with the given name after Sir and Dame and the family name after the others; or ""."""
    before = row["envelope"].partition(name)[0].split()
    # The envelope is newer than the list of titles: a knighthood may stand only there.
    title = next((word for word in before if word in _TITLES), row["title"])
    if not title:
        return ""
    if title in ("Sir", "Dame"):
        return f"{title} {name.split()[0]}"
    return f"{title} {family_name}"
