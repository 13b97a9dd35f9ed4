"""What differs between two lists of people, as lines that a maintainer reads before they agree."""

from collections.abc import Iterator, Mapping, Sequence

from representatives.sources.current import CurrentTables, Row

_NAMED: Mapping[str, str] = {
    "party_en": "party",
    "area": "seat",
    "email": "e-mail",
    "name": "name",
    "role": "office held",
    "until": "until",
    "contact_form": "form",
    "styled": "envelope",
    "addressed_as": "salutation",
    "honorific_prefix": "honorific",
    "honorific_suffix": "letters",
    "page_en": "page",
    "note_en": "note",
}


def differences(current: CurrentTables, people: Sequence[Row], offices: Sequence[Row]) -> list[str]:
    """Who came and who went, then what changed about those who stay, then seats and offices; [] where nothing did."""
    before, now = current.people, {row["id"]: row for row in people}
    places = {row["code"]: row["name_en"] for row in current.constituencies}
    stayed = [id for id in now if id in before and not _is_another(before[id], now[id])]
    came = [row for id, row in now.items() if id not in stayed]
    went = [row for id, row in before.items() if id not in stayed]
    return [
        *sorted(f"+ came: {_who(row, places)}" for row in came),
        *sorted(f"- went: {_who(row, places)}" for row in went),
        *(line for id in stayed for line in _changed(before[id], now[id], places)),
        *_vacancies(current, people, places),
        *_offices(current.offices, offices),
    ]


def _is_another(before: Row, now: Row) -> bool:
    """Whether an id that belongs to a seat now names another person."""
    return (
        before["family_name"] != now["family_name"]
        and before["given_name"].split()[:1] != now["given_name"].split()[:1]
    )


def _who(row: Row, places: Mapping[str, str]) -> str:
    party = f" ({row['party_en']})" if row["party_en"] else ""
    return f"{row['name']}{party}, {places.get(row['area'], row['area'])}"


def _changed(before: Row, now: Row, places: Mapping[str, str]) -> Iterator[str]:
    for column, word in _NAMED.items():
        if before[column] != now[column]:
            pair = (row[column] for row in (before, now))
            old, new = (places.get(each, each) if column == "area" else each for each in pair)
            yield f"~ {now['name']}: {word}: {old or 'none'} -> {new or 'none'}"


def _vacancies(current: CurrentTables, people: Sequence[Row], places: Mapping[str, str]) -> Iterator[str]:
    lower = current.country.lower
    before = {row["area"] for row in current.people.values() if row["chamber"] == lower}
    now = {row["area"] for row in people if row["chamber"] == lower}
    for code in sorted(before - now):
        yield f"! vacant now: {places.get(code, code)}"
    for code in sorted(now - before):
        yield f"! no longer vacant: {places.get(code, code)}"


def _offices(before: Sequence[Row], now: Sequence[Row]) -> Iterator[str]:
    old, new = ({(row["person"], row["id"]): dict(row) for row in rows} for rows in (before, now))
    opened, closed = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    moved = sum(old[id] != new[id] for id in old.keys() & new.keys())
    if opened or closed or moved:
        yield f"~ offices: {opened} opened, {closed} closed, {moved} changed"
