"""A copy of the site with one folder's campaigns, which starts anew when a file changes, and pages about them."""

import os
from collections.abc import Iterator
from functools import partial, update_wrapper
from importlib import import_module
from pathlib import Path
from time import time_ns

from flask import Flask, Response, abort, current_app, g, render_template
from flask_babel import gettext as _
from werkzeug.serving import run_simple

from letters.campaign.checks.folder import examine
from letters.campaign.loader import campaign_folders
from letters.campaign.model import Campaign
from letters.choices import Writer
from letters.letter import Letter
from letters.studio import sample
from representatives import Chamber
from representatives.countries import COUNTRIES
from representatives.languages import IN_ADDRESS, LANGUAGES

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; connect-src 'self'"
)
"""As everywhere (web/security.py), and the script may ask whether something changed."""


def serve(folder: Path, port: int) -> None:
    """Serve the folder on this computer until Ctrl+C."""
    os.environ.update(NO_BYSTANDER_CAMPAIGNS=str(folder), NO_BYSTANDER_TRUSTED_PROXIES="0")
    app = import_module(current_app.import_name).create_app()  # once more, with this folder
    add_to(app, folder)
    files = [str(path) for path in folder.rglob("*") if path.suffix in (".md", ".toml")]
    run_simple("127.0.0.1", port, app, use_reloader=True, extra_files=files, threaded=True)


def add_to(app: Flask, folder: Path) -> None:
    """Give the app the pages of the preview; its campaigns are the folder's."""
    version = str(time_ns())
    app.config["PREVIEW"] = version
    app.config["TEMPLATES_AUTO_RELOAD"] = False
    start = f"/{IN_ADDRESS}/preview"
    app.add_url_rule("/preview-version", "preview_version", lambda: Response(version, mimetype="text/plain"))
    app.add_url_rule(start, "preview", update_wrapper(partial(overview, folder), overview))
    app.add_url_rule(f"{start}/<slug>/<country>/<language>/<chamber>", "preview_letters", letters)
    app.add_url_rule(f"{start}/<slug>/<country>/<language>/<chamber>/thirty", "preview_thirty", thirty)
    app.after_request(_let_the_script_ask)


def overview(folder: Path) -> str:
    """What the check says, and every page and letter."""
    findings = [finding for each in campaign_folders(folder) for finding in examine(each).findings]
    return render_template("preview.html", findings=findings, campaigns=_campaigns().values(), places=_places)


def letters(slug: str, country: str, language: str, chamber: str) -> str:
    """A letter for each request that the chamber can be asked, and one in each further wording."""
    campaign, office = _office(slug, country, language, chamber)
    day = current_app.config["TODAY"]()
    requests = campaign.words_in(country, language).requests_to({office.person.chamber}, day)
    writer = Writer(str(_(sample.NAME)), (str(_(sample.STREET)),))
    own_words = str(_(sample.OWN_WORDS))
    made = [
        sample.letter(campaign, office, (request.id,), language, writer, own_words, day, str(number))
        for number, request in enumerate(requests)
    ]
    return _beside(campaign, country, chamber, language, made)


def thirty(slug: str, country: str, language: str, chamber: str) -> str:
    """Letters of thirty made-up writers to one office beside each other."""
    campaign, office = _office(slug, country, language, chamber)
    day = current_app.config["TODAY"]()
    made = [*sample.thirty(campaign, office, language, str(_(sample.OWN_WORDS)), day)]
    return _beside(campaign, country, chamber, language, made)


def _beside(campaign: Campaign, country: str, chamber: str, language: str, made: list[Letter]) -> str:
    place = _place(country, chamber, language)
    return render_template("preview_letters.html", campaign=campaign, place=place, made=made)


def _campaigns() -> dict[str, Campaign]:
    campaigns: dict[str, Campaign] = current_app.extensions["campaigns"]
    return campaigns


def _places(campaign: Campaign) -> Iterator[tuple[str, str, str, str]]:
    """Country, language, chamber, and all three in words, of every letter text."""
    for (country, language), words in campaign.words.items():
        for chamber in words.letters:
            yield country, language, str(chamber), _place(country, chamber, language)


def _place(country: str, chamber: str, language: str) -> str:
    at = COUNTRIES[country]
    return f"{at.name[g.lang]}, {at.chambers[Chamber(chamber)][g.lang]}, {LANGUAGES[language]}"


def _office(slug: str, country: str, language: str, chamber: str) -> tuple[Campaign, sample.Office]:
    campaign = _campaigns().get(slug)
    words = campaign and campaign.words.get((country, language))
    if not campaign or not words or chamber not in map(str, words.letters):
        abort(404)
    return campaign, sample.office(country, chamber, current_app.config["TODAY"]()) or abort(404)


def _let_the_script_ask(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    return response
