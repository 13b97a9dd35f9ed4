"""The United States' facts, from a folder of source files, into data/us in the product's own schema.

    flask representatives first-tables us FOLDER

FOLDER holds either the congress-legislators project's legislators-current.json and legislators-district-offices.json,
or us_members.csv, us_contact_forms_from_contact_congress.csv and legislators-district-offices_DATE.yaml.gz; further
us_zip_district.csv.gz, us_zip_place.csv.gz and us_zip3_state.csv, zips_with_shares_of_118th_lines.csv, and the Census Bureau's
tab20_cd11920_zcta520_natl.txt where the shares are to be built anew.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

from representatives.countries.us import UNITED_STATES
from representatives.people import Chamber
from representatives.sources.data_package import Table
from representatives.sources.descriptions import table
from representatives.sources.postcodes.bulk_table import rows_of
from representatives.sources.us import zip_codes
from representatives.sources.us.congress_term import of_congress, of_people
from representatives.sources.us.members import members, read
from representatives.sources.us.offices import offices, offices_file
from representatives.sources.us.offices import read as read_offices


def tables(folder: Path) -> list[Table]:
    """The United States' four tables from the maintainer's folder.

    Raises:
        OSError: a file is missing.
        KeyError, ValueError: a file has another shape than described.
    """
    people = members(read(folder))
    shares = zip_codes.zip_shares(folder)
    districts = {code for found in shares.values() for code in found}
    districts |= {member.row["area"] for member in people if member.chamber is Chamber.HOUSE}
    path = offices_file(folder)
    day = _day(path)
    posts = offices(read_offices(path), people, zip_codes.zip_points(folder))
    lines = rows_of(dict(zip_codes.areas(folder, shares, districts)))
    missing = zip_codes.missing(len(zip_codes.with_older_lines(folder)))
    return [
        table("us", "constituencies", map(_constituency, districts), **of_congress()),
        table("us", "offices", posts, as_of=day, **of_congress()),
        table("us", "people", [member.row for member in people], as_of=day, **of_people()),
        table("us", "postcodes", lines, codes=len(shares), missing=missing, **of_congress()),
    ]


def _constituency(code: str) -> dict[str, str]:
    """A district's id and names: https://open-civic-data.readthedocs.io/en/latest/ocdids.html"""
    state, _, number = code.partition("-")
    region = UNITED_STATES.regions[state]
    name_en, name_fr = region.name["en"], region.name["fr"]
    if number != "0":
        name_en = f"{name_en}’s {_ordinal(int(number))} congressional district"
        name_fr = f"{name_fr}, {number}{'re' if number == '1' else 'e'}\u00a0circonscription"
    elif "/state:" in region.id:
        name_en = f"{name_en}’s at-large congressional district"
        name_fr = f"{name_fr}, circonscription unique"
    return {
        "code": code,
        "id": region.id if number == "0" else f"{region.id}/cd:{number}",
        "name_en": name_en,
        "name_fr": name_fr,
        "region": state,
    }


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _day(path: Path) -> str:
    """The day in the name of the list of offices; where there is none, the day on which its file was written."""
    found = re.search(r"\d{4}-\d{2}-\d{2}", path.name)
    return found[0] if found else datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
