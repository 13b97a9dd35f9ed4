"""The United Kingdom's facts, from the files a maintainer compiled, into data/gb in the product's own schema.

    flask representatives first-tables gb FOLDER

FOLDER holds uk_mps.csv, uk_pcon24.txt.gz, gb_exists_bitmap.xz, sector_counts.json, sector_places.csv,
outcode_places.csv and, for postcodes newer than these, new_postcodes_YEAR_YEAR.csv.gz.
"""

from collections.abc import Mapping
from pathlib import Path

from representatives.countries.gb import UNITED_KINGDOM
from representatives.sources.current import Row
from representatives.sources.data_package import Table
from representatives.sources.descriptions import table
from representatives.sources.gb.compiled_postcodes import areas, names
from representatives.sources.gb.new_postcodes import read as new_postcodes
from representatives.sources.gb.new_postcodes import with_new
from representatives.sources.gb.people import member
from representatives.sources.postcodes.bulk_table import rows_of
from representatives.sources.text_files import read_csv
from representatives.storage.postcode_area import Area


def tables(folder: Path) -> list[Table]:
    """The United Kingdom's three tables from the maintainer's folder.

    Raises:
        OSError: a file is missing.
        KeyError, ValueError: a file has another shape than described, or a remark about a member that is not
            settled in gb/people.py.
    """
    members = list(read_csv(folder / "uk_mps.csv"))
    named = names(folder)
    lines = with_new(areas(folder), new_postcodes(folder))
    return [
        table("gb", "constituencies", map(_constituency, members)),
        table("gb", "people", map(member, members)),
        table("gb", "postcodes", rows_of({name: _named(name, area, named) for name, area in lines.items()})),
    ]


def _named(name: str, area: Area, named: Mapping[str, str]) -> Area:
    """The line with its local authorities; those of its district where a sector is new."""
    of_district = named.get(f"{name[:-1]}*", "") if area.nearest else ""
    return area._replace(named=named.get(name) or of_district)


_REGIONS = {region.name["en"]: region for region in UNITED_KINGDOM.regions.values()}


def _constituency(row: Row) -> dict[str, str]:
    region = _REGIONS[row["region"]]
    return {
        "code": row["pcon24cd"],
        # https://github.com/opencivicdata/ocd-division-ids/blob/master/identifiers/country-gb/constituencies.csv
        "id": f"{region.id}/ed:{_LISTED.get(row['constituency']) or _slug(row['constituency'])}",
        "name_en": row["constituency"],
        "region": region.code,
    }


_LISTED = {
    "Queen's Park and Maida Vale": "queens_park_and_maida_vale",
    "Montgomeryshire and Glyndŵr": "montgomeryshire_and_glyndwr",
}
"""What that list writes otherwise than by its rule."""


def _slug(name: str) -> str:
    """As that list writes a name: lower case, no comma, "_" for a space, "~" for any other sign."""
    return name.lower().replace(",", "").replace(" ", "_").replace("'", "~")
