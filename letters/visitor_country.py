"""Which country's facts a visitor sees first on a campaign's page."""

import re
from collections.abc import Iterable

from representatives.countries import COUNTRIES


def visitor_country(asked: str, languages: Iterable[str]) -> str:
    """The country asked for, else the first region among the languages that the browser names; "" where neither is ours.

    Args:
        asked: of the page's address or form: a country's id, in any case and whatever mark is glued to it.
        languages: the Accept-Language header's tags, the dearest first, e.g. "fr-CA".
    """
    regions = (tag.replace("_", "-").rpartition("-")[2].lower() for tag in languages)
    return next((each for each in (re.sub(r"[\W_]", "", asked).lower(), *regions) if each in COUNTRIES), "")
