"""When senators' terms end: us_terms.csv and Australia's elections of the Senate -> rows of terms.csv."""

from collections.abc import Mapping, Sequence

from representatives.people import Chamber
from representatives.sources.current import CurrentTables, Row, key
from representatives.sources.facts.provenance import CERTAIN, body, certainty, day

_SPECIAL = "special-election"

# The state senators elected on 21 May 2022, for terms from 1 July 2022 to 30 June 2028, and those who were chosen in the
# place of one (section 15 of the Constitution), who serve for the rest of the term. Declared results:
# https://results.aec.gov.au/27966/Website/SenateStateResultsMenu-27966.htm ; the others were elected on 3 May 2025:
# https://results.aec.gov.au/31496/Website/SenateStateResultsMenu-31496.htm
_ELECTED_2022: Mapping[str, Sequence[str]] = {
    "NSW": ("Cadell", "Kovacic", "McAllister", "O'Neill", "Sharma", "Shoebridge"),
    "QLD": ("Allman-Payne", "Canavan", "Chisholm", "Hanson", "McGrath", "Watt"),
    "SA": ("Blyth", "Farrell", "Liddle", "McLachlan", "Pocock", "Wong"),
    "TAS": ("Askew", "Dolega", "Duniam", "Polley", "Tyrrell", "Whish-Wilson"),
    "VIC": ("Babet", "Darmanin", "Henderson", "McKenzie", "Stewart", "Thorpe"),
    "WA": ("Cash", "Cox", "Lines", "Payman", "Smith", "Sterle"),
}
_TERMS: Mapping[bool, tuple[str, str]] = {
    True: ("2022-07-01", "2028-07-01"),
    False: ("2025-07-01", "2031-07-01"),
}
"""By whether elected in 2022: the first day of the term, and the first day after it."""


def of_congress(listed: Sequence[Row]) -> list[dict[str, str]]:
    """The senators' classes and the days on which their terms end."""
    rows = [
        {
            "person": row["id"],
            "class": row["senate_class"],
            "begins": row["term_start"],
            "ends": row["term_end"],
            "how": how(row["how"], row["end_type"]),
            "body": body(row["source"]),
            "body_day": day(row["source_date"]),
            "certainty": CERTAIN,
        }
        for row in listed
        # The day itself is a fact of June, whatever became of the seat since.
        if row["chamber"] == Chamber.SENATE and (certainty(row["certainty"]) or row["end_type"] == _SPECIAL)
    ]
    return sorted(rows, key=lambda row: row["person"])


def how(begins: str, ends: str) -> str:
    """How a term is not a whole one: one that a special election ends is another thing than one that began with it."""
    return f"until-{_SPECIAL}" if ends == _SPECIAL else begins


def of_australia(current: CurrentTables) -> list[dict[str, str]]:
    """The state senators' terms; those of the territories end with the House's."""
    rows = []
    for person in current.people.values():
        if person["chamber"] != Chamber.SENATE or person["area"] not in _ELECTED_2022:
            continue
        elected = {key(name) for name in _ELECTED_2022[person["area"]]}
        begins, ends = _TERMS[key(person["family_name"]) in elected]
        rows.append(
            {
                "person": person["id"],
                "begins": begins,
                "ends": ends,
                "body": "Australian Electoral Commission, Senate results",
                "body_day": "2025-05",
                "certainty": CERTAIN,
            }
        )
    return sorted(rows, key=lambda row: row["person"])
