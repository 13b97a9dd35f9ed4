"""The application: settings, languages, headers, error pages and blueprints, put together."""

import hashlib
import logging
import time
from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from random import SystemRandom
from typing import Any

from babel import negotiate_locale
from flask import Flask, Response, current_app, g, make_response, redirect, render_template, request, url_for
from flask_babel import Babel
from werkzeug.exceptions import Forbidden, HTTPException, MethodNotAllowed
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as BaseResponse

import letters.web
import representatives.web
from representatives.web import LANGUAGES
from settings import Settings

log = logging.getLogger("no_bystander")

_HEADERS = {
    # Nothing may load but our own style, script and icon; nothing may frame a page or change its base.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def create_app(settings: Settings | None = None, config: Mapping[str, Any] | None = None) -> Flask:
    """Make the application.

    Args:
        settings: the operator's; from the environment where left out.
        config: Flask's, e.g. TESTING. TODAY (a function that gives the day) and RANDOM can be replaced here.

    Raises:
        SettingsError, DatasetError: something on disk or in the environment must be mended first.
    """
    settings = settings or Settings.from_environment()
    app = Flask(__name__, static_folder="static", template_folder="templates")
    largest = settings.largest_body_kb * 1024
    app.config.update(
        SETTINGS=settings, TODAY=date.today, RANDOM=SystemRandom(), BABEL_DEFAULT_LOCALE="en",
        SEND_FILE_MAX_AGE_DEFAULT=31_536_000, MAX_CONTENT_LENGTH=largest, MAX_FORM_MEMORY_SIZE=largest,
    )  # fmt: skip
    app.config.update(config or {})
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    if settings.trusted_proxies:
        proxies = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    Babel(app, locale_selector=_language)
    app.register_blueprint(representatives.web.create_blueprint())
    app.register_blueprint(letters.web.create_blueprint())
    app.add_url_rule("/", view_func=_front_door)
    for page in ("about", "privacy"):
        app.add_url_rule(f"/<any(en, fr):lang>/{page}", page, partial(render_template, f"{page}.html"))
    app.before_request(_refuse_other_sites)
    app.after_request(_finish)
    app.register_error_handler(HTTPException, _say)
    app.register_error_handler(Exception, _fail)
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_keep_language)
    app.context_processor(
        lambda: {"asset": _asset, "lang": _language(), "languages": LANGUAGES, "settings": settings}
    )
    _log_without_addresses()
    return app


def _front_door() -> BaseResponse:
    chosen = negotiate_locale(
        [v.replace("-", "_") for v in request.accept_languages.values()], list(LANGUAGES)
    )
    response = redirect(url_for("letters.home", lang=chosen or "en"))
    response.headers["Vary"] = "Accept-Language"
    return response


def _language() -> str:
    """The page's language: the address's; on an error page without one, the first of its path."""
    first = request.path.split("/")[1]
    return str(g.get("lang") or (first if first in LANGUAGES else "en"))


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    g.started = time.perf_counter()
    if values and "lang" in values:
        g.lang = values.pop("lang")


def _keep_language(endpoint: str, values: dict[str, Any]) -> None:
    if current_app.url_map.is_endpoint_expecting(endpoint, "lang"):
        values.setdefault("lang", _language())


def _refuse_other_sites() -> None:
    """A form of another site may not post here. There is no session to ride, so there is no token to steal."""
    if request.method != "POST":
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    # Our own no-referrer policy makes browsers send "Origin: null"; those that know no Sec-Fetch-Site pass with it.
    same = site in ("same-origin", "none") if site else origin in (None, "null", request.host_url.rstrip("/"))
    if not same:
        raise Forbidden


def _finish(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "private, no-cache")
    route = request.url_rule.rule if request.url_rule else "-"
    took = (time.perf_counter() - g.get("started", time.perf_counter())) * 1000
    log.info("%s %s %d %.1f ms", request.method, route, response.status_code, took)
    return response


def _say(error: HTTPException) -> BaseResponse:
    """An error page in words; redirects and the like pass as they are."""
    if error.code is None or error.code < 400:
        return error.get_response()
    page = make_response(render_template("error.html", code=error.code), error.code)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        page.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return page


def _fail(error: Exception) -> tuple[str, int]:
    """Log where it happened but not what was in it: a message may quote what was typed."""
    places, trace = [], error.__traceback__
    while trace:
        places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    log.error("%s at %s", type(error).__name__, " > ".join(places))
    return render_template("error.html", code=500), 500


def _asset(name: str) -> str:
    """The address of a static file, with its content's hash so that browsers may keep it for a year."""
    path = Path(current_app.static_folder or "") / name
    return url_for("static", filename=name, v=_version(path, path.stat().st_mtime_ns))


@cache
def _version(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


def _log_without_addresses() -> None:
    """Our own line a request, and none of the development server's: its line holds the whole address."""
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    server = logging.getLogger("werkzeug")
    if _is_no_request_line not in server.filters:
        server.addFilter(_is_no_request_line)


def _is_no_request_line(record: logging.LogRecord) -> bool:
    return " - - [" not in str(record.msg)
