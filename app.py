"""The application: settings, languages, error pages and blueprints, put together."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from random import SystemRandom
from typing import Any

import click
from babel import negotiate_locale
from flask import Flask, current_app, g, make_response, redirect, render_template, request, url_for
from flask_babel import Babel
from werkzeug.exceptions import HTTPException, MethodNotAllowed, TooManyRequests
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as BaseResponse

import letters.web
import representatives.web
from representatives import Dataset, DatasetError
from representatives.languages import FIRST, IN_ADDRESS, LANGUAGES
from representatives.web import is_api, problem
from web import (
    babel_data,
    i18n,
    logs,
    page_cache,
    rate_limit,
    required_files,
    security,
    templating,
)
from web.doctor import checks, command
from web.organisation import branding, counts, embedding
from web.settings import Settings, SettingsError, retired, workers

log = logging.getLogger("no_bystander")


class CannotStart(click.ClickException):
    """Something on disk or in the environment must be mended first; str() is a sentence that says what."""


def create_app(settings: Settings | None = None, config: Mapping[str, Any] | None = None) -> Flask:
    """Make the application.

    Args:
        settings: the operator's; from the environment where left out.
        config: Flask's, e.g. TESTING. TODAY (a function that gives the day) and RANDOM can be replaced here.

    Raises:
        CannotStart: something on disk or in the environment must be mended first. It is logged in one line.
    """
    logs.configure()
    with _said():
        for sentence in retired():
            log.warning("%s", sentence)
        return _create(settings or Settings.from_environment(), config or {})


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except (SettingsError, DatasetError, i18n.CatalogueError, required_files.NeededError) as error:
        log.critical("cannot start", extra={"fields": {"because": str(error)}})
        raise CannotStart(str(error)) from error


def _create(settings: Settings, config: Mapping[str, Any]) -> Flask:
    required_files.check()
    app = Flask(__name__, static_folder="static", template_folder="templates")
    app.config.update(
        SETTINGS=settings, WORKERS=workers(), TODAY=date.today, RANDOM=SystemRandom(), BABEL_DEFAULT_LOCALE=FIRST,
        SEND_FILE_MAX_AGE_DEFAULT=31_536_000,
    )  # fmt: skip
    app.config.update(config)
    if settings.trusted_proxies:
        proxies = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    _add_languages(app)
    _add_pages(app)
    _add_operations(app, settings)
    templating.read_all(app, LANGUAGES)
    for sentence in checks.at_start(Dataset(), app.config["TODAY"]()):
        log.error("%s", sentence)
    return app


def _add_languages(app: Flask) -> None:
    i18n.check(LANGUAGES)
    babel_data.keep_what_is_written()
    templating.install(app, _language)
    Babel(app, locale_selector=_language)
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_keep_language)
    app.context_processor(
        lambda: {"lang": _language(), "languages": LANGUAGES, "settings": app.config["SETTINGS"]}
    )


def _add_pages(app: Flask) -> None:
    app.register_blueprint(representatives.web.create_blueprint())
    app.register_blueprint(letters.web.create_blueprint())
    app.add_url_rule("/", view_func=_front_door)
    app.add_url_rule(f"/{IN_ADDRESS}/embed", "embed", embedding.page, methods=["GET", "POST"])
    for page in (about, privacy):
        app.add_url_rule(f"/{IN_ADDRESS}/{page.__name__}", view_func=page)
    app.register_error_handler(HTTPException, _say)
    app.register_error_handler(Exception, _fail)


def _add_operations(app: Flask, settings: Settings) -> None:
    """What runs around every page. Requests meet these in this order, answers in the opposite one."""
    app.url_value_preprocessor(lambda _endpoint, _values: logs.start_clock())  # before these
    app.after_request(logs.request_line)
    if settings.metrics_port:
        from web import metrics  # its library is loaded only where counts are wanted

        metrics.count(app, settings)
    rate_limit.install(app, settings)
    security.guard(app)
    page_cache.keep_pages(app)
    branding.install(app, settings)
    counts.install(app, settings)
    app.cli.command("doctor")(command.command)


def about() -> str:
    """Why this exists."""
    return render_template("about.html")


def privacy() -> str:
    """What is not kept."""
    return render_template("privacy.html")


def _front_door() -> BaseResponse:
    chosen = negotiate_locale(
        [v.replace("-", "_") for v in request.accept_languages.values()], list(LANGUAGES)
    )
    response = redirect(url_for("letters.home", lang=chosen or FIRST))
    response.headers["Vary"] = "Accept-Language"
    return response


def _language() -> str:
    """The page's language: the address's; on an error page without one, the first of its path."""
    known: str | None = g.get("lang")
    if known is None:
        first = request.path.split("/")[1]
        known = g.lang = first if first in LANGUAGES else FIRST
    return known


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values and "lang" in values:
        g.lang = values.pop("lang")


def _keep_language(endpoint: str, values: dict[str, Any]) -> None:
    if current_app.url_map.is_endpoint_expecting(endpoint, "lang"):
        values.setdefault("lang", _language())


def _say(error: HTTPException) -> BaseResponse:
    """An error page in words, or a problem of the API; redirects and the like pass as they are."""
    if error.code is None or error.code < 400:
        return error.get_response()
    wait = g.get("wait")
    if is_api():
        page: BaseResponse = problem(error.code)
    else:
        page = make_response(render_template("error.html", code=error.code, wait=wait), error.code)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        page.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if isinstance(error, TooManyRequests):
        page.headers["Retry-After"] = str(wait)
    return page


def _fail(error: Exception) -> BaseResponse:
    logs.failure(error)
    return problem(500) if is_api() else make_response(render_template("error.html", code=500), 500)
