"""Which districts a ZIP Code lies in, and with what share of its ground; about where it is.

The Census Bureau's relationship file is the source, where the folder holds one. It has a header, "|" between the
columns and one row for each part of a district that lies in a ZCTA, the Bureau's picture of a ZIP Code's ground:

    GEOID_CD119_20      "3612": state and district; "00" at large, "98" a delegate, "ZZ" no district
    GEOID_ZCTA5_20      "10001", or empty for what lies outside every ZCTA
    AREALAND_PART       square metres of land

https://www2.census.gov/geo/docs/maps-data/data/rel2020/cd-sld/ and
https://www.census.gov/programs-surveys/geography/technical-documentation/records-layout.html

Otherwise the shares of us_zip_district.csv.gz, which a maintainer compiled in the same way; those of the ZIP Codes in
zips_with_shares_of_118th_lines.csv were laid over the lines of the 118th Congress. That file also says in
which ZCTA a ZIP Code without ground of its own lies (post office boxes, large receivers).
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from representatives.countries.us import UNITED_STATES
from representatives.people import Point
from representatives.sources.descriptions import texts
from representatives.sources.postcodes.area_encoder import encode, whole
from representatives.sources.text_files import newest, read_csv
from representatives.storage.postcode_area import Area, Place

RELATIONSHIP = "tab20_cd*_zcta520_natl.txt"

Shares = Mapping[str, Mapping[str, float]]
"""ZIP Code, ZCTA or first three digits -> a district's code, e.g. "NY-12" -> share, 0 to 1."""

# https://www.census.gov/library/reference/code-lists/ansi.html
_CODES = (
    "01=AL 02=AK 04=AZ 05=AR 06=CA 08=CO 09=CT 10=DE 11=DC 12=FL 13=GA 15=HI 16=ID 17=IL 18=IN 19=IA 20=KS 21=KY "
    "22=LA 23=ME 24=MD 25=MA 26=MI 27=MN 28=MS 29=MO 30=MT 31=NE 32=NV 33=NH 34=NJ 35=NM 36=NY 37=NC 38=ND 39=OH "
    "40=OK 41=OR 42=PA 44=RI 45=SC 46=SD 47=TN 48=TX 49=UT 50=VT 51=VA 53=WA 54=WV 55=WI 56=WY 60=AS 66=GU 69=MP "
    "72=PR 78=VI"
)
_STATES: Mapping[str, str] = dict(code.split("=") for code in _CODES.split())


def zip_shares(folder: Path) -> Shares:
    """The share of each district in each ZIP Code.

    Raises:
        OSError: us_zip_district.csv.gz is not there.
        KeyError, ValueError: a file has another shape than described.
    """
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    ground: dict[str, str] = {}
    for row in read_csv(folder / "us_zip_district.csv.gz"):
        shares[row["zip"]][f"{row['state']}-{row['district']}"] = float(row["share"])
        ground[row["zip"]] = row["zcta"]
    relationship = newest(folder, RELATIONSHIP)
    if relationship is None:
        return shares
    of_ground = census_shares(relationship)
    zips = {**{zcta: zcta for zcta in of_ground}, **ground}
    return {zip: of_ground[zcta] for zip, zcta in zips.items() if zcta in of_ground}


def census_shares(relationship: Path) -> Shares:
    """The share of each district in the land of each ZCTA, from the Census Bureau's file.

    Raises:
        OSError: it cannot be read.
        KeyError, ValueError: it has another shape than described.
    """
    land: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_csv(relationship, "|"):
        district = next(value for column, value in row.items() if column.startswith("GEOID_CD"))
        if None in row.values():
            raise ValueError(f"{relationship.name} is cut off")
        zcta, part = row["GEOID_ZCTA5_20"], int(row["AREALAND_PART"])
        if zcta and re.fullmatch(r"\d{4}", district):
            code = f"{_STATES[district[:2]]}-{int(district[2:]) % 98}"
            land[zcta][code] = land[zcta].get(code, 0) + part
    if not land:
        raise ValueError(f"{relationship.name} names no district of any ZCTA")
    return {zcta: _as_shares(parts) for zcta, parts in land.items()}


def _as_shares(parts: Mapping[str, float]) -> dict[str, float]:
    """Parts of land as shares; where none has any (a lake, a single building), all alike."""
    if not any(parts.values()):
        return dict.fromkeys(parts, round(1 / len(parts), 4))
    return {code: round(share, 4) for code, share in whole(parts).items() if share}


def with_older_lines(folder: Path) -> frozenset[str]:
    """The ZIP Codes whose shares were laid over the lines of an earlier Congress; none where the Census file is there.

    Raises:
        KeyError: the list of them has another shape than described.
    """
    path = folder / "zips_with_shares_of_118th_lines.csv"
    if newest(folder, RELATIONSHIP) or not path.exists():
        return frozenset()
    return frozenset(row["zip"] for row in read_csv(path))


def missing(older: int) -> dict[str, str]:
    """What the table of ZIP Codes lacks; `older` of them have shares of earlier lines."""
    said = texts("us")
    lacks: dict[str, str] = said["postcodes"]["missing"]
    if not older:
        return lacks
    return {
        language: f"{text} {said['older_lines'][language].format(older=older)}"
        for language, text in lacks.items()
    }


def areas(folder: Path, shares: Shares, districts: Iterable[str]) -> Iterator[tuple[str, Area]]:
    """The lines of postcodes.csv by their first three digits, in order.

    Raises:
        OSError: a file is missing.
        KeyError, ValueError: a file has another shape than described.
    """
    by_area: dict[str, dict[str, Mapping[str, float]]] = defaultdict(dict)
    for zip, found in shares.items():
        by_area[zip[:3]][zip[3:]] = found
    points, older = zip_points(folder), with_older_lines(folder)
    of_states = _state_shares(folder, sorted(districts))
    for area in sorted(by_area.keys() | of_states.keys()):
        units, of_area = by_area[area], of_states.get(area, {})
        made = encode(
            shares_around(units.values(), states_of(of_area)) or of_area,
            {unit: place(found) for unit, found in units.items()},
            map(UNITED_STATES.unit_number, units),
            points={unit: points[area + unit] for unit in units if area + unit in points},
        )
        older_here = (unit for unit in sorted(units) if area + unit in older)
        yield area, made._replace(older_lines=" ".join(older_here))


def place(shares: Mapping[str, float]) -> Place:
    """Where a ZIP Code lies: the district with the largest share first."""
    return Place(max(shares, key=lambda code: shares[code]), (), shares)


def shares_around(units: Iterable[Mapping[str, float]], states: Collection[str]) -> dict[str, float]:
    """The shares of an area, for ZIP Codes that it does not hold: of those it holds every one counts the same.

    Only districts of the area's states count, where these are known: a ZIP Code may reach across their border, but that
    says nothing of another, whose senators are theirs.
    """
    sums: dict[str, float] = defaultdict(float)
    for shares in units:
        for code, share in shares.items():
            if not states or code.partition("-")[0] in states:
                sums[code] += share
    return whole(sums)


def states_of(districts: Iterable[str]) -> frozenset[str]:
    """The states in which districts lie."""
    return frozenset(code.partition("-")[0] for code in districts)


def _state_shares(folder: Path, districts: Iterable[str]) -> dict[str, dict[str, float]]:
    """Of first three digits, every district of the state they belong to, all alike."""
    of_state: dict[str, list[str]] = defaultdict(list)
    for code in districts:
        of_state[code.partition("-")[0]].append(code)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_csv(folder / "us_zip3_state.csv"):
        for code in of_state[row["state"]]:
            found[row["zip3"]][code] = float(row["share"]) / len(of_state[row["state"]])
    return {area: shares for area, shares in found.items() if shares}


def zip_points(folder: Path) -> dict[str, Point]:
    """About where a ZIP Code is.

    Raises:
        OSError: us_zip_place.csv.gz is not there.
        KeyError, ValueError: it has another shape than described.
    """
    return {
        row["zip"]: (float(row["lat"]), float(row["lon"]))
        for row in read_csv(folder / "us_zip_place.csv.gz")
        if row["lat"] and row["lon"]
    }
