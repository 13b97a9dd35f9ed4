"""Dates and numbers are spelled as Babel spells them, though most of what it knows is not kept."""

import json
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

from web import babel_data

ROOT = Path(__file__).parents[2]
DAYS = [date(2026, month, day) for month in range(1, 13) for day in (1, 2, 13, 31) if day < 28 or month == 12]

_SPELLED = """
import json, sys
from datetime import date
from babel import Locale, localedata
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from web import babel_data as locales
if sys.argv[1] == "kept": locales.keep_what_is_written()
days = [date.fromisoformat(day) for day in json.loads(sys.argv[2])]
patterns = ["short", "medium", "long", "full", "LLLL y", "EEEE d MMMM y", "d MMMM y"]
print(json.dumps({
    name: [
        *(format_date(day, pattern, locale=name) for pattern in patterns for day in days),
        *(format_decimal(number, locale=name) for number in (0, 7, 1234, 12345678, -3.25)),
        *(format_percent(share, locale=name) for share in (0.01, 0.5, 0.995, 12)),
    ]
    for name in [*locales.names(), "de"]
}))
"""


def spelled(what: str) -> dict[str, list[str]]:
    """In a process of its own: what is not kept stays away from every other test of this one."""
    days = json.dumps([day.isoformat() for day in DAYS])
    command = [sys.executable, "-c", _SPELLED, what, days]
    found: dict[str, list[str]] = json.loads(subprocess.check_output(command, cwd=ROOT, text=True))
    return found


def test_every_day_and_number_is_spelled_as_with_all_that_babel_knows() -> None:
    kept, whole = spelled("kept"), spelled("whole")
    assert set(kept) >= {"en", "en_AU", "en_CA", "en_GB", "en_US", "fr", "fr_CA"}
    assert kept == whole


_SECTIONS = """
import pickle, sys
from web import babel_data as locales
from babel import localedata
from babel.core import get_global
locales.keep_what_is_written()
kept = {f"{name} {section}": len(pickle.dumps(value))
        for name in ("root", "en_001", *locales.names()) for section, value in localedata.load(name).items()}
kept |= {table: len(pickle.dumps(get_global(table))) for table in ("likely_subtags", "territory_languages")}
sys.stdout.buffer.write(pickle.dumps(kept))
"""


def test_no_long_list_is_kept_that_no_page_writes() -> None:
    """A section that a new release of Babel brings is seen here."""
    kept = pickle.loads(subprocess.check_output([sys.executable, "-c", _SECTIONS], cwd=ROOT))  # noqa: S301 (ours)
    assert kept
    assert not {name: size for name, size in kept.items() if size > 5_000}
    assert not {name for name in kept if name.split(" ")[-1] in babel_data.UNWRITTEN}
