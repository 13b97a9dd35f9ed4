"""Each campaign's small drawing: a postage stamp in static/campaigns/, named after the campaign."""

from pathlib import Path

STATIC = Path(__file__).parents[2] / "static"


def drawing(slug: str, ending: str = "svg") -> str:
    """The file in static/; a campaign that brings none has the site's own.

    Args:
        slug: the campaign's.
        ending: "svg" for the stamp itself, "png" for the picture that other sites show where the page is shared.
    """
    own = f"campaigns/{slug}.{ending}"
    return own if (STATIC / own).is_file() else f"stamp.{ending}"
