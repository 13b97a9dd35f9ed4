"""Variables of earlier versions that are no longer read."""

import os
from collections.abc import Mapping

RETIRED = {
    "NO_BYSTANDER_LONGEST_BODY_SECONDS": "the proxy in front ends slow requests now",
    "GRANIAN_WORKERS": "the server is gunicorn now, and its number of workers is WEB_CONCURRENCY",
}
"""Each, and what is there instead."""


def retired(environment: Mapping[str, str] = os.environ) -> list[str]:
    """A sentence for each variable that is set and no longer read."""
    return [
        f"{name} is no longer read: {instead} (docs/operators.md)."
        for name, instead in RETIRED.items()
        if name in environment
    ]
