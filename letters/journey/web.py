"""The addresses of the journey: its pages, and the letters as files."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from letters.campaign.model import Campaign
from letters.journey.pages.letter_page import make_letters
from letters.journey.pages.web import (
    campaign_page,
    home_of,
    letter_page,
    letters_page,
    show,
    tell_counts,
    tell_page,
    visit_to,
    wordings_page,
    write_page,
)
from letters.journey.visit import Detour, Visit
from letters.letter import Letter
from letters.outputs import KINDS, File, download, is_too_much
from letters.outputs.queue import BUSY, Busy, Queue
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
        ("/<slug>/letter", "letter", letter_page),
        (f"/<slug>/letter.<any({kinds}):suffix>", "file", letter_file),
    ):
        blueprint.add_url_rule(rule, name, _of_campaign(campaigns, view), methods=["GET", "POST"])


def _of_campaign(campaigns: Mapping[str, Campaign], view: Callable[..., BaseResponse]) -> Any:
    """A view of the visit to the campaign in the address; a GET where only a form leads goes to the campaign's page."""

    def answer(slug: str, **values: str) -> BaseResponse:
        campaign = campaigns.get(slug) or abort(404)
        if request.method != "POST" and view not in (campaign_page, tell_page, wordings_page):
            return redirect(url_for("letters.campaign", slug=slug))
        visit = visit_to(campaign)
        try:
            return view(visit, **values)
        except Detour as detour:
            return show(visit, detour.page)

    return answer


def letter_file(visit: Visit, suffix: str) -> BaseResponse:
    """The letters, or the one whose id is in the field `only`, as a file."""
    bundle = make_letters(visit)
    only = request.form.get("only")
    chosen = [sheet for sheet in bundle.sheets if only in (None, "", sheet.person.id)]
    if not chosen:
        return letters_page(visit, bundle, _("That letter is not among these: choose one of them."))
    if KINDS[suffix].shows_text and any(sheet.problem for sheet in chosen):
        return letters_page(visit, bundle)
    letters = [sheet.letter for sheet in chosen]
    if is_too_much(suffix, letters):
        return letters_page(visit, bundle, _(TOO_MUCH))
    try:
        file = _made_in_turn(suffix, letters, home_of(visit.campaign))
    except Busy as busy:
        return refused(letters_page(visit, bundle, _(BUSY, number=busy.seconds)), busy)
    if set(file.missing) - set(request.form.get("told", "").split()):
        error = _("The PDF cannot show every character of this letter: see below, then go on.")
        return letters_page(visit, bundle, error, file.missing)
    if file.is_long and not request.form.get("two_pages"):
        error = _("A letter takes more than one page: shorten it, or say below that it may.")
        return letters_page(visit, bundle, error)
    tell_counts(visit.campaign.slug, bundle.place.country.id, suffix, len(chosen))
    return attachment(file.name, file.content, file.media_type)


def _made_in_turn(suffix: str, letters: Sequence[Letter], home: str) -> File:
    """The file; where it is heavy, when its turn has come.

    Raises:
        Busy: too many wait.
    """
    with turn() if KINDS[suffix].is_heavy else nullcontext():
        return download(suffix, letters, home)


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
