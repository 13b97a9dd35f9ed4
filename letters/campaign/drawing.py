"""Each campaign's small drawing: a postage stamp in static/campaigns/, named after the campaign."""

from functools import cache
from pathlib import Path

STATIC = Path(__file__).parents[2] / "static"


@cache
def drawing(slug: str) -> str:
    """The stamp's file in static/; a campaign that brings none has the site's own."""
    own = f"campaigns/{slug}.svg"
    return own if (STATIC / own).is_file() else "stamp.svg"
