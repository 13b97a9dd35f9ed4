"""Counts for Prometheus on a port of their own: by route, status, country and output, never by postcode."""

import logging
from threading import Lock
from typing import Any

from blinker import signal
from flask import Flask, Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, make_wsgi_app, start_http_server
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from web import logs
from web.organisation.counts import as_csv
from web.settings import Settings

log = logging.getLogger("no_bystander")
LETTERS_MADE = signal("letters-made")
"""Sent by the web of letters with the app as sender: campaign, country, output ("page", "pdf"), number of letters."""
MOST_WORKERS = 64
"""Each worker process serves its own counts on the first free port from the setting on, at most so many."""
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


def count(app: Flask, settings: Settings) -> None:
    """Count what the app answers, and serve the counts from its first request on."""
    registry = CollectorRegistry()
    labels = ["method", "route", "status"]
    requests = Counter("no_bystander_requests", "Requests answered", labels, registry=registry)
    made = Counter("no_bystander_letters", "Letters made", ["country", "output"], registry=registry)
    seconds = Histogram(
        "no_bystander_request_seconds",
        "Time to answer, without the network",
        ["route"],
        buckets=_BUCKETS,
        registry=registry,
    )

    def request(response: Response) -> Response:
        requests.labels(logs.method(), logs.route(), str(response.status_code)).inc()
        seconds.labels(logs.route()).observe(logs.seconds())
        return response

    def letters(_app: Flask, country: str, output: str, number: int = 1, **_: Any) -> None:
        made.labels(country, output).inc(number)

    is_first = Lock()

    def serve() -> None:
        """At the first request, so that commands and the server's first process open no port."""
        if is_first.acquire(blocking=False):  # and never released
            _serve(app, settings, registry)

    LETTERS_MADE.connect(letters, app, weak=False)
    app.after_request(request)
    app.before_request(serve)


def _serve(app: Flask, settings: Settings, registry: CollectorRegistry) -> None:
    first, host = settings.metrics_port, settings.metrics_host
    for port in range(first, first + MOST_WORKERS):
        try:
            server, _thread = start_http_server(port, host, registry)
        except OSError:
            continue
        if letters := app.extensions.get("letter-counts"):
            table = Request.application(lambda _: Response(as_csv(letters.all()), mimetype="text/csv"))
            server.set_app(DispatcherMiddleware(make_wsgi_app(registry), {"/counts.csv": table}))
        app.extensions["metrics_port"] = port
        log.info("counts", extra={"fields": {"address": f"{host}:{port}/metrics"}})
        return
    log.error("counts cannot be served: no port from %d on is free on %s", first, host)
