"""The addresses of the journey: its pages, and the letters as files."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
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
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from letters.campaign.model import Campaign
from letters.journey.form_data import FormData
from letters.journey.pages.campaign_page import campaign_page
from letters.journey.pages.letter_page import letter_page, make_letters
from letters.journey.pages.tell_page import tell_page
from letters.journey.pages.wordings_page import wordings_page
from letters.journey.pages.write_page import write_page
from letters.journey.sheets import Sheet
from letters.journey.visit import Detour, Page, Visit
from letters.outputs import KINDS, download, is_too_much
from letters.outputs.bounds.queue import BUSY, Busy, Queue
from letters.outputs.links import longest_link
from letters.visitor_country import visitor_country
from representatives.languages import N_

TOO_MUCH = N_(
    "This is more than one file can hold: download one letter at a time, shorten the text, or take it as text or e-mail."
)


def add_to(blueprint: Blueprint, campaigns: Mapping[str, Campaign]) -> None:
    """Make the routes."""
    kinds = ", ".join(f'"{suffix}"' for suffix in KINDS)
    for rule, name, view in (
        ("/<slug>", "campaign", campaign_page),
        ("/<slug>/tell", "tell", tell_page),
        ("/<slug>/wordings", "wordings", wordings_page),
        ("/<slug>/write", "write", write_page),
        ("/<slug>/letter", "letter", letters_page),
        (f"/<slug>/letter.<any({kinds}):suffix>", "file", letter_file),
    ):
        blueprint.add_url_rule(rule, name, _of_campaign(campaigns, view), methods=["GET", "POST"])


def _of_campaign(campaigns: Mapping[str, Campaign], view: Callable[..., Page | BaseResponse]) -> Any:
    """A view of the visit to the campaign in the address; a GET where only a form leads goes to the campaign's page."""

    def answer(slug: str, **values: str) -> BaseResponse:
        campaign = campaigns.get(slug) or abort(404)
        if request.method != "POST" and view in (write_page, letters_page, letter_file):
            return redirect(url_for("letters.campaign", slug=slug))
        visit = visit_to(campaign)
        try:
            made = view(visit, **values)
        except Detour as detour:
            made = detour.page
        return _sent(visit, made) if isinstance(made, Page) else made

    return answer


def visit_to(campaign: Campaign) -> Visit:
    """The request's visit to a campaign."""
    config = current_app.config
    path = url_for("letters.campaign", slug=campaign.slug).removeprefix(request.root_path)
    return Visit(
        campaign=campaign,
        language=g.lang,
        day=config["TODAY"](),
        form_data=FormData(request.form),
        say=_,
        random=config["RANDOM"],
        home=f"{config['SETTINGS'].address}{path}" if config["SETTINGS"].address else "",
        asked_country=visitor_country(request.values.get("country", ""), request.accept_languages.values()),
        longest_link=longest_link(request.user_agent.string),
        for_guests="evening" in request.args,
        live=config["LIVE"],
    )


def _sent(visit: Visit, page: Page) -> BaseResponse:
    values = {"shared": visit.is_shared, **page.values}
    response = make_response(render_template(page.template, campaign=visit.campaign, **values), page.status)
    if visit.is_shared:
        response.headers["Cache-Control"] = "no-store"
    return response


def letters_page(visit: Visit) -> Page:
    """Every letter, to edit, print, download and send."""
    listed = make_letters(visit)
    page = letter_page(visit, listed)
    if page.status == 200:
        _tell_counts(listed, "page")
    return page


def letter_file(visit: Visit, suffix: str) -> Page | BaseResponse:
    """The letters, or the one whose id is in the field `only`, as a file."""
    listed = make_letters(visit)
    again = partial(letter_page, visit, listed)
    only = request.form.get("only")
    chosen = [sheet for sheet in listed if only in (None, "", sheet.person.id)]
    if not chosen:
        return again(_("That letter is not among these: choose one of them."))
    if KINDS[suffix].shows_text and any(sheet.edit.problem for sheet in chosen):
        return again()
    letters = [sheet.letter for sheet in chosen]
    if is_too_much(suffix, letters):
        return again(_(TOO_MUCH))
    try:
        with turn() if KINDS[suffix].is_heavy else nullcontext():
            file = download(suffix, letters, visit.home)
    except Busy as busy:
        return refused(_sent(visit, again(_(BUSY, number=busy.seconds))), busy)
    if set(file.missing) - set(request.form.get("told", "").split()):
        error = _("The PDF cannot show every character of this letter: see below, then go on.")
        return again(error, file.missing)
    if file.is_long and not request.form.get("two_pages"):
        return again(_("A letter takes more than one page: shorten it, or say below that it may."))
    _tell_counts(chosen, suffix)
    return attachment(file.name, file.content, file.media_type)


def _tell_counts(made: Sequence[Sheet], output: str) -> None:
    """Tell whoever counts."""
    campaign, country = made[0].composer.campaign.slug, made[0].composer.place.country.id
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # the proxy's own way to the app
    signal("letters-made").send(app, campaign=campaign, country=country, output=output, number=len(made))


def turn() -> AbstractContextManager[None]:
    """The visitor's turn to have a heavy file made.

    Raises:
        Busy: when it is entered, if too many wait.
    """
    extensions = current_app.extensions
    queue: Queue = extensions["file_queue"]
    return queue.turn(extensions["network"]())


def refused(page: BaseResponse, busy: Busy) -> BaseResponse:
    """A page that says so in the place of a file, and when to ask again."""
    page.status_code, page.headers["Retry-After"] = 503, str(busy.seconds)
    return page


def attachment(name: str, content: bytes, media_type: str) -> BaseResponse:
    """A file that nothing on the way keeps."""
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, content_type=media_type, headers=headers)
