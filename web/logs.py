"""One structured line a request, and none that holds what a visitor sent or where they are."""

import io
import json
import logging
import sys
import time
import traceback
from pathlib import Path

from flask import Response, g, request

log = logging.getLogger("no_bystander")
_KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


class Line(logging.Formatter):
    """A record as one line of JSON: time (UTC), level, event, and the fields it was given."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's message and fields; never its exception, whose message may quote what was typed."""
        second = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = {"time": f"{second}.{int(record.msecs):03}Z", "level": record.levelname.lower()}
        return json.dumps(line | {"event": record.getMessage()} | getattr(record, "fields", {}))


def configure() -> None:
    """Our own lines to standard error, Flask-Limiter's among them, and none of the development server's."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A command's sentence must not end it where a dash is unknown.
        sys.stdout.reconfigure(errors="backslashreplace")
    if log.handlers:
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line())
    # Flask-Limiter says when its Redis is away and when it is back; each refusal is a line of ours already.
    limiter = logging.getLogger("flask-limiter")
    limiter.addFilter(_is_no_refusal)
    for logger in (log, limiter):
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    # The development server's line holds the whole address.
    logging.getLogger("werkzeug").addFilter(_is_no_request_line)


def _is_no_request_line(record: logging.LogRecord) -> bool:
    return " - - [" not in str(record.msg)


def _is_no_refusal(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith("ratelimit ")


def start_clock() -> None:
    """At the start of a request."""
    g.started = time.perf_counter()


def method() -> str:
    """The request's method, where it is one: it is what the client typed."""
    return request.method if request.method in _KNOWN_METHODS else "-"


def route() -> str:
    """The pattern of the address and never the address."""
    return request.url_rule.rule if request.url_rule else "-"


def seconds() -> float:
    """How long the request has taken so far."""
    return time.perf_counter() - float(g.get("started", time.perf_counter()))


def request_line(response: Response) -> Response:
    """Write the request's line."""
    fields = {"method": method(), "route": route(), "status": response.status_code}
    log.info("request", extra={"fields": fields | {"ms": round(seconds() * 1000, 1)}})
    return response


def failure(error: Exception) -> None:
    """Write where an error happened but not what was in it: a message may quote what was typed."""
    places = [
        f"{Path(frame.f_code.co_filename).name}:{line}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    log.error("failure", extra={"fields": {"error": type(error).__name__, "at": " > ".join(places)}})
