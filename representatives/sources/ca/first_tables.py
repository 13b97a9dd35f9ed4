"""Canada's facts, from the files a maintainer compiled, into data/ca in the product's own schema.

    flask representatives first-tables ca FOLDER

FOLDER holds ridings_2023.csv, mps_DATE.csv, senators_DATE.csv, pc6_riding_2023.csv.gz, fsa_ridings_2023.csv
and fsa_ridings_2023_ON_addressweighted.csv.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from representatives.countries.ca import CANADA
from representatives.sources.ca.address_register import with_further_ridings
from representatives.sources.current import Row
from representatives.sources.data_package import Table
from representatives.sources.descriptions import table
from representatives.sources.postcodes.area_encoder import encode, whole
from representatives.sources.postcodes.bulk_table import rows_of
from representatives.sources.text_files import read_csv
from representatives.storage.postcode_area import Area, Place

# An address register places a few addresses wrongly: a riding that only it names must hold at least this
# share of the area's addresses before it becomes a candidate.
_LEAST_ADDRESS_SHARE = 0.02

_Shares = dict[str, dict[str, float]]


def tables(folder: Path) -> list[Table]:
    """Canada's three tables from the maintainer's folder.

    Raises:
        OSError: a file is missing.
        KeyError, ValueError: a file has another shape than described.
    """
    members = max(folder.glob("mps_*.csv"))
    senators = max(folder.glob("senators_*.csv"))
    people = [*map(_member, read_csv(members)), *map(_senator, read_csv(senators))]
    return [
        table("ca", "constituencies", map(_riding, read_csv(folder / "ridings_2023.csv"))),
        table("ca", "people", people, as_of=members.stem.removeprefix("mps_")),
        table("ca", "postcodes", rows_of(dict(_areas(folder)))),
    ]


def _riding(row: Row) -> dict[str, str]:
    return {
        "code": row["fed"],
        "id": f"ocd-division/country:ca/ed:{row['fed']}-2023",
        "name_en": row["name_en"],
        "name_fr": row["name_fr"],
        "region": row["prov"],
    }


# Canada's styles follow from the chamber and the honorific: no whole form a person is published.
def _member(row: Row) -> dict[str, str]:
    return {
        "id": f"ca-commons-{row['person_id']}",
        "chamber": "commons",
        "name": row["name"],
        "given_name": row["first_name"],
        "family_name": row["last_name"],
        "honorific_prefix": row["honorific"],
        "party_en": row["party_en"],
        "party_fr": row["party_fr"],
        "area": row["fed"],
        "email": row["email"],
        "page_en": row["profile_url"],
        "page_fr": row["profile_url"].replace("/en/", "/fr/"),
    }


def _senator(row: Row) -> dict[str, str]:
    return {
        "id": f"ca-senate-{row['slug']}",
        "chamber": "senate",
        "name": f"{row['first_name']} {row['last_name']}",
        "given_name": row["first_name"],
        "family_name": row["last_name"],
        "honorific_prefix": "Hon.",
        "honorific_suffix": row["post_nominal"],
        "party_en": row["group_en"],
        "party_fr": row["group_fr"],
        "area": row["prov"],
        "email": row["email"],
        "page_en": row["url_en"],
        "page_fr": row["url_fr"],
        "until": row["retirement"],
    }


def _areas(folder: Path) -> Iterator[tuple[str, Area]]:
    shares = _shares(folder)
    places: dict[str, dict[str, Place]] = defaultdict(dict)
    for row in read_csv(folder / "pc6_riding_2023.csv.gz"):
        area, unit = CANADA.area(row["pc"])
        places[area][unit] = Place(row["fed"], tuple(filter(None, row["alt"].split(";"))))
    for area in shares.keys() | places.keys():
        units = with_further_ridings(area, places[area])
        yield area, encode(shares[area], units, map(CANADA.unit_number, units))


def _shares(folder: Path) -> _Shares:
    """Shares by codes; where addresses were counted too (Ontario), the mean of both."""
    shares = _grouped(read_csv(folder / "fsa_ridings_2023.csv"), "share")
    addresses = _grouped(read_csv(folder / "fsa_ridings_2023_ON_addressweighted.csv"), "addr_share")
    for area, counted in addresses.items():
        by_codes = shares[area]
        known = {r for r, share in counted.items() if share >= _LEAST_ADDRESS_SHARE} | by_codes.keys()
        mean = {r: (by_codes.get(r, 0.0) + counted.get(r, 0.0)) / 2 for r in sorted(known)}
        shares[area] = whole(mean)
    return shares


def _grouped(rows: Iterable[Row], column: str) -> _Shares:
    grouped: _Shares = defaultdict(dict)
    for row in rows:
        grouped[row["fsa"]][row["fed"]] = float(row[column])
    return grouped
