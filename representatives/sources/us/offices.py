"""Where members of Congress have their post: local offices, and the room in Washington.

legislators-district-offices.json (https://github.com/unitedstates/congress-legislators#readme), a list of

    {"id": {"bioguide": "A000055"}, "offices": [{"id": "A000055-cullman", "address": "205 4th Ave. NE",
     "suite": "Suite 104", "building", "city": "Cullman", "state": "AL", "zip": "35055",
     "latitude": 34.18, "longitude": -86.84, "phone": "256-734-6043"}]}

or the same as YAML.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from textwrap import wrap
from typing import Any

from representatives.countries.us.forms_of_address import WASHINGTON
from representatives.people import Point
from representatives.sources.postcodes.bulk_table import BulkError
from representatives.sources.text_files import newest, read_text
from representatives.sources.us.members import Member

_Office = dict[str, str]

# "247", "B", "#205", "B-128", "BH230", but not "Suite 104".
_BARE = re.compile(r"#? ?[A-Z]{0,2}-?\d+[A-Za-z]?(-\d+)?|#? ?[A-Z]")

# A line that the window of a #10 envelope holds in a letter's type; a longer one is broken.
_MOST_CHARACTERS = 46


def offices(
    listed: Iterable[Mapping[str, Any]], members: Iterable[Member], points: Mapping[str, Point]
) -> list[dict[str, str]]:
    """Rows of offices.csv: by person, the local offices as listed and then Washington.

    Args:
        listed: the list.
        members: whose offices; the rest of the list is left out.
        points: about where each ZIP Code is, for offices whose own position is not listed or not on the Earth.

    Raises:
        KeyError, TypeError, ValueError: the list has another shape than described.
    """
    local = {person["id"]["bioguide"]: [*map(_as_text, person["offices"])] for person in listed}
    return [row for member in members for row in _rows(member, local.get(member.bioguide, []), points)]


def _rows(member: Member, local: Iterable[_Office], points: Mapping[str, Point]) -> Iterator[dict[str, str]]:
    for office in local:
        if _has_address(office):
            latitude, longitude = _position(office, points)
            yield {
                "person": member.row["id"],
                "id": _plain(office["id"]),
                "name": office["city"],
                "lines": "|".join(_lines(office)),
                "latitude": latitude,
                "longitude": longitude,
                "phone": office.get("phone", ""),
            }
    yield {
        "person": member.row["id"],
        "id": "parliament",
        "name": "Washington",
        "lines": "|".join(filter(None, (member.room, *WASHINGTON[member.chamber]))),
        "latitude": "",
        "longitude": "",
        "phone": member.phone,
    }


def _lines(office: _Office) -> Iterator[str]:
    """The building, the street with the unit after it, the city.

    https://pe.usps.com/text/pub28/28c2_003.htm : the unit goes on the line above where it does not fit.
    """
    yield from wrap(office.get("building", ""), _MOST_CHARACTERS)
    street, unit = office["address"], _unit(office.get("suite", ""))
    if len(street) > _MOST_CHARACTERS:
        place, _, street = street.partition(", ")
        yield place
    with_unit = f"{street}, {unit}" if unit else street
    if len(with_unit) <= _MOST_CHARACTERS and not unit.startswith(("P.O.", "PO ")):
        yield with_unit
    else:
        yield from (unit, street)
    yield f"{office['city']}, {office['state']} {office['zip']}"


def _unit(suite: str) -> str:
    """A bare number or letter gets the sign that stands for an unknown kind of unit: "247" -> "# 247"."""
    return f"# {suite.lstrip('# ')}" if _BARE.fullmatch(suite) else suite


def _has_address(office: _Office) -> bool:
    """Whether there is a street to write to: a few are listed with the town alone."""
    street = office.get("address", "")
    return bool(street and office.get("zip")) and not street.startswith(f"{office['city']}, ")


def _position(office: _Office, points: Mapping[str, Point]) -> tuple[str, str]:
    """To five decimals, about a metre."""
    listed = [float(office.get(name) or "nan") for name in ("latitude", "longitude")]
    if not (abs(listed[0]) <= 90 and abs(listed[1]) <= 180):
        listed = list(points.get(office["zip"][:5], ()))
    return (f"{listed[0]:.5f}", f"{listed[1]:.5f}") if listed else ("", "")


def _plain(id: str) -> str:
    """Without accents, as it stands in forms: "P000620-cañon_city" -> "P000620-canon_city"."""
    return unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode("ascii")


def offices_file(folder: Path) -> Path:
    """The list of offices: as just fetched, or the newest that was kept.

    Raises:
        FileNotFoundError: there is none.
    """
    fetched = folder / "legislators-district-offices.json"
    found = fetched if fetched.exists() else newest(folder, "legislators-district-offices*.yaml*")
    if found is None:
        raise FileNotFoundError(f"{folder} holds no legislators-district-offices file")
    return found


def read(path: Path) -> Any:
    """The list.

    Raises:
        OSError: it cannot be read.
        ValueError: it is neither JSON nor YAML.
    """
    text = read_text(path)
    return json.loads(text) if path.suffix == ".json" else _from_yaml(text)


def _as_text(office: Mapping[str, Any]) -> _Office:
    if any(isinstance(value, list | dict) for value in office.values()):
        raise ValueError(f"an office has more than text in it: {office}")
    return {key: str(value) for key, value in office.items() if value is not None}


def _from_yaml(text: str) -> Any:
    """Every value as text: YAML's own rules would read 01234 as a number and NO as false."""
    try:
        import yaml
    except ImportError:
        raise BulkError('The list of offices as YAML needs PyYAML: pip install "pyyaml>=6.0".') from None
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (makes text, lists and mappings alone)
    except yaml.YAMLError as error:
        raise ValueError(f"the list of offices is no YAML: {error}") from None
