"""The United Kingdom's postcodes from the file that the Office for National Statistics makes of them.

A zip archive with one large CSV, whose columns pcd (seven characters, "AB1 0AA" or "AB101AA") and pconcd (the GSS code of
the Westminster constituency) are read, and doterm where it is there: the month in which a postcode ended.
https://geoportal.statistics.gov.uk/ , "Postcode to Parliamentary Constituency lookup". Open Government Licence v3.0; of
Northern Ireland's postcodes the licence is Land and Property Services' own: read it before they are published.
"""

import zipfile
from collections import Counter, defaultdict
from pathlib import Path

from representatives.countries.gb import UNITED_KINGDOM
from representatives.sources.current import CurrentTables
from representatives.sources.gb.compiled_postcodes import wider_shares
from representatives.sources.postcodes.archives import archive, day_of, members, rows
from representatives.sources.postcodes.area_encoder import encode, whole
from representatives.sources.postcodes.bulk_table import Built, BulkError
from representatives.storage.postcode_area import Area, Place

_Sectors = dict[str, dict[str, str]]
"""Sector -> unit -> constituency."""


def build(current: CurrentTables, path: Path) -> Built:
    """The table: a line a sector, one a district, and Northern Ireland's.

    Raises:
        BulkError: the archive holds no such file, or a postcode has no postcode's shape.
    """
    codes = {row["code"] for row in current.constituencies}
    with archive(path) as opened:
        listed = members(opened, ".csv")
        if not listed:
            raise BulkError(f"{path.name} holds no CSV file.")
        member = max(listed, key=lambda name: opened.getinfo(name).file_size)
        sectors = _sectors(opened, member, codes)
        day = day_of(opened, member)
    shares = {name: whole(Counter(units.values())) for name, units in sectors.items()}
    made = {name: _line(name, units, shares[name]) for name, units in sectors.items()}
    made |= {name: encode(mean, {}, ()) for name, mean in wider_shares(shares).items()}
    gone = frozenset(row["area"] for row in current.postcodes()) - made.keys()
    return Built(made, sum(map(len, sectors.values())), {"as_of": day}, gone)


def _sectors(opened: zipfile.ZipFile, member: str, codes: set[str]) -> _Sectors:
    """Postcodes of the Crown dependencies, which elect nobody, and those that ended are left out."""
    sectors: _Sectors = defaultdict(dict)
    columns = ("pcd", "pconcd", *_optional(opened, member, "doterm"))
    unknown = set()
    for postcode, constituency, *ended in rows(opened, member, columns):
        code = postcode.replace(" ", "").upper()
        if not UNITED_KINGDOM.postcode_shape.fullmatch(code):
            raise BulkError(f"{member}: {postcode!r} is no postcode.")
        if any(ended) or constituency[:1] in ("", "L", "M"):
            continue
        if constituency not in codes:
            unknown.add(constituency)
        sector, unit = UNITED_KINGDOM.area(code)
        sectors[sector][unit] = constituency
    if unknown:
        raise BulkError(f"{member} names constituencies that the data does not have: {sorted(unknown)[:5]}.")
    return sectors


def _optional(opened: zipfile.ZipFile, member: str, column: str) -> tuple[str, ...]:
    with opened.open(member) as file:
        return (column,) if column in file.readline().decode("utf-8-sig").lower() else ()


def _line(name: str, units: dict[str, str], shares: dict[str, float]) -> Area:
    return encode(
        shares,
        {unit: Place(code) for unit, code in units.items()},
        () if UNITED_KINGDOM.never_exact(name) else map(UNITED_KINGDOM.unit_number, units),
    )
