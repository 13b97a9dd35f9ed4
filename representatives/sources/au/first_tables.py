"""Australia's facts, from the files a maintainer compiled, into data/au in the product's own schema.

    flask representatives first-tables au FOLDER

FOLDER holds au_members.csv, au_member_common_names.csv, au_postcode_electorate.csv and
au_postcode_locality_electorate.csv.gz.
"""

from pathlib import Path

from representatives.countries.au import AUSTRALIA
from representatives.sources.au.compiled_postcodes import areas, localities
from representatives.sources.au.people import member, office, senator
from representatives.sources.current import Row
from representatives.sources.data_package import Table
from representatives.sources.descriptions import table
from representatives.sources.postcodes.bulk_table import rows_of
from representatives.sources.text_files import read_csv


def tables(folder: Path) -> list[Table]:
    """Australia's four tables from the maintainer's folder.

    Raises:
        OSError: a file is missing.
        KeyError, ValueError: a file has another shape than described, or a party code that au/people.py does not
            know.
    """
    people = list(read_csv(folder / "au_members.csv"))
    names = {row["electorate"]: row["common_name"] for row in read_csv(folder / "au_member_common_names.csv")}
    members = [row for row in people if row["house"] == "House"]
    suburbs = localities(read_csv(folder / "au_postcode_locality_electorate.csv.gz"))
    seated = [member(row, names.get(row["electorate"], "")) for row in members]
    seated += [senator(row) for row in people if row["house"] == "Senate"]
    found = areas(read_csv(folder / "au_postcode_electorate.csv"), suburbs)
    offices = [each for row in members if (each := office(row, suburbs))]
    return [
        table("au", "constituencies", map(_electorate, members)),
        table("au", "offices", offices),
        table("au", "people", seated),
        table("au", "postcodes", rows_of(found), codes=len(found)),
    ]


def _electorate(row: Row) -> dict[str, str]:
    return {
        "code": row["electorate"],
        # Type and nesting as in Open Civic Data's list for Australia:
        # https://github.com/opencivicdata/ocd-division-ids/tree/master/identifiers/country-au
        "id": f"{AUSTRALIA.regions[row['state']].id}/federal_electorate:{_slug(row['electorate'])}",
        "name_en": row["electorate"],
        "region": row["state"],
    }


def _slug(name: str) -> str:
    """As that list writes a name: "o~connor", "kingsford_smith", "eden-monaro"."""
    return name.lower().replace(" ", "_").replace("'", "~")
