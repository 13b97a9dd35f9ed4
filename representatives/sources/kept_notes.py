"""Notes that the data carries beside its sources, such as a party that was reported before a list shows it.

A corrected row has a note. An update keeps the note, and what goes with it, until the source says the same, the person is
no longer listed, or a maintainer says that it is settled; and it always says which.
"""

from collections.abc import Collection, Mapping, Sequence

from representatives.sources.current import Row

_CORRECTED = ("party_en", "party_fr", "role", "until")
_NOTE = ("note_en", "note_fr")


def carried_over(
    before: Mapping[str, Row], people: Sequence[Row], settled: Collection[str]
) -> tuple[list[dict[str, str]], list[str]]:
    """The people with their corrections, and a sentence for each correction.

    Args:
        before: the rows that the data holds, by id.
        people: the rows of the sources.
        settled: ids of which a maintainer says that the source is right again.
    """
    rows, said = [], []
    for row in people:
        known = before.get(row["id"], {})
        rows.append(dict(row))
        if not known.get("note_en"):
            continue
        if row["id"] in settled:
            said.append(f"{row['name']}: settled, the note is dropped: {known['note_en']}")
        elif not known["until"] and all(known[column] == row[column] for column in _CORRECTED):
            said.append(
                f"{row['name']}: the source says the same now, the note is dropped: {known['note_en']}"
            )
        else:
            rows[-1].update({column: known[column] for column in (*_CORRECTED, *_NOTE)})
            said.append(f"{row['name']}: the note stays (--settled {row['id']} drops it): {known['note_en']}")
    listed = {row["id"] for row in people}
    said += [
        f"{row['name']}: no longer listed, the note goes with the row: {row['note_en']}"
        for id, row in before.items()
        if row["note_en"] and id not in listed
    ]
    return rows, said
