"""`flask doctor`: what is wrong with an installation, in sentences."""

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date

import click
from flask import current_app

from representatives import Dataset
from web.doctor import checks, outputs
from web.doctor.checks import Finding
from web.settings import PREFIX, Settings, workers
from web.shared_redis import answers


def command() -> None:
    """Say what is wrong with this installation.

    In sentences; it ends with 1 where something is serious.
    """
    day = current_app.config["TODAY"]()
    found = examine(current_app.config["SETTINGS"], day, os.environ)
    for finding in sorted(found, key=lambda each: not each.serious):
        click.echo(finding)
    serious = sum(finding.serious for finding in found)
    click.echo(f"{len(found)} things to know, {serious} of them serious.")
    sys.exit(1 if serious else 0)


def examine(settings: Settings, day: date, environment: Mapping[str, str]) -> list[Finding]:
    """Everything there is to say about an installation on a day."""
    return [
        *checks.data(Dataset(), day),
        *checks.seats(day),
        *checks.campaigns(day, settings.campaigns),
        *checks.translations(),
        *outputs.downloads(),
        *outputs.fonts(),
        *operator(settings),
        *limits(settings, environment),
    ]


def operator(settings: Settings) -> Iterator[Finding]:
    """Who runs this, and what stands in front of it."""
    if not settings.operator or not settings.contact:
        yield Finding(f"Visitors are not told who runs this site: set {PREFIX}OPERATOR and {PREFIX}CONTACT.")
    if not settings.address:
        yield Finding(
            f"No QR code and no link to share can be made: set {PREFIX}ADDRESS to where visitors find this site."
        )
    if not settings.trusted_proxies:
        yield Finding(
            f"No proxy is trusted: behind one, set {PREFIX}TRUSTED_PROXIES to how many there are, "
            "or all visitors share one limit and pages do not know that they are served over TLS."
        )


def limits(settings: Settings, environment: Mapping[str, str]) -> Iterator[Finding]:
    """Whether the limits hold for all workers together."""
    number = workers(environment)
    if settings.limit_storage.startswith("memory"):
        if number > 1:
            yield Finding(
                f"{number} workers each count for themselves, so {number} times the limits are let through: "
                f"set {PREFIX}LIMIT_STORAGE to a Redis."
            )
    elif not answers(settings.limit_storage):
        yield Finding(
            "The Redis of the limits does not answer: each process counts for itself.", serious=True
        )
