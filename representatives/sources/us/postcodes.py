"""The United States' ZIP Codes from the Census Bureau's relationship file, which us/zip_codes.py describes.

ZIP Codes without ground of their own, such as those of post office boxes, are not in the file and keep their districts.
"""

from collections.abc import Mapping, Set
from pathlib import Path

from representatives.countries.us import UNITED_STATES
from representatives.countries.us.congress import CONGRESS
from representatives.sources.current import CurrentTables
from representatives.sources.postcodes.area_encoder import encode
from representatives.sources.postcodes.bulk_table import Built, BulkError, area_of
from representatives.sources.us import congress_term
from representatives.sources.us.zip_codes import census_shares, missing, place, shares_around, states_of
from representatives.storage.postcode_area import Area, Place

_UNITS = [f"{number:02}" for number in range(100)]


def build(current: CurrentTables, path: Path) -> Built:
    """The table: a line for the first three digits, in which every ZIP Code has its own shares.

    Raises:
        BulkError: the file is not the Census Bureau's, is cut off, or is that of another Congress.
    """
    if path.is_dir():
        raise BulkError(f"{path} is a folder: name the file, tab20_cd{CONGRESS}20_zcta520_natl.txt.")
    with path.open("rb") as file:
        heading = file.readline(4096)
    if f"GEOID_CD{CONGRESS}_".encode() not in heading:
        raise BulkError(f"{path.name} has no column GEOID_CD{CONGRESS}_20: is it the file of this Congress?")
    try:
        shares = census_shares(path)
    except (ValueError, KeyError, StopIteration) as error:
        raise BulkError(f"{path.name} has another shape than it documents, or is cut off: {error}.") from None
    areas = {row["area"]: area_of(row) for row in current.postcodes()}
    units = {name: _places_of(area) for name, area in areas.items()}
    for code, found in shares.items():
        units.setdefault(code[:3], {})[code[3:]] = place(found)
    changed = {code[:3] for code in shares}
    made = {name: _line(name, units[name], areas.get(name), shares.keys()) for name in sorted(changed)}
    older = sum(len((made.get(name) or area).older_lines.split()) for name, area in areas.items())
    described = {**congress_term.of_congress(), "missing": missing(older)}
    return Built(made, sum(map(len, units.values())), described)


def _places_of(area: Area) -> dict[str, Place]:
    return {unit: area.place(unit) for unit in _UNITS if area.holds(int(unit))}


def _line(name: str, units: Mapping[str, Place], before: Area | None, renewed: Set[str]) -> Area:
    """The area's states stay those it had, and so do the points: of neither does the file say anything.

    The shares of what is renewed are of this Congress's lines.
    """
    former = before.constituencies() if before else {}
    shares = [place.shares for place in units.values()]
    made = encode(
        shares_around(shares, states_of(former)) or former,
        units,
        map(UNITED_STATES.unit_number, units),
    )
    if before is None:
        return made
    older = (unit for unit in before.older_lines.split() if name + unit not in renewed)
    return made._replace(point=before.point, older_lines=" ".join(older))
