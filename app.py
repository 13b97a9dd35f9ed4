"""The application: settings, languages, error pages and blueprints, put together."""

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import SystemRandom
from typing import Any

import click
from flask import Flask, render_template
from werkzeug.middleware.proxy_fix import ProxyFix

import letters.web
import representatives.web
from letters.campaign.loader import folders_named
from representatives import Dataset, DatasetError
from representatives.languages import IN_ADDRESS
from web import errors, i18n, logs, page_cache, rate_limit, required_files, security, static_files, templating
from web.doctor import checks, command, outputs
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
    for sentence in retired():
        log.warning("%s", sentence)
    try:
        return _create(settings or Settings.from_environment(), config or {})
    except (SettingsError, DatasetError, required_files.NeededError) as error:
        log.critical("cannot start", extra={"fields": {"because": str(error)}})
        raise CannotStart(str(error)) from error


def _create(settings: Settings, config: Mapping[str, Any]) -> Flask:
    required_files.check()
    app = Flask(__name__, static_folder=None, template_folder="templates")
    app.config.update(SETTINGS=settings, WORKERS=workers(), TODAY=date.today, RANDOM=SystemRandom())
    app.config["STUDIO"] = _has_studio(settings)
    app.config.update(config)
    if settings.trusted_proxies:
        proxies = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    _add_operations(app, settings)
    _add_pages(app)
    templating.read_all(app)
    for sentence in (*checks.at_start(Dataset(), app.config["TODAY"]()), *outputs.at_start()):
        log.error("%s", sentence)
    return app


def _has_studio(settings: Settings) -> bool:
    """Whether campaigns can be made here; behind a proxy every visitor seems to sit at this computer."""
    context = click.get_current_context(silent=True)
    at_home = context is not None and context.info_name == "run" and not settings.trusted_proxies
    return settings.studio == "on" or (settings.studio == "auto" and at_home)


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


def _add_pages(app: Flask) -> None:
    static_files.install(app, Path(app.root_path) / "static")
    i18n.install(app)
    templating.install(app)
    errors.install(app)
    app.register_blueprint(representatives.web.create_blueprint())
    app.register_blueprint(letters.web.create_blueprint(folders_named(app.config["SETTINGS"].campaigns)))
    app.add_url_rule(f"/{IN_ADDRESS}/embed", "embed", embedding.page, methods=["GET", "POST"])
    for page in (about, privacy):
        app.add_url_rule(f"/{IN_ADDRESS}/{page.__name__}", view_func=page)


def about() -> str:
    """Why this exists."""
    return render_template("about.html")


def privacy() -> str:
    """What is not kept."""
    return render_template("privacy.html")
