"""A host's visit, without the web."""

import random

from werkzeug.datastructures import MultiDict

from letters.journey.form_data import FormData
from letters.journey.visit import Visit
from tests.support import CAMPAIGN, TODAY, campaigns


def host(slug: str = CAMPAIGN, language: str = "en", **typed: str) -> Visit:
    return Visit(
        campaign=campaigns()[slug],
        language=language,
        day=TODAY,
        form_data=FormData(MultiDict(typed)),
        say=lambda sentence, **values: sentence % values if values else sentence,
        random=random.Random(1),
    )


CERTAIN = ("L8S 4L8", "L8P 1A1", "SW1A 1AA", "10001", "2000")
"""Codes of each country that lie in one constituency."""
SPLIT = "L9H 5E3"
"""A code that may lie in two."""
