"""Counts for Prometheus on a port of their own: by route, status, country and output, never by postcode."""

import logging
from threading import Lock
from typing import Any

from blinker import signal
from flask import Flask, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server

from web import logs
from web.settings import Settings

log = logging.getLogger("no_bystander")
LETTERS_MADE = signal("letters-made")
"""Sent by the web of letters with the app as sender: campaign, country, output ("page", "pdf"), number of letters."""
MOST_WORKERS = 64
"""Each worker process serves its own counts on the first free port from the setting on, at most so many."""
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


class Counts:
    """One process's counts."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.port = 0
        """Where they are served, once they are."""
        self._requests = self._counter("requests", "Requests answered", ["method", "route", "status"])
        self._letters = self._counter("letters", "Letters made", ["country", "output"])
        self._seconds = Histogram(
            "no_bystander_request_seconds",
            "Time to answer, without the network",
            ["route"],
            buckets=_BUCKETS,
            registry=self.registry,
        )

    def _counter(self, name: str, says: str, labels: list[str]) -> Counter:
        return Counter(f"no_bystander_{name}", says, labels, registry=self.registry)

    def request(self, response: Response) -> Response:
        """Count a request."""
        self._requests.labels(logs.method(), logs.route(), str(response.status_code)).inc()
        self._seconds.labels(logs.route()).observe(logs.seconds())
        return response

    def letters(self, _app: Flask, country: str, output: str, number: int = 1, **_: Any) -> None:
        """Count letters."""
        self._letters.labels(country, output).inc(number)


class _Port:
    """Opens at the first request, so that commands and the server's first process open none."""

    def __init__(self, app: Flask, counts: Counts, settings: Settings) -> None:
        self._app, self._counts, self._settings = app, counts, settings
        self._lock = Lock()
        self._opened: Any = None

    def open(self) -> None:
        if self._opened is None:
            with self._lock:
                if self._opened is None:
                    self._opened = self._first_free() or False

    def _first_free(self) -> Any:
        first, host = self._settings.metrics_port, self._settings.metrics_host
        for port in range(first, first + MOST_WORKERS):
            try:
                opened = start_http_server(port, host, self._counts.registry)
            except OSError:
                continue
            if letter_counts := self._app.extensions.get("letter-counts"):
                server = opened[0]
                server.set_app(letter_counts.beside(server.get_app()))
            self._counts.port = port
            log.info("counts", extra={"fields": {"address": f"{host}:{port}/metrics"}})
            return opened
        log.error("counts cannot be served: no port from %d on is free on %s", first, host)
        return None


def count(app: Flask, settings: Settings) -> Counts:
    """Count what the app answers, and serve the counts."""
    counts = Counts()
    LETTERS_MADE.connect(counts.letters, app, weak=False)
    app.after_request(counts.request)
    app.before_request(_Port(app, counts, settings).open)
    app.extensions["counts"] = counts
    return counts
