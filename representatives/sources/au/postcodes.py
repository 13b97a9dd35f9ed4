"""Australia's postcodes from the Bureau of Statistics' allocation files, joined on the mesh block.

https://www.abs.gov.au/statistics/standards/australian-statistical-geography-standard-asgs/edition-3-july-2021-june-2026/access-and-downloads/allocation-files
CC BY 4.0: a folder with POA_2021_AUST.xlsx (MB_CODE_2021, POA_CODE_2021) and CED_2025_AUST.xlsx (MB_CODE_2021,
CED_NAME_2025). A mesh block has about 30 to 60 homes, so that an electorate's share of a postcode is the share of its
mesh blocks. Suburbs, which the files do not have, stay as they are.
"""

from collections import Counter, defaultdict
from pathlib import Path

from representatives.sources.current import CurrentTables, key
from representatives.sources.postcodes.archives import sheet
from representatives.sources.postcodes.area_encoder import encode, whole
from representatives.sources.postcodes.bulk_table import Built, BulkError, area_of
from representatives.storage.postcode_area import Area

POSTAL_AREAS = "POA_2021_AUST.xlsx"
ELECTORATES = "CED_2025_AUST.xlsx"
LEAST_SHARE = 0.001
"""Less is a sliver between two maps' lines."""


def build(current: CurrentTables, path: Path) -> Built:
    """The table: a line a postcode.

    Raises:
        BulkError: a file is not there, or is not the Bureau's.
    """
    for name in (POSTAL_AREAS, ELECTORATES):
        if not (path / name).is_file():
            raise BulkError(f"{path} holds no {name}.")
    codes = {key(row["code"]): row["code"] for row in current.constituencies}
    electorates = {
        block: codes[key(name)]
        for block, name in sheet(path / ELECTORATES, ("MB_CODE_2021", "CED_NAME_2025"))
        if key(name) in codes
    }
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    blocks = 0
    for block, postcode in sheet(path / POSTAL_AREAS, ("MB_CODE_2021", "POA_CODE_2021")):
        blocks += 1
        if len(postcode) == 4 and postcode.isdigit() and block in electorates:
            counts[postcode][electorates[block]] += 1
    if sum(found.total() for found in counts.values()) < blocks / 2:
        raise BulkError(
            "Fewer than half of the mesh blocks have an electorate: do the files belong together?"
        )
    areas = {row["area"]: area_of(row) for row in current.postcodes()}
    made = {postcode: _line(found, areas.get(postcode)) for postcode, found in counts.items()}
    return Built(made, len(areas.keys() | made.keys()))


def _line(counts: Counter[str], before: Area | None) -> Area:
    kept = {name: count for name, count in counts.items() if count >= LEAST_SHARE * counts.total()}
    made = encode(whole(kept), {}, ())
    suburbs = before.suburbs() if before else {}
    fits = all(electorate in kept for shares in suburbs.values() for electorate in shares)
    return made._replace(
        localities=before.localities if before and fits and len(kept) > 1 else "",
        point=before.point if before else "",
    )
