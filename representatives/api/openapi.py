"""The JSON API's own description, which stands in openapi.json: https://spec.openapis.org/oas/v3.1.1.html"""

import json
from pathlib import Path
from typing import Any

from representatives.countries import COUNTRIES

PATH = "/api/v1/representatives"
_WRITTEN = Path(__file__).with_name("openapi.json").read_text("utf-8")


def describe(root: str = "") -> dict[str, Any]:
    """The whole document; `root` is the path that the app stands under, or ""."""
    document: dict[str, Any] = json.loads(_WRITTEN)
    document["servers"] = [{"url": root or "/"}]
    document["components"]["schemas"]["Answer"]["properties"]["country"]["enum"] = sorted(COUNTRIES)
    return document
