"""Who has come, gone or died since the lists: people_changes_DATE.csv -> rows of reported_changes.csv.

The file has the columns country, seat_code, seat, what, date, old, new, party, chamber, source, source_date, certainty and
note. A row that says two things ("died 2026-07-11; successor appointed") becomes two.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from representatives.sources.current import CurrentTables, Row, key
from representatives.sources.facts.provenance import REPORTED, body, certainty, day, rests_on_wikipedia

_KINDS: Mapping[str, str] = {
    "by-election won": "elected",
    "special election won": "elected",
    "special runoff won": "elected",
    "resigned": "resigned",
    "died": "died",
    "still vacant": "vacant",
    "became prime minister": "prime-minister",
}
"""What `what` begins with -> what the data says."""
_TITLE = re.compile(r"^(?:Sir|Dame|Dr|Mr|Mrs|Ms) ")
_GONE_BEFORE = re.compile(r"\(resigned (\d{4}-\d{2})-(?:\d{2}/)?(\d{2})\)")
_SEASONS: Mapping[str, str] = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
"""As in ISO 8601-2, section 4.8: 2026-22 is the summer of 2026."""


def changes(
    listed: Sequence[Row], current: CurrentTables, ends: Mapping[str, str]
) -> tuple[list[dict[str, str]], list[str]]:
    """A country's reported changes, in the order of the seats and days; what was left out and why, a sentence each.

    Args:
        listed: the collector's rows.
        current: the people whom the lists name.
        ends: the day on which somebody's term ends, by name: whoever is appointed in their place serves it out.

    Raises:
        ReportError: a source names no body that bodies.toml knows.
    """
    rows: list[dict[str, str]] = []
    remarks = []
    for row in (each for each in listed if each["country"] == current.country.id):
        kind = next((kind for start, kind in _KINDS.items() if row["what"].lower().startswith(start)), "")
        if not kind or not row["seat_code"] or not (sure := certainty(row["certainty"])):
            remarks.append(f"left out: {row['seat']}: {row['what']} ({row['certainty'] or 'no certainty'})")
            continue
        sure = REPORTED if rests_on_wikipedia(row["source"]) else sure
        rows += _rows(row, kind, sure, current, ends)
    return sorted(rows, key=lambda each: (each["seat"], each["day"] or "9")), remarks


def _rows(
    row: Row, kind: str, sure: str, current: CurrentTables, ends: Mapping[str, str]
) -> Iterator[dict[str, str]]:
    old, new = _known(row["old"], row, current), _name(row["new"])
    stated = {
        "seat": row["seat_code"],
        "chamber": row["chamber"] or current.country.lower,
        "old": old,
        "body": body(row["source"]),
        "body_day": day(row["source_date"]),
        "certainty": sure,
    }
    comes = {
        **stated,
        "new": new,
        "party_en": row["party"],
        "party_fr": _french(row["party"], current),
        "until": ends.get(old, ""),
    }
    if before := _GONE_BEFORE.search(row["old"]):
        yield {**stated, "what": "resigned", "day": f"{before[1]}-{before[2]}"}
    if kind == "died" and new:
        yield {**stated, "what": "died", "day": day(row["what"])}
        yield {**comes, "what": "appointed", "day": day(row["date"])}
    elif kind in ("elected", "prime-minister"):
        yield {**comes, "what": kind, "day": day(row["date"])}
    else:
        yield {**stated, "what": kind, "day": "" if kind == "vacant" else _when(row)}


def _when(row: Row) -> str:
    """The day; where none is known but a season is, that."""
    season = re.search(r"\b(\w+) (\d{4})\b", row["what"])
    found = season and _SEASONS.get(season[1])
    return day(row["date"]) or (f"{season[2]}-{found}" if season and found else "")


def _known(stated: str, row: Row, current: CurrentTables) -> str:
    """The name as people.csv has it, where it means somebody there."""
    name = _name(stated)
    seated = [each["name"] for each in current.people.values() if each["area"] == row["seat_code"]]
    return next((each for each in seated if key(each) == key(_TITLE.sub("", name))), name)


def _name(stated: str) -> str:
    bare = stated.partition(" (")[0].strip()
    return "" if bare.startswith("vacant") or bare == "unknown" else bare


def _french(party: str, current: CurrentTables) -> str:
    return next((row["party_fr"] for row in current.people.values() if row["party_en"] == party), "")
