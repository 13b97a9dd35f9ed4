"""One structured line a request, and none that holds what a visitor sent or where they are."""

import io
import json
import logging
import sys
import time
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from flask import Response, g, request

log = logging.getLogger("no_bystander")
_KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


class Line(logging.Formatter):
    """A record as one line of JSON: time (UTC), level, event, and the fields it was given."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's message and fields; never its exception, whose message may quote what was typed."""
        second, part = divmod(record.created, 1)
        line = {"time": f"{_moment(int(second))}.{int(part * 1000):03}Z", "level": record.levelname.lower()}
        return json.dumps(line | {"event": record.getMessage()} | getattr(record, "fields", {}))


@lru_cache(maxsize=1)
def _moment(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def configure() -> None:
    """Our own lines to standard error, and none of the development server's."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line())
    if not any(isinstance(each.formatter, Line) for each in log.handlers):
        log.addHandler(handler)
    if isinstance(
        sys.stdout, io.TextIOWrapper
    ):  # a command's sentence must not end it where a dash is unknown
        sys.stdout.reconfigure(errors="backslashreplace")
    log.setLevel(logging.INFO)
    log.propagate = False
    # Flask-Limiter says when its Redis is away and when it is back; each refusal is a line of ours already.
    limiter = logging.getLogger("flask-limiter")
    limiter.handlers, limiter.propagate = [*log.handlers], False
    limiter.setLevel(logging.INFO)
    if _is_no_refusal not in limiter.filters:
        limiter.addFilter(_is_no_refusal)
    # The development server's line holds the whole address.
    server = logging.getLogger("werkzeug")
    if _is_no_request_line not in server.filters:
        server.addFilter(_is_no_request_line)


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
    places, trace = [], error.__traceback__
    while trace:
        places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    log.error("failure", extra={"fields": {"error": type(error).__name__, "at": " > ".join(places)}})
