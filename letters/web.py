"""The pages of the journey at their addresses: a campaign, others to tell, the writing page, letters and downloads."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from functools import lru_cache, partial, update_wrapper
from pathlib import Path
from typing import Any

from blinker import signal
from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import format_decimal, format_percent
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from letters import commands
from letters.campaign import share_links
from letters.campaign.drawing import drawing
from letters.campaign.loader import CAMPAIGNS, load_all
from letters.campaign.model import Campaign
from letters.evening import web as evening
from letters.journey.form_data import FormData
from letters.journey.pages import campaign_page as campaign_pages
from letters.journey.pages import letter_page as letter_pages
from letters.journey.pages import wordings_page as wordings_pages
from letters.journey.pages import write_page as write_pages
from letters.journey.pages.letter_page import Bundle, make_letters
from letters.journey.visit import Detour, Page, Visit
from letters.letter import Letter
from letters.outputs import KINDS, File, download, is_too_much
from letters.outputs.links import longest_link
from letters.outputs.queue import BUSY, Busy, Queue
from letters.studio import web as studio_web
from letters.typography import partial_date
from letters.visitor_country import visitor_country
from representatives.countries import COUNTRIES
from representatives.languages import IN_ADDRESS, N_, NAMES

log = logging.getLogger("no_bystander")

TOO_MUCH = N_(
    "This is more than one file can hold: download one letter at a time, shorten the text, or take it as text or e-mail."
)


def create_blueprint(folders: Sequence[Path] = (CAMPAIGNS,)) -> Blueprint:
    """Read the campaigns of the folders and make the routes. One with mistakes is left out and they are logged."""
    blueprint = Blueprint("letters", __name__, url_prefix=f"/{IN_ADDRESS}", cli_group="campaigns")
    campaigns, mistakes, _advice = load_all(*folders)
    for mistake in mistakes:
        log.error("%s", mistake)
    blueprint.record_once(lambda state: state.app.extensions.update(campaigns=campaigns, file_queue=Queue()))
    blueprint.add_url_rule("/", "home", update_wrapper(partial(home, campaigns), home))
    blueprint.add_url_rule("/how", "how", update_wrapper(partial(how, campaigns), how))
    kinds = ", ".join(f'"{suffix}"' for suffix in KINDS)
    for rule, name, view in (
        ("/<slug>", "campaign", campaign_page),
        ("/<slug>/tell", "tell", tell_page),
        ("/<slug>/wordings", "wordings", wordings_page),
        ("/<slug>/write", "write", write_page),
        ("/<slug>/letter", "letter", letter_page),
        (f"/<slug>/letter.<any({kinds}):suffix>", "file", letter_file),
    ):
        blueprint.add_url_rule(rule, name, _of_campaign(campaigns, view), methods=["GET", "POST"])
    evening.add_to(blueprint, campaigns, _visit)
    blueprint.add_app_template_filter(
        lambda iso, country="": partial_date(iso, g.lang, country), "partial_date"
    )
    blueprint.add_app_template_filter(lambda code: _(NAMES[code]), "language_name")
    blueprint.add_app_template_filter(format_decimal, "number")
    blueprint.add_app_template_filter(lambda share: _percent(g.lang, share), "percent")
    blueprint.add_app_template_global(drawing)
    blueprint.after_request(_forget)
    blueprint.cli.help = "The campaign folders."
    commands.add_to(blueprint, lambda: current_app.config["TODAY"]())
    studio_web.add_to(blueprint)
    return blueprint


def _of_campaign(campaigns: Mapping[str, Campaign], view: Callable[..., BaseResponse]) -> Any:
    """A view of the visit to the campaign in the address; a GET where only a form leads goes to the campaign's page."""

    def answer(slug: str, **values: str) -> BaseResponse:
        campaign = campaigns.get(slug) or abort(404)
        if request.method != "POST" and view not in (campaign_page, tell_page, wordings_page):
            return redirect(url_for("letters.campaign", slug=slug))
        visit = _visit(campaign)
        try:
            return view(visit, **values)
        except Detour as detour:
            return _show(visit, detour.page)

    return answer


def _visit(campaign: Campaign) -> Visit:
    config = current_app.config
    return Visit(
        campaign=campaign,
        language=g.lang,
        day=config["TODAY"](),
        form_data=FormData(request.form),
        say=_,
        random=config["RANDOM"],
        asked_country=visitor_country(request.values.get("country", ""), request.accept_languages.values()),
        longest_link=longest_link(request.user_agent.string),
        for_guests="evening" in request.args,
        live=config["LIVE"],
    )


def _show(visit: Visit, page: Page) -> BaseResponse:
    values = {"shared": visit.is_shared, **page.values}
    response = make_response(render_template(page.template, campaign=visit.campaign, **values), page.status)
    if visit.is_shared:
        response.headers["Cache-Control"] = "no-store"
    return response


def _forget(response: Response) -> Response:
    """After a wipe the browser's own copies of pages go, too; without scripts nothing else would make it forget them."""
    if "cleared" in request.args:
        response.headers["Clear-Site-Data"] = '"cache"'
    return response


def home(campaigns: Mapping[str, Campaign]) -> str:
    """The list of campaigns."""
    countries = [country.name[g.lang] for country in COUNTRIES.values()]
    return render_template("home.html", campaigns=campaigns.values(), countries=countries)


def how(campaigns: Mapping[str, Campaign]) -> str:
    """How these letters are made, for the offices that open them."""
    return render_template("how.html", campaigns=campaigns.values())


def campaign_page(visit: Visit) -> BaseResponse:
    """What is known, who disputes it, what the law does; and the postcode question. A POST changes the language."""
    return _show(visit, campaign_pages.campaign_page(visit))


def tell_page(visit: Visit) -> BaseResponse:
    """A letter to the editor, and a message to friends."""
    campaign = visit.campaign
    share = share_links.share(campaign, visit.language, _home_of(campaign))
    language, editorial = campaign.editorial(visit.language) or ("", None)
    values = {"editorial": editorial, "editorial_language": language, "share": share}
    return _show(visit, Page("tell.html", values))


def wordings_page(visit: Visit) -> BaseResponse:
    """All wordings of a campaign."""
    return _show(visit, wordings_pages.wordings_page(visit))


def write_page(visit: Visit) -> BaseResponse:
    """Who was found, and everything that makes the letter the writer's."""
    return _show(visit, write_pages.write_page(visit))


def letter_page(visit: Visit) -> BaseResponse:
    """Every letter, to edit, print, download and send."""
    return _letters(visit, make_letters(visit))


def _letters(visit: Visit, bundle: Bundle, error: str = "", missing: Sequence[str] = ()) -> BaseResponse:
    """The page of the letters, also in a file's place: `error` and `missing` say of it what letter_page() says."""
    page = letter_pages.letter_page(visit, bundle, error, missing)
    response = _show(visit, page)
    if page.status == 200:
        _made(visit.campaign.slug, bundle.place.country.id, "page", len(bundle.sheets))
    return response


def letter_file(visit: Visit, suffix: str) -> BaseResponse:
    """The letters, or the one whose id is in the field `only`, as a file."""
    bundle = make_letters(visit)
    only = request.form.get("only")
    chosen = [sheet for sheet in bundle.sheets if only in (None, "", sheet.person.id)]
    if not chosen:
        return _letters(visit, bundle, _("That letter is not among these: choose one of them."))
    if KINDS[suffix].shows_text and any(sheet.problem for sheet in chosen):
        return _letters(visit, bundle)
    letters = [sheet.letter for sheet in chosen]
    if is_too_much(suffix, letters):
        return _letters(visit, bundle, _(TOO_MUCH))
    try:
        file = _made_in_turn(suffix, letters, _home_of(visit.campaign))
    except Busy as busy:
        page = _letters(visit, bundle, _(BUSY, number=busy.seconds))
        page.status_code, page.headers["Retry-After"] = 503, str(busy.seconds)
        return page
    if set(file.missing) - set(request.form.get("told", "").split()):
        error = _("The PDF cannot show every character of this letter: see below, then go on.")
        return _letters(visit, bundle, error, file.missing)
    if file.is_long and not request.form.get("two_pages"):
        error = _("A letter takes more than one page: shorten it, or say below that it may.")
        return _letters(visit, bundle, error)
    _made(visit.campaign.slug, bundle.place.country.id, suffix, len(chosen))
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, content_type=file.media_type, headers=headers)


def _made_in_turn(suffix: str, letters: Sequence[Letter], home: str) -> File:
    """The file; where it is heavy, when its turn has come.

    Raises:
        Busy: too many wait.
    """
    extensions = current_app.extensions
    queue = extensions["file_queue"].turn(extensions["network"]())
    with queue if KINDS[suffix].is_heavy else nullcontext():
        return download(suffix, letters, home)


def _home_of(campaign: Campaign) -> str:
    """The whole address of the campaign's page, as the operator gave it; "" where none did: a Host header may say anything."""
    address: str = current_app.config["SETTINGS"].address
    path = url_for("letters.campaign", slug=campaign.slug).removeprefix(request.root_path)
    return f"{address}{path}" if address else ""


def _made(campaign: str, country: str, output: str, number: int) -> None:
    """Tell whoever counts."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's own way to the app
    signal("letters-made").send(app, campaign=campaign, country=country, output=output, number=number)


@lru_cache(maxsize=1024)
def _percent(_language: str, share: float) -> str:
    """As the page's language writes it; the same few shares come again and again."""
    return str(format_percent(share))
