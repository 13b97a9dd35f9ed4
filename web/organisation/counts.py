"""Letters by campaign, country, output and day: without people and without places, where the operator wants them.

They stand in the Redis that copies share, or in this worker's memory where there is none.
"""

import csv
import io
import logging
import time
from collections import Counter
from collections.abc import Mapping
from threading import Lock
from typing import Any, NamedTuple

import click
from blinker import signal
from flask import Flask, abort, current_app, render_template

from representatives.countries import COUNTRIES
from representatives.languages import IN_ADDRESS
from web.settings import PREFIX, Settings
from web.shared_redis import shared_redis, silence

log = logging.getLogger("no_bystander")

OFF, KEPT, PUBLIC = "off", "kept", "public"
FLOOR = 20
"""A number is shown from here on, so that nobody can tell whether one person of a small group wrote."""
STEP = 10
"""Public numbers are rounded down to it: two readings do not tell a single letter."""
_NAME = "no-bystander:counts"
_PAUSE = 30.0
"""Seconds for which a Redis that did not answer is left alone."""


class Row(NamedTuple):
    """What letters are counted by."""

    campaign: str
    country: str
    output: str
    """"page", "pdf", ..."""
    day: str


class Counts:
    """The counts of this process, written to a Redis where there is one."""

    def __init__(self, redis: Any = None) -> None:
        self._redis = redis
        self._here: Counter[Row] = Counter()
        self._lock = Lock()
        self._silent_until = 0.0

    def letters(self, app: Flask, *, campaign: str, country: str, output: str, number: int, **_: Any) -> None:
        """Count letters that were made; a receiver of the signal "letters-made"."""
        row = Row(campaign, country, output, app.config["TODAY"]().isoformat())
        with self._lock:
            self._here[row] += number
            if self._redis is not None and time.monotonic() >= self._silent_until:
                self._write()

    def all(self) -> Mapping[Row, int]:
        """Every count, also those that the Redis has not taken yet."""
        with self._lock:
            found = Counter(self._here)
            if self._redis is not None:
                try:
                    found += shared_counts(self._redis)
                except silence() as error:
                    self._leave_alone(error)
        return found

    def _write(self) -> None:
        """Move what stands here to the Redis; where it does not answer, it stands here until the next letter."""
        try:
            pipe = self._redis.pipeline(transaction=True)
            for row, number in self._here.items():
                pipe.hincrby(_NAME, "|".join(row), number)
            pipe.execute()
            self._here.clear()
        except silence() as error:
            self._leave_alone(error)

    def _leave_alone(self, error: Exception) -> None:
        self._silent_until = time.monotonic() + _PAUSE
        log.warning("the Redis of the counts does not answer (%s)", type(error).__name__)


def shared_counts(redis: Any) -> Counter[Row]:
    """What the copies have counted in a Redis; it may raise what silence() lists."""
    return Counter(
        {Row(*name.decode().split("|")): int(number) for name, number in redis.hgetall(_NAME).items()}
    )


def as_csv(counts: Mapping[Row, int]) -> str:
    """For a spreadsheet, by day."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("day", "campaign", "country", "output", "letters"))
    for row, number in sorted(counts.items(), key=lambda each: (each[0].day, each[0])):
        writer.writerow((row.day, row.campaign, row.country, row.output, number))
    return text.getvalue()


def public(counts: Mapping[Row, int]) -> list[tuple[str, str, int]]:
    """Letters made on the page by campaign and country, each over all days, from the floor on and rounded down.

    Files are left out: they are made of letters that the page has counted.
    """
    found: Counter[tuple[str, str]] = Counter()
    for row, number in counts.items():
        if row.output == "page":
            found[row.campaign, row.country] += number
    return sorted((*key, number // STEP * STEP) for key, number in found.items() if number >= FLOOR)


def install(app: Flask, settings: Settings) -> None:
    """Count this app's letters as the operator wants; the page is public by choice only."""
    app.add_url_rule(f"/{IN_ADDRESS}/counts", "counts", page)
    if settings.counts == OFF:
        return
    counts = Counts(shared_redis(settings.limit_storage))
    signal("letters-made").connect(counts.letters, app, weak=False)
    app.extensions["letter-counts"] = counts
    app.cli.command("counts")(command)


def page() -> str:
    """The public page of counts, of the campaigns that are here."""
    if current_app.config["SETTINGS"].counts != PUBLIC:
        abort(404)
    titles = {slug: campaign.title for slug, campaign in current_app.extensions["campaigns"].items()}
    rows = [
        (titles[campaign], COUNTRIES[country].name, number)
        for campaign, country, number in public(current_app.extensions["letter-counts"].all())
        if campaign in titles and country in COUNTRIES
    ]
    return render_template("counts.html", rows=rows, floor=FLOOR)


def command() -> None:
    """Print the counts that the copies share in a Redis as CSV: day, campaign, country, output, letters."""
    redis = shared_redis(current_app.config["SETTINGS"].limit_storage)
    if redis is None:
        raise click.ClickException(
            f"The counts stand in each worker's memory: read them at /counts.csv on its {PREFIX}METRICS_PORT, "
            f"or name a Redis in {PREFIX}LIMIT_STORAGE."
        )
    try:
        click.echo(as_csv(shared_counts(redis)), nl=False)
    except silence():
        raise click.ClickException(
            f"The Redis of {PREFIX}LIMIT_STORAGE does not answer: nothing is printed."
        ) from None
