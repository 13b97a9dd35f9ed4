"""The files that a maintainer compiled, where they are beside this copy."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[4] / "shared/data"
FOLDERS = {"ca": "ca", "gb": "uk", "us": "us", "au": "au"}
"""By country id."""
needs_source = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the maintainer's source files are not beside this copy (../shared/data)"
)


def source(country: str) -> Path:
    """The country's folder."""
    return SHARED / FOLDERS[country]
