"""What the lists get wrong: name_fixes.csv -> rows of corrections.csv, and their use on rows of people.csv.

A correction says which value is wrong. It holds while the source says that value, and is over once it says another.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from representatives.sources.current import Row
from representatives.sources.facts.provenance import CERTAIN, body, certainty, day

_OF_THE_OFFICE = ("Prime Minister", "The Right Honourable Mark Carney, Prime Minister of Canada")
"""Forms that follow from an office stand with the country's rules, not with a person."""


def corrections(listed: Sequence[Row], country: str) -> list[dict[str, str]]:
    """A country's corrections of people that are certain."""
    sources: Iterator[str] = accumulate(
        (row["source"] for row in listed), lambda above, own: above if own == "as above" else own
    )
    rows = [
        {
            "person": row["id"],
            "field": row["field"],
            "wrong": row["wrong"],
            "right": row["right"],
            "body": body(source),
            "body_day": day(row["source_date"]),
            "certainty": CERTAIN,
        }
        for row, source in zip(listed, sources, strict=True)
        if (row["country"], row["table"]) == (country, "people") and _is_usable(row)
    ]
    return sorted(rows, key=lambda row: (row["person"], row["field"]))


def _is_usable(row: Row) -> bool:
    is_change = row["wrong"] != row["right"] and row["right"] not in _OF_THE_OFFICE
    return is_change and certainty(row["certainty"]) == CERTAIN


def corrected(
    people: Sequence[Row], known: Sequence[Row]
) -> tuple[list[dict[str, str]], list[dict[str, str]], list[str]]:
    """The people with the corrections, the corrections that still hold, and a sentence for each that is over.

    A row that has been corrected already is left as it is.
    """
    listed = {row["id"] for row in people}
    over = [each for each in known if each["person"] not in listed]
    said = [f"{each['person']}: no longer listed, its correction goes with the row." for each in over]
    rows = []
    for row in people:
        fixes = [each for each in known if each["person"] == row["id"]]
        settled = [fix for fix in fixes if row[fix["field"]] not in (fix["wrong"], fix["right"])]
        said += [
            f"{row['name']}: the source has another {fix['field']} now, the correction is dropped."
            for fix in settled
        ]
        over += settled
        rows.append({**row, **{fix["field"]: fix["right"] for fix in fixes if fix not in settled}})
    return rows, [dict(each) for each in known if each not in over], said
